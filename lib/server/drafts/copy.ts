import "server-only";
import { asTitle } from "@/lib/desk/draft";
import type { Environment } from "@/lib/klarna/environment";
import { accounts } from "@/lib/klarna/operations/accounts";
import { merchantAddress } from "../merchants/address";
import { read } from "../operations/read";
import { parseInput } from "../parse-input";
import type { DraftContent } from "./drafts";

const expand = ["products", "channel.collections", "extra-account-data.business-information"] as const;

/**
 * What a new merchant can take over from an existing one, in the shape of an onboarding: group, business, brands, product.
 * Never its people or bank data, nor what must be its own: reference, numbers, websites.
 */
export async function copyOf(environment: Environment, accountId: string): Promise<DraftContent> {
  const { account_id } = parseInput(merchantAddress, { environment, account_id: accountId });
  const { output } = await read({ environment, operation: accounts.get, params: { account_id }, query: { expand } }, "interactive");
  const account = record(output);
  const { products, channel, extra_account_data } = account;
  const collections = list(record(channel).collections).map((one) => pick(one, ["collection_reference", "branding", "support_contact", "social_media_links"]));
  const business = pick(record(extra_account_data).business_information, [
    "business_entity_type",
    "registration_authority",
    "operating_address",
    "registration_address",
  ]);
  const content = {
    ...pick(account, ["account_group_reference"]),
    products: list(products).map((one) => pick(one, ["type", "distribution_profile_id", "merchant_category_code"])),
    channel: { collections, websites: [] },
    extra_account_data: { business_information: business },
  };
  return { title: asTitle(`Copy of ${String(account.account_name ?? "a merchant")}`), content };
}

function pick(value: unknown, names: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(record(value)).filter(([name, field]) => names.includes(name) && field !== null && field !== undefined));
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
