import { FileSearch } from "lucide-react";
import type { Metadata } from "next";

import { ListDownload } from "@/components/operation/list-download";
import { ImportReport } from "@/components/settlements/import-report";
import { LookUp } from "@/components/settlements/look-up";
import { OnePayment } from "@/components/settlements/one-payment";
import { SettlementFilters } from "@/components/settlements/settlement-filters";
import { SettlementList } from "@/components/settlements/settlement-list";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/klarna/permissions";
import { environmentOf, readParams, routes } from "@/lib/routes";
import { signedInTo, signedInWith } from "@/lib/server/page";
import { settlementFilterIn } from "@/lib/server/settlements/input";
import { listSettlements, settlementCurrencies } from "@/lib/server/settlements/list";

export const metadata: Metadata = { title: "Settlements" };

export default async function SettlementsPage({ params, searchParams }: PageProps<"/[environment]/settlements">) {
  const { environment } = await signedInTo(environmentOf(await readParams(params)));
  const { role } = await signedInWith("settlements:read");
  const search = await searchParams;
  const filter = settlementFilterIn(search);
  const readAt = new Date().toISOString();
  const [first, currencies] = await Promise.all([listSettlements(environment, filter), settlementCurrencies(environment)]);
  return (
    <>
      <PageHeader
        title="Settlements"
        description="What Klarna pays out and why. Each report is loaded when Klarna announces it, and held against itself to the minor unit."
        actions={
          <>
            {can(role, "settlements:export") && <ListDownload path="/api/desk/settlements/csv" search={{ environment, ...filter }} />}
            {can(role, "settlements:accept") && <ImportReport environment={environment} />}
            <LookUp environment={environment} />
            <ButtonLink href={routes.findByStatement(environment)} icon={<FileSearch aria-hidden />}>
              Find by bank statement
            </ButtonLink>
          </>
        }
      />
      <SettlementFilters environment={environment} filter={filter} currencies={currencies} />
      <div className="mt-3">
        <SettlementList key={JSON.stringify(filter)} environment={environment} filter={filter} first={first} readAt={readAt} />
      </div>
      {typeof search.payment === "string" && <OnePayment environment={environment} paymentId={search.payment} />}
    </>
  );
}
