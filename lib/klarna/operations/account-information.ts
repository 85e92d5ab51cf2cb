import { z } from "zod";

import { ipAddress } from "../ip-address";
import { resource } from "../operation";
import { sensitive } from "../sensitive";
import { patch } from "../strict";
import { timestamp } from "../timestamp";

const person = { class: "people", shown: "clear" } as const;

/** Where and when the merchant signed up at the partner. */
export const accountInformationDraft = patch({
  account_created_from_ip: ipAddress().register(sensitive, person).optional(),
  account_created_at: timestamp().optional(),
});

/** The same in an answer. */
export const answeredAccountInformation = z.looseObject({
  account_created_from_ip: z.string().register(sensitive, person).nullish(),
  account_created_at: z.string().nullish(),
});

const path = "/v2/accounts/{account_id}/extra-account-data/account-information";

export const accountInformation = resource("accountInformation", {
  get: { method: "GET", path, permission: "merchants:read", output: answeredAccountInformation },
  // Klarna takes it once and never again.
  update: {
    method: "PATCH",
    path,
    permission: "merchants:write",
    danger: "confirm",
    body: accountInformationDraft,
    output: answeredAccountInformation,
    refreshes: ["accounts"],
  },
});
