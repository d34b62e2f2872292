"use client";

import { Gauge, Users } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { AccountBar } from "@/components/layout/account-bar";
import { Brand } from "@/components/layout/brand";
import { CustomerFinder } from "@/components/layout/customer-finder";
import { cn } from "@/lib/cn";

const PAGES = [
  { href: "/", label: "Risk dashboard", icon: Gauge },
  { href: "/customers", label: "Customers", icon: Users },
] as const;

export function Sidebar({ onNavigate }: { onNavigate?: () => void }) {
  return (
    <>
      <div className="flex h-14 items-center px-4">
        <Brand />
      </div>
      <div className="px-3">
        <CustomerFinder onFind={onNavigate} />
      </div>
      <PageLinks onNavigate={onNavigate} />
      <AccountBar />
    </>
  );
}

function PageLinks({ onNavigate }: { onNavigate?: () => void }) {
  const path = usePathname();
  return (
    <nav aria-label="Pages" className="mt-4 flex flex-1 flex-col gap-0.5 px-3">
      {PAGES.map(({ href, label, icon: Icon }) => {
        const current = href === "/" ? path === "/" : path.startsWith(href);
        return (
          <Link
            key={href}
            href={href}
            onClick={onNavigate}
            aria-current={current ? "page" : undefined}
            className={cn(
              "flex h-8 items-center gap-2.5 rounded-md px-2.5 focus-visible:outline-2",
              current ? "bg-accent font-medium" : "text-muted-foreground hover:bg-accent/60",
            )}
          >
            <Icon aria-hidden className="size-4" />
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
