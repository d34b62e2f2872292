"use client";

import { useMutation } from "@tanstack/react-query";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { ProblemLine } from "@/components/ui/notice";
import { signIn } from "@/lib/auth/sign-in";

type Values = { username: string; password: string };

export function LoginForm({ onSignIn }: { onSignIn: (password: string) => void }) {
  const { register, handleSubmit } = useForm<Values>();
  const login = useMutation({
    mutationFn: ({ username, password }: Values) => signIn(username.trim(), password),
    onMutate: ({ password }) => onSignIn(password),
    gcTime: 0, // the cache would keep the password
  });
  return (
    <form onSubmit={handleSubmit((values) => login.mutate(values))} className="grid gap-4" noValidate>
      <div>
        <h1 className="text-lg font-semibold tracking-tight">Sign in</h1>
        <p className="mt-0.5 text-muted-foreground">See which customers are about to leave, and why.</p>
      </div>
      {login.error !== null && <ProblemLine error={login.error} />}
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
      <Button type="submit" variant="primary" size="tall" disabled={login.isPending}>
        {login.isPending ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}
