"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Freshness } from "@/components/operation/freshness";
import { useFailure } from "@/components/operation/use-failure";
import { useRefresh } from "@/components/operation/use-refresh";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Table } from "@/components/ui/table";
import type { CredentialList, DeskCredential, KnownCredentials } from "@/lib/desk/credential";
import { counted } from "@/lib/desk/job-words";
import { readDesk } from "@/lib/query/read";

import { credentialColumns } from "./credential-columns";
import { Rotation } from "./rotation";
import { rotationOf } from "./rotation-steps";
import { TellNotice } from "./tell-notice";
import { UnclearNotice } from "./unclear-notice";
import { useCredentialAct } from "./use-credential-act";
import type { Making } from "./use-making";
import { isAlive } from "./words";

const CreateDialog = dynamic(() => import("./create-dialog").then((dialog) => dialog.CreateDialog));
const DisableDialog = dynamic(() => import("./disable-dialog").then((dialog) => dialog.DisableDialog));

export interface CredentialSectionProps {
  /** What the server knew without Klarna, and when. */
  readonly known: KnownCredentials;
  readonly readAt: string;
}

/** One environment's credentials: which there are, which is the desk's own, and a way to another. */
export function CredentialSection({ known, readAt }: CredentialSectionProps) {
  const { environment } = known;
  const client = useQueryClient();
  const asked = readDesk<CredentialList>("credentials", { environment });
  const read = useQuery({
    ...asked,
    retry: false,
    refetchInterval: ({ state }) => (isMoving(state.data ?? known) ? 5_000 : 30_000),
  });
  const { data, dataUpdatedAt, isPending, refetch } = read;
  const failure = useFailure(read);
  const { busy, refresh } = useRefresh(refetch);
  const act = useCredentialAct(environment);
  const [making, setMaking] = useState<Making>();
  const [disabling, setDisabling] = useState<string>();
  const now = data ?? known;
  const named = now.credentials.find(({ credential_id }) => credential_id === disabling);
  const notYet = data ? undefined : "It isn't known yet what Klarna has";
  const begin = (purpose: Making["purpose"]) => data && setMaking({ purpose, attempt: data.attempt });
  const disable = ({ credential_id }: DeskCredential) => setDisabling(credential_id);
  const name = environment.toUpperCase();
  return (
    <section id={environment} aria-labelledby={`${environment}-title`}>
      <div className="flex flex-wrap items-center justify-between gap-2 border-b pb-2">
        <h2 id={`${environment}-title`} className="font-semibold text-base">
          {name}
        </h2>
        <Button size="sm" unavailable={notYet} onClick={() => begin("other")}>
          Create a credential
        </Button>
      </div>
      <Freshness
        problem={failure ?? data?.problem ?? undefined}
        at={dataUpdatedAt && !data?.problem ? new Date(dataUpdatedAt).toISOString() : readAt}
        busy={busy || (isPending && !failure)}
        refresh={refresh}
      >
        {data ? `${counted(now.credentials.filter(isAlive).length, "credential")} at Klarna` : "Asking Klarna …"}
      </Freshness>
      <div className="grid gap-4">
        {now.unclear && <UnclearNotice unclear={now.unclear} notYet={notYet} onAskAgain={setMaking} />}
        {now.strangers > 0 && data && <TellNotice credentials={now.credentials} act={act} />}
        <Table
          caption={`Credentials of ${name}`}
          columns={credentialColumns({ environment, disable, notYet })}
          rows={now.credentials}
          rowKey={({ credential_id }) => credential_id}
          empty={
            <EmptyState icon={<KeyRound aria-hidden />} title={data ? "Klarna lists no credential" : "No credential is known yet"}>
              {data ? "The desk's own key was made in another way." : failure ? "What Klarna has couldn't be read." : "Klarna is being asked."}
            </EmptyState>
          }
        />
        <Rotation known={now} notYet={notYet} onCreate={() => begin("desk")} onDisable={disable} />
      </div>
      {making && (
        <CreateDialog
          environment={environment}
          making={making}
          onMade={() => void client.invalidateQueries({ queryKey: asked.queryKey })}
          onClose={() => setMaking(undefined)}
        />
      )}
      {named && <DisableDialog environment={environment} credential={named} act={act} onClose={() => setDisabling(undefined)} />}
    </section>
  );
}

/** Whether somebody waits for the desk's processes to come over to a new key. */
function isMoving(known: KnownCredentials): boolean {
  return [2, 3, 4].includes(rotationOf(known).step);
}
