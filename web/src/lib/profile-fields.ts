import { formatCount, formatMoney, NOT_KNOWN } from "@/lib/format";
import type { Profile } from "@/lib/api/schema";
import { LIMITS } from "@/types/limits";

export type FieldName = Exclude<keyof Profile, "attributes" | "row_number">;
export type FormValues = Record<FieldName, string>;

const LIMIT = LIMITS.Profile;

type Kind =
  | { kind: "text"; maxLength: number }
  | { kind: "integer" | "money"; min: number; max: number }
  | { kind: "flag" };
export type ProfileField = { name: FieldName; label: string; unit?: string } & Kind;

/** The profile as people see and edit it, in reading order; the limits are those of the API. */
export const PROFILE_FIELDS: readonly ProfileField[] = [
  { name: "surname", label: "Surname", kind: "text", ...LIMIT.surname },
  { name: "geography", label: "Geography", kind: "text", ...LIMIT.geography },
  { name: "gender", label: "Gender", kind: "text", ...LIMIT.gender },
  { name: "age", label: "Age", kind: "integer", ...LIMIT.age },
  { name: "balance", label: "Balance", unit: "€", kind: "money", ...LIMIT.balance },
  {
    name: "estimated_salary",
    label: "Estimated salary",
    unit: "€",
    kind: "money",
    ...LIMIT.estimated_salary,
  },
  { name: "credit_score", label: "Credit score", kind: "integer", ...LIMIT.credit_score },
  { name: "tenure", label: "Tenure", unit: "years", kind: "integer", ...LIMIT.tenure },
  { name: "num_of_products", label: "Products", kind: "integer", ...LIMIT.num_of_products },
  { name: "has_cr_card", label: "Credit card", kind: "flag" },
  { name: "is_active_member", label: "Active member", kind: "flag" },
  { name: "exited", label: "Has left the bank", kind: "flag" },
];

export function formatField(field: ProfileField, profile: Profile): string {
  const value = profile[field.name];
  if (value == null || value === "") return NOT_KNOWN;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "string") return value;
  if (field.kind === "money") return formatMoney(value);
  return field.unit ? `${formatCount(value)} ${field.unit}` : formatCount(value);
}

export function formValuesOf(profile: Profile): FormValues {
  const entries = PROFILE_FIELDS.map(({ name }) => [name, String(profile[name] ?? "")]);
  return Object.fromEntries(entries) as FormValues;
}

/** Why a value is refused, or undefined. An empty field is fine: it means "not known". */
export function refusalOf(field: ProfileField, text: string): string | undefined {
  if (text.trim() === "" || field.kind === "flag") return undefined;
  if (field.kind === "text")
    return text.length > field.maxLength ? `At most ${field.maxLength} characters` : undefined;
  const number = Number(text);
  if (!Number.isFinite(number)) return "Must be a number";
  if (field.kind === "integer" && !Number.isInteger(number)) return "Must be a whole number";
  if (number < field.min || number > field.max)
    return `Between ${formatCount(field.min)} and ${formatCount(field.max)}`;
}

/** Only what differs from `before` is sent, so that two people who edit different fields do not undo each other. */
export function changedFields(before: FormValues, after: FormValues): Profile {
  const changed = PROFILE_FIELDS.filter(
    ({ name }) => after[name].trim() !== before[name] && after[name].trim() !== "",
  );
  return Object.fromEntries(changed.map((field) => [field.name, parse(field, after[field.name].trim())]));
}

function parse(field: ProfileField, text: string) {
  if (field.kind === "flag") return text === "true";
  return field.kind === "text" ? text : Number(text);
}
