import "server-only";
import { z } from "zod";
import { type Enablement, enabledBy } from "@/lib/klarna/enablements";
import type { Environment } from "@/lib/klarna/environment";
import { paymentProgramEnablements } from "@/lib/klarna/operations/payment-program-enablements";
import { onlyProduct } from "@/lib/klarna/product-change";

import { query } from "../db/client";

/** What was asked about enablements, when, and what Klarna said. */
interface Answered {
  readonly environment: Environment;
  readonly operation: { readonly name: string };
  readonly params: Readonly<Record<string, string>>;
  readonly answer: unknown;
  readonly askedAt: Date;
}

/** Keeps what an answer says of a product's enablements; where it lists all of them, what it doesn't name is no more. What was asked earlier changes nothing. */
export async function learnEnablements({ environment, operation, params, answer, askedAt }: Answered): Promise<void> {
  const { account_id, product_id } = params;
  // `default` names whichever product there is, and so none that could be told apart later.
  if (!account_id || !product_id || product_id === onlyProduct) return;
  const whole = operation.name === paymentProgramEnablements.list.name;
  const given = (whole ? list.safeParse(answer).data?.payment_program_enablements : [answer])?.flatMap((item) => rowOf(item) ?? []);
  if (!given) return;
  const rows = [...new Map(given.map((row) => [row.enablement_id, row])).values()];
  await query(learnStatement, [environment, account_id, product_id, JSON.stringify(rows), askedAt, whole]);
}

/** Keeps what programs are called. */
export async function learnProgramNames(environment: Environment, answer: unknown): Promise<void> {
  const listed = programList.safeParse(answer).data?.payment_programs ?? [answer];
  const names = new Map(
    listed.flatMap((item) => programName.safeParse(item).data ?? []).map(({ payment_program_id: id, payment_program_name: name }) => [id, name]),
  );
  if (names.size === 0) return;
  // Always in the same order: two that learn the same names would block each other else.
  const sorted = [...names].sort(([one], [other]) => (one < other ? -1 : 1));
  await query(
    `INSERT INTO program_names AS p (environment, program_id, name) SELECT $1, * FROM unnest($2::text[], $3::text[])
     ON CONFLICT (environment, program_id) DO UPDATE SET name = excluded.name, seen_at = now()
       WHERE p.name <> excluded.name OR p.seen_at < now() - interval '1 hour'`,
    [environment, sorted.map(([id]) => id), sorted.map(([, name]) => name)],
  );
}

// Longer than any id or name: what an index can't hold would keep the whole answer out.
const short = z.string().transform((text) => text.slice(0, 300));
const list = z.looseObject({ payment_program_enablements: z.array(z.unknown()) });
const enablement = z.looseObject({ payment_program_enablement_id: short });
const programList = z.looseObject({ payment_programs: z.array(z.unknown()) });
const programName = z.looseObject({ payment_program_id: short, payment_program_name: short.pipe(z.string().min(1)) });

function rowOf(item: unknown) {
  const { data } = enablement.safeParse(item);
  if (!data) return undefined;
  const { id, program, scope, from, to } = enabledBy(data as Enablement);
  return {
    enablement_id: id,
    program_id: program.slice(0, 300) || null,
    countries: scope.countries.length > 0 ? scope.countries : null,
    categories: scope.categories.length > 0 ? scope.categories : null,
    effective_from: momentOf(from),
    effective_to: momentOf(to),
  };
}

function momentOf(at: number): string | null {
  return Number.isFinite(at) ? new Date(at).toISOString() : null;
}

const learnStatement = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($4::jsonb)
      AS g (enablement_id text, program_id text, countries jsonb, categories jsonb, effective_from timestamptz, effective_to timestamptz)),
  noted AS (
    INSERT INTO enablement_reads AS r (environment, account_id, product_id, asked_at) SELECT $1, $2, $3, $5::timestamptz WHERE $6::boolean
    ON CONFLICT (environment, account_id, product_id) DO UPDATE SET asked_at = greatest(r.asked_at, excluded.asked_at)),
  gone AS (
    DELETE FROM enablements e WHERE $6::boolean AND e.environment = $1 AND e.account_id = $2 AND e.product_id = $3 AND e.asked_at <= $5::timestamptz
      AND NOT EXISTS (SELECT FROM given g WHERE g.enablement_id = e.enablement_id))
  INSERT INTO enablements AS e (environment, account_id, product_id, enablement_id, program_id, countries, categories, effective_from, effective_to, asked_at)
  SELECT $1, $2, $3, g.enablement_id, g.program_id, nullif(g.countries, 'null'), nullif(g.categories, 'null'), g.effective_from, g.effective_to, $5::timestamptz
  FROM given g ORDER BY g.enablement_id
  ON CONFLICT (environment, account_id, product_id, enablement_id) DO UPDATE SET
    program_id = coalesce(excluded.program_id, e.program_id), countries = excluded.countries, categories = excluded.categories,
    effective_from = excluded.effective_from, effective_to = excluded.effective_to, asked_at = excluded.asked_at
  WHERE e.asked_at <= excluded.asked_at`;
