import { z } from "zod";

import { kept, lenientList, openEnum } from "../lenient";
import { resource } from "../operation";
import { sensitive } from "../sensitive";
import { strict } from "../strict";
import { answeredAccountInformation } from "./account-information";
import { bankAccount } from "./bank-accounts";
import { answeredBusinessInformation } from "./business-information";
import { collection } from "./collections";
import { accountChange, migration, onboarding } from "./onboarding";
import { paymentProduct } from "./payment-products";
import { answeredSettlementInformation } from "./settlement-information";
import { stakeholder } from "./stakeholders";
import { website } from "./websites";

/** The states of an account. */
export const accountStates = ["PARTIALLY_OPERATIONAL", "OPERATIONAL", "DISABLED"] as const;

const person = { class: "people", shown: "clear" } as const;

const answeredOwner = z.looseObject({
  given_name: z.string().register(sensitive, person).nullish(),
  family_name: z.string().register(sensitive, person).nullish(),
  email: z.string().register(sensitive, person).nullish(),
  phone: z.string().register(sensitive, person).nullish(),
});

const answeredExtraAccountData = z.looseObject({
  account_information: kept(answeredAccountInformation).nullish(),
  business_information: kept(answeredBusinessInformation).nullish(),
  beneficiary_information: kept(z.looseObject({ stakeholders: kept(lenientList(stakeholder)).nullish() })).nullish(),
  settlement_information: kept(answeredSettlementInformation.extend({ bank_accounts: kept(lenientList(bankAccount)).nullish() })).nullish(),
});

const account = z.looseObject({
  account_id: z.string(),
  account_reference: z.string().nullish(),
  account_name: z.string().nullish(),
  account_group_reference: z.string().nullish(),
  account_group_id: z.string().nullish(),
  account_owner: kept(answeredOwner).nullish(),
  state: openEnum(accountStates).nullish(),
  state_reason: openEnum(["INITIAL_SETUP", "SETUP_COMPLETE", "ACCOUNT_UPDATE"]).nullish(),
  products: kept(lenientList(paymentProduct)).nullish(),
  channel: kept(z.looseObject({ websites: kept(lenientList(website)).nullish(), collections: kept(lenientList(collection)).nullish() })).nullish(),
  extra_account_data: kept(answeredExtraAccountData).nullish(),
});

/** What `expand` can bring in, by the class of its data. */
const expansions = {
  products: undefined,
  "channel.collections": undefined,
  "channel.websites": undefined,
  "extra-account-data.account-information": undefined,
  "extra-account-data.business-information": undefined,
  "extra-account-data.beneficiary-information": "people",
  "extra-account-data.settlement-information": "bank",
} as const;
type Expansion = keyof typeof expansions;

const expandError = `Choose at most 10 of ${Object.keys(expansions).join(", ")}`;
const expandItem = z.enum(Object.keys(expansions) as [Expansion, ...Expansion[]], { error: expandError });

// In a URL a list is written with commas; in code it is a list.
const expand = z
  .union([z.string(), z.array(z.custom<Expansion>((item) => typeof item === "string"))], { error: expandError })
  .transform((given) => (typeof given === "string" ? given.split(",") : given))
  .pipe(z.array(expandItem).max(10, expandError));

const one = "/v2/accounts/{account_id}";
const parts = [
  "paymentProducts",
  "websites",
  "collections",
  "accountInformation",
  "businessInformation",
  "stakeholders",
  "settlementInformation",
  "bankAccounts",
] as const;

export const accounts = resource("accounts", {
  onboard: { method: "POST", path: "/v2/distribution/onboard", permission: "merchants:write", lane: "onboarding", body: onboarding, output: account },
  // It overwrites what Klarna has.
  migrate: {
    method: "POST",
    path: "/v2/distribution/migrate",
    permission: "merchants:write",
    lane: "onboarding",
    danger: "confirm",
    body: migration,
    output: account,
    refreshes: parts,
  },
  get: { method: "GET", path: one, permission: "merchants:read", query: strict({ expand: expand.optional() }), output: account, expansions },
  update: { method: "PATCH", path: one, permission: "merchants:write", body: accountChange, output: account, refreshes: parts },
});
