import { Notice } from "@/components/ui/notice";
import type { ConnectionTest } from "@/lib/desk/payout";

/** What testing a credential came to. */
export function TestResult({ test: { works, message } }: { readonly test: ConnectionTest }) {
  return (
    <Notice tone={works ? "good" : "wrong"} role="status" className="mt-3" title={works ? "It works" : "It doesn't work"}>
      {message}
    </Notice>
  );
}
