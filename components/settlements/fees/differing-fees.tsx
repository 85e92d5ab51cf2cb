"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { Sheet } from "lucide-react";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { Link } from "@/components/ui/link";
import { ProblemNotice } from "@/components/ui/problem";
import { Table } from "@/components/ui/table";
import type { FeeAuditLines } from "@/lib/desk/fee-audit";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";
import { PagesRead } from "../pages-read";
import { useSettlementHere } from "../settlement-context";
import { useFile } from "../use-file";
import { differingColumns } from "./differing-columns";

export interface DifferingFeesProps {
  readonly account?: string;
  readonly first: FeeAuditLines;
  readonly readAt: string;
  readonly checkedAt: string;
}

/** The fees that aren't what the plan says, each with what it should be; of one merchant where the address says so. */
export function DifferingFees({ account, first, readAt, checkedAt }: DifferingFeesProps) {
  const { settlement, mayExport } = useSettlementHere();
  const { environment, settlement_id, currency } = settlement;
  const file = useFile(settlement);
  const door = `/api/desk/settlements/${encodeURIComponent(settlement_id)}/fees`;
  const read = useInfiniteQuery({
    queryKey: ["settlements", environment, settlement_id, "fees", "lines", account ?? "", checkedAt],
    queryFn: ({ pageParam, signal }) =>
      send<FeeAuditLines>(`${door}/lines`, {
        search: { environment, ...(account !== undefined && { account }), ...(pageParam !== "" && { after: pageParam }) },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: (page: FeeAuditLines) => page.next,
    ...(checkedAt < readAt && { initialData: { pages: [first], pageParams: [""] }, initialDataUpdatedAt: Date.parse(readAt) }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <section aria-labelledby="differing-fees">
      <div className="flex flex-wrap items-center gap-2 pb-2">
        <h2 id="differing-fees" className="min-w-0 flex-1 font-semibold text-base">
          Fees that differ{account !== undefined && " of this merchant"} <span className="font-normal text-muted">in {currency}</span>
        </h2>
        {account !== undefined && (
          <Link href={routes.settlement(environment, settlement_id, "fees")} className={buttonClass({ size: "sm" })}>
            Show everybody's
          </Link>
        )}
        {mayExport && (
          <Button size="sm" icon={<Sheet aria-hidden />} loading={file.saving !== undefined} onClick={() => file.save({ form: "fees/csv" })}>
            All that differ as CSV
          </Button>
        )}
      </div>
      {file.problem && <ProblemNotice className="mb-4" title="There is no file" problem={file.problem} />}
      <PagesRead read={read} failed="The fees that differ can't be read">
        {(pages) => (
          <Table
            caption="Fees that aren't what the price plan says, in the order of the report"
            columns={differingColumns(currency ?? "")}
            rows={pages.flatMap((page) => page.lines)}
            rowKey={({ line }) => String(line)}
            empty={<p className="text-muted">No fee that can be checked differs{account !== undefined && " at this merchant"}.</p>}
          />
        )}
      </PagesRead>
    </section>
  );
}
