"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { parseAsString, useQueryState } from "nuqs";
import { useEffect, useState } from "react";
import { LoginForm } from "@/components/auth/login-form";
import { NewPasswordForm } from "@/components/auth/new-password-form";
import { Brand } from "@/components/layout/brand";
import { ThemeToggle } from "@/components/layout/theme-toggle";
import { Card } from "@/components/ui/card";
import { useSession } from "@/lib/auth/session";

export function LoginScreen() {
  const router = useRouter();
  const session = useSession();
  const [next] = useQueryState("next", parseAsString.withDefault("/"));
  // The password just typed serves as proof for the change, so that nobody has to type it twice.
  const [typedPassword, setTypedPassword] = useState("");

  const signedIn = typeof session === "object";
  const mustChange = signedIn && session.must_change_password;
  useEffect(() => {
    if (signedIn && !mustChange) router.replace(pathWithin(next));
  }, [signedIn, mustChange, next, router]);

  return (
    <main className="grid min-h-dvh grid-rows-[auto_1fr] px-4">
      <div className="flex h-14 items-center justify-between sm:px-2">
        <Brand />
        <ThemeToggle />
      </div>
      <div className="grid place-items-center pb-24">
        <Card className="w-full max-w-sm p-6">
          {mustChange ? (
            <NewPasswordForm currentPassword={typedPassword} />
          ) : (
            <LoginForm onSignIn={setTypedPassword} />
          )}
        </Card>
      </div>
    </main>
  );
}

/** A link may carry any `next`; only paths of this site are followed. */
function pathWithin(next: string) {
  if (!URL.canParse(next, location.origin)) return "/";
  const target = new URL(next, location.origin);
  return (target.origin === location.origin ? target.pathname + target.search : "/") as Route;
}
