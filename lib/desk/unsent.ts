import type { SettledBy } from "./operation";

/** How a change that wasn't done ended: by what that became known, and the code of the last answer. */
export interface Undone {
  readonly settled_by?: SettledBy | null;
  readonly code: string | null | undefined;
}

/** Why a change never got as far as Klarna, as a clause; undefined where Klarna was asked. What was found out otherwise is no longer about its last answer. */
export function unsentInWords({ settled_by, code }: Undone): string | undefined {
  return !settled_by || settled_by === "answer" || settled_by === "repeat" ? words.get(code ?? "") : undefined;
}

const words: ReadonlyMap<string, string> = new Map([
  ["KLARNA_UNREACHABLE", "Klarna couldn't be reached, and nothing was sent"],
  ["RATE_USED_UP", "Klarna's rate was used up, and nothing was sent"],
]);
