import { useEffect, useState } from "react";

/** Copies to the clipboard, and tells for two seconds whether it did. Outside https and localhost there is no clipboard: then it can still be selected by hand. */
export function useCopy(): { readonly outcome: "copied" | "failed" | undefined; readonly copy: (value: string) => void } {
  const [outcome, setOutcome] = useState<"copied" | "failed">();
  useEffect(() => {
    if (!outcome) return;
    const timer = setTimeout(() => setOutcome(undefined), 2000);
    return () => clearTimeout(timer);
  }, [outcome]);
  const write = async (value: string) => navigator.clipboard.writeText(value);
  const copy = (value: string) => {
    write(value).then(
      () => setOutcome("copied"),
      () => setOutcome("failed"),
    );
  };
  return { outcome, copy };
}
