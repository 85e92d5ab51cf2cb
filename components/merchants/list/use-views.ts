import { useMutation, useQueryClient } from "@tanstack/react-query";

import type { SavedView } from "@/lib/desk/view";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";
import { routes } from "@/lib/routes";

interface Change {
  readonly path: string;
  readonly method: "POST" | "PUT" | "DELETE";
  readonly body?: object;
}

export type ViewContent = Pick<SavedView, "name" | "search" | "shared">;

/** What can be done with saved views; each answers whether it was, and what was refused stands in `problem`. */
export function useViews(environment: Environment) {
  const client = useQueryClient();
  const { mutateAsync, error, isPending } = useMutation({
    mutationFn: ({ path, method, body }: Change) =>
      send<{ readonly id: string } | undefined>(
        `/api/desk/views${path}`,
        body ? { method, body: { environment, ...body } } : { method, search: { environment } },
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ["views"] }),
  });
  const run = (change: Change) =>
    mutateAsync(change).then(
      (answer) => ({ answer }),
      () => undefined,
    );
  const act = {
    create: async (content: ViewContent) => {
      const made = await run({ path: "", method: "POST", body: content });
      if (made?.answer) goTo(`${routes.merchants(environment)}?${content.search === "" ? "" : `${content.search}&`}view=${made.answer.id}`);
      return made !== undefined;
    },
    change: async ({ id, name, search, shared }: SavedView, given: Partial<ViewContent>) =>
      (await run({ path: `/${id}`, method: "PUT", body: { name, search, shared, ...given } })) !== undefined,
    remove: async ({ id }: SavedView) => {
      const removed = (await run({ path: `/${id}`, method: "DELETE" })) !== undefined;
      if (removed) goTo(`${routes.merchants(environment)}?view=all`);
      return removed;
    },
    setDefault: async (whom: "me" | "team", view: SavedView | null) =>
      (await run({ path: "/default", method: "POST", body: { id: view?.id ?? null, for: whom } })) !== undefined,
  };
  return { act, problem: error ? ProblemError.of(error).problem : undefined, busy: isPending };
}

export type ViewActs = ReturnType<typeof useViews>["act"];

/** As the list itself does it: at once, so that what is narrowed in the next moment is narrowed in the new view. */
function goTo(address: string): void {
  window.history.replaceState(null, "", address);
}
