import { GET as counts } from "@/app/api/desk/attention/counts/route";
import { GET as list } from "@/app/api/desk/attention/route";
import type { AttentionCounts, AttentionItem, AttentionPage } from "@/lib/desk/attention";
import { lookForAttention } from "@/lib/server/attention/job";
import { query } from "@/lib/server/db/client";

import { answered, browserRequest } from "../harness/ask";
import type { SignedIn } from "../harness/people";

let count = 0;

/** What the directory can be made to know of a merchant; ages as SQL intervals. */
interface Known {
  readonly environment?: "test" | "live";
  readonly name?: string;
  readonly state?: string;
  readonly reason?: string;
  readonly inStateFor?: string;
  readonly seenAgo?: string;
  readonly firstSeenAgo?: string;
  readonly products?: readonly object[];
  readonly gaps?: readonly string[];
  readonly missing?: boolean;
}

/** A merchant of the directory; answers its account id. */
export async function merchant(known: Known = {}): Promise<string> {
  count += 1;
  const {
    environment = "test",
    name = `Blåbär ${count}`,
    state = "OPERATIONAL",
    reason = "SETUP_COMPLETE",
    inStateFor = "1 hour",
    seenAgo = "1 minute",
  } = known;
  const id = `krn:partner:global:account:${environment}:ATT${count}`;
  await query(
    `INSERT INTO merchants (environment, account_id, account_name, state, state_reason, state_since, seen_at, first_seen_at, products, people_gaps, missing_since)
     VALUES ($1, $2, $3, $4, $5, now() - $6::interval, now() - $7::interval, now() - $8::interval, $9, $10, CASE WHEN $11 THEN now() END)`,
    [
      ...[environment, id, name, state, reason, inStateFor, seenAgo === "never" ? null : seenAgo, known.firstSeenAgo ?? "1 hour"],
      ...[JSON.stringify(known.products ?? []), known.gaps ? JSON.stringify(known.gaps) : null, known.missing ?? false],
    ],
  );
  return id;
}

/** A change that Klarna confirmed an hour ago, but for what is said otherwise, as SQL; answers its id. */
export async function operation(by: SignedIn, accountId: string | null, given: Readonly<Record<string, string>> = {}): Promise<string> {
  const columns = { state: "'confirmed'", name: "'accounts.update'", first_sent_at: "now() - interval '1 hour'", ...given };
  const [row] = await query<{ id: string }>(
    `INSERT INTO operations (environment, attempt, idempotency_key, person_id, account_id, params, request_hash, lease_until, ${Object.keys(columns).join(", ")})
     VALUES ('test', gen_random_uuid(), gen_random_uuid(), $1, $2, '{}', '\\x00', now(), ${Object.values(columns).join(", ")}) RETURNING id`,
    [by.id, accountId],
  );
  return row?.id ?? "";
}

/** One look of the desk by all rules. */
export async function look(): Promise<void> {
  const signal = new AbortController().signal;
  await lookForAttention.run({}, { signal, holds: () => true, fence: 0, by: undefined });
}

/** What somebody is shown. */
export async function shownTo(who: SignedIn, search: Readonly<Record<string, string>> = {}): Promise<readonly AttentionItem[]> {
  return (await pageFor(who, search)).items;
}

export async function pageFor(who: SignedIn, search: Readonly<Record<string, string>> = {}): Promise<AttentionPage> {
  return (await answered(await list(browserRequest("/api/desk/attention", "GET", { cookie: who.cookie, search })))).body as AttentionPage;
}

export async function countsFor(who: SignedIn, search: Readonly<Record<string, string>> = {}): Promise<AttentionCounts> {
  return (await answered(await counts(browserRequest("/api/desk/attention/counts", "GET", { cookie: who.cookie, search })))).body as AttentionCounts;
}

/** Which merchants a rule finds, by its name, in a look of now. */
export async function findBy(rule: string, who: SignedIn): Promise<readonly (string | null)[]> {
  await look();
  return (await shownTo(who, { rule })).map(({ account_id }) => account_id).sort();
}
