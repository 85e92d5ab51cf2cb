import "server-only";
import type { Source, Verdict } from "@/lib/desk/operation";
import type { Environment } from "@/lib/klarna/environment";
import { everyOperation } from "@/lib/klarna/every-operation";
import { checkPathParam } from "@/lib/klarna/identifier";
import { accounts } from "@/lib/klarna/operations/accounts";
import { ProblemError } from "@/lib/klarna/problem";

import { query } from "../db/client";
import { env } from "../env";
import { isNotThere } from "../klarna/from-klarna";
import { merchantFacts } from "../merchants/facts";
import type { Session } from "../session";
import { conclude } from "./conclude";
import { noSuchOperation } from "./evidence";
import { lookNow, quietSeconds } from "./look";
import { read } from "./read";

/** What a person says of an operation, having seen it at a fence; and how they know. */
export interface Decision {
  readonly fence: number;
  readonly verdict: Verdict;
  readonly source: Source;
  readonly note?: string | undefined;
  /** The account that an onboarding made. */
  readonly account_id?: string | undefined;
}

/**
 * Settles an operation by a person's word. It sends nothing. Klarna is looked at once more, and what it proves goes before what anybody says;
 * what was sent or settled since the person looked is refused with 409.
 */
export async function decide(session: Session, id: string, { fence, verdict, source, note, account_id: accountId }: Decision): Promise<void> {
  const seen = requireUnknown(await unsettled(id), fence);
  if (verdict === "not-done") await requireNothingDone(seen);
  const made = verdict === "done" && !seen.accountId && makesAccount.has(seen.name) ? await requireAccount(seen, accountId) : undefined;
  await lookNow(id);
  const { operation } = requireUnknown(await unsettled(id), fence);
  const decision = { by: session, source, note: note === "" ? undefined : note };
  if (!(await conclude({ id, operation, fence, verdict, settledBy: "person", accountId: made, decision }))) throw movedOn();
}

const makesAccount = new Set(["accounts.onboard", "accounts.migrate"]);

interface Unsettled {
  readonly id: string;
  readonly environment: Environment;
  readonly name: string;
  readonly state: string;
  readonly settledBy: string | null;
  readonly fence: number;
  readonly accountId: string | null;
  readonly reference: string | null;
  readonly quiet: boolean;
  readonly newcomer: string | null;
}

async function unsettled(id: string): Promise<Unsettled> {
  const [row] = await query<Unsettled>(unsettledStatement, [id, quietSeconds * env().DESK_TIME_SCALE]);
  if (!row) throw noSuchOperation();
  return row;
}

function requireUnknown(row: Unsettled, fence: number) {
  const operation = everyOperation.get(row.name);
  if (!operation || row.state === "confirmed" || row.state === "rejected") {
    const how = row.state === "confirmed" ? "it was done" : "it wasn't done";
    const by = row.settledBy === "read" || row.settledBy === "webhook" ? "The desk has looked at Klarna" : "It was settled meanwhile";
    throw new ProblemError({ status: 409, code: "ALREADY_SETTLED", message: `${by}: ${how}. Nothing is left to decide.` });
  }
  if (row.state === "sent") throw new ProblemError({ status: 409, code: "IN_FLIGHT", message: "Klarna is being asked right now. Wait for its answer." });
  if (row.fence !== fence) throw movedOn();
  return { ...row, operation };
}

/** What Klarna may still be working on, or what seems to have made a merchant, wasn't not done. */
async function requireNothingDone({ quiet, newcomer }: Unsettled): Promise<void> {
  if (!quiet) {
    const message = "Klarna may still be working on it. Wait three minutes after the last try before you say that it wasn't done.";
    throw new ProblemError({ status: 409, code: "TOO_EARLY", message });
  }
  if (newcomer) {
    const message = `A merchant with the reference that was sent has turned up since: ${newcomer}. If it is this one, say that it was done and give its id.`;
    throw new ProblemError({ status: 409, code: "SEEMS_DONE", message });
  }
}

/** The account it made, as Klarna itself shows it: it exists, has the reference that was sent, and nothing else is known to have made it. */
async function requireAccount({ id, environment, reference }: Unsettled, accountId: string | undefined): Promise<string> {
  if (accountId === undefined || checkPathParam("account_id", accountId) !== undefined)
    throw wrongAccount("Give the id of the account that it made: krn:partner:…");
  const output = await readAccount(environment, accountId);
  const found = merchantFacts(output)?.accountReference ?? null;
  if (reference !== null && found !== reference)
    throw wrongAccount(`This account has another reference (${found ?? "none"}) than the one that was sent (${reference}).`);
  const [taken] = await query(takenStatement, [environment, accountId, id]);
  if (taken) throw wrongAccount("Another operation is known to have made this account.");
  return accountId;
}

async function readAccount(environment: Environment, account_id: string): Promise<unknown> {
  try {
    // Learned from, it would be settled by what the desk found before the person has said it.
    return (await read({ environment, operation: accounts.get, params: { account_id }, aside: true }, "interactive")).output;
  } catch (error) {
    if (error instanceof ProblemError && isNotThere(error.problem))
      throw wrongAccount("Klarna knows no such account. It may be cut off, or of the other environment.");
    throw error;
  }
}

function wrongAccount(message: string): ProblemError {
  return new ProblemError({ status: 400, code: "INVALID_INPUT", message, fields: [{ path: "account_id", message }] });
}

function movedOn(): ProblemError {
  return new ProblemError({
    status: 409,
    code: "MOVED_ON",
    message: "It was tried again or settled since you opened this page. Look at what is known now, then choose.",
  });
}

const unsettledStatement = `
  SELECT o.id, o.environment, o.name, o.state, o.settled_by AS "settledBy", o.fence, o.account_id AS "accountId", o.account_reference AS reference,
    o.sent_at < now() - make_interval(secs => $2::float8) AS quiet,
    (SELECT m.account_id FROM merchants m WHERE o.name = 'accounts.onboard' AND m.environment = o.environment AND m.account_reference = o.account_reference
       AND m.first_seen_at > o.first_sent_at AND NOT EXISTS (SELECT FROM operations x WHERE x.environment = m.environment AND x.account_id = m.account_id
         AND x.name = 'accounts.onboard' AND x.state = 'confirmed') LIMIT 1) AS newcomer
  FROM operations o WHERE o.id = $1`;

const takenStatement = `
  SELECT id FROM operations WHERE environment = $1 AND account_id = $2 AND id <> $3 AND name IN ('accounts.onboard', 'accounts.migrate') AND state = 'confirmed' LIMIT 1`;
