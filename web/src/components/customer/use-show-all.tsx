import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";

/** The first few of a long list, and the button that shows the rest; there is none for a short list. */
export function useShowAll<Item>(items: readonly Item[], atFirst: number): [readonly Item[], ReactNode] {
  const [all, setAll] = useState(false);
  if (items.length <= atFirst) return [items, null];
  const label = all ? `Latest ${atFirst}` : `Show all ${items.length}`;
  const button = <Button onClick={() => setAll(!all)}>{label}</Button>;
  return [all ? items : items.slice(0, atFirst), button];
}
