"use client";

import { Menu } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Brand } from "@/components/layout/brand";
import { Sidebar } from "@/components/layout/sidebar";
import { Button } from "@/components/ui/button";
import { Dialog, DialogTrigger, Drawer } from "@/components/ui/dialog";

export function AppShell({ children }: { children: ReactNode }) {
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[216px_minmax(0,1fr)]">
      <a
        href="#content"
        className="sr-only z-50 rounded-md bg-primary px-3 py-2 text-primary-foreground focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      <div className="sticky top-0 hidden h-dvh flex-col border-r bg-sidebar lg:flex">
        <Sidebar />
      </div>
      <MobileBar />
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-[1440px] px-4 py-5 outline-none sm:px-6"
      >
        {children}
      </main>
    </div>
  );
}

function MobileBar() {
  const [open, setOpen] = useState(false);
  return (
    <header className="sticky top-0 z-40 flex h-13 items-center gap-3 border-b bg-sidebar px-3 lg:hidden">
      <Dialog open={open} onOpenChange={setOpen}>
        <DialogTrigger asChild>
          <Button variant="ghost" size="icon" aria-label="Open navigation">
            <Menu />
          </Button>
        </DialogTrigger>
        <Drawer title="Navigation" description="Pages and your account">
          <Sidebar onNavigate={() => setOpen(false)} />
        </Drawer>
      </Dialog>
      <Brand />
    </header>
  );
}
