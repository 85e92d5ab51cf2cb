import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import type { CheckHint } from "@/lib/desk/check";
import type { Environment } from "@/lib/klarna/environment";
import { send } from "@/lib/query/send";

const pause = 450;

/**
 * What looks odd about a body like an onboarding's, or of a merchant that there is, asked of the desk whenever typing pauses; nothing for undefined, or
 * when it can't be asked.
 */
export function useCheckHints(environment: Environment, body: unknown, accountId?: string): readonly CheckHint[] | undefined {
  const asked = usePaused(body === undefined ? undefined : JSON.stringify(body));
  const { data } = useQuery({
    queryKey: ["checks", environment, accountId, asked],
    // In the body: what is checked holds bank data.
    queryFn: ({ signal }) =>
      send<readonly CheckHint[]>("/api/desk/checks", {
        method: "POST",
        repeatable: true,
        body: { environment, account_id: accountId, body: JSON.parse(asked ?? "{}") },
        signal,
      }),
    enabled: asked !== undefined && asked !== "{}",
    placeholderData: keepPreviousData,
    gcTime: 0,
    retry: false,
  });
  return data;
}

function usePaused(value: string | undefined): string | undefined {
  const [paused, setPaused] = useState<string>();
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
