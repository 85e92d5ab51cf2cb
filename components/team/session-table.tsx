import { Monitor } from "lucide-react";

import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { type Column, Table } from "@/components/ui/table";
import type { OpenSession } from "@/lib/desk/team";

export interface SessionTableProps {
  /** Whose they are, for those who listen. */
  readonly caption: string;
  readonly sessions: readonly (OpenSession & { readonly here?: boolean })[];
  readonly provider: string | undefined;
  readonly empty: string;
  /** The session that is being ended. */
  readonly ending: string | undefined;
  readonly onEnd: (session: OpenSession) => void;
}

/** The browsers in which a person is signed in, each with a button that ends it. */
export function SessionTable({ caption, sessions, provider, empty, ending, onEnd }: SessionTableProps) {
  const columns: readonly Column<SessionTableProps["sessions"][number]>[] = [
    { key: "device", header: "Browser", least: 10, cell: ({ device, here }) => <Device device={device} here={here === true} /> },
    {
      key: "method",
      header: "Signed in with",
      width: "w-[20%]",
      least: 7.5,
      cell: ({ method }) => (method === "provider" ? (provider ?? "A provider") : "Password"),
    },
    { key: "since", header: "Since", width: "w-[16%]", least: 5.5, cell: ({ created_at }) => <RelativeTime at={created_at} /> },
    { key: "seen", header: "Last seen", width: "w-[16%]", least: 5.75, cell: ({ seen_at }) => <RelativeTime at={seen_at} /> },
    {
      key: "end",
      header: "End",
      width: "w-28",
      cell: (session) => (
        <Button
          size="sm"
          loading={ending === session.id}
          unavailable={session.here ? "You are here. The menu at the top right ends this one." : undefined}
          aria-label={`End the session of ${session.device || "the unknown browser"}`}
          onClick={() => onEnd(session)}
        >
          End
        </Button>
      ),
    },
  ];
  return <Table caption={caption} columns={columns} rows={sessions} rowKey={({ id }) => id} empty={<EmptyState icon={<Monitor />} title={empty} />} />;
}

/** Where the focus goes once a session was ended. */
export const sessionRows = { row: "tbody tr", target: "button" };

function Device({ device, here }: { readonly device: string; readonly here: boolean }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <span className="truncate">{device || "An unknown browser"}</span>
      {here && <Badge tone="good">This one</Badge>}
    </span>
  );
}
