import { useInfiniteQuery, useQuery } from "@tanstack/react-query";

import { useRefresh } from "@/components/operation/use-refresh";
import type { AttentionCounts, AttentionFilter, AttentionPage } from "@/lib/desk/attention";
import { readDesk } from "@/lib/query/read";
import { send } from "@/lib/query/send";

/** What the server read for the page's address, and when. */
export interface FirstAttention {
  readonly page: AttentionPage;
  readonly counts: AttentionCounts;
  readonly readAt: string;
}

const lookEvery = 15_000;

/** The list, page after page, and how much is in each tab; both kept up to date while they are looked at, and refreshed together. */
export function useAttention(filter: AttentionFilter, first: FirstAttention) {
  const { tab, show, sort, environment, rule } = filter;
  const counted = { show, ...(environment && { environment }), ...(rule && { rule }) };
  const pages = useInfiniteQuery({
    queryKey: ["attention", "pages", filter],
    queryFn: ({ pageParam, signal }) =>
      send<AttentionPage>("/api/desk/attention", { search: { ...counted, tab, sort, ...(pageParam !== "" && { after: pageParam }) }, signal }),
    initialPageParam: "",
    getNextPageParam: (page: AttentionPage) => page.next,
    initialData: { pages: [first.page], pageParams: [""] },
    initialDataUpdatedAt: Date.parse(first.readAt),
    refetchInterval: lookEvery,
  });
  const counts = useQuery({
    ...readDesk<AttentionCounts>("attention/counts", counted),
    initialData: first.counts,
    initialDataUpdatedAt: Date.parse(first.readAt),
    refetchInterval: lookEvery,
  });
  const { busy, refresh } = useRefresh(() => {
    // Not waited for: what is told to have failed, and is tried again, are the rows.
    void counts.refetch();
    return pages.refetch();
  });
  return { pages, counts: counts.data, busy, refresh };
}
