import "server-only";
import { z } from "zod";

import { type AuditFilter, auditFilters, auditOutcomes } from "@/lib/desk/audit";
import { auditWords, kindsEnding } from "@/lib/desk/audit-words";
import { environments } from "@/lib/klarna/environment";
import { checkPathParam } from "@/lib/klarna/identifier";
import { checked } from "@/lib/klarna/text";

import type { AuditKind } from "../audit";

type Step = "operation-sent" | "operation-confirmed" | "operation-rejected" | "operation-unknown" | "operation-settled";

// Whoever adds a kind gives it words: this doesn't compile without them.
const kinds = Object.keys(auditWords satisfies Record<AuditKind | Step, unknown>);

const empty = z.literal("").transform(() => undefined);
const day = z.iso.date("Write a day: 2026-11-25").or(empty).optional();

/** What a request asks of the log. What is left empty isn't asked. */
export const auditFilterInput = z.strictObject({
  from: day,
  to: day,
  person: z.uuid("isn't a person's id").or(empty).optional(),
  kind: z.enum(kinds, "isn't a kind of entry").or(empty).optional(),
  account_id: z
    .string()
    .trim()
    .pipe(checked((value) => checkPathParam("account_id", value)))
    .or(empty)
    .optional(),
  operation: z
    .string()
    .trim()
    .regex(/^[\w.-]{1,100}$/, "isn't the name of an operation")
    .or(empty)
    .optional(),
  environment: z.enum(environments).or(empty).optional(),
  outcome: z.enum(auditOutcomes).or(empty).optional(),
}) satisfies z.ZodType<Readonly<Record<string, unknown>>>;

export type AuditQuestion = z.output<typeof auditFilterInput>;

/** A filter as the page's address gives it; what can't be understood is left out. */
export function questionIn(search: Readonly<Record<string, unknown>>): AuditQuestion {
  const given = Object.fromEntries(auditFilters.flatMap((name) => (typeof search[name] === "string" ? [[name, search[name]]] : [])));
  const parsed = auditFilterInput.safeParse(given);
  if (parsed.success) return parsed.data;
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]));
  return auditFilterInput.parse(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))));
}

/** The question as it stands in an address. */
export function asSearch(question: AuditQuestion): AuditFilter {
  return Object.fromEntries(Object.entries(question).flatMap(([name, value]) => (typeof value === "string" && value !== "" ? [[name, value]] : [])));
}

/** The question as a condition on `a`, with its values from `$first` on. Days are whole days in UTC, whatever the database's zone. */
export function conditionOf(question: AuditQuestion, first: number): { readonly sql: string; readonly values: readonly unknown[] } {
  const { from, to, person, kind, account_id, operation, environment, outcome } = question;
  const asked: readonly (readonly [string, unknown])[] = [
    ["a.at >= $::date::timestamp AT TIME ZONE 'UTC'", from],
    ["a.at < ($::date + 1)::timestamp AT TIME ZONE 'UTC'", to],
    ["a.person_id = $::uuid", person],
    ["a.kind = $", kind],
    ["a.account_id = $", account_id],
    ["a.operation = $", operation],
    ["a.environment = $", environment],
    ["a.kind = ANY($::text[])", outcome && kindsEnding(outcome)],
  ];
  const given = asked.filter(([, value]) => value !== undefined && value !== "");
  const sql = given.map(([text], index) => text.replace("$", `$${first + index}`)).join(" AND ");
  return { sql: sql === "" ? "true" : sql, values: given.map(([, value]) => value) };
}
