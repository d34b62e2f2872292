"use client";

import { X } from "lucide-react";
import { Dialog as Primitive } from "radix-ui";
import type { ReactNode } from "react";
import { cn } from "@/lib/cn";

export const Dialog = Primitive.Root;
export const DialogTrigger = Primitive.Trigger;

type Props = { title: string; description: string; className?: string; children: ReactNode };

export function DialogContent({ title, description, className, children }: Props) {
  return (
    <Primitive.Portal>
      <Backdrop />
      <Primitive.Content
        className={cn(
          "fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[min(40rem,calc(100vw-2rem))] -translate-1/2 flex-col rounded-xl border bg-popover shadow-xl outline-none",
          className,
        )}
      >
        <div className="border-b px-5 py-4 pr-12">
          <Primitive.Title className="text-base font-semibold">{title}</Primitive.Title>
          <Primitive.Description className="mt-0.5 text-xs text-muted-foreground">
            {description}
          </Primitive.Description>
        </div>
        {children}
        <CloseCross />
      </Primitive.Content>
    </Primitive.Portal>
  );
}

/** A panel that slides over the left edge; on phones it holds the navigation. */
export function Drawer({ title, description, children }: Omit<Props, "className">) {
  return (
    <Primitive.Portal>
      <Backdrop />
      <Primitive.Content className="fixed inset-y-0 left-0 z-50 flex w-64 flex-col border-r bg-sidebar shadow-xl outline-none">
        <Primitive.Title className="sr-only">{title}</Primitive.Title>
        <Primitive.Description className="sr-only">{description}</Primitive.Description>
        {children}
        <CloseCross />
      </Primitive.Content>
    </Primitive.Portal>
  );
}

function Backdrop() {
  return <Primitive.Overlay className="fixed inset-0 z-50 bg-black/50" />;
}

function CloseCross() {
  return (
    <Primitive.Close
      aria-label="Close"
      className="absolute top-3.5 right-3.5 grid size-8 place-items-center rounded-md text-muted-foreground hover:bg-accent focus-visible:outline-2"
    >
      <X className="size-4" />
    </Primitive.Close>
  );
}
