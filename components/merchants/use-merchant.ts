import { useQuery, useQueryClient } from "@tanstack/react-query";

import { useFailure } from "@/components/operation/use-failure";
import { useRefresh } from "@/components/operation/use-refresh";
import type { MerchantFile } from "@/lib/desk/file";
import type { MerchantInGroup } from "@/lib/desk/merchant";
import { shortTimeline, type TimelinePage } from "@/lib/desk/timeline";
import type { Environment } from "@/lib/klarna/environment";
import { mayPass, type Problem, ProblemError } from "@/lib/klarna/problem";
import { readDesk } from "@/lib/query/read";

import { lastNews, lookedUp } from "./news";
import { useOnChange } from "./use-on-change";

/** What the server knew when it made the page. */
export interface MerchantSource {
  readonly environment: Environment;
  readonly accountId: string;
  /** Undefined for an account that the directory has never heard of. */
  readonly known: MerchantInGroup | undefined;
  /** The latest of what happened. */
  readonly timeline: TimelinePage;
  readonly readAt: string;
}

/**
 * A merchant, kept up to date. The directory leads: it is the desk's own, so it is asked often, and every other second while
 * Klarna sets the account up. Klarna is asked when the page is opened, and again when something happened since: the file is never shown older than the
 * last thing that the desk knows to have changed.
 */
export function useMerchant({ environment, accountId, known, timeline, readAt }: MerchantSource) {
  const client = useQueryClient();
  const path = `merchants/${encodeURIComponent(accountId)}`;
  const common = { initialDataUpdatedAt: Date.parse(readAt), retry: false } as const;

  const file = useQuery({
    ...readDesk<MerchantFile>(`${path}/file`, { environment }),
    staleTime: 60_000,
    retry: false,
    // Klarna or the desk is away and may be back, which is no refusal.
    refetchInterval: ({ state }) => state.error !== null && mayPass(ProblemError.of(state.error).problem) && 20_000,
  });
  // Until Klarna has spoken of a stranger, the desk has nothing to say.
  const enabled = known !== undefined || file.isSuccess;
  const directory = useQuery({
    ...readDesk<MerchantInGroup>(path, { environment }),
    ...common,
    ...(known && { initialData: known }),
    enabled,
    refetchInterval: ({ state }) => (state.data?.state === "PARTIALLY_OPERATIONAL" ? 1_500 : 15_000),
  });
  const history = useQuery({
    ...readDesk<TimelinePage>(`${path}/timeline`, { environment, limit: String(shortTimeline) }),
    ...common,
    initialData: timeline,
    enabled,
    refetchInterval: 15_000,
  });

  const klarnaProblem = useFailure(file);
  const ofDirectory = useFailure(directory);
  const { busy, refresh } = useRefresh(() => Promise.all([file.refetch(), enabled && directory.refetch(), enabled && history.refetch()]));
  const { data: merchant } = directory;
  const account = file.data?.account as { readonly state?: string; readonly state_reason?: string } | undefined;
  const refreshDesk = () => void client.invalidateQueries({ queryKey: ["merchants", path] });
  const refreshHistory = () => void client.invalidateQueries({ queryKey: ["merchants", `${path}/timeline`] });
  const outOfStep = merchant?.state !== account?.state || merchant?.state_reason !== account?.state_reason;
  // What was read from Klarna has taught the directory; what the directory learned has a story, and may ask for a new look.
  useOnChange(`${file.dataUpdatedAt} ${file.errorUpdatedAt}`, refreshDesk);
  useOnChange(JSON.stringify([merchant?.state, merchant?.state_reason, merchant?.products]), () => outOfStep && void file.refetch());
  useOnChange(JSON.stringify([merchant?.state, merchant?.state_reason, merchant?.seen_at, merchant?.missing_since]), refreshHistory);
  const news = lastNews(merchant, history.data.entries);
  const fileAt = file.data?.read_at;
  useOnChange(`${news} ${fileAt}`, () => fileAt !== undefined && news > Date.parse(fileAt) && void file.refetch());
  useOnChange(lookedUp(history.data.entries), () => void file.refetch());

  return {
    merchant,
    file: file.data,
    /** The account as Klarna has it, as this person may see it. */
    account,
    timeline: history.data,
    /** Why the desk itself couldn't answer; what is shown is as old as `deskReadAt`. */
    deskProblem: ofDirectory ?? problemOf(history.error),
    deskReadAt: new Date(directory.dataUpdatedAt || Date.parse(readAt)).toISOString(),
    klarnaProblem,
    /** Whether Klarna is asked; not while it is away and asked again and again. */
    busy: busy || (file.isFetching && !klarnaProblem),
    refresh,
  };
}

function problemOf(error: Error | null): Problem | undefined {
  return error ? ProblemError.of(error).problem : undefined;
}
