import { z } from "zod";

import { lenientList } from "../lenient";
import { resource } from "../operation";
import { strict } from "../strict";
import { line, page, pagination, reference } from "./fields";

/** The lines of a payout, of an order, or all there are. There is no way to ask for those of a period. */
export const payoutTransactions = resource("payoutTransactions", {
  list: {
    method: "GET",
    path: "/settlements/v1/transactions",
    permission: "settlements:read",
    query: strict({ payment_reference: reference().optional(), order_id: reference().optional(), ...page }),
    output: z.looseObject({ transactions: lenientList(line), pagination: pagination.nullish().catch(null) }),
  },
});
