import "server-only";
import { query } from "../../db/client";
import type { FeeRow } from "./judge";

/** So many fees are looked at in one statement: some hundredths of a second. */
const atOnce = 5_000;

/** Where fees are looked for. */
export interface FeesOf {
  readonly loadId: number;
  readonly currency: string;
}

/** Every fee of a load in the order of its report, some at a time, each with its capture: of the same report, else of another that is loaded. */
export async function* feeRows({ loadId, currency }: FeesOf): AsyncGenerator<readonly FeeRow[]> {
  const words = await query<{ id: number; word: string }>(
    "SELECT id, word FROM settlement_words WHERE load_id = $1 AND (word LIKE '%FEE%' OR word LIKE '%CORRECTION%' OR word = 'SALE')",
    [loadId],
  );
  const names = new Map(words.map(({ id, word }) => [id, word]));
  const fees = words.filter(({ word }) => word.includes("FEE")).map(({ id }) => id);
  const sale = words.find(({ word }) => word === "SALE")?.id ?? null;
  for (let after = 0; ; ) {
    const rows = await query<Row>(rowsStatement, [loadId, after, fees, sale, atOnce]);
    const elsewhere = rows.filter((row) => row.elsewhere).map(({ line }) => line);
    const others = elsewhere.length === 0 ? [] : await query<Other>(othersStatement, [loadId, elsewhere, currency]);
    const byLine = new Map(others.map((other) => [other.line, other]));
    yield rows.map((row) => feeOf(row, byLine.get(row.line), names));
    const last = rows.at(-1);
    if (!last || rows.length < atOnce) return;
    after = last.line;
  }
}

interface Captured {
  readonly least: string | null;
  readonly most: string | null;
  readonly again: boolean | null;
}

interface Row extends Captured {
  readonly line: number;
  readonly type: number;
  readonly detailed: number;
  readonly account: number;
  readonly amount: string;
  readonly incentive: boolean;
  readonly elsewhere: boolean | null;
  readonly plan: string;
  readonly plan_word: number;
  readonly program: string;
  readonly category: string;
  readonly at: number | null;
}

interface Other extends Captured {
  readonly line: number;
}

function feeOf(row: Row, other: Other | undefined, names: ReadonlyMap<number, string>): FeeRow {
  const { least, most } = row.least === null && other ? other : row;
  return {
    line: row.line,
    type: names.get(row.type) ?? "",
    detailedType: names.get(row.detailed) ?? "",
    account: row.account,
    charged: BigInt(row.amount),
    incentive: row.incentive,
    captured: [...new Set([least, most])].flatMap((amount) => (amount === null ? [] : [BigInt(amount)])),
    again: row.again === true || other?.again === true,
    plan: row.plan,
    planWord: row.plan_word,
    program: row.program,
    category: row.category,
    at: row.at ?? undefined,
  };
}

// What a fee doesn't say of its pricing, its capture does: Klarna leaves it out of some.
const rowsStatement = `
  WITH f AS MATERIALIZED (
    SELECT * FROM settlement_lines WHERE load_id = $1 AND line > $2 AND (type_word = ANY($3::int[]) OR detailed_word = ANY($3::int[])) ORDER BY line LIMIT $5)
  SELECT f.line, f.type_word AS type, f.detailed_word AS detailed, f.account_word AS account, f.amount::text AS amount, coalesce(f.buy_rate, 0) <> 0 AS incentive,
    c.least::text AS least, c.most::text AS most, c.again, c.elsewhere, coalesce(nullif(plan.word, ''), captured_plan.word, '') AS plan,
    CASE WHEN plan.word <> '' THEN f.plan_word ELSE coalesce(c.plan_word, f.plan_word) END AS plan_word,
    coalesce(nullif(program.word, ''), captured_program.word, '') AS program, coalesce(category.word, '') AS category,
    (extract(epoch FROM coalesce(f.priced_at, c.priced_at)) * 1000)::float8 AS at
  FROM f
  LEFT JOIN LATERAL (
    SELECT min(x.amount) FILTER (WHERE own.sale) AS least, max(x.amount) FILTER (WHERE own.sale) AS most, min(x.plan_word) FILTER (WHERE own.sale) AS plan_word,
      min(x.program_word) FILTER (WHERE own.sale) AS program_word, min(x.priced_at) FILTER (WHERE own.sale) AS priced_at,
      bool_or(x.load_id = f.load_id AND x.type_word = f.type_word AND x.detailed_word = f.detailed_word AND x.line < f.line) AS again,
      bool_or(x.load_id <> f.load_id) AS elsewhere
    FROM settlement_lines x CROSS JOIN LATERAL (SELECT x.load_id = f.load_id AND x.type_word = $4::int AS sale) own
    WHERE x.payment = f.payment AND x.environment = f.environment AND x.capture = f.capture) c ON true
  LEFT JOIN settlement_words plan ON plan.load_id = f.load_id AND plan.id = f.plan_word
  LEFT JOIN settlement_words program ON program.load_id = f.load_id AND program.id = f.program_word
  LEFT JOIN settlement_words category ON category.load_id = f.load_id AND category.id = f.category_word
  LEFT JOIN settlement_words captured_plan ON captured_plan.load_id = f.load_id AND captured_plan.id = c.plan_word
  LEFT JOIN settlement_words captured_program ON captured_program.load_id = f.load_id AND captured_program.id = c.program_word
  ORDER BY f.line`;

// Kinds are numbers of their own in each report: here they are told by their words. Only what is loaded, and in the same currency, counts.
const othersStatement = `
  SELECT f.line, min(x.amount) FILTER (WHERE t.word = 'SALE')::text AS least, max(x.amount) FILTER (WHERE t.word = 'SALE')::text AS most,
    bool_or(t.word = ft.word AND d.word = fd.word AND (x.created_at, x.load_id) < (f.created_at, f.load_id)) AS again
  FROM settlement_lines f
  JOIN settlement_words ft ON ft.load_id = f.load_id AND ft.id = f.type_word JOIN settlement_words fd ON fd.load_id = f.load_id AND fd.id = f.detailed_word
  JOIN settlement_lines x ON x.payment = f.payment AND x.environment = f.environment AND x.capture = f.capture AND x.load_id <> f.load_id
  JOIN settlements s ON s.environment = x.environment AND s.load_id = x.load_id AND s.currency = $3
  JOIN settlement_words t ON t.load_id = x.load_id AND t.id = x.type_word JOIN settlement_words d ON d.load_id = x.load_id AND d.id = x.detailed_word
  WHERE f.load_id = $1 AND f.line = ANY($2::int[]) GROUP BY f.line`;
