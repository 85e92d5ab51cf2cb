import "server-only";
import type { AttentionFilter, AttentionItem, AttentionPage } from "@/lib/desk/attention";

import { readCursor, writeCursor } from "../cursor";
import { query } from "../db/client";
import { utc } from "../db/utc";
import { Values } from "../db/values";
import { conditionsOf, type Viewer } from "./conditions";
import type { Facts, Named } from "./rule";
import { ruleNamed } from "./rules";

// A screen holds about a dozen: with more, the first of them would be painted later.
const pageSize = 25;

/** A page of what needs attention, as somebody may see it. */
export async function listAttention(filter: AttentionFilter, viewer: Viewer, after?: string): Promise<AttentionPage> {
  const column = filter.sort.endsWith("due") ? "a.due_at" : "a.opened_at";
  const [direction, beyond] = filter.sort.startsWith("-") ? ["DESC", "<"] : ["ASC", ">"];
  const values = new Values();
  const where = conditionsOf(filter, viewer, values);
  const [at, id] = after === undefined ? [] : readCursor(after, ["timestamptz", "uuid"]);
  const place = at === undefined ? "" : `AND (${column}, a.id) ${beyond} (${values.add(at)}::timestamptz, ${values.add(id)}::uuid)`;
  const rows = await query<Row>(
    `SELECT ${columns}, ${utc(column)} AS key FROM ${tables} WHERE ${where} ${place} ORDER BY ${column} ${direction}, a.id ${direction} LIMIT ${pageSize + 1}`,
    values.list,
  );
  const last = rows.length > pageSize ? rows[pageSize - 1] : undefined;
  return { items: rows.slice(0, pageSize).map(itemOf), next: last ? writeCursor([last.key, last.id]) : null };
}

interface Row extends Omit<AttentionItem, "reason" | "advice" | "operation_id" | "settlement_id" | "payment_reference" | "merchant_id" | "run_id">, Named {
  readonly subject: string;
  readonly facts: Facts;
  readonly key: string;
}

function itemOf({ subject, facts, author, named, key: _, ...item }: Row): AttentionItem {
  const words = ruleNamed(item.rule)?.words(facts, { named, author });
  return {
    ...item,
    reason: words?.reason ?? item.rule,
    advice: words?.advice ?? "",
    operation_id: facts.operation === undefined ? null : subject,
    settlement_id: facts.settlement ?? null,
    payment_reference: facts.payout ?? null,
    merchant_id: facts.merchant ?? null,
    run_id: facts.run ?? null,
  };
}

const columns = `a.id, a.environment, nullif(a.account_id, '') AS account_id, coalesce(m.account_name, m.account_reference, a.facts->>'reference') AS merchant,
  a.rule, a.subject, a.facts, author.name AS author, named.name AS named, coalesce(a.facts->>'since', ${utc("a.opened_at")}) AS since,
  CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('id', p.id, 'name', p.name, 'disabled', p.disabled_at IS NOT NULL) END AS person, d.name AS done_by,
  ${["due_at", "snoozed_until", "done_at"].map((name) => `${utc(`a.${name}`)} AS ${name}`).join(", ")}`;

const tables = `attention a
  LEFT JOIN merchants m ON m.environment = a.environment AND m.account_id = a.account_id
  LEFT JOIN people p ON p.id = a.person_id LEFT JOIN people d ON d.id = a.done_by LEFT JOIN people author ON author.id = (a.facts->>'author')::uuid
  LEFT JOIN people named ON named.id = CASE WHEN a.rule = 'mention' THEN split_part(a.subject, ' ', 2)::uuid END`;
