import { expect, test } from "vitest";
import { liveStateAt } from "@/lib/live";

const ANSWERED_AT = 1_000_000;

test("a page is stale once the last good answer is older than ten seconds", () => {
  expect(liveStateAt(ANSWERED_AT + 10_000, ANSWERED_AT, false)).toBe("live");
  expect(liveStateAt(ANSWERED_AT + 10_001, ANSWERED_AT, false)).toBe("stale");
});

test("a paused page says so, however old it is", () => {
  expect(liveStateAt(ANSWERED_AT + 60_000, ANSWERED_AT, true)).toBe("paused");
});

test("before the first answer a page is connecting", () => {
  expect(liveStateAt(ANSWERED_AT, 0, false)).toBe("connecting");
});
