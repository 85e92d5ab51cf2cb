import type { ReactNode } from "react";

import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import type { Tone } from "@/components/ui/tone";
import type { RowDraft } from "@/lib/desk/draft";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

import type { RowOutcome } from "./use-onboard-rows";

export interface RowStateProps {
  readonly environment: Environment;
  readonly draft: RowDraft | undefined;
  readonly outcome: RowOutcome | undefined;
}

/** How far a row has come: its draft, and what became of it. */
export function RowState({ environment, draft, outcome }: RowStateProps) {
  if (!draft) return <span className="text-muted">not made</span>;
  const accountId = outcome?.kind === "onboarded" ? outcome.accountId : draft.account_id;
  if (accountId)
    return (
      <Stand tone="good" words={outcome ? "Onboarded" : "A merchant already"}>
        <Link className="text-accent-ink underline" href={routes.merchant(environment, accountId)}>
          Look at it
        </Link>
      </Stand>
    );
  const [tone, words] = outcome ? outcomes[outcome.kind] : draft.made ? (["good", "Made"] as const) : (["off", "Was there"] as const);
  return (
    <Stand tone={tone} words={words}>
      {outcome?.kind !== "sending" && outcome?.kind !== "gone" && (
        <Link className="text-accent-ink underline" href={routes.draft(environment, draft.id)}>
          Open
        </Link>
      )}
      {outcome && "message" in outcome && <span className="wrap-anywhere w-full whitespace-normal text-xs">{outcome.message}</span>}
    </Stand>
  );
}

const outcomes: Readonly<Record<RowOutcome["kind"], readonly [Tone, string]>> = {
  sending: ["waiting", "Being sent"],
  onboarded: ["good", "Onboarded"],
  refused: ["wrong", "Refused"],
  unclear: ["waiting", "Not clear yet"],
  odd: ["waiting", "Looks odd"],
  changed: ["off", "Changed since"],
  gone: ["off", "Thrown away"],
};

function Stand({ tone, words, children }: { readonly tone: Tone; readonly words: string; readonly children: ReactNode }) {
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1">
      <Badge tone={tone}>{words}</Badge>
      {children}
    </span>
  );
}
