"use client";

import { useMutation } from "@tanstack/react-query";
import { Landmark } from "lucide-react";
import { usePageAnew } from "@/components/operation/use-page-anew";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { ProblemNotice } from "@/components/ui/problem";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

/** A settlement that the desk has never heard of: Klarna may know it. */
export function UnknownSettlement({ environment, settlementId }: { readonly environment: Environment; readonly settlementId: string }) {
  const pageAnew = usePageAnew();
  const lookUp = useMutation<void>({
    mutationFn: () => send("/api/desk/settlements/look-up", { method: "POST", repeatable: true, body: { environment, settlement_id: settlementId } }),
    onSuccess: pageAnew,
  });
  const problem = lookUp.error && ProblemError.of(lookUp.error).problem;
  return (
    <>
      <PageHeader
        title={settlementId}
        breadcrumb={<Breadcrumb items={[{ label: "Settlements", href: routes.settlements(environment) }, { label: settlementId }]} />}
      />
      {problem && <ProblemNotice className="mb-6" title={problem.status === 404 ? "It wasn't found" : "Klarna couldn't be asked"} problem={problem} />}
      <EmptyState
        icon={<Landmark aria-hidden />}
        title="The desk doesn't know this settlement"
        action={
          <Button variant="primary" loading={lookUp.isPending} onClick={() => lookUp.mutate()}>
            Look it up at Klarna
          </Button>
        }
      >
        It wasn't announced here. If Klarna knows it, it is kept, and its report is loaded and checked.
      </EmptyState>
    </>
  );
}
