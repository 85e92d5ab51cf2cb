"use client";

import { CalendarRange, Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";

import { Freshness } from "@/components/operation/freshness";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { few } from "@/components/ui/few";
import { ProblemNotice } from "@/components/ui/problem";
import { RelativeTime } from "@/components/ui/relative-time";
import { Skeleton, TableSkeleton } from "@/components/ui/skeleton";
import { Table } from "@/components/ui/table";
import type { DirectoryProduct } from "@/lib/desk/merchant";
import { lanesOf } from "@/lib/klarna/enablement-lanes";
import type { Enabled } from "@/lib/klarna/enablements";

import { useMerchantHere } from "../merchant-context";
import { Section } from "../section";
import { enablementColumns } from "./enablement-columns";
import { KeptNotice } from "./kept-notice";
import { programColumns } from "./program-columns";
import { type ProductCalls, type ProductProgram, useProductPrograms } from "./use-product-programs";
import { ownZone } from "./zones";

const chart = () => <Skeleton className="h-40" />;
const EnablementChart = dynamic(() => import("./enablement-chart").then((module) => module.EnablementChart), { loading: chart });
const LongTable = dynamic(() => import("@/components/ui/long-table").then((module) => module.LongTable<Enabled>), {
  loading: () => <TableSkeleton rows={3} />,
});
const EnableDialog = dynamic(() => import("./enable-dialog").then((module) => module.EnableDialog));
const DatesDialog = dynamic(() => import("./dates-dialog").then((module) => module.DatesDialog));

export interface ProductProgramsProps {
  readonly product: DirectoryProduct & { readonly product_id: string };
  readonly calls: ProductCalls;
  readonly planId: string | undefined;
  readonly names: Readonly<Record<string, string>>;
  readonly mayWrite: boolean;
}

/** The programs that one product may have, and its enablements by time. */
export function ProductPrograms({ product, calls, planId, names: known, mayWrite }: ProductProgramsProps) {
  const { merchant, me } = useMerchantHere();
  const { environment, account_id } = merchant;
  const { programs, unlisted, enabled, problem, unread, readAt, busy, refresh } = useProductPrograms(environment, calls);
  const [enabling, setEnabling] = useState<string>();
  const [dated, setDated] = useState<Enabled>();
  const zone = useMemo(ownZone, []);
  // As of the reading: also of one that brought nothing new.
  const now = readAt ? Date.parse(readAt) : 0;
  const names = useMemo(() => namesOf(known, programs), [known, programs]);
  const ordered = useMemo(() => lanesOf(enabled ?? []).flatMap(({ items }) => items), [enabled]);
  const columns = useMemo(
    () => enablementColumns({ environment, names, zone, now, onDates: mayWrite ? setDated : undefined }),
    [environment, names, zone, now, mayWrite],
  );
  const EnablementTable = ordered.length > few ? LongTable : Table;
  const tryAgain = (
    <Button loading={busy} onClick={refresh}>
      Try again
    </Button>
  );
  if (problem && !enabled) return <ProblemNotice title="The programs couldn't be read" problem={problem} actions={tryAgain} />;
  return (
    <>
      <Freshness problem={problem} at={readAt} busy={busy} refresh={refresh}>
        {readAt ? (
          <>
            Read from Klarna <RelativeTime at={readAt} />
          </>
        ) : (
          "Reading from Klarna …"
        )}
      </Freshness>
      {mayWrite && (
        <KeptNotice
          place={{ me, accountId: account_id, productId: product.product_id }}
          enabled={ordered}
          names={names}
          open={enabling !== undefined || dated !== undefined}
          onNew={() => setEnabling("")}
          onDates={setDated}
        />
      )}
      {!enabled ? (
        <Section title="Programs it may have">
          <TableSkeleton rows={8} columns={4} />
        </Section>
      ) : (
        <>
          <Section title="Programs it may have">
            <Table
              caption="Programs it may have"
              columns={programColumns({ environment, enabled, now, onEnable: mayWrite ? setEnabling : undefined })}
              rows={programs}
              rowKey={({ payment_program_id }) => payment_program_id}
              empty={
                unread ? (
                  <ProblemNotice title="The programs it may have couldn't be read" problem={unread} actions={tryAgain} className="my-2" />
                ) : (
                  <p className="py-2 text-muted">Klarna lists no program for this product: its plan has none for the product's category.</p>
                )
              }
            />
            {unlisted > 0 && <p className="py-2 text-muted">Klarna has {unlisted} more and doesn't list them here.</p>}
          </Section>
          <Section title="Enablements">
            {ordered.length === 0 ? (
              <EmptyState
                icon={<CalendarRange aria-hidden />}
                title="Nothing is enabled beyond what is always on"
                action={
                  mayWrite &&
                  programs.some(({ enablement_type }) => enablement_type !== "PRESET") && (
                    <Button icon={<Plus aria-hidden />} onClick={() => setEnabling("")}>
                      Enable a program
                    </Button>
                  )
                }
              >
                An optional program is enabled for countries and categories, from a day until a day.
              </EmptyState>
            ) : (
              <div className="grid grid-cols-1 gap-4 pt-3">
                <EnablementChart enabled={ordered} names={names} zone={zone} now={now} />
                <EnablementTable caption="Enablements" columns={columns} rows={ordered} rowKey={({ id }) => id} />
              </div>
            )}
          </Section>
        </>
      )}
      {enabling !== undefined && enabled && (
        <EnableDialog
          productId={product.product_id}
          planId={planId}
          category={product.merchant_category_code}
          programs={programs}
          enabled={enabled}
          program={enabling}
          onClose={() => setEnabling(undefined)}
        />
      )}
      {dated && enabled && (
        <DatesDialog
          productId={product.product_id}
          enablement={dated}
          program={names[dated.program] ?? dated.program}
          enabled={enabled}
          onClose={() => setDated(undefined)}
        />
      )}
    </>
  );
}

/** As Klarna names them now, else as the desk has heard. */
function namesOf(known: Readonly<Record<string, string>>, programs: readonly ProductProgram[]): Readonly<Record<string, string>> {
  const listed = programs.flatMap(({ payment_program_id: id, payment_program_name: name }) => (name ? [[id, name]] : []));
  return { ...known, ...Object.fromEntries(listed) };
}
