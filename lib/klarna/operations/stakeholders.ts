import { z } from "zod";

import { address, answeredAddress } from "../address";
import { country } from "../country";
import { kept, lenientList, openEnum } from "../lenient";
import { resource } from "../operation";
import { sensitive } from "../sensitive";
import { list, strict } from "../strict";
import { choice, filled, grownChoice, text } from "../text";
import { dateOfBirth } from "../timestamp";

/** What a person is in the business. */
export const stakeholderRoles = ["LEGAL_REPRESENTATIVE", "ALTERNATIVE_BENEFICIAL_OWNER", "ULTIMATE_BENEFICIAL_OWNER", "OWNER"] as const;

const person = { class: "people", shown: "clear" } as const;
const birth = { class: "people", shown: "date" } as const;
const identity = { class: "people", shown: "tail" } as const;

/** A person behind the merchant. */
export const stakeholderDraft = strict({
  given_name: filled(99).register(sensitive, person).optional(),
  family_name: filled(99).register(sensitive, person).optional(),
  address: address().register(sensitive, person).optional(),
  date_of_birth: dateOfBirth().register(sensitive, birth).optional(),
  national_identification: strict({ number: text().register(sensitive, identity).optional(), country: country().optional() }).optional(),
  roles: list(choice(stakeholderRoles)).min(1, "Choose at least one role"),
});

/** The same in a change, where the roles are required too: one that Klarna has added to its list since is repeated as it came. */
const stakeholderChange = stakeholderDraft.extend({ roles: list(grownChoice(stakeholderRoles)).min(1, "Choose at least one role") });

/** The same in an answer. */
export const stakeholder = z.looseObject({
  stakeholder_id: z.string(),
  given_name: z.string().register(sensitive, person).nullish(),
  family_name: z.string().register(sensitive, person).nullish(),
  address: kept(answeredAddress()).register(sensitive, person).nullish(),
  date_of_birth: z.string().register(sensitive, birth).nullish(),
  national_identification: kept(z.looseObject({ number: z.string().register(sensitive, identity).nullish(), country: z.string().nullish() })).nullish(),
  roles: lenientList(openEnum(stakeholderRoles)).nullish(),
});

const all = "/v2/accounts/{account_id}/extra-account-data/beneficiary-information/stakeholders";
const one = `${all}/{stakeholder_id}` as const;
const refreshes = ["accounts"] as const;

export const stakeholders = resource("stakeholders", {
  create: { method: "POST", path: all, permission: "people:write", body: stakeholderDraft, output: stakeholder, refreshes },
  list: { method: "GET", path: all, permission: "people:read", output: lenientList(stakeholder) },
  get: { method: "GET", path: one, permission: "people:read", output: stakeholder },
  update: { method: "PATCH", path: one, permission: "people:write", body: stakeholderChange, output: stakeholder, refreshes },
  delete: { method: "DELETE", path: one, permission: "people:write", danger: "confirm", output: z.void(), refreshes },
});
