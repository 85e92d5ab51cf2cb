"use client";

import { useQuery } from "@tanstack/react-query";
import { FilePen, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { FailedRead } from "@/components/operation/failed-read";
import { useFailure } from "@/components/operation/use-failure";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { TableSkeleton } from "@/components/ui/skeleton";
import { type Column, Table } from "@/components/ui/table";
import type { Tone } from "@/components/ui/tone";
import { useFocusAfter } from "@/components/ui/use-focus-after";
import { type DraftOutcome, type DraftSummary, mostDrafts } from "@/lib/desk/draft";
import type { Environment } from "@/lib/klarna/environment";
import { readDesk } from "@/lib/query/read";
import { routes } from "@/lib/routes";

import { DiscardDialog } from "./discard-dialog";

const pollEvery = 5_000;

/** The onboardings in preparation, anybody's: whoever may onboard can go on with each. Read again while Klarna may be creating one. */
export function Drafts({ environment }: { readonly environment: Environment }) {
  const read = useQuery({
    ...readDesk<readonly DraftSummary[]>("drafts", { environment }),
    // Whoever comes from a draft has begun, saved or sent it just now.
    refetchOnMount: "always",
    refetchInterval: ({ state }) => (state.data?.some(({ outcome }) => outcome === "sent" || outcome === "unknown") ? pollEvery : false),
  });
  const { data, isPending, refetch } = read;
  const problem = useFailure(read);
  const [discarded, setDiscarded] = useState<DraftSummary>();
  const area = useRef<HTMLDivElement>(null);
  // By the time that the question goes, its row has gone already.
  const keepPlace = useFocusAfter(area, [discarded?.id, ...(data ?? []).map(({ id }) => id)].join());
  if (isPending && !problem) return <TableSkeleton rows={4} columns={4} />;
  return (
    <div ref={area}>
      {problem && (
        <FailedRead
          className="mb-4"
          title={data ? "What you see may be old: the drafts couldn't be read again" : "The drafts couldn't be read"}
          problem={problem}
          refetch={refetch}
        />
      )}
      {data && (
        <Table
          caption="Merchants in preparation"
          columns={columns(setDiscarded)}
          rows={data.slice(0, mostDrafts)}
          rowKey={({ id }) => id}
          rowHref={({ id }) => routes.draft(environment, id)}
          empty={
            <EmptyState icon={<FilePen />} title="Nobody is being prepared">
              Start a new merchant above. It is saved as you type, and you or a colleague can go on with it on any device.
            </EmptyState>
          }
        />
      )}
      {data && data.length > mostDrafts && (
        <p className="mt-3 text-muted">
          These are the {mostDrafts} that were saved last; there are more. Onboard or throw away some of them to see the others.
        </p>
      )}
      <DiscardDialog draft={discarded} onClose={() => setDiscarded(undefined)} onDiscarded={keepPlace} />
    </div>
  );
}

function columns(onDiscard: (draft: DraftSummary) => void): readonly Column<DraftSummary>[] {
  return [
    { key: "title", header: "Merchant", least: 11, cell: ({ title }) => title || "No name yet" },
    { key: "outcome", header: "How it stands", width: "w-[16%]", least: 11, cell: ({ outcome }) => <Outcome outcome={outcome} /> },
    { key: "by", header: "Saved by", width: "w-[17%]", least: 8, cell: ({ updated_by }) => updated_by },
    { key: "at", header: "Saved", width: "w-[14%]", least: 5.5, cell: ({ updated_at }) => <RelativeTime at={updated_at} /> },
    { key: "discard", header: "Throw away", width: "w-[10%]", least: 6, cell: (draft) => <Discard draft={draft} onDiscard={onDiscard} /> },
  ];
}

function Outcome({ outcome }: { readonly outcome: DraftOutcome }) {
  const [tone, words] = outcomes[outcome ?? "none"];
  return <Badge tone={tone}>{words}</Badge>;
}

const outcomes: Readonly<Record<Exclude<DraftOutcome, null> | "none", readonly [Tone, string]>> = {
  none: ["off", "Not sent"],
  sent: ["waiting", "On its way"],
  rejected: ["wrong", "Refused or not sent"],
  unknown: ["waiting", "Outcome unknown"],
  confirmed: ["good", "Onboarded"],
};

function Discard({ draft, onDiscard }: { readonly draft: DraftSummary; readonly onDiscard: (draft: DraftSummary) => void }) {
  const fixed = draft.outcome !== null && draft.outcome !== "rejected";
  return (
    <Button
      variant="ghost"
      size="sm"
      icon={<Trash2 aria-hidden />}
      aria-label={`Throw away ${draft.title || "the draft without a name"}`}
      unavailable={fixed ? "Not while Klarna may be creating it." : undefined}
      onClick={() => onDiscard(draft)}
    />
  );
}
