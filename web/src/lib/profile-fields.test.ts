import { expect, test } from "vitest";
import { changedFields, formatField, formValuesOf, PROFILE_FIELDS, refusalOf } from "@/lib/profile-fields";

const field = (name: string) => PROFILE_FIELDS.find((field) => field.name === name)!;

test("only changed fields are sent, each in its own type", () => {
  const before = formValuesOf({ surname: "Hill", age: 41, balance: 83807.86, exited: false });
  const after = { ...before, surname: " Hill ", balance: "1000.5", exited: "true" };
  expect(changedFields(before, after)).toEqual({ balance: 1000.5, exited: true });
});

test("a field left empty is not sent", () => {
  const before = formValuesOf({});
  expect(changedFields(before, { ...before, age: "  " })).toEqual({});
});

test("values outside the API's limits are refused before they are sent", () => {
  expect(refusalOf(field("age"), "17")).toBe("Between 18 and 120");
  expect(refusalOf(field("age"), "18.5")).toBe("Must be a whole number");
  expect(refusalOf(field("balance"), "-1")).toBe("Between 0 and 9,999,999,999,999");
  expect(refusalOf(field("balance"), "lots")).toBe("Must be a number");
  expect(refusalOf(field("surname"), "x".repeat(51))).toBe("At most 50 characters");
});

test("limits include their ends, and nothing typed is no mistake", () => {
  expect(refusalOf(field("age"), "120")).toBeUndefined();
  expect(refusalOf(field("credit_score"), "300")).toBeUndefined();
  expect(refusalOf(field("age"), "")).toBeUndefined();
});

test("amounts and years carry their unit", () => {
  expect(formatField(field("balance"), { balance: 1000.5 })).toBe("€1,000.50");
  expect(formatField(field("tenure"), { tenure: 3 })).toBe("3 years");
});

test("no is a value, and unknown is not", () => {
  expect(formatField(field("exited"), { exited: false })).toBe("No");
  expect(formatField(field("exited"), {})).toBe("–");
});
