import { CircleCheck, Eye, Radio, Send, TriangleAlert, UserRoundCheck } from "lucide-react";

import { CopyButton } from "@/components/ui/copy-button";
import type { TimelineItem } from "@/components/ui/timeline";
import type { OperationEvidence, OperationLook, OperationTry } from "@/lib/desk/operation";
import { eventInWords } from "@/lib/klarna/change-words";

import { lookInWords, sourceWords, tryInWords, verdictWords, worth } from "./words";

/** Tries, looks, webhooks and a person's word, in one line of time, the latest first. */
export function evidenceItems({ tried, looks, webhooks, decision, state }: OperationEvidence): readonly TimelineItem[] {
  const items = [
    // A person's word says it better than the log's entry of it.
    ...tried.filter(({ kind, at }) => !(decision && kind === "operation-settled" && at === decision.at)).map(tryItem),
    ...looks.map((look, index) => lookItem(look, index, state === "unknown")),
    ...webhooks.map(({ at, event_type }, index) => ({
      key: `webhook ${index} ${at}`,
      at,
      icon: <Radio />,
      tone: "off" as const,
      title: eventInWords(event_type),
      actor: "Webhook",
    })),
    ...(decision ? [decisionItem(decision)] : []),
  ];
  return items.sort((one, other) => (one.at < other.at ? 1 : -1));
}

function tryItem(one: OperationTry, index: number): TimelineItem {
  const { kind, at, by, code, error_id } = one;
  const look = looksOf[kind] ?? looksOf["operation-unknown"];
  return {
    key: `try ${index} ${at}`,
    at,
    icon: look?.icon ?? <Send />,
    tone: look?.tone ?? "off",
    title: tryInWords(one),
    actor: by ?? "The desk",
    ...((code || error_id) && { detail: <Marks code={code} errorId={error_id} /> }),
  };
}

const looksOf: Readonly<Record<string, Pick<TimelineItem, "icon" | "tone">>> = {
  "operation-sent": { icon: <Send />, tone: "off" },
  "operation-unknown": { icon: <TriangleAlert />, tone: "waiting" },
  "operation-confirmed": { icon: <CircleCheck />, tone: "good" },
  "operation-rejected": { icon: <TriangleAlert />, tone: "wrong" },
  "operation-settled": { icon: <CircleCheck />, tone: "good" },
};

function lookItem(look: OperationLook, index: number, open: boolean): TimelineItem {
  const note = open ? worth[look.finding] : undefined;
  return {
    key: `look ${index} ${look.at}`,
    at: look.at,
    icon: <Eye />,
    tone: look.finding === "unread" ? "waiting" : "off",
    title: lookInWords(look),
    actor: "The desk looked at Klarna",
    ...((note || look.error_id) && {
      detail: (
        <>
          {note && <p className="text-muted text-xs">{note}</p>}
          <Marks code={null} errorId={look.error_id} />
        </>
      ),
    }),
  };
}

function decisionItem({ by, at, verdict, source, note }: NonNullable<OperationEvidence["decision"]>): TimelineItem {
  return {
    key: `decision ${at}`,
    at,
    icon: <UserRoundCheck />,
    tone: verdict === "done" ? "good" : "off",
    title: `${by}: ${verdictWords[verdict].toLowerCase()}`,
    actor: sourceWords[source as keyof typeof sourceWords] ?? source,
    ...(note && { detail: <p className="wrap-anywhere whitespace-pre-wrap">{note}</p> }),
  };
}

function Marks({ code, errorId }: { readonly code: string | null; readonly errorId: string | null }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 text-muted text-xs">
      {code && <span className="mono">{code}</span>}
      {errorId && (
        <span className="inline-flex min-w-0 items-center gap-1">
          Error id <span className="min-w-0 break-all mono text-ink">{errorId}</span>
          <CopyButton value={errorId} label="error id" />
        </span>
      )}
    </div>
  );
}
