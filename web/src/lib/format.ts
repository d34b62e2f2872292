/** Every number and date a person sees is written here, in the browser's language; "–" stands for "not known". */
type Maybe<T> = T | null | undefined;

export const NOT_KNOWN = "–";

const count = new Intl.NumberFormat();
const share = new Intl.NumberFormat(undefined, {
  style: "percent",
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const euro = new Intl.NumberFormat(undefined, {
  style: "currency",
  currency: "EUR",
  maximumFractionDigits: 2,
});
const compactEuro = new Intl.NumberFormat(undefined, {
  style: "currency",
  currency: "EUR",
  notation: "compact",
  maximumFractionDigits: 1,
});
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });
const timeOfDay = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto", style: "short" });

export function formatCount(value: Maybe<number>) {
  return value == null ? NOT_KNOWN : count.format(value);
}

/** A share of a whole: 0.204 → "20.4%". */
export function formatShare(value: Maybe<number>) {
  return value == null ? NOT_KNOWN : share.format(value);
}

/** A churn probability always has three decimals, so that columns of them line up. */
export function formatProbability(value: Maybe<number>) {
  return value == null ? NOT_KNOWN : value.toFixed(3);
}

/** A difference of two probabilities, with its sign. */
export function formatPoints(value: Maybe<number>) {
  return value == null ? NOT_KNOWN : `${signOf(value, 0.0005)}${Math.abs(value).toFixed(3)}`;
}

/** The API gives relative changes in percent: 12.345 → "+12.3%". */
export function formatPercentChange(value: Maybe<number>) {
  return value == null ? NOT_KNOWN : `${signOf(value, 0.05)}${share.format(Math.abs(value) / 100)}`;
}

export function formatMoney(value: Maybe<number>) {
  return value == null ? NOT_KNOWN : euro.format(value);
}

export function formatCompactMoney(value: Maybe<number>) {
  return value == null ? NOT_KNOWN : compactEuro.format(value);
}

export function formatTimeOfDay(iso: string) {
  return timeOfDay.format(new Date(iso));
}

export function formatMoment(iso: string) {
  return moment.format(new Date(iso));
}

export function formatUtc(iso: string) {
  return `${new Date(iso).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}

/** "12 sec. ago", in the coarsest unit that fits. */
export function formatAge(iso: string, nowMillis: number) {
  const seconds = Math.min((new Date(iso).getTime() - nowMillis) / 1000, 0);
  const [unit, size] = AGE_UNITS.find(([, size]) => -seconds >= size) ?? (["second", 1] as const);
  return relative.format(Math.round(seconds / size), unit);
}

const AGE_UNITS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
] as const;

/** What rounds to zero has no direction. */
function signOf(value: number, smallestShown: number) {
  if (value >= smallestShown) return "+";
  return value <= -smallestShown ? "−" : "";
}
