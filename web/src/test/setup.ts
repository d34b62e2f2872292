import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import { forgetSession } from "@/lib/auth/session";
import { setPaused } from "@/lib/live";
import { navigation } from "@/test/navigation";

vi.mock("next/navigation", () => ({
  useRouter: () => navigation,
  usePathname: () => navigation.path,
}));

// jsdom lays nothing out; charts get the size they would have in a wide window.
class FixedSizeObserver implements ResizeObserver {
  constructor(private readonly report: ResizeObserverCallback) {}
  observe(target: Element) {
    const contentRect = DOMRect.fromRect({ width: 800, height: 240 });
    this.report([{ target, contentRect } as ResizeObserverEntry], this);
  }
  unobserve() {}
  disconnect() {}
}

vi.stubGlobal("ResizeObserver", FixedSizeObserver);
vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener() {}, removeEventListener() {} }));

beforeEach(() => {
  localStorage.clear();
  forgetSession();
  setPaused(false);
  navigation.reset();
});

afterEach(cleanup);
