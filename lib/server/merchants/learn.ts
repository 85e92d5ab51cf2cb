import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { notificationOperations } from "@/lib/klarna/notifications";
import { isChange, type Operation } from "@/lib/klarna/operation";
import { accounts } from "@/lib/klarna/operations/accounts";
import { settlements } from "@/lib/klarna/operations/settlements";

import { learnCertificates } from "../certificates/learn";
import { learnCredentials } from "../credentials/learn";
import { noteAccepted } from "../credentials/own";
import { queryOften } from "../db/client";
import { unhurried } from "../db/unhurried";
import { dropDraft } from "../drafts/drop";
import { learnEnablements, learnProgramNames } from "../programs/learn-enablements";
import { learnSettlement } from "../settlements/learn-settlement";
import { learnKeys } from "../webhooks/learn-keys";
import { differences, explained, isNews } from "./differences";
import { type MerchantFacts, merchantFacts } from "./facts";
import { learnIbans } from "./learn-ibans";
import { learnProduct } from "./learn-product";

/** What was asked of Klarna and what it said. */
export interface Lesson {
  readonly environment: Environment;
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
  readonly attempt?: string | undefined;
  readonly sent?: unknown;
  readonly answer: unknown;
  /** When it was asked, by the database's clock: what Klarna said earlier never overwrites what it said later. */
  readonly askedAt: Date;
}

/** Everything that an answer of Klarna's teaches the desk: directory, index of IBANs, drafts, keys and certificates, settlements. The one place for it. */
export async function learn(lesson: Lesson): Promise<void> {
  const { environment, operation, params, attempt, sent, answer, askedAt } = lesson;
  noteAccepted(environment);
  const facts = operation.resource === "accounts" ? merchantFacts(answer) : undefined;
  const accountId = facts?.accountId ?? params.account_id;
  if (facts) await learnMerchant(environment, facts, askedAt, operation);
  if (operation.resource === "paymentProducts" && isChange(operation)) await learnProduct(lesson);
  if (accountId) await learnIbans(lesson, accountId);
  if (operation.name === "accounts.onboard" && attempt) await dropDraft(environment, attempt);
  if (operation.name === settlements.get.name) await learnSettlement(environment, answer);
  if (operation.resource === "credentials") await learnCredentials({ environment, name: operation.name, params, attempt, answer, askedAt });
  if (operation.resource === "certificates") await learnCertificates({ environment, params, attempt, sent, answer });
  if (operation.resource === "paymentProgramEnablements") await learnEnablements(lesson);
  if (operation.resource === "paymentPrograms") await learnProgramNames(environment, answer);
  if (notificationOperations.has(operation.name)) await learnKeys({ environment, name: operation.name, attempt, answer });
}

/** The account id an answer names, for the operation's row: an onboarding learns it only now. */
export function accountIdIn(answer: unknown): string | undefined {
  return merchantFacts(answer)?.accountId;
}

/** Keeps what is new in the directory's row and notes each difference on the merchant's timeline; `ours` where a change of ours was answered. */
async function learnMerchant(environment: Environment, facts: MerchantFacts, askedAt: Date, operation: Operation): Promise<void> {
  const values = [
    environment,
    facts.accountId,
    facts.accountReference,
    facts.accountName,
    facts.accountGroupReference,
    facts.accountGroupId,
    facts.state,
    facts.stateReason,
    facts.country,
    facts.products && JSON.stringify(facts.products),
    facts.websites && JSON.stringify(facts.websites),
    askedAt,
    facts.registrationNumber ?? null,
    facts.registrationNumber !== undefined,
    // Answers to changes leave the group out, also where there is one.
    facts.namesNoGroup && operation.name === accounts.get.name,
    // So they may leave out the people.
    operation.name === accounts.get.name && facts.peopleGaps ? JSON.stringify(facts.peopleGaps) : null,
  ];
  // Nearly every read says what is known: then a third of the work is enough.
  const nothingNew = !isChange(operation) && (await queryOften(seenStatement, values)).length > 0;
  if (!nothingNew) await queryOften(learnStatement, [...values, isChange(operation)]);
}

/** What an answer says, by column: its place among the values. */
const said = {
  account_reference: "$3::text",
  account_name: "$4::text",
  account_group_reference: "$5::text",
  account_group_id: "$6::text",
  state: "$7::text",
  state_reason: "$8::text",
  country: "$9::text",
  products: "$10::jsonb",
  websites: "$11::jsonb",
  registration_number: "$13::text",
  people_gaps: "$16::jsonb",
};
const kept = ["account_reference", "account_name", "state", "state_reason", "country", "products", "websites"] as const;

/** One half of what a group is known by: it stays where an answer leaves it out, unless the other half names another group or the account has left. */
const half = (column: keyof typeof said, other: keyof typeof said) => `CASE WHEN $15 THEN NULL
        WHEN ${said[column]} IS NULL AND (${said[other]} IS NULL OR ${said[other]} = m.${other}) THEN m.${column} ELSE ${said[column]} END`;
const groupReference = half("account_group_reference", "account_group_id");
const groupId = half("account_group_id", "account_group_reference");

/** Whether an answer holds nothing new: what it doesn't say isn't news, but that a company's number or an account's group has gone is. */
const same = `${kept.map((column) => `coalesce(${said[column]}, m.${column}) IS NOT DISTINCT FROM m.${column}`).join(" AND ")}
        AND (${groupReference}) IS NOT DISTINCT FROM m.account_group_reference AND (${groupId}) IS NOT DISTINCT FROM m.account_group_id
        AND (NOT $14 OR ${said.registration_number} IS NOT DISTINCT FROM m.registration_number)`;

/** A change of ours that is answered begins a state anew, also where none was seen in between. */
const sameState = `NOT $17 AND m.state IS NOT NULL AND coalesce(${said.state}, m.state) = m.state
        AND coalesce(${said.state_reason}, m.state_reason) IS NOT DISTINCT FROM m.state_reason`;

/** Notes that what is known was said again; finds no row where it is new, or was said before. */
const seenStatement = `
  UPDATE merchants m SET asked_at = $12::timestamptz, seen_at = now(), people_gaps = coalesce(${said.people_gaps}, m.people_gaps) FROM ${unhurried}
  WHERE m.environment = $1 AND m.account_id = $2 AND ${isNews("$12")} AND m.missing_since IS NULL AND ${same} RETURNING true AS seen`;

const learnStatement = `
  WITH before AS (SELECT * FROM merchants WHERE environment = $1 AND account_id = $2),
  learned AS (
    INSERT INTO merchants AS m (environment, account_id, account_reference, account_name, account_group_reference, account_group_id,
                                state, state_reason, country, products, websites, asked_at, seen_at, registration_number, people_gaps, state_since)
    SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11::jsonb, $12::timestamptz, now(), $13, $16::jsonb, now() FROM ${unhurried}
    ON CONFLICT (environment, account_id) DO UPDATE SET
      account_reference = coalesce(excluded.account_reference, m.account_reference),
      account_name = coalesce(excluded.account_name, m.account_name),
      account_group_reference = ${groupReference}, account_group_id = ${groupId},
      state = coalesce(excluded.state, m.state), state_reason = coalesce(excluded.state_reason, m.state_reason),
      state_since = CASE WHEN ${sameState} THEN m.state_since ELSE now() END,
      country = coalesce(excluded.country, m.country), people_gaps = coalesce(excluded.people_gaps, m.people_gaps),
      products = coalesce(excluded.products, m.products), websites = coalesce(excluded.websites, m.websites),
      registration_number = CASE WHEN $14 THEN excluded.registration_number ELSE m.registration_number END,
      changed_at = CASE WHEN m.missing_since IS NULL AND ${same} THEN m.changed_at ELSE now() END,
      asked_at = excluded.asked_at, seen_at = now(), missing_since = NULL
    WHERE ${isNews("$12")}
    RETURNING *)
  INSERT INTO merchant_changes (environment, account_id, field, before, after, drift)
  SELECT $1, $2, d.field, left(d.before, 1000), left(d.after, 1000), NOT $17 AND NOT ${explained}
  FROM before b CROSS JOIN learned l CROSS JOIN LATERAL (${differences}) d`;
