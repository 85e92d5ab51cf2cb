"use client";

import { useQuery } from "@tanstack/react-query";
import { FileDown, Sheet } from "lucide-react";
import type { ReactNode } from "react";

import { Freshness } from "@/components/operation/freshness";
import { useRefresh } from "@/components/operation/use-refresh";
import { StateBadge } from "@/components/ui/badge";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { ProblemNotice } from "@/components/ui/problem";
import { SectionNav } from "@/components/ui/section-nav";
import type { SettlementDetail } from "@/lib/desk/settlement";
import { ProblemError } from "@/lib/klarna/problem";
import { moneyText } from "@/lib/money";
import { readDesk } from "@/lib/query/read";
import { routes } from "@/lib/routes";

import { ReportNotice } from "./report-notice";
import { SettlementContext } from "./settlement-context";
import { useFile } from "./use-file";
import { verdictBadge } from "./words";

export interface SettlementFrameProps {
  readonly first: SettlementDetail;
  readonly readAt: string;
  readonly mayAccept: boolean;
  readonly mayExport: boolean;
  readonly children: ReactNode;
}

/** What every section of a settlement's page stands in: what it is, how it stands, and its files. */
export function SettlementFrame({ first, readAt, mayAccept, mayExport, children }: SettlementFrameProps) {
  const { environment, settlement_id: id } = first;
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    ...readDesk<SettlementDetail>(`settlements/${encodeURIComponent(id)}`, { environment }),
    initialData: first,
    initialDataUpdatedAt: Date.parse(readAt),
    refetchInterval: ({ state }) => (state.data?.report === "wanted" || state.data?.report === "loading" ? 1_500 : 20_000),
  });
  const { busy, refresh } = useRefresh(refetch);
  const file = useFile(data);
  return (
    <SettlementContext value={{ settlement: data, mayAccept, mayExport }}>
      <PageHeader
        title={data.amount !== null && data.currency !== null ? moneyText(BigInt(data.amount), data.currency) : "Settlement"}
        aside={
          <>
            <StateBadge {...verdictBadge(data)} />
            <span className="wrap-anywhere mono text-muted">{id}</span>
          </>
        }
        breadcrumb={<Breadcrumb items={[{ label: "Settlements", href: routes.settlements(environment) }, { label: id }]} />}
        actions={
          mayExport && (
            <>
              {data.loaded && (
                <Button icon={<Sheet aria-hidden />} loading={file.saving?.form === "spreadsheet"} onClick={() => file.save({ form: "spreadsheet" })}>
                  Spreadsheet
                </Button>
              )}
              <Button icon={<FileDown aria-hidden />} loading={file.saving?.form === "report"} onClick={() => file.save({ form: "report" })}>
                Klarna's file
              </Button>
            </>
          )
        }
      />
      <Freshness problem={error ? ProblemError.of(error).problem : undefined} at={new Date(dataUpdatedAt).toISOString()} busy={busy} refresh={refresh}>
        {data.loaded ? `${data.rows?.toLocaleString("en")} transactions` : "No transactions are loaded"}
      </Freshness>
      {file.problem && <ProblemNotice className="mt-2 mb-4" title="There is no file" problem={file.problem} />}
      <ReportNotice settlement={data} mayAccept={mayAccept} />
      <SectionNav sections={sections.map((section) => ({ ...section, href: routes.settlement(environment, id, section.slug) }))} />
      {children}
    </SettlementContext>
  );
}

const sections = [
  { slug: "", label: "Does it add up?" },
  { slug: "transactions", label: "Transactions" },
  { slug: "merchants", label: "Merchants" },
  { slug: "fees", label: "Fees" },
];
