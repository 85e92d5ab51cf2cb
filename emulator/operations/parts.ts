import { randomUUID } from "node:crypto";

import type { Operation } from "@/lib/klarna/operation";

import { invalid } from "../http/refusal";
import { type Account, type DocumentPart, idFields, krn, type ListPart, type Piece, spoken } from "../state/account";
import { found } from "../state/world";
import { accountOf, type Call, type Handler, param } from "./handler";
import { manageable } from "./manageable";
import { linked } from "./onboarding";
import { bankAccountRule, businessRule, type Rule, websiteRule } from "./rules";

const account = "/v2/accounts/{account_id}/";
const lists: Readonly<Record<string, ListPart>> = {
  "products/payment": "products",
  "channel/websites": "websites",
  "channel/collections": "collections",
  "extra-account-data/beneficiary-information/stakeholders": "stakeholders",
  "extra-account-data/settlement-information/bank-accounts": "bank_accounts",
};
const documents: Readonly<Record<string, DocumentPart>> = {
  "extra-account-data/account-information": "account_information",
  "extra-account-data/business-information": "business_information",
  "extra-account-data/settlement-information": "settlement_information",
};
const rules: Partial<Record<ListPart | DocumentPart, Rule>> = { websites: websiteRule, bank_accounts: bankAccountRule, business_information: businessRule };

/** What a row means by itself, where it lists, creates, reads, changes or removes a part of an account; else undefined. */
export function partHandler({ path, method }: Operation): Handler | undefined {
  const rest = path.startsWith(account) ? path.slice(account.length) : "";
  const document = documents[rest];
  if (document) return method === "GET" ? (call) => accountOf(call)[document] : (call) => changeDocument(call, document);
  const whole = lists[rest];
  if (whole) return method === "GET" ? (call) => accountOf(call)[whole] : (call) => create(call, whole);
  const one = lists[rest.slice(0, rest.lastIndexOf("/"))];
  if (!one || !path.endsWith(`/{${idFields[one]}}`)) return undefined;
  const byMethod = { GET: read, POST: create, PATCH: change, DELETE: remove };
  return (call) => byMethod[method](call, one);
}

function read(call: Call, part: ListPart): Piece {
  const id = param(call, idFields[part]);
  return found(
    pieces(accountOf(call), part).find((piece) => piece[idFields[part]] === id),
    spoken(part),
  );
}

function create(call: Call, part: ListPart): Piece {
  const owner = manageable(call);
  const piece = { [idFields[part]]: krn[part](randomUUID()), ...call.body };
  obeyRules(part, piece);
  call.world.keep({ ...owner, [part]: [...owner[part], piece] });
  return piece;
}

function change(call: Call, part: ListPart): Piece {
  const before = read(call, part);
  const owner = manageable(call);
  const changed = { ...before, ...call.body };
  // A brand that only its reference names has the id of that one.
  const { channel_collection_reference: reference, channel_collection_id: id } = call.body;
  const after = part === "websites" && reference !== undefined && id === undefined ? linked(changed, owner.collections) : changed;
  obeyRules(part, after);
  call.world.keep({ ...owner, [part]: pieces(owner, part).map((piece) => (piece === before ? after : piece)) });
  return after;
}

function remove(call: Call, part: ListPart): undefined {
  const before = read(call, part);
  const owner = manageable(call);
  call.world.keep({ ...owner, [part]: pieces(owner, part).filter((piece) => piece !== before) });
}

function changeDocument(call: Call, part: DocumentPart): Piece {
  const owner = manageable(call);
  const after = { ...owner[part], ...call.body };
  obeyRules(part, after);
  call.world.keep({ ...owner, [part]: after });
  return after;
}

function obeyRules(part: ListPart | DocumentPart, piece: Piece): void {
  const broken = rules[part]?.(piece) ?? [];
  if (broken.length > 0) throw invalid(broken);
}

function pieces(owner: Account, part: ListPart): readonly Piece[] {
  return owner[part];
}
