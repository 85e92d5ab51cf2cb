import { useEffect, useState } from "react";

import type { PaletteMerchant } from "@/lib/desk/palette";
import type { Environment } from "@/lib/klarna/environment";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

import { recentIds } from "./recent";

export interface Found {
  /** Of which text these are; while another one is asked for, they stay. */
  readonly text: string | undefined;
  readonly merchants: readonly PaletteMerchant[];
  readonly problem?: Problem;
}

const nothing: Found = { text: undefined, merchants: [] };

/** The merchants that a text finds, a moment after the typing pauses; those looked at last while nothing is typed. The last answer stays until the next is here. */
export function useMerchants(environment: Environment, text: string): Found {
  const [found, setFound] = useState<Found>(nothing);
  useEffect(() => {
    const abort = new AbortController();
    const idle = text.trim() === "";
    const ask = async () => {
      try {
        const body = { environment, ...(idle ? { ids: recentIds(environment) } : { text }) };
        const merchants = await send<readonly PaletteMerchant[]>("/api/desk/palette", { method: "POST", body, signal: abort.signal });
        if (!abort.signal.aborted) setFound({ text, merchants });
      } catch (error) {
        if (!abort.signal.aborted) setFound({ text, merchants: [], problem: ProblemError.of(error).problem });
      }
    };
    const pause = setTimeout(() => void ask(), idle ? 0 : 120);
    return () => {
      clearTimeout(pause);
      abort.abort();
    };
  }, [environment, text]);
  return found;
}
