import { Check, CloudOff } from "lucide-react";

import { Spinner } from "@/components/ui/spinner";

import { ClockTime } from "./clock-time";
import type { Saving } from "./saving";

/** Whether what was typed is safe on the server, in a line. What a person must do about it is said by `SavingNotice`. */
export function SavingLine({ saving }: { readonly saving: Saving }) {
  return (
    <p role="status" className="flex min-h-5 items-center gap-1.5 text-muted text-xs [&_svg]:size-3.5 [&_svg]:shrink-0">
      <Words saving={saving} />
    </p>
  );
}

function Words({ saving }: { readonly saving: Saving }) {
  if (saving.kind === "locked") return null;
  if (saving.kind === "saving") {
    return (
      <>
        <Spinner /> Saving…
      </>
    );
  }
  if (saving.kind === "saved") {
    return (
      <>
        <Check aria-hidden className="text-good" />
        <span>
          Saved <ClockTime at={saving.at} />
        </span>
      </>
    );
  }
  return (
    <span className="inline-flex items-center gap-1.5 text-wrong">
      <CloudOff aria-hidden /> Not saved
    </span>
  );
}
