import { Csv } from "../http/answer";
import { type Paging, paginate } from "../http/pagination";
import { generatedReport, generatedTransactions } from "../reports/generated";
import type { Piece } from "../state/account";
import { found, type Settlement } from "../state/world";
import { type Call, type Handler, param } from "./handler";
import { report } from "./report";

/** What Klarna pays out and charges. */
export const settlementHandlers: Readonly<Record<string, Handler>> = {
  "settlements.get": (call) => settlementOf(call).details,
  "settlements.csv": csv,
  "settlements.transactions": transactions,
};

function csv(call: Call): Csv {
  const settlement = settlementOf(call);
  return new Csv(settlement.order ? generatedReport(settlement.order) : report(settlement));
}

function transactions(call: Call): Piece {
  const { order, transactions } = settlementOf(call);
  const { items, pagination } = paginate<Piece>(order ? generatedTransactions(order) : transactions, call.query as Paging, call.address);
  return { transactions: items.map(nested), pagination };
}

/** The reference flattens objects in the report, `payment_pricing` among them. */
function nested({ price_plan_id, payment_program_id, pricing_evaluated_at, ...transaction }: Piece): Piece {
  return price_plan_id === undefined
    ? transaction
    : { ...transaction, payment_pricing: { price_plan_id, payment_program_id, evaluated_at: pricing_evaluated_at } };
}

function settlementOf(call: Call): Settlement {
  return found(call.world.settlements.get(param(call, "settlement_id")), "settlement");
}
