import { CircleCheck, CircleHelp, Hand, Lock } from "lucide-react";

import { enablementTypeWords } from "@/lib/klarna/program-words";

/** How a program is enabled, as icon and word; a dash where there is no such program. */
export function TypeMark({ type }: { readonly type: string | null }) {
  if (type === null)
    return (
      <span className="text-muted">
        <span aria-hidden>–</span>
        <span className="sr-only">Not there</span>
      </span>
    );
  const { label, meaning } = enablementTypeWords(type);
  const Icon = icons.get(type) ?? CircleHelp;
  return (
    <span title={meaning} className="inline-flex min-w-0 max-w-full items-center gap-1.5 align-middle">
      <Icon aria-hidden className={`size-3.5 shrink-0 ${type === "PRESET" ? "text-good" : "text-muted"}`} />
      <span className="min-w-0 text-left">{label}</span>
    </span>
  );
}

const icons: ReadonlyMap<string, typeof Lock> = new Map([
  ["PRESET", CircleCheck],
  ["OPTIONAL", Hand],
  ["RESTRICTED", Lock],
]);
