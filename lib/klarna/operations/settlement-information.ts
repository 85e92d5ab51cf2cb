import { z } from "zod";

import { resource } from "../operation";
import { patch } from "../strict";
import { timestamp } from "../timestamp";

/** Whether, and since when, the partner pays the merchant out. */
export const settlementInformationFields = {
  settlement_enabled: z.boolean({ error: "Choose yes or no" }).optional(),
  settlement_enabled_at: timestamp().optional(),
};

/** The same in an answer. */
export const answeredSettlementInformation = z.looseObject({
  settlement_enabled: z.boolean().nullish(),
  settlement_enabled_at: z.string().nullish(),
});

const path = "/v2/accounts/{account_id}/extra-account-data/settlement-information";

export const settlementInformation = resource("settlementInformation", {
  get: { method: "GET", path, permission: "bank:read", output: answeredSettlementInformation },
  update: {
    method: "PATCH",
    path,
    permission: "bank:write",
    body: patch(settlementInformationFields),
    output: answeredSettlementInformation,
    refreshes: ["accounts"],
  },
});
