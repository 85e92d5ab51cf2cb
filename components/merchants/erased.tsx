"use client";

import { useMutation } from "@tanstack/react-query";
import { Eraser } from "lucide-react";
import { usePageAnew } from "@/components/operation/use-page-anew";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { MonoId } from "@/components/ui/mono-id";
import { PageHeader } from "@/components/ui/page-header";
import { ProblemNotice } from "@/components/ui/problem";
import { RelativeTime } from "@/components/ui/relative-time";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

export interface ErasedProps {
  readonly environment: Environment;
  readonly accountId: string;
  /** When, as ISO 8601. */
  readonly at: string;
  readonly mayReadAgain: boolean;
}

/** The page of a merchant that was erased. Klarna isn't asked about it, unless somebody wishes it. */
export function Erased({ environment, accountId, at, mayReadAgain }: ErasedProps) {
  const pageAnew = usePageAnew();
  const again = useMutation({
    mutationFn: () => send<void>(`/api/desk/merchants/${encodeURIComponent(accountId)}/read-again`, { method: "POST", body: { environment } }),
    onSuccess: pageAnew,
  });
  return (
    <>
      <PageHeader
        title="Erased from this desk"
        breadcrumb={<Breadcrumb items={[{ label: "Merchants", href: routes.merchants(environment) }, { label: "Erased" }]} />}
        description={<MonoId value={accountId} label="account id" />}
      />
      {again.error && <ProblemNotice className="mb-4" title="It isn't read again" problem={ProblemError.of(again.error).problem} />}
      <EmptyState
        icon={<Eraser aria-hidden />}
        title="The desk holds nothing about this merchant"
        action={
          mayReadAgain && (
            <Button loading={again.isPending} onClick={() => again.mutate()}>
              Read it from Klarna again
            </Button>
          )
        }
      >
        {mayReadAgain ? "Once it is read again, it is in the directory like any other." : "An admin can have it read again."}
        <span className="mt-1 block">
          It was erased <RelativeTime at={at} />
        </span>
      </EmptyState>
    </>
  );
}
