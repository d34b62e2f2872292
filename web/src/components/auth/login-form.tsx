"use client";

import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ProblemLine } from "@/components/ui/notice";
import { signIn } from "@/lib/auth/sign-in";
import { useSubmission } from "@/lib/use-submission";

type Values = { username: string; password: string };

export function LoginForm({ onSignIn }: { onSignIn: (password: string) => void }) {
  const { register, handleSubmit } = useForm<Values>();
  const submission = useSubmission(async ({ username, password }: Values) => {
    onSignIn(password);
    await signIn(username.trim(), password);
  });
  return (
    <form onSubmit={handleSubmit(submission.submit)} className="grid gap-4" noValidate>
      <div>
        <h1 className="text-lg font-semibold tracking-tight">Sign in</h1>
        <p className="mt-0.5 text-muted-foreground">See which customers are about to leave, and why.</p>
      </div>
      {submission.error !== null && <ProblemLine error={submission.error} />}
      <Field label="User name">
        {(control) => (
          <Input
            {...control}
            autoFocus
            autoComplete="username"
            autoCapitalize="none"
            className="h-10"
            {...register("username", { required: true })}
          />
        )}
      </Field>
      <Field label="Password">
        {(control) => (
          <Input
            {...control}
            type="password"
            autoComplete="current-password"
            className="h-10"
            {...register("password", { required: true })}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="tall" disabled={submission.pending}>
        {submission.pending ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}
