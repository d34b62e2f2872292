import { expect, test } from "vitest";
import { formatAge, formatPercentChange, formatPoints, formatProbability, formatUtc } from "@/lib/format";

test("a probability always shows three decimals", () => {
  expect(formatProbability(0.5)).toBe("0.500");
  expect(formatProbability(1)).toBe("1.000");
});

test("what is not known shows as a dash, and zero does not", () => {
  expect(formatProbability(null)).toBe("–");
  expect(formatProbability(undefined)).toBe("–");
  expect(formatProbability(0)).toBe("0.000");
});

test("a difference carries its sign unless it rounds to nothing", () => {
  expect(formatPoints(0.108)).toBe("+0.108");
  expect(formatPoints(-0.02)).toBe("−0.020");
  expect(formatPoints(-0.0004)).toBe("0.000");
});

test("a relative change is given in percent and stays so", () => {
  expect(formatPercentChange(12.345)).toBe("+12.3%");
  expect(formatPercentChange(-0.04)).toBe("0.0%");
});

test("an age uses the coarsest unit and never lies in the future", () => {
  const now = Date.parse("2026-11-22T12:00:00Z");
  expect(formatAge("2026-11-22T11:59:48Z", now)).toBe("12 sec. ago");
  expect(formatAge("2026-11-22T10:00:00Z", now)).toBe("2 hr. ago");
  expect(formatAge("2026-11-22T12:00:05Z", now)).toBe("now");
});

test("the tooltip of a date is in UTC", () => {
  expect(formatUtc("2026-11-22T11:15:30.123+01:00")).toBe("2026-11-22 10:15:30 UTC");
});
