import type { z } from "zod";

import type { Klarna } from "../klarna";
import type { orders } from "./orders";

/** Changes what Klarna has paid out in one place: another book, more payouts, late changes, or a credential that fares otherwise. */
export function setPayouts({ books }: Klarna, given: z.output<typeof orders.payouts>): void {
  const { region, environment, plan, more = 0, pending, credential, changes = {} } = given;
  const before = plan ? books.usual(region, environment, plan) : books.plan(region, environment);
  books.put({
    ...before,
    payouts: before.payouts + more,
    changes: { ...before.changes, ...changes },
    ...(pending !== undefined && { pending }),
    ...(credential && { credential }),
  });
}
