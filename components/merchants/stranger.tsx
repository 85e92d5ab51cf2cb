import { SearchX } from "lucide-react";

import { Freshness } from "@/components/operation/freshness";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { MonoId } from "@/components/ui/mono-id";
import { PageHeader } from "@/components/ui/page-header";
import { LinesSkeleton } from "@/components/ui/skeleton";
import type { Environment } from "@/lib/klarna/environment";
import type { Problem } from "@/lib/klarna/problem";
import { routes } from "@/lib/routes";

export interface StrangerProps {
  readonly environment: Environment;
  readonly accountId: string;
  readonly problem: Problem | undefined;
  readonly busy: boolean;
  readonly refresh: () => void;
}

/** The page of an account that the directory has never heard of: Klarna is asked, and this says what came of it. */
export function Stranger({ environment, accountId, problem, busy, refresh }: StrangerProps) {
  const back = { label: "Merchants", href: routes.merchants(environment) };
  const unknown = problem?.status === 404;
  return (
    <>
      <PageHeader
        title={unknown ? "No such merchant" : "New to this desk"}
        breadcrumb={<Breadcrumb items={[back, { label: accountId }]} />}
        description={<MonoId value={accountId} label="account id" />}
      />
      {unknown ? (
        <EmptyState icon={<SearchX aria-hidden />} title="Klarna knows no such account" action={<ButtonLink href={back.href}>Go to the merchants</ButtonLink>}>
          Look at the id once more: it may be cut off, or belong to another partner.
        </EmptyState>
      ) : (
        <>
          <Freshness problem={problem} at={null} busy={busy} refresh={refresh} about={{ environment, accountId, operation: "accounts.get" }}>
            Asking Klarna about it …
          </Freshness>
          {!problem && (
            <div className="mt-6">
              <LinesSkeleton lines={8} />
            </div>
          )}
        </>
      )}
    </>
  );
}
