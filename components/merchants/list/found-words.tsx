import clsx from "clsx";
import { Link } from "@/components/ui/link";

import { accountIdIn } from "@/lib/desk/krn";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

export interface FoundWordsProps {
  readonly environment: Environment;
  /** What was searched for, and whether what is shown is only spelt similarly. */
  readonly text: string;
  readonly similar: boolean;
  /** Undefined where it isn't known how many. */
  readonly total: number | undefined;
  readonly stale: boolean;
}

/** What a search found, for those who listen; for all where it is only close to what was meant. An id that is only close to others can be opened all the same. */
export function FoundWords({ environment, text, similar, total, stale }: FoundWordsProps) {
  const stranger = similar ? accountIdIn(text) : undefined;
  return (
    <div className={clsx("flex flex-wrap items-center gap-x-3 py-1 text-muted", !similar && "sr-only")}>
      <p role="status">
        {stranger
          ? "The desk doesn't know this account yet. These have an id that is close:"
          : similar
            ? "Nothing is spelt like that. These are close:"
            : text !== "" && !stale && total !== undefined && `${total.toLocaleString("en")} found`}
      </p>
      {stranger && (
        <Link href={routes.merchant(environment, stranger)} className="text-accent-ink underline-offset-2 hover:underline max-md:inline-block max-md:py-3">
          Open it as it was typed
        </Link>
      )}
    </div>
  );
}
