import { FlaskConical } from "lucide-react";

import { Hint } from "@/components/ui/hint";

/** Says TEST by word, colour and shape on every page, for as long as one works there. */
export function EnvironmentBand() {
  return (
    <div className="striped fixed print:hidden inset-x-0 top-0 z-40 flex h-(--band-height) items-center justify-center">
      <Hint id="environment-hint" text="Nothing here reaches real merchants.">
        <button
          type="button"
          aria-describedby="environment-hint"
          className="flex h-6 cursor-help! items-center gap-1.5 bg-band px-3 font-medium text-on-band text-xs tracking-wider"
        >
          <FlaskConical aria-hidden className="size-3.5" />
          TEST
        </button>
      </Hint>
    </div>
  );
}
