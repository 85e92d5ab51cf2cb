"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";

import { Freshness } from "@/components/operation/freshness";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/relative-time";
import { type Column, Table } from "@/components/ui/table";
import type { Colleague } from "@/lib/desk/team";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";
import { routes } from "@/lib/routes";

import { ColleagueState, signInWords } from "./colleague-state";

const AddPersonDialog = dynamic(() => import("./add-person-dialog").then((dialog) => dialog.AddPersonDialog));

export interface TeamListProps {
  /** The team as the server read it, and when. */
  readonly first: readonly Colleague[];
  readonly readAt: string;
  /** What the company's single sign-on is called, where there is one. */
  readonly provider: string | undefined;
  readonly passwords: boolean;
}

/** Everybody who may use the desk, and a way to add somebody. */
export function TeamList({ first, readAt, provider, passwords }: TeamListProps) {
  const client = useQueryClient();
  const [adding, setAdding] = useState<"never" | "open" | "closed">("never");
  const [opening, setOpening] = useState(0);
  const open = () => {
    setOpening(opening + 1);
    setAdding("open");
  };
  const { data, error, dataUpdatedAt, isFetching, refetch } = useQuery({
    ...readDesk<readonly Colleague[]>("team"),
    initialData: first,
    initialDataUpdatedAt: Date.parse(readAt),
  });
  const enabled = data.filter(({ disabled_at }) => disabled_at === null).length;
  return (
    <>
      <PageHeader
        title="Team"
        description="Who may use this desk, and as what."
        actions={
          <Button data-command="add-person" variant="primary" icon={<UserPlus aria-hidden />} onClick={open}>
            Add a person
          </Button>
        }
      />
      <div className="-mt-3">
        <Freshness
          problem={error ? ProblemError.of(error).problem : undefined}
          at={new Date(dataUpdatedAt).toISOString()}
          busy={isFetching}
          refresh={() => void refetch()}
        >
          <span className="tabular-nums">{enabled === 1 ? "1 person can sign in" : `${enabled} people can sign in`}</span>
        </Freshness>
        <div className="mt-1">
          <Table caption="People of the desk" columns={columns(provider)} rows={data} rowKey={({ id }) => id} rowHref={({ id }) => routes.colleague(id)} />
        </div>
      </div>
      {adding !== "never" && (
        <AddPersonDialog
          // What comes of an earlier opening isn't told in a later one.
          key={opening}
          open={adding === "open"}
          provider={provider}
          passwords={passwords}
          people={data}
          onAsked={() => void client.invalidateQueries({ queryKey: ["team"] })}
          onClose={() => setAdding("closed")}
        />
      )}
    </>
  );
}

function columns(provider: string | undefined): readonly Column<Colleague>[] {
  return [
    { key: "name", header: "Name", least: 9, cell: ({ name }) => name },
    { key: "email", header: "E-mail", width: "w-[25%]", least: 11.5, cell: ({ email }) => email },
    { key: "role", header: "Role", width: "w-[11%]", least: 6, cell: ({ role }) => role },
    { key: "state", header: "State", width: "w-[16%]", least: 8, cell: (person) => <ColleagueState person={person} /> },
    { key: "sign-in", header: "Signs in with", width: "w-[16%]", least: 7.5, wideOnly: true, cell: (person) => signInWords(person, provider) },
    { key: "seen", header: "Last seen", width: "w-[12%]", least: 5.75, cell: ({ seen_at }) => <Seen at={seen_at} /> },
  ];
}

function Seen({ at }: { readonly at: string | null }) {
  return <span className="text-muted">{at ? <RelativeTime at={at} /> : "Never"}</span>;
}
