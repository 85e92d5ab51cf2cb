import { accountWords } from "@/lib/klarna/account-words";
import type { PartResource } from "@/lib/klarna/file/parts";
import { inWords } from "@/lib/klarna/plain-words";
import { productWords } from "@/lib/klarna/product-words";

import { brandById } from "../account-details";
import { list, record, text, texts } from "../as-sent";
import type { Leaves } from "./leaves";

type Sent = Readonly<Record<string, unknown>>;

/** A part of an account that there is once: what of an answer belongs to it. */
export interface ThingOf {
  readonly title: string;
  readonly of: (account: Sent) => unknown;
  /** Of which resource its fields are. */
  readonly resource?: PartResource;
  /** Whether its fields are labels already, and its values counts: what isn't there is 0. */
  readonly counts?: boolean;
}

/** A part that there may be several of: what of each is compared, by which keys two are the same, and what one is called. */
export interface ListOf {
  readonly title: string;
  readonly of: (account: Sent) => readonly unknown[];
  readonly resource?: PartResource;
  readonly keys: (leaves: Leaves) => readonly string[];
  readonly called: string;
  /** The field that tells it from its neighbours. */
  readonly name: string;
}

/** The account itself, with whatever Klarna has added to its answers since. */
export const account: ThingOf = {
  title: "Account",
  resource: "accounts",
  of: (sent) => {
    const [channel, extra] = [record(sent.channel), record(sent.extra_account_data)];
    const { account_id: _, state, state_reason, ...rest } = sent;
    return {
      ...without(rest, { account_owner: isThing, products: isList, channel: isThing, extra_account_data: isThing }),
      ...stated(state, state_reason, accountWords),
      ...prefixed("channel", without(channel, { websites: isList, collections: isList })),
      ...prefixed(
        "extra_account_data",
        without(extra, { account_information: isThing, business_information: isThing, beneficiary_information: () => true, settlement_information: isThing }),
      ),
    };
  },
};

export const owner: ThingOf = { title: "Owner", resource: "accounts", of: ({ account_owner }) => ({ account_owner: record(account_owner) }) };

export const signUp: ThingOf = { title: "Sign-up", resource: "accountInformation", of: (sent) => record(extraOf(sent).account_information) };

export const business: ThingOf = { title: "Business", resource: "businessInformation", of: (sent) => record(extraOf(sent).business_information) };

export const products: ListOf = {
  title: "Products",
  called: "Product",
  name: "distribution_profile_id",
  of: ({ products: sent }) => list(sent).map((one) => withoutIds(one, ["product_id"], ({ state, state_reason }) => stated(state, state_reason, productWords))),
  keys: (leaves) => [[leaves.get("type") ?? [], leaves.get("distribution_profile_id") ?? []].flat().join(" ")],
};

export const websites: ListOf = {
  title: "Websites",
  resource: "websites",
  called: "Website",
  name: "urls",
  of: ({ channel }) =>
    list(record(channel).websites).map((one) => {
      const brand = brandById(one, list(record(channel).collections));
      return withoutIds(one, ["website_id", "channel_collection_id"], () => (brand === undefined ? {} : { channel_collection_reference: brand }));
    }),
  keys: (leaves) => [...(leaves.get("urls") ?? []), ...(leaves.get("website_reference") ?? [])],
};

export const brands: ListOf = {
  title: "Brands",
  resource: "collections",
  called: "Brand",
  name: "collection_reference",
  of: ({ channel }) =>
    list(record(channel).collections).map((one) =>
      withoutIds(one, ["collection_id"], ({ social_media_links: links }) => (isList(links) ? { social_media_links: links.map(socialLink) } : {})),
    ),
  keys: (leaves) => leaves.get("collection_reference") ?? [],
};

/** How many people there are, and how many in each role. Nothing of a person leaves it. */
export const people: ThingOf = {
  title: "People",
  of: (sent) => {
    const all = list(record(extraOf(sent).beneficiary_information).stakeholders);
    const roles = all.flatMap((person) => [...new Set(texts(record(person).roles))]);
    const counts = [...new Set(roles)].map((role) => [`As ${inWords(role).toLowerCase()}`, roles.filter((one) => one === role).length]);
    return { "How many": all.length, ...Object.fromEntries(counts) };
  },
  counts: true,
};

export const payouts: ThingOf = {
  title: "Payouts and bank accounts",
  resource: "settlementInformation",
  of: (sent) => without(record(extraOf(sent).settlement_information), { bank_accounts: isList }),
};

export const bankAccounts: ListOf = {
  title: payouts.title,
  resource: "bankAccounts",
  called: "Bank account",
  name: "iban",
  of: (sent) => list(record(extraOf(sent).settlement_information).bank_accounts).map((one) => withoutIds(one, ["bank_account_id"])),
  keys: (leaves) => [[leaves.get("iban") ?? [], leaves.get("bic") ?? []].flat().join(" ")],
};

function extraOf({ extra_account_data }: Sent): Sent {
  return record(extra_account_data);
}

/** What is left beside the parts that are compared on their own; one that isn't what it should be stays, so that it is seen. */
function without(sent: Sent, parts: Readonly<Record<string, (value: unknown) => boolean>>): Sent {
  return Object.fromEntries(Object.entries(sent).filter(([name, value]) => !(Object.hasOwn(parts, name) && parts[name]?.(value))));
}

/** A thing of a list without the ids that Klarna gave to it: those always differ, and mean nothing. */
function withoutIds(given: unknown, ids: readonly string[], said: (sent: Sent) => Sent = () => ({})): unknown {
  if (!isThing(given)) return given;
  return { ...Object.fromEntries(Object.entries(given).filter(([name]) => !ids.includes(name))), ...said(given) };
}

/** A state as the desk calls it, with Klarna's reason. */
function stated(state: unknown, reason: unknown, words: (state: string, reason: string | undefined) => { readonly label: string }): Sent {
  const given = text(state);
  return { state: given === undefined ? state : words(given, text(reason)).label, state_reason: reason };
}

function socialLink(given: unknown): unknown {
  const { provider, url, ...rest } = record(given);
  const [network, address] = [text(provider), text(url)];
  return network && address && Object.keys(rest).length === 0 ? `${inWords(network)}: ${address}` : given;
}

function prefixed(by: string, sent: Sent): Sent {
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [`${by}.${name}`, value]));
}

function isThing(value: unknown): value is Sent {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}
