import { useEffect, useState } from "react";

/** The value as it was when it last held still for `quietMillis`. */
export function useDebounced<T>(value: T, quietMillis: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), quietMillis);
    return () => clearTimeout(timer);
  }, [value, quietMillis]);
  return settled;
}
