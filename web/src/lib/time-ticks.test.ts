import { expect, test } from "vitest";
import { formatTimeTicks } from "@/lib/time-ticks";

const at = (iso: string) => new Date(iso).getTime() / 1000;

test("ticks within a day name the day once", () => {
  const [first, second, third] = formatTimeTicks([
    at("2026-11-22T12:00:00"),
    at("2026-11-22T18:00:00"),
    at("2026-11-23T00:00:00"),
  ]);
  expect(first).toContain("\nNov 22");
  expect(second).not.toContain("\n");
  expect(third).toContain("\nNov 23");
});

test("ticks that are days apart show only the day", () => {
  expect(formatTimeTicks([at("2026-11-22T00:00:00"), at("2026-11-24T00:00:00")])).toEqual([
    "Nov 22",
    "Nov 24",
  ]);
});
