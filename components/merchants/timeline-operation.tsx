import { Building2, CircleHelp, Hourglass, TriangleAlert } from "lucide-react";

import { CopyButton } from "@/components/ui/copy-button";
import { duration } from "@/components/ui/time";
import type { TimelineItem } from "@/components/ui/timeline";
import { isolated } from "@/lib/desk/isolated";
import type { Announcement, OperationEntry } from "@/lib/desk/timeline";
import { unsentInWords } from "@/lib/desk/undone";
import { doneInWords } from "@/lib/klarna/change-words";

import { ChangedFields } from "./changed-fields";
import { OperationHelp } from "./operation-help";
import { TimelineDetail } from "./timeline-detail";

type Item = Omit<TimelineItem, "key" | "at">;

/** What somebody asked of Klarna: `Ada changed the account`, `Accepted by Klarna after 0.4 s`. */
export function operationItem(entry: OperationEntry): Item {
  const { name, by, state, tries, code, error_id, announcement, read_at, fields = [], at } = entry;
  const undone = state === "rejected" || state === "unknown";
  // What Klarna doesn't announce is seen by reading: that it was accepted alone says nothing of what stands.
  const readSince = state === "confirmed" && announcement === null ? read_at : null;
  const facts = (readSince || tries > 1 || code || error_id || announcement || undone) && (
    <TimelineDetail>
      {announcement && <Announced announcement={announcement} asked={at} readAt={read_at} />}
      {readSince && <span>Read again from Klarna since, last {since(readSince, at)} after it was asked</span>}
      {tries > 1 && <span>Sent {tries} times with the same key, so it can't be done twice.</span>}
      {code && <span className="mono">{code}</span>}
      {error_id && (
        <span className="inline-flex min-w-0 items-center gap-1">
          Error id <span className="min-w-0 break-all mono text-ink">{error_id}</span>
          <CopyButton value={error_id} label="error id" />
        </span>
      )}
      {undone && <OperationHelp operation={entry} />}
    </TimelineDetail>
  );
  const detail = (facts || fields.length > 0) && (
    <>
      {facts}
      <ChangedFields fields={fields} />
    </>
  );
  return { ...looks[state], actor: outcomeOf(entry), title: `${by} ${doneInWords(name)}`, ...(detail && { detail }) };
}

const looks: Record<OperationEntry["state"], Pick<Item, "icon" | "tone">> = {
  sent: { icon: <Hourglass />, tone: "waiting" },
  confirmed: { icon: <Building2 />, tone: "good" },
  rejected: { icon: <TriangleAlert />, tone: "wrong" },
  unknown: { icon: <CircleHelp />, tone: "waiting" },
};

/** How it ended, by what that became known, and how long it took. An answer of Klarna's only says that it was accepted. */
function outcomeOf({ state, settled_by, settled_at, decided_by, code, at }: OperationEntry): string {
  if (state === "sent") return "On its way to Klarna";
  if (state === "unknown") return "Not known yet whether Klarna did it";
  const done = state === "confirmed";
  const after = settled_at ? ` after ${duration(Date.parse(settled_at) - Date.parse(at))}` : "";
  switch (settled_by) {
    case "person":
      return `${isolated(decided_by ?? "A person")} found out${after}: ${done ? "it was done" : "it wasn't done"}`;
    case "webhook":
      return done ? `Confirmed by Klarna's webhook${after}` : `Klarna shows that it wasn't done${after && `,${after}`}`;
    case "read":
      return `Klarna shows that it ${done ? "was" : "wasn't"} done${after && `,${after}`}`;
    default:
      if (!done) return `${unsentInWords({ code }) ?? "Refused by Klarna"}${after}: nothing changed`;
      return `Accepted by Klarna${settled_by === "repeat" ? " when it was asked again," : ""}${after}`;
  }
}

interface AnnouncedProps {
  readonly announcement: Announcement;
  readonly asked: string;
  readonly readAt: string | null;
}

function Announced({ announcement, asked, readAt }: AnnouncedProps) {
  switch (announcement.is) {
    case "come":
      return <span>Klarna confirmed it by webhook after {since(announcement.at, asked)}</span>;
    case "awaited":
      return <span>Klarna's webhook about it is awaited; if it is late, the desk reads the merchant again.</span>;
    case "late":
      return (
        <span>
          Klarna's webhook about it didn't come within {since(announcement.at, asked)}, so the desk {announcement.read_again ? "has read" : "is reading"} the
          merchant again{announcement.read_again && readAt && `, last ${since(readAt, asked)} after it was asked`}
        </span>
      );
  }
}

function since(at: string, asked: string): string {
  return duration(Date.parse(at) - Date.parse(asked));
}
