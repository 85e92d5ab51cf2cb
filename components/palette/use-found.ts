import { useEffect, useState } from "react";

import type { PaletteFound, PaletteOffer } from "@/lib/desk/palette";
import { type Problem, ProblemError } from "@/lib/klarna/problem";
import { send } from "@/lib/query/send";

import { recentIds } from "./recent";

export interface Found extends PaletteFound {
  /** Of which text these are; while another one is asked for, they stay. */
  readonly text: string | undefined;
  readonly problem?: Problem;
}

const nothing: Found = { text: undefined, merchants: [], money: [] };

/** What a text finds, a moment after the typing pauses; the merchants looked at last while nothing is typed. The last answer stays until the next is here. */
export function useFound({ person, home: environment }: PaletteOffer, text: string): Found {
  const [found, setFound] = useState<Found>(nothing);
  useEffect(() => {
    const abort = new AbortController();
    const idle = text.trim() === "";
    const ask = async () => {
      try {
        const body = { environment, ...(idle ? { ids: recentIds(person, environment) } : { text }) };
        const answer = await send<PaletteFound>("/api/desk/palette", { method: "POST", repeatable: true, body, signal: abort.signal });
        if (!abort.signal.aborted) setFound({ text, ...answer });
      } catch (error) {
        if (!abort.signal.aborted) setFound({ text, merchants: [], money: [], problem: ProblemError.of(error).problem });
      }
    };
    const pause = setTimeout(() => void ask(), idle ? 0 : 120);
    return () => {
      clearTimeout(pause);
      abort.abort();
    };
  }, [person, environment, text]);
  return found;
}
