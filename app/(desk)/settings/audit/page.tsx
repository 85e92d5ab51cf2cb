import { Download } from "lucide-react";
import type { Metadata } from "next";

import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditTable } from "@/components/audit/audit-table";
import { ChainNotice } from "@/components/audit/chain-notice";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { isChange } from "@/lib/klarna/operation";
import { operations } from "@/lib/klarna/operations";
import { ProblemError } from "@/lib/klarna/problem";
import { routes } from "@/lib/routes";
import { chainState } from "@/lib/server/audit-chain";
import { asSearch, questionIn } from "@/lib/server/audit-log/filter";
import { listAudit } from "@/lib/server/audit-log/list";
import { peopleInLog } from "@/lib/server/audit-log/people";
import { signedInWith } from "@/lib/server/page";

export const metadata: Metadata = { title: "Audit log" };

const changes = [...operations.values()].filter(isChange).map(({ name }) => name);

export default async function AuditPage({ searchParams }: PageProps<"/settings/audit">) {
  await signedInWith("audit:read");
  const search = await searchParams;
  const question = questionIn(search);
  const asked = asSearch(question);
  const after = typeof search.after === "string" ? search.after : undefined;
  const [page, chain, people] = await Promise.all([listAudit(question, after).catch(firstIfCut), chainState(), peopleInLog()]);
  const address = (more: Readonly<Record<string, string>>, path: string = routes.audit) => `${path}?${new URLSearchParams({ ...asked, ...more })}`;
  return (
    <>
      <PageHeader
        title="Audit log"
        description="Who did, tried or was refused what. It can be added to, and never changed."
        actions={
          <ButtonLink href={address({}, "/api/desk/audit/export")} icon={<Download aria-hidden />} download>
            Download as CSV
          </ButtonLink>
        }
      />
      <ChainNotice chain={chain} />
      <AuditFilters key={JSON.stringify(asked)} asked={asked} people={people} operations={changes} />
      <AuditTable entries={page.entries} asked={Object.keys(asked).length > 0} />
      <nav aria-label="Pages of the log" className="mt-4 flex gap-2">
        {after !== undefined && <ButtonLink href={address({})}>The latest</ButtonLink>}
        {page.next !== null && <ButtonLink href={address({ after: page.next })}>Older</ButtonLink>}
      </nav>
    </>
  );

  function firstIfCut(error: unknown) {
    if (ProblemError.of(error).problem.status !== 400) throw error;
    return listAudit(question);
  }
}
