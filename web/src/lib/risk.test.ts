import { expect, test } from "vitest";
import { bandAt, rises, severityOf } from "@/lib/risk";
import { niceCeiling } from "@/lib/scale";
import { bands } from "@/test/fixtures";

test("a probability at a cut belongs to the band above it", () => {
  expect(bandAt(0.2999, bands)).toBe("LOW");
  expect(bandAt(0.3, bands)).toBe("MEDIUM");
  expect(bandAt(1, bands)).toBe("CRITICAL");
});

test("bands are ordered from mild to severe", () => {
  expect(severityOf("LOW")).toBe(1);
  expect(severityOf("CRITICAL")).toBe(4);
  expect(rises("HIGH", "MEDIUM")).toBe(true);
  expect(rises("LOW", "MEDIUM")).toBe(false);
});

test("an axis ends at a round number that holds the highest bar", () => {
  expect(niceCeiling(1)).toBe(2);
  expect(niceCeiling(7)).toBe(8);
  expect(niceCeiling(593)).toBe(600);
  expect(niceCeiling(1001)).toBe(1200);
});
