import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { useFailure } from "@/components/operation/use-failure";
import { asSearch, questionIn, type TimelinePage, type TimelineQuestion } from "@/lib/desk/timeline";
import type { Environment } from "@/lib/klarna/environment";
import { send } from "@/lib/query/send";

/** What the server knew when it made the page: the first page of the answer to the address's question. */
export interface FirstActivity {
  readonly asked: Readonly<Record<string, string>>;
  readonly page: TimelinePage;
  readonly readAt: string;
}

/** A merchant's whole story, page by page and kept up to date; what is asked of it stands in the page's address. While a new question is on its way, the last answer stays. */
export function useActivity(environment: Environment, accountId: string, first: FirstActivity) {
  const client = useQueryClient();
  const params = useSearchParams();
  const question = useMemo(() => questionIn(params), [params]);
  const search = useMemo(() => asSearch(question), [question]);
  const path = `merchants/${encodeURIComponent(accountId)}/timeline`;
  const isFirst = JSON.stringify(search) === JSON.stringify(first.asked);
  const pages = useInfiniteQuery({
    queryKey: ["merchants", path, "pages", environment, search],
    queryFn: ({ pageParam, signal }) =>
      send<TimelinePage>(`/api/desk/${path}`, { search: { environment, ...search, fields: "changed", ...(pageParam && { after: pageParam }) }, signal }),
    initialPageParam: "",
    getNextPageParam: (page: TimelinePage) => page.next,
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
    retry: false,
    ...(isFirst && { initialData: { pages: [first.page], pageParams: [""] }, initialDataUpdatedAt: Date.parse(first.readAt) }),
  });
  const problem = useFailure(pages);
  // Where this question's first answer failed, an earlier one's doesn't come back while it is asked again.
  const data = problem && pages.isPlaceholderData ? undefined : pages.data;
  const shown = data?.pages ?? [];
  return {
    question,
    /** What changes of the question; the rest is as the address has it by now, where two fields may change in one go. */
    ask: (changed: Partial<TimelineQuestion>) => {
      const address = new URLSearchParams(asSearch({ ...questionIn(new URLSearchParams(window.location.search)), ...changed }));
      window.history.pushState(null, "", address.size > 0 ? `?${address}` : window.location.pathname);
    },
    pinned: shown[0]?.pinned ?? [],
    entries: shown.flatMap(({ entries }) => entries),
    pages,
    isRead: data !== undefined,
    problem,
    readAt: new Date(pages.dataUpdatedAt || Date.parse(first.readAt)).toISOString(),
    /** After something was written here: the story, and the short one on the overview, are read anew. */
    refresh: () => client.invalidateQueries({ queryKey: ["merchants", path] }),
  };
}
