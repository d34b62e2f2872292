"use client";

import { LogOut } from "lucide-react";
import { toast } from "sonner";
import { ThemeToggle } from "@/components/layout/theme-toggle";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { Role } from "@/lib/api/schema";
import { useSession } from "@/lib/auth/session";
import { signOut } from "@/lib/auth/sign-in";

const ROLE_LABEL: Record<Role, string> = { VIEWER: "Viewer", ANALYST: "Analyst", ADMIN: "Administrator" };

export function AccountBar() {
  const session = useSession();
  return (
    <div className="mx-3 flex items-center gap-2 border-t py-3">
      {typeof session === "object" ? (
        <p className="min-w-0 flex-1 pl-1 leading-tight">
          <span className="block truncate font-medium">{session.username}</span>
          <span className="text-xs text-muted-foreground">{ROLE_LABEL[session.role]}</span>
        </p>
      ) : (
        <Skeleton className="h-8 flex-1" />
      )}
      <ThemeToggle />
      <SignOutButton />
    </div>
  );
}

function SignOutButton() {
  const leave = async () => {
    try {
      await signOut();
    } catch {
      toast.warning("Signed out here, but the server could not be told.");
    }
  };
  return (
    <Button variant="ghost" size="icon" aria-label="Sign out" title="Sign out" onClick={leave}>
      <LogOut />
    </Button>
  );
}
