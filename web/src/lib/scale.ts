const STEPS = [1, 1.2, 1.6, 2, 2.4, 3, 4, 5, 6, 8, 10];

/** The smallest round number that is not below `value`, for the top of an axis that is also marked at its half. */
export function niceCeiling(value: number): number {
  if (value <= 10) return Math.max(2, Math.ceil(value / 2) * 2);
  const magnitude = 10 ** Math.floor(Math.log10(value));
  const step = STEPS.find((step) => step * magnitude >= value) ?? 10;
  return Math.round(step * magnitude);
}
