import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { ProblemError } from "@/lib/klarna/problem";
import { exponentOf } from "@/lib/money";

import { copyOut, query } from "../db/client";

/** So many lines a statement: some hundred milliseconds, and some megabytes on their way to whoever reads slowly. */
const linesAtOnce = 5_000;

/**
 * The transactions of a loaded settlement as CSV, made by the database some lines at a time: the next are only asked for when the last are gone. Throws 409 while
 * there is nothing loaded, 404 for a merchant who isn't in it.
 */
export async function spreadsheetPieces(environment: Environment, settlementId: string, accountId?: string): Promise<AsyncGenerator<Buffer>> {
  const [load] = await query<{ load_id: number | null; currency: string | null; word: number | null }>(
    `SELECT s.load_id, s.currency, (SELECT w.id FROM settlement_words w WHERE w.load_id = s.load_id AND w.word = $3) AS word
     FROM settlements s WHERE s.environment = $1 AND s.settlement_id = $2`,
    [environment, settlementId, accountId ?? null],
  );
  if (load?.load_id === null || load?.load_id === undefined)
    throw new ProblemError({
      status: 409,
      code: "NOT_LOADED",
      message: "This settlement's report isn't loaded yet, so there is no spreadsheet of it. Klarna's own file is there.",
    });
  if (accountId !== undefined && load.word === null)
    throw new ProblemError({ status: 404, code: "NO_SUCH_MERCHANT", message: "This merchant has no transaction in this settlement." });
  return pieces(load.load_id, load.currency ?? "", load.word);
}

async function* pieces(loadId: number, currency: string, word: number | null): AsyncGenerator<Buffer> {
  yield Buffer.from(
    `\ufeff${columns(currency)
      .map(([name]) => name)
      .join(",")}\n`,
  );
  const account = word === null ? "" : `AND account_word = ${word}`;
  const own = word === null ? "" : `AND x.account_word = ${word}`;
  let after = 0;
  for (;;) {
    const [next] = await query<{ last: number | null }>(
      `SELECT max(line) AS last FROM (SELECT line FROM settlement_lines WHERE load_id = $1 AND line > $2 ${account} ORDER BY line LIMIT ${linesAtOnce}) n`,
      [loadId, after],
    );
    if (next?.last === null || next?.last === undefined) return;
    // Numbers of ours, each of them: a copy takes no parameters.
    yield Buffer.concat(await copyOut(statement(currency, loadId, `x.load_id = ${loadId} AND x.line > ${after} AND x.line <= ${next.last} ${own}`)));
    after = next.last;
  }
}

function statement(currency: string, loadId: number, which: string): string {
  const shown = columns(currency).map(([, value]) => value);
  return `COPY (
    WITH words AS MATERIALIZED (
      SELECT w.id, w.word, m.account_name AS name FROM settlement_words w
      JOIN settlement_loads l ON l.id = w.load_id LEFT JOIN merchants m ON m.environment = l.environment AND m.account_id = w.word
      WHERE w.load_id = ${loadId})
    SELECT ${shown.join(", ")} FROM settlement_lines x
    ${wordColumns.map((name) => `JOIN words ${name} ON ${name}.id = x.${name}_word`).join(" ")}
    WHERE ${which} ORDER BY x.line) TO STDOUT (FORMAT csv)`;
}

const wordColumns = ["type", "detailed", "account", "product", "category", "plan", "program", "payment"] as const;

/** A text that a spreadsheet would take for a formula begins with an apostrophe, which makes it a text again. */
const defused = (value: string) => `CASE WHEN ${value} ~ '^\\s*[-=+@\\t\\r]' THEN '''' || ${value} ELSE ${value} END`;
const time = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const paymentId = "coalesce(x.payment_id, payment.word || x.payment)";
const within = (column: string) => `CASE left(${column}, 1) WHEN '+' THEN ${paymentId} || substr(${column}, 2) ELSE substr(${column}, 2) END`;

/** What a column is called and what is in it; amounts are decimals as the currency has them. */
function columns(currency: string): readonly (readonly [name: string, value: string])[] {
  const unit = `1${"0".repeat(exponentOf(currency))}`;
  const decimal = (column: string) => (unit === "1" ? column : `(${column}::numeric / ${unit})::numeric(38, ${unit.length - 1})`);
  return [
    ["line", "x.line"],
    ["type", defused("type.word")],
    ["detailed_type", defused("detailed.word")],
    ["created_at", time("x.created_at")],
    ["amount", decimal("x.amount")],
    ["tax_amount", decimal("x.tax")],
    ["tax_rate_percent", "(x.tax_rate::numeric / 100)::numeric(12, 2)"],
    ["currency", `'${/^[A-Z]{3}$/.test(currency) ? currency : ""}'`],
    ["merchant", defused("account.name")],
    ["account_id", defused("account.word")],
    ["payment_transaction_id", defused(paymentId)],
    ["payment_transaction_reference", defused("x.reference")],
    ["payment_transaction_created_at", time("x.payment_at")],
    ["payment_capture_id", defused(within("x.capture"))],
    ["payment_capture_reference", defused("x.capture_reference")],
    ["payment_refund_id", defused(within("x.refund"))],
    ["payment_refund_reference", defused("x.refund_reference")],
    ["payment_dispute_id", defused("x.dispute")],
    ["payment_chargeback_id", defused(within("x.chargeback"))],
    ["merchant_category_code", defused("category.word")],
    ["product_instance_id", defused("product.word")],
    ["price_plan_id", defused("plan.word")],
    ["payment_program_id", defused("program.word")],
    ["pricing_evaluated_at", time("x.priced_at")],
    ["buy_rate_incentives_amount", decimal("x.buy_rate")],
    ["sell_rate_incentives_amount", decimal("x.sell_rate")],
  ];
}
