import { useEffect, useRef } from "react";

/** Acts each time a value has become another, never for the one it began with. */
export function useOnChange(value: string, act: (before: string) => void): void {
  const last = useRef(value);
  useEffect(() => {
    if (last.current === value) return;
    const before = last.current;
    last.current = value;
    act(before);
  });
}
