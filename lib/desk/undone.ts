import type { SettledBy } from "./operation";

/** How a change that wasn't done ended: by what that became known, and the code of the last answer. */
export interface Undone {
  readonly settled_by?: SettledBy | null | undefined;
  readonly code: string | null | undefined;
}

/** Why a change never got as far as Klarna, as a clause; undefined where Klarna was asked. */
export function unsentInWords({ settled_by, code }: Undone): string | undefined {
  return isFoundOut({ settled_by }) ? undefined : words.get(code ?? "");
}

/** Whether it became known by something else than Klarna's answer: that answer's code tells nothing any more. */
export function isFoundOut({ settled_by }: Pick<Undone, "settled_by">): boolean {
  return settled_by === "webhook" || settled_by === "read" || settled_by === "person";
}

const words: ReadonlyMap<string, string> = new Map([
  ["KLARNA_UNREACHABLE", "Klarna couldn't be reached, and nothing was sent"],
  ["RATE_USED_UP", "Klarna's rate was used up, and nothing was sent"],
]);
