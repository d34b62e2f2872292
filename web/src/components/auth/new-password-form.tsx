"use client";

import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ProblemLine } from "@/components/ui/notice";
import { fieldErrorsOf } from "@/lib/api/problem";
import { changePassword } from "@/lib/auth/sign-in";
import { LIMITS } from "@/types/limits";

type Values = { current: string; next: string; repeated: string };

const { minLength: MIN_LENGTH, maxLength: MAX_LENGTH } = LIMITS.PasswordChange.new_password;

/** The step between the first login and the pages. `currentPassword` is empty when the page was reloaded in between. */
export function NewPasswordForm({ currentPassword }: { currentPassword: string }) {
  const { register, handleSubmit, getValues, formState } = useForm<Values>({
    defaultValues: { current: currentPassword },
  });
  const change = useMutation({
    mutationFn: ({ current, next }: Values) => changePassword(current, next),
    gcTime: 0, // the cache would keep the passwords
  });
  const refused = fieldErrorsOf(change.error);
  const { errors } = formState;
  return (
    <form onSubmit={handleSubmit((values) => change.mutate(values))} className="grid gap-4" noValidate>
      <div>
        <h1 className="text-lg font-semibold tracking-tight">Choose a new password</h1>
        <p className="mt-0.5 text-muted-foreground">
          The password you signed in with was made for one use only.
        </p>
      </div>
      {change.error !== null && refused.size === 0 && <ProblemLine error={change.error} />}
      {!currentPassword && (
        <Field label="Current password" error={errors.current?.message ?? refused.get("current_password")}>
          {(control) => (
            <Input
              {...control}
              type="password"
              autoComplete="current-password"
              className="h-10"
              {...register("current", { required: "Type the password you signed in with" })}
            />
          )}
        </Field>
      )}
      <Field
        label="New password"
        hint={`At least ${MIN_LENGTH} characters`}
        error={errors.next?.message ?? refused.get("new_password")}
      >
        {(control) => (
          <Input
            {...control}
            type="password"
            autoFocus
            autoComplete="new-password"
            className="h-10"
            {...register("next", { validate: lengthRefusal })}
          />
        )}
      </Field>
      <Field label="New password again" error={errors.repeated?.message}>
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="new-password"
            className="h-10"
            {...register("repeated", {
              validate: (text) => text === getValues("next") || "The two do not match",
            })}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="tall" disabled={change.isPending}>
        {change.isPending ? "Saving…" : "Save and continue"}
      </Button>
    </form>
  );
}

function lengthRefusal(password: string) {
  if (password.length < MIN_LENGTH) return `At least ${MIN_LENGTH} characters`;
  return password.length <= MAX_LENGTH || `At most ${MAX_LENGTH} characters`;
}
