import "server-only";
import { z } from "zod";

import { ProblemError } from "@/lib/klarna/problem";

const refused = z.looseObject({
  error_code: z.string().max(100).optional().catch(undefined),
  error_messages: z.array(z.string()).catch([]),
  error_message: z.string().optional().catch(undefined),
  correlation_id: z.string().max(100).optional().catch(undefined),
});

/** A refusal of Klarna's Settlements API as our problem. Its status says what to do; its words are Klarna's, and its id is for Klarna's support. */
export function fromPayouts(status: number, body: unknown): ProblemError {
  const { error_code, error_messages = [], error_message, correlation_id } = refused.safeParse(body).data ?? {};
  const klarnas = [...error_messages, error_message ?? ""].filter((text) => text !== "").join(" ");
  return new ProblemError({
    // A 401 is about the connection's credential, never about the person in front of the browser.
    status: status === 401 || status < 400 || status > 599 ? 502 : status,
    code: codes.get(status) ?? error_code ?? `KLARNA_${status}`,
    message: words.get(status) ?? (status >= 500 ? "Klarna has a fault of its own at the moment." : `Klarna refused: ${klarnas || "without saying why"}`),
    ...(correlation_id !== undefined && { errorId: correlation_id }),
  });
}

/** The codes that mean that nothing else would fare better with this credential. */
const codes: ReadonlyMap<number, string> = new Map([
  [401, "KLARNA_REFUSED_KEY"],
  [403, "KLARNA_BLOCKED"],
  [404, "NO_SUCH_PAYOUT"],
]);

const words: ReadonlyMap<number, string> = new Map([
  [401, "Klarna doesn't take this connection's credential: it is wrong, of another region or environment, or was disabled after two months without use."],
  [403, "This connection's credential may not read settlements: at Klarna, give it read access to the Settlements API."],
  [404, "Klarna knows no such payout for this merchant in this region."],
  [429, "Klarna takes no more requests for the moment. Try again in a few seconds."],
]);
