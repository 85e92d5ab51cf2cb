import { type InfiniteData, useMutation, useQueryClient } from "@tanstack/react-query";

import type { AttentionAct, AttentionItem, AttentionPage } from "@/lib/desk/attention";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

/** What somebody has just done with something. */
export interface Done {
  readonly item: AttentionItem;
  readonly act: AttentionAct;
}

export interface Care {
  readonly act: (item: AttentionItem, act: AttentionAct, whenDone?: () => void) => void;
  /** The thing that something is being done with. */
  readonly busy: string | undefined;
  readonly done: Done | undefined;
  readonly problem: Problem | undefined;
  readonly forget: () => void;
}

/** Does things with what needs attention; all that shows it is read anew, also where it turned out to stand otherwise. */
export function useCare(): Care {
  const client = useQueryClient();
  const change = useMutation<unknown, Error, Done>({
    mutationFn: ({ item, act }) => send("/api/desk/attention/act", { method: "POST", body: { ids: [item.id], ...act } }),
    onSuccess: (_, { item, act }) => {
      if (act.act === "done" || act.act === "snooze" || act.act === "undo") client.setQueriesData({ queryKey: ["attention", "pages"] }, without(item.id));
    },
    // Not waited for: the next can be done meanwhile.
    onSettled: () => void client.invalidateQueries({ queryKey: ["attention"] }),
  });
  return {
    act: (item, act, whenDone) => {
      if (!change.isPending) change.mutate({ item, act }, { onSuccess: () => whenDone?.() });
    },
    busy: change.isPending ? change.variables.item.id : undefined,
    done: change.isSuccess ? change.variables : undefined,
    problem: change.error ? ProblemError.of(change.error).problem : undefined,
    forget: change.reset,
  };
}

/** It is somewhere else now: who goes on at once mustn't do it again. */
function without(id: string) {
  return (list: InfiniteData<AttentionPage> | undefined) =>
    list && { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.filter((item) => item.id !== id) })) };
}
