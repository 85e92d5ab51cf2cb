import type { BodyOf } from "@/lib/klarna/operation";
import type { accounts } from "@/lib/klarna/operations/accounts";

import { conflict, type InvalidParameter, invalid } from "../http/refusal";
import { type Account, krn, type Piece } from "../state/account";
import type { Call } from "./handler";
import { linked, withIds } from "./onboarding";
import { bankAccountRule, businessRule, findings, websiteRule } from "./rules";

/** The body of an account's change, as its row's schema reads it. */
type Change = BodyOf<typeof accounts.update>;

/** An account after a change: pieces with a known id are merged, pieces without one are added; 400 for an id it doesn't have. */
export function mergedAccount(call: Call, before: Account): Account {
  // The row's schema read it just before.
  const { products, channel, extra_account_data: extra = {}, ...fields } = call.body as Change;
  if (taken(call, before, fields.account_reference)) throw conflict("An account with this account_reference exists already.");
  if (extra.account_information && Object.keys(before.account_information).length > 0) throw conflict("Account information can only be set once");
  const collections = merged(before.collections, channel?.collections, "collection_id", krn.collections, "channel.collections");
  const websites = merged(before.websites, channel?.websites, "website_id", krn.websites, "channel.websites").map((site) =>
    namesBrandAnew(before, site) ? linked(site, collections) : site,
  );
  const { bank_accounts: newBankAccounts, ...settlement } = extra.settlement_information ?? {};
  const business_information = { ...before.business_information, ...extra.business_information };
  const faults = [
    ...(channel?.websites ?? []).flatMap((website, index) => findings(websiteRule, website, `channel.websites[${index}]`)),
    ...(extra.business_information ? findings(businessRule, business_information, "extra_account_data.business_information") : []),
    ...(newBankAccounts ?? []).flatMap((account, index) =>
      findings(bankAccountRule, account, `extra_account_data.settlement_information.bank_accounts[${index}]`),
    ),
  ];
  if (faults.length > 0) throw invalid(faults);
  return {
    ...before,
    ...defined(fields),
    products: merged(before.products, products, "product_id", krn.products, "products") as Account["products"],
    collections,
    websites,
    stakeholders: [...before.stakeholders, ...withIds(extra.beneficiary_information?.stakeholders, "stakeholder_id", krn.stakeholders)],
    bank_accounts: [...before.bank_accounts, ...withIds(newBankAccounts, "bank_account_id", krn.bank_accounts)],
    account_information: extra.account_information ?? before.account_information,
    business_information,
    settlement_information: { ...before.settlement_information, ...settlement },
  };
}

/** Whether a website names a brand by a reference that it didn't have; one that is asked for by its id, or isn't spoken of, stays where it is. */
function namesBrandAnew({ websites }: Account, site: Piece): boolean {
  const known = websites.find(({ website_id }) => website_id === site.website_id);
  const { channel_collection_reference: reference, channel_collection_id: id } = site;
  return reference !== known?.channel_collection_reference && id === known?.channel_collection_id;
}

function taken(call: Call, before: Account, reference: string | undefined): boolean {
  return reference !== undefined && reference !== before.account_reference && call.world.references.has(reference);
}

function merged(before: readonly Piece[], given: readonly Piece[] | undefined, field: string, name: (id: string) => string, place: string): readonly Piece[] {
  const known = new Set(before.map((piece) => piece[field]));
  const unknown = (given ?? []).flatMap((piece, index): InvalidParameter[] =>
    piece[field] === undefined || known.has(piece[field]) ? [] : [{ parameter: `${place}[${index}].${field}`, reason: "This account has no such part." }],
  );
  if (unknown.length > 0) throw invalid(unknown);
  const changes = new Map((given ?? []).map((piece) => [piece[field], piece]));
  const added = withIds(
    (given ?? []).filter((piece) => piece[field] === undefined),
    field,
    name,
  );
  return [...before.map((piece) => ({ ...piece, ...changes.get(piece[field]) })), ...added];
}

type Defined<Fields> = { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> };

function defined<Fields extends object>(fields: Fields): Defined<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<Fields>;
}
