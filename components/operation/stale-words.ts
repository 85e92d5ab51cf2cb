import type { Problem } from "@/lib/klarna/problem";

/** Which part is away or refused, in one sentence, when something on the page couldn't be read anew. */
export function staleWords({ code, message }: Problem): string {
  return parts.get(code) ?? message;
}

const parts: ReadonlyMap<string, string> = new Map([
  ["UNREACHABLE", "The desk can't be reached."],
  ["DATABASE_DOWN", "The desk's database can't be reached."],
  ["KLARNA_UNREACHABLE", "Klarna can't be reached."],
  ["NO_ANSWER", "Klarna can't be reached: it didn't answer."],
  ["SIGNED_OUT", "You are signed out."],
]);
