import { z } from "zod";

import { lenientList } from "../lenient";
import { resource } from "../operation";
import { strict } from "../strict";
import { utcStamp } from "../timestamp";
import { currency, page, pagination, payout, period, summary } from "./fields";

const all = "/settlements/v1/payouts";

/** What Klarna has paid out. */
export const payouts = resource("payouts", {
  list: {
    method: "GET",
    path: all,
    permission: "settlements:read",
    query: strict({ start_date: utcStamp().optional(), end_date: utcStamp().optional(), currency_code: currency().optional(), ...page }),
    output: z.looseObject({ payouts: lenientList(payout), pagination: pagination.nullish().catch(null) }),
  },
  get: { method: "GET", path: `${all}/{payment_reference}`, permission: "settlements:read", output: payout },
  /** One entry a currency, bare in a list. It has no column for charges, credits and some more, so it is only something to compare with. */
  summary: { method: "GET", path: `${all}/summary`, permission: "settlements:read", query: period, output: lenientList(summary) },
});
