"use client";

import { Keyboard } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";

import { Freshness } from "@/components/operation/freshness";
import { Button } from "@/components/ui/button";
import { ProblemNotice } from "@/components/ui/problem";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table } from "@/components/ui/table";
import { useFocusAfter } from "@/components/ui/use-focus-after";
import { useHelpKey } from "@/components/ui/use-help-key";
import { rowKeys, useRowKeys } from "@/components/ui/use-row-keys";
import type { AttentionAct, AttentionFilter, AttentionItem } from "@/lib/desk/attention";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { routes } from "@/lib/routes";

import { attentionColumns } from "./attention-columns";
import { AttentionFilters } from "./attention-filters";
import { AttentionTabs } from "./attention-tabs";
import { DoneBar } from "./done-bar";
import { MoreFound } from "./more-found";
import { NothingHere } from "./nothing-here";
import { type FirstAttention, useAttention } from "./use-attention";
import { useCare } from "./use-care";
import { placeOf, toSearch, toward } from "./words";

const KeyHelp = dynamic(() => import("@/components/ui/key-help").then((module) => module.KeyHelp));
const SnoozeDialog = dynamic(() => import("./snooze-dialog").then((module) => module.SnoozeDialog));
const CareDialog = dynamic(() => import("./care-dialog").then((module) => module.CareDialog));

export interface AttentionViewProps {
  readonly filter: AttentionFilter;
  readonly first: FirstAttention;
  readonly environments: readonly Environment[];
  /** Who looks. */
  readonly me: string;
  readonly mayAct: boolean;
}

/** What needs attention, whose it is and by when: walked, taken, put off and ended with the keyboard. Kept up to date while it is looked at. */
export function AttentionView({ filter, first, environments, me, mayAct }: AttentionViewProps) {
  const router = useRouter();
  const { pages, counts, busy, refresh } = useAttention(filter, first);
  const care = useCare();
  const area = useRef<HTMLDivElement>(null);
  // As it stood when it was asked about: who was faster keeps it.
  const [asking, setAsking] = useState<{ readonly what: "snooze" | "care"; readonly item: AttentionItem }>();
  const [help, setHelp] = useHelpKey();
  const items = pages.data.pages.flatMap((page) => page.items);
  const keepPlace = useFocusAfter(area, items.map(({ id }) => id).join());

  const open = filter.show === "open";
  const act = (item: AttentionItem, given: AttentionAct) => care.act(item, given, keepPlace);
  const ask = (what: "snooze" | "care") => (item: AttentionItem) => {
    care.forget();
    setAsking({ what, item });
  };
  const on = (acting: (item: AttentionItem) => void) => (row: HTMLTableRowElement) => {
    const item = items[row.sectionRowIndex];
    if (item) acting(item);
  };
  useRowKeys(area, {
    on:
      mayAct && open
        ? {
            e: on((item) => act(item, { act: "done" })),
            s: on(ask("snooze")),
            a: on((item) => item.person?.id !== me && act(item, toward(item.person?.id ?? null, me))),
          }
        : {},
  });
  const show = (next: AttentionFilter) => router.replace(routes.attention(toSearch(next)), { scroll: false });
  const [, minus, sortKey] = /^(-?)(.*)$/.exec(filter.sort) ?? [];
  const close = () => {
    setAsking(undefined);
    keepPlace();
  };
  return (
    <div ref={area}>
      <AttentionTabs filter={filter} counts={counts} />
      <AttentionFilters filter={filter} environments={environments} onShow={show} />
      <div className="mt-2 flex items-center gap-1">
        <div className="min-w-0 flex-1">
          <Freshness
            problem={pages.error ? ProblemError.of(pages.error).problem : undefined}
            at={new Date(pages.dataUpdatedAt).toISOString()}
            busy={busy}
            refresh={refresh}
          >
            {counts.looked_at ? (
              <span>
                The desk looked <RelativeTime at={counts.looked_at} />
              </span>
            ) : (
              "The desk hasn't looked yet: it does within a minute"
            )}
          </Freshness>
        </div>
        <Button variant="ghost" size="icon" aria-label="Show the keys" onClick={() => setHelp(true)} className="max-md:hidden">
          <Keyboard aria-hidden />
        </Button>
      </div>
      {care.problem && !asking && <ProblemNotice title="It wasn't done" problem={care.problem} className="my-2" />}
      <div className="mt-1">
        <Table
          caption="What needs attention"
          columns={attentionColumns({ show: filter.show, readAt: pages.dataUpdatedAt, mayAct, me, onAct: act, onSnooze: ask("snooze"), onMore: ask("care") })}
          rows={items}
          rowKey={({ id }) => id}
          rowHref={placeOf}
          sort={{
            key: sortKey,
            descending: minus === "-",
            onSort: (key) => show({ ...filter, sort: sorted(filter.sort, key) }),
            onChoose: (key, descending) => show({ ...filter, sort: `${descending ? "-" : ""}${key}` as AttentionFilter["sort"] }),
          }}
          empty={<NothingHere filter={filter} counts={counts} />}
        />
      </div>
      {pages.hasNextPage && (
        <Button className="mt-4" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          Show more
        </Button>
      )}
      {open && filter.tab !== "mine" && <MoreFound counts={counts} />}
      {care.done && <DoneBar done={care.done} me={me} onUndo={act} onForget={care.forget} />}
      {asking?.what === "snooze" && <SnoozeDialog item={asking.item} care={care} onClose={close} />}
      {asking?.what === "care" && <CareDialog item={asking.item} care={care} onClose={close} />}
      {help && <KeyHelp groups={mayAct ? allKeys : lookingKeys} open onOpen={setHelp} />}
    </div>
  );
}

/** A press on a header sorts by it, and a second one the other way round. */
function sorted(sort: AttentionFilter["sort"], key: string): AttentionFilter["sort"] {
  return `${sort === key ? "-" : ""}${key}` as AttentionFilter["sort"];
}

const lookingKeys = [{ title: "In the list", keys: rowKeys("merchant") }];
const allKeys = [
  {
    title: "In the list",
    keys: [...rowKeys("merchant"), { press: ["A"], does: "Take care of it" }, { press: ["S"], does: "Put it off" }, { press: ["E"], does: "Mark it as done" }],
  },
];
