import { Shuffle } from "lucide-react";

import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { MonoId } from "@/components/ui/mono-id";
import { PageHeader } from "@/components/ui/page-header";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

export interface OtherEnvironmentProps {
  readonly accountId: string;
  readonly belongsTo: Environment;
  /** Whether this desk has a key for it. */
  readonly connected: boolean;
}

/** For an id of Klarna's other world under this one's address. */
export function OtherEnvironment({ accountId, belongsTo, connected }: OtherEnvironmentProps) {
  const name = belongsTo.toUpperCase();
  return (
    <>
      <PageHeader title={`A merchant in ${name}`} description={<MonoId value={accountId} label="account id" />} />
      <EmptyState
        icon={<Shuffle aria-hidden />}
        title={`This account belongs to ${name}`}
        action={connected && <ButtonLink href={routes.merchant(belongsTo, accountId)}>Open it in {name}</ButtonLink>}
      >
        {connected ? "TEST and LIVE are wholly separate at Klarna." : `TEST and LIVE are wholly separate at Klarna, and this desk isn't connected to ${name}.`}
      </EmptyState>
    </>
  );
}
