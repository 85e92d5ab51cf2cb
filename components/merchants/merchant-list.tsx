"use client";

import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import dynamic from "next/dynamic";
import { useRef, useState } from "react";

import { Freshness } from "@/components/operation/freshness";
import { EmptyState } from "@/components/ui/empty-state";
import { ProblemNotice } from "@/components/ui/problem";
import { TableSkeleton } from "@/components/ui/skeleton";
import { Table } from "@/components/ui/table";
import { useHelpKey } from "@/components/ui/use-help-key";
import { useRowKeys } from "@/components/ui/use-row-keys";
import { toSearch } from "@/lib/desk/directory";
import { merchantName } from "@/lib/desk/merchant";
import type { RunAct } from "@/lib/desk/run";
import type { SavedView } from "@/lib/desk/view";
import { writeColumns } from "@/lib/desk/view";
import type { Environment } from "@/lib/klarna/environment";
import { readDesk } from "@/lib/query/read";
import { routes } from "@/lib/routes";
import type { CategoryNames } from "./category";
import { FilterChips } from "./list/filter-chips";
import { FoundWords } from "./list/found-words";
import { listKeys } from "./list/list-keys";
import { ListPanel } from "./list/list-panel";
import { MoreRows } from "./list/more-rows";
import { NothingFound } from "./list/nothing-found";
import { SearchBox } from "./list/search-box";
import { Selected } from "./list/selected";
import { StateTabs } from "./list/state-tabs";
import { type Panel, Toolbar } from "./list/toolbar";
import { useAsked } from "./list/use-asked";
import { useDownload } from "./list/use-download";
import { type FirstAnswer, useList } from "./list/use-list";
import { type ProfilesCall, useNames } from "./list/use-names";
import { useRows } from "./list/use-rows";
import { useSelection } from "./list/use-selection";
import { useSort } from "./list/use-sort";
import { useToFirst } from "./list/use-to-first";
import { merchantColumns } from "./merchant-columns";
import { NoMerchants } from "./no-merchants";

const KeyHelp = dynamic(() => import("@/components/ui/key-help").then((module) => module.KeyHelp));

export interface MerchantListProps {
  readonly environment: Environment;
  /** What the server read for the page's address. */
  readonly first: FirstAnswer;
  readonly views: readonly SavedView[];
  readonly categories: CategoryNames;
  /** What the tags are called that the address may name. */
  readonly tagNames: Readonly<Record<string, string>>;
  readonly profiles: ProfilesCall;
  readonly comfortable: boolean;
  readonly mayOnboard: boolean;
  /** What this person may do to many at once. */
  readonly mayDo: readonly RunAct[];
}

/** The directory: found by what one knows, narrowed, sorted and kept as views; kept up to date while it is looked at. */
export function MerchantList({ environment, first, views: knownViews, categories, tagNames, profiles, comfortable, mayOnboard, mayDo }: MerchantListProps) {
  const area = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const shown = useAsked();
  const { asked, columns, show } = shown;
  const { pages, counts, total, stale, answer, problem, busy, refresh } = useList(environment, asked, first);
  const { data: views } = useQuery({ ...readDesk<readonly SavedView[]>("views", { environment }), initialData: knownViews, staleTime: 60_000 });
  const merchants = answer === "there" ? (pages.data?.pages.flatMap((page) => page.merchants) ?? []) : [];
  const selection = useSelection(merchants);
  const rows = useRows(comfortable);
  const names = useNames(environment, { call: profiles, wanted: asked.filters.profile !== undefined }, categories, tagNames);
  const download = useDownload(environment);
  const [panel, setPanel] = useState<Panel>();
  const [help, setHelp] = useHelpKey();
  const sort = useSort(asked, (next) => show({ asked: next }));
  useRowKeys(area, { search, on: { x: (row) => row.dataset.key && selection.toggle(row.dataset.key) } });

  const ask = (next: typeof asked) => show({ asked: next });
  const searching = shown.waiting || stale;
  const toFirst = useToFirst(area, search, searching);
  const current = views.find(({ id }) => id === shown.view);
  const isEmptyDesk = merchants.length === 0 && toSearch(asked).size === 0 && asked.text === "";
  const spelling = merchants.length > 0 && pages.data?.pages[0]?.spelling;
  const similar = spelling === "similar";
  const written = toSearch(asked);
  writeColumns(columns, written);
  return (
    <div ref={area}>
      <Toolbar
        viewName={current?.name ?? "All merchants"}
        open={panel}
        onPanel={setPanel}
        onDownload={() => void download.save(asked)}
        downloading={download.busy}
        onHelp={() => setHelp(true)}
      >
        <SearchBox
          environment={environment}
          text={shown.text}
          onText={shown.setText}
          busy={searching}
          tooLong={shown.tooLong}
          input={search}
          onOpen={shown.giveUp}
          onEnter={toFirst}
        />
      </Toolbar>
      <ListPanel
        {...{ environment, asked, columns, views, current }}
        open={panel}
        onAsk={ask}
        onColumns={(next) => show({ columns: next }, "replace")}
        comfortable={rows.comfortable}
        onComfortable={rows.setComfortable}
        search={written.toString()}
        mayKeepTeam={mayOnboard}
      />
      <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4">
        <StateTabs counts={counts} asked={asked} onAsk={ask} />
        <Freshness problem={problem} at={pages.dataUpdatedAt ? new Date(pages.dataUpdatedAt).toISOString() : null} busy={busy} refresh={refresh}>
          {total !== undefined && <span className="tabular-nums">{total === 1 ? "1 merchant" : `${total.toLocaleString("en")} merchants`}</span>}
        </Freshness>
      </div>
      <FilterChips asked={asked} onAsk={ask} names={names} />
      {download.problem && <ProblemNotice problem={download.problem} title="The list wasn't downloaded" className="my-2" />}
      <FoundWords {...{ environment, similar, total, stale }} text={asked.text} />
      <div aria-busy={stale} className={clsx("mt-1", stale && "opacity-60")}>
        <Table
          caption={asked.text === "" ? "Merchants" : "Merchants that were found, the best first"}
          columns={merchantColumns(columns, categories)}
          rows={merchants}
          rowKey={({ account_id }) => account_id}
          rowHref={({ account_id }) => routes.merchant(environment, account_id)}
          rowName={merchantName}
          sort={sort}
          selection={selection}
          comfortable={rows.comfortable}
          empty={
            answer === "awaited" ? (
              <TableSkeleton />
            ) : answer === "failed" ? (
              <EmptyState title="The merchants couldn't be read">Why is said above. Whether any is like this isn't known.</EmptyState>
            ) : isEmptyDesk ? (
              <NoMerchants environment={environment} mayOnboard={mayOnboard} />
            ) : (
              <NothingFound environment={environment} asked={asked} onAsk={ask} onText={shown.setText} />
            )
          }
        />
      </div>
      <MoreRows pages={pages} shown={merchants.length} total={total} />
      <Selected {...{ environment, selection, asked, mayDo, download }} total={similar ? undefined : total} />
      {help && <KeyHelp groups={listKeys} open onOpen={setHelp} />}
    </div>
  );
}
