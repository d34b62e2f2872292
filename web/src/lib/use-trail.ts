import { useState } from "react";

const LONGEST = 150;

type Trail = { asOf: string; values: number[] };

/** The values a number has had since the page was opened, oldest first. */
export function useTrail(value: number | null | undefined, asOf: string): readonly number[] {
  const [trail, setTrail] = useState<Trail>({ asOf: "", values: [] });
  if (value == null || trail.asOf === asOf) return trail.values;
  const values = [...trail.values, value].slice(-LONGEST);
  setTrail({ asOf, values });
  return values;
}
