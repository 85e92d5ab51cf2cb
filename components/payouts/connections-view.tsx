"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Cable, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";

import { Freshness } from "@/components/operation/freshness";
import { useRefresh } from "@/components/operation/use-refresh";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { PayoutConnection } from "@/lib/desk/payout";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";

import { ConnectionItem } from "./connection-item";

// Loaded when somebody opens it.
const ConnectionDialog = dynamic(() => import("./connection-dialog").then((module) => module.ConnectionDialog));

export interface ConnectionsViewProps {
  readonly environments: readonly Environment[];
  /** The connections as the server read them, and when. */
  readonly first: readonly PayoutConnection[];
  readonly readAt: string;
}

/** The merchants whose payouts are read: what they are, whether Klarna lets them in, and ways to add, change, test and remove one. */
export function ConnectionsView({ environments, first, readAt }: ConnectionsViewProps) {
  const client = useQueryClient();
  const [open, setOpen] = useState<"new" | PayoutConnection>();
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    ...readDesk<readonly PayoutConnection[]>("payouts/connections"),
    initialData: first,
    initialDataUpdatedAt: Date.parse(readAt),
    refetchInterval: 15_000,
  });
  const { busy, refresh } = useRefresh(refetch);
  const onChanged = () => void client.invalidateQueries({ queryKey: ["payouts"] });
  const add = (
    <Button data-command="connect-payouts" variant="primary" icon={<Plus aria-hidden />} onClick={() => setOpen("new")}>
      Connect a merchant
    </Button>
  );
  return (
    <>
      <div className="flex flex-wrap items-center gap-3">
        <div className="min-w-0 flex-1 max-md:basis-full">
          <Freshness problem={error ? ProblemError.of(error).problem : undefined} at={new Date(dataUpdatedAt).toISOString()} busy={busy} refresh={refresh}>
            {data.length === 1 ? "One connection" : `${data.length} connections`}. Secrets are kept sealed and are shown to nobody.
          </Freshness>
        </div>
        {data.length > 0 && add}
      </div>
      {data.length === 0 ? (
        <div className="mt-3">
          <EmptyState icon={<Cable aria-hidden />} title="No merchant's payouts are connected" action={add}>
            You need a credential of Klarna's Settlements API: an API key, or a user name and a password, of the merchant's own.
          </EmptyState>
        </div>
      ) : (
        <ul aria-label="Connections" className="mt-3 grid gap-3">
          {data.map((connection) => (
            <ConnectionItem key={connection.id} connection={connection} onEdit={() => setOpen(connection)} onChanged={onChanged} />
          ))}
        </ul>
      )}
      {open && (
        <ConnectionDialog
          environments={environments}
          {...(open !== "new" && { connection: open })}
          onClose={() => setOpen(undefined)}
          onSaved={() => {
            setOpen(undefined);
            onChanged();
          }}
        />
      )}
    </>
  );
}
