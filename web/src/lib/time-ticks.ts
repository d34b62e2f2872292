const DAY_SECONDS = 86_400;

const day = new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short" });
const minute = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const second = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** Labels for a time axis: the day stands below the first tick of each day, and alone where ticks are days apart. */
export function formatTimeTicks(seconds: readonly number[]): string[] {
  const step = (seconds[1] ?? Infinity) - (seconds[0] ?? 0);
  const days = seconds.map((at) => day.format(at * 1000));
  if (step >= DAY_SECONDS) return days;
  const time = step < 60 ? second : minute;
  return seconds.map((at, index) => {
    const isNewDay = days[index] !== days[index - 1];
    return time.format(at * 1000) + (isNewDay ? `\n${days[index]}` : "");
  });
}
