import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";

import { mayPass, ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

/**
 * Has the server make the page anew as soon as it can, asking every few seconds whether it can. A page that it couldn't make would stand in the place of the one that
 * is open, and what is told and typed there would be gone; so would the page to sign in on, where the session has ended.
 */
export function usePageAnew(): () => void {
  const router = useRouter();
  const client = useQueryClient();
  return () => {
    // Whoever waits already has it made anew for all.
    if ((client.getQueryState(queryKey)?.fetchStatus ?? "idle") !== "idle") return;
    void client.fetchQuery({ queryKey, queryFn: askForSession, staleTime: 0, gcTime: 0, retry: willPass, retryDelay: 3_000 }).then(
      () => router.refresh(),
      () => undefined,
    );
  };
}

const queryKey = ["page anew"];

/** What needs a session and the database, as every page does. */
async function askForSession({ signal }: { readonly signal: AbortSignal }): Promise<true> {
  await send("/api/desk/sessions", { signal });
  return true;
}

/** Who is signed out signs in in another tab, and goes on in this one. */
function willPass(_: number, error: Error): boolean {
  const { problem } = ProblemError.of(error);
  return mayPass(problem) || problem.status === 401;
}
