import type { FieldErrors, UseFormRegister } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Input, Select } from "@/components/ui/input";
import { type FormValues, PROFILE_FIELDS, type ProfileField, refusalOf } from "@/lib/profile-fields";

type Props = {
  register: UseFormRegister<FormValues>;
  /** What the form starts from: the API can change a known value but not forget it. */
  before: FormValues;
  errors: FieldErrors<FormValues>;
  /** What the API refused, by field. */
  refused: Map<string, string>;
};

export function ProfileInputs({ register, before, errors, refused }: Props) {
  return PROFILE_FIELDS.map((field) => {
    const validate = (text: string) => removalOf(before[field.name], text) ?? refusalOf(field, text);
    const error = errors[field.name]?.message ?? refused.get(field.name);
    return (
      <Field
        key={field.name}
        label={field.unit ? `${field.label} (${field.unit})` : field.label}
        error={error}
      >
        {(control) =>
          field.kind === "flag" ? (
            <Select {...control} {...register(field.name)}>
              {before[field.name] === "" && <option value="">Not known</option>}
              <option value="true">Yes</option>
              <option value="false">No</option>
            </Select>
          ) : (
            <Input
              {...control}
              autoComplete="off"
              inputMode={INPUT_MODE[field.kind]}
              {...register(field.name, { validate })}
            />
          )
        }
      </Field>
    );
  });
}

const INPUT_MODE: Record<Exclude<ProfileField["kind"], "flag">, "text" | "numeric" | "decimal"> = {
  text: "text",
  integer: "numeric",
  money: "decimal",
};

function removalOf(before: string, text: string) {
  return before !== "" && text.trim() === "" ? "A known value can be changed, not removed" : undefined;
}
