"use client";

import { Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useRef } from "react";
import { Input } from "@/components/ui/input";

/** Jumps to the list of customers that match; the "/" key reaches it from anywhere. */
export function CustomerFinder({ onFind }: { onFind?: () => void }) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focusOnSlash = (event: KeyboardEvent) => {
      if (event.key !== "/" || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener("keydown", focusOnSlash);
    return () => removeEventListener("keydown", focusOnSlash);
  }, []);

  const find = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const wanted = input.current?.value.trim() ?? "";
    if (input.current) input.current.value = "";
    onFind?.();
    router.push(wanted ? `/customers?q=${encodeURIComponent(wanted)}` : "/customers");
  };

  return (
    <form role="search" aria-label="All customers" onSubmit={find} className="relative">
      <Search
        aria-hidden
        className="pointer-events-none absolute top-2 left-2.5 size-4 text-muted-foreground"
      />
      <Input
        ref={input}
        type="search"
        aria-label="Find a customer"
        placeholder="Find a customer"
        maxLength={50}
        className="pr-8 pl-8"
      />
      <kbd
        aria-hidden
        className="absolute top-1.5 right-1.5 hidden rounded border bg-muted px-1.5 text-[11px]/[18px] text-muted-foreground lg:block"
      >
        /
      </kbd>
    </form>
  );
}

function isTyping(target: EventTarget | null) {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}
