import { randomInt, randomUUID } from "node:crypto";

import type { BodyOf } from "@/lib/klarna/operation";
import type { accounts } from "@/lib/klarna/operations/accounts";

import { type InvalidParameter, invalid } from "../http/refusal";
import { type Account, krn, type Piece } from "../state/account";
import type { World } from "../state/world";
import type { Call } from "./handler";
import { bankAccountRule, businessRule, findings, websiteRule } from "./rules";

/** The body of an onboarding or a migration, as its row's schema reads it. */
type Draft = BodyOf<typeof accounts.onboard>;

/** The account that an onboarding asks for, with every id given, or Klarna's 400; `account_id` where one exists already. */
export function newAccount(call: Call, account_id = newAccountId(call.world)): Account {
  // The row's schema read it just before.
  const draft = call.body as Draft;
  const collections = withIds(draft.channel.collections, "collection_id", krn.collections);
  const faults = [...faultsIn(call.world, draft), ...unknownCollections(draft.channel.websites ?? [], collections)];
  if (faults.length > 0) throw invalid(faults);
  const extra = draft.extra_account_data ?? {};
  const { bank_accounts, ...settlement_information } = extra.settlement_information ?? {};
  const { account_reference, account_name, account_owner } = draft;
  return {
    ...{ account_id, account_reference, account_name, account_owner, ...groupOf(call.world, draft) },
    ...{ state: "PARTIALLY_OPERATIONAL", state_reason: "INITIAL_SETUP" },
    products: draft.products.map((product) => ({ product_id: krn.products(randomUUID()), ...product, state: "ENABLED", state_reason: "APPROVED" })),
    websites: withIds(draft.channel.websites, "website_id", krn.websites).map((website) => linked(website, collections)),
    collections,
    stakeholders: withIds(extra.beneficiary_information?.stakeholders, "stakeholder_id", krn.stakeholders),
    bank_accounts: withIds(bank_accounts, "bank_account_id", krn.bank_accounts),
    enablements: {},
    account_information: extra.account_information ?? {},
    business_information: extra.business_information ?? {},
    settlement_information,
  };
}

/** Gives each piece of a list an id of its kind. */
export function withIds(pieces: readonly Piece[] | undefined, field: string, name: (id: string) => string): readonly Piece[] {
  return (pieces ?? []).map((piece) => ({ [field]: name(randomUUID()), ...piece }));
}

/** A website with the id of the collection that it names by reference. */
export function linked(website: Piece, collections: readonly Piece[]): Piece {
  const { channel_collection_reference: reference } = website;
  const collection = reference === undefined ? undefined : collections.find((known) => known.collection_reference === reference);
  return collection ? { ...website, channel_collection_id: collection.collection_id } : website;
}

function faultsIn(world: World, { products, channel, extra_account_data: extra, account_group_id }: Draft): readonly InvalidParameter[] {
  const groups = new Set(world.groups.values());
  const unknownGroup = account_group_id !== undefined && !groups.has(account_group_id);
  return [
    ...(unknownGroup ? [{ parameter: "account_group_id", reason: "There is no such account group." }] : []),
    ...products.flatMap(({ distribution_profile_id: id }, index) =>
      world.catalogue.hasProfile(id) ? [] : [{ parameter: `products[${index}].distribution_profile_id`, reason: "There is no such distribution profile." }],
    ),
    ...(channel.websites ?? []).flatMap((website, index) => findings(websiteRule, website, `channel.websites[${index}]`)),
    ...findings(businessRule, extra?.business_information, "extra_account_data.business_information"),
    ...(extra?.settlement_information?.bank_accounts ?? []).flatMap((bankAccount, index) =>
      findings(bankAccountRule, bankAccount, `extra_account_data.settlement_information.bank_accounts[${index}]`),
    ),
  ];
}

function unknownCollections(websites: readonly Piece[], collections: readonly Piece[]): readonly InvalidParameter[] {
  const references = new Set(collections.map(({ collection_reference }) => collection_reference));
  return websites.flatMap(({ channel_collection_reference: reference }, index) => {
    const known = reference === undefined || references.has(reference);
    return known ? [] : [{ parameter: `channel.websites[${index}].channel_collection_reference`, reason: "No collection of this account has this reference." }];
  });
}

/** The group by id or by reference; a reference that is new founds a group. */
function groupOf(world: World, draft: Draft): Pick<Account, "account_group_id" | "account_group_reference"> {
  const { account_group_id: id, account_group_reference: reference } = draft;
  if (id !== undefined) return { account_group_id: id, account_group_reference: [...world.groups.entries()].find(([, known]) => known === id)?.[0] };
  if (reference === undefined) return {};
  const known = world.groups.get(reference) ?? krn.group(randomUUID());
  if (!world.groups.has(reference)) world.groups.put(reference, known);
  return { account_group_id: known, account_group_reference: reference };
}

const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

function newAccountId(world: World): string {
  const id = krn.account(world.environment, Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join(""));
  return world.accounts.has(id) ? newAccountId(world) : id;
}
