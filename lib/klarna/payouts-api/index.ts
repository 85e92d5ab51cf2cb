import type { Operation } from "../operation";
import { payouts } from "./payouts";
import { payoutReports } from "./reports";
import { payoutTransactions } from "./transactions";

/**
 * The operations of Klarna's Settlements API v1, by name: rows of the same shape as those of the Partner Management API, on other hosts and
 * under credentials of their own. The general door doesn't open to them; only the desk's connections take them.
 */
export const payoutOperations: ReadonlyMap<string, Operation> = new Map(
  [payouts, payoutTransactions, payoutReports].flatMap((resource) => Object.values<Operation>(resource)).map((operation) => [operation.name, operation]),
);
