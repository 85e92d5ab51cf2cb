import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";

import { useFailure } from "@/components/operation/use-failure";
import { useRefresh } from "@/components/operation/use-refresh";
import type { DirectoryQuery } from "@/lib/desk/directory";
import type { MerchantCounts, MerchantPage } from "@/lib/desk/merchant";
import type { Environment } from "@/lib/klarna/environment";
import { send } from "@/lib/query/send";

/** What the server knew when it made the page: the answer to one question. */
export interface FirstAnswer {
  readonly asked: DirectoryQuery;
  readonly page: MerchantPage;
  readonly counts: MerchantCounts;
  readonly readAt: string;
}

interface Kept {
  readonly state: { readonly dataUpdateCount: number; readonly dataUpdatedAt: number };
}

/** The answer to a question, page by page, and its counts, kept up to date and refreshed together. While a new one is on its way the last one stays, and `stale` says so; `total` is never of the last one. Without an answer, `failed` or still `awaited`, nobody is known: that isn't that nobody is found. */
export function useList(environment: Environment, asked: DirectoryQuery, first: FirstAnswer) {
  // A question that was taken back is broken off: its answer can't overtake a later one.
  const post = <Answer>(path: string, body: object, signal: AbortSignal) =>
    send<Answer>(path, { method: "POST", repeatable: true, body: { environment, asked, ...body }, signal });
  const isFirst = JSON.stringify(asked) === JSON.stringify(first.asked);
  const common = {
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
    // What the server has just read isn't asked for again as the page wakes, however long that took: it would wake differing from what was drawn.
    // Whoever comes back to the page meets what was kept since: that is older, and is.
    refetchOnMount: ({ state }: Kept) => (state.dataUpdateCount > 0 || state.dataUpdatedAt < Date.parse(first.readAt) ? ("always" as const) : false),
    ...(isFirst && { initialDataUpdatedAt: Date.parse(first.readAt) }),
  } as const;
  const pages = useInfiniteQuery({
    ...common,
    queryKey: ["merchants", "pages", environment, asked],
    queryFn: ({ pageParam, signal }) => post<MerchantPage>("/api/desk/directory", pageParam === "" ? {} : { after: pageParam }, signal),
    initialPageParam: "",
    getNextPageParam: (page: MerchantPage) => page.next,
    ...(isFirst && { initialData: { pages: [first.page], pageParams: [""] } }),
  });
  const counts = useQuery({
    ...common,
    queryKey: ["merchants", "counts", environment, asked],
    queryFn: ({ signal }) => post<MerchantCounts>("/api/desk/directory/counts", {}, signal),
    ...(isFirst && { initialData: first.counts }),
  });
  const { busy, refresh } = useRefresh(() => Promise.all([pages.refetch(), counts.refetch()]));
  const ofPages = useFailure(pages);
  const ofCounts = useFailure(counts);
  // Where this question's first answer failed, an earlier one's doesn't come back while it is asked again.
  const stale = pages.isPlaceholderData && !ofPages;
  const isThere = pages.data !== undefined && (stale || !pages.isPlaceholderData);
  const answer = isThere ? "there" : ofPages ? "failed" : "awaited";
  const total = counts.isPlaceholderData ? undefined : counts.data?.total;
  return { pages, counts: counts.isPlaceholderData && ofCounts ? undefined : counts.data, total, stale, answer, problem: ofPages ?? ofCounts, busy, refresh };
}
