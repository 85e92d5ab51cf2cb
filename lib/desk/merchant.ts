import type { Environment } from "@/lib/klarna/environment";

import { isolated } from "./isolated";
import type { Tag } from "./tag";

/** A merchant as the directory last saw it. Times are ISO 8601 in UTC; null is what the desk doesn't know. */
export interface DirectoryMerchant {
  readonly environment: Environment;
  readonly account_id: string;
  readonly account_reference: string | null;
  readonly account_name: string | null;
  readonly account_group_reference: string | null;
  readonly account_group_id: string | null;
  readonly state: string | null;
  readonly state_reason: string | null;
  readonly country: string | null;
  readonly products: readonly DirectoryProduct[] | null;
  readonly websites: readonly DirectoryWebsite[] | null;
  /** A company's number in its public register; null for sole traders, whose number may be a person's. */
  readonly registration_number: string | null;
  readonly tags: readonly Tag[];
  readonly first_seen_at: string;
  /** When Klarna last said so; null for an account that is known by its id only. */
  readonly seen_at: string | null;
  /** Since when Klarna answers that it doesn't know this account. */
  readonly missing_since: string | null;
  /** When the desk last noticed that something here had become different. */
  readonly changed_at: string;
}

/** A merchant among those of its group. */
export interface MerchantInGroup extends DirectoryMerchant {
  /** How many others of its group the desk knows; 0 when it belongs to none. */
  readonly others_in_group: number;
}

/** What a merchant is called: its name, else its reference, else its id. */
export function merchantName({
  account_name,
  account_reference,
  account_id,
}: Pick<DirectoryMerchant, "account_name" | "account_reference" | "account_id">): string {
  return account_name || account_reference || account_id;
}

/** The same in a sentence, whose direction it doesn't turn. */
export function spokenName(merchant: Parameters<typeof merchantName>[0]): string {
  return isolated(merchantName(merchant).trim());
}

export interface DirectoryProduct {
  readonly product_id?: string;
  readonly type?: string;
  readonly distribution_profile_id?: string;
  readonly merchant_category_code?: string;
  readonly state?: string;
  readonly state_reason?: string;
}

export interface DirectoryWebsite {
  readonly website_name?: string;
  readonly urls: readonly string[];
}

/** One page of a list of merchants; `next` is the cursor of the page after it. */
export interface MerchantPage {
  readonly merchants: readonly DirectoryMerchant[];
  readonly next: string | null;
  /** Whether nothing is spelt as it was typed, and these are spelt similarly. */
  readonly spelling: "typed" | "similar";
}

/** How many merchants a list has, in all and by state; the filter by state isn't counted in, so that each state says what choosing it would give. */
export interface MerchantCounts {
  readonly total: number;
  readonly states: Readonly<Record<string, number>>;
}

export interface Facet {
  readonly value: string;
  readonly name: string;
}

/** What the directory's merchants can be narrowed to, where that are few: the values there are. */
export interface DirectoryFacets {
  readonly countries: readonly Facet[];
  readonly categories: readonly Facet[];
  readonly products: readonly Facet[];
}
