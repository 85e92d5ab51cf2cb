import "server-only";
import { z } from "zod";

import type { DirectoryProduct, DirectoryWebsite } from "@/lib/desk/merchant";
import { isCompany } from "@/lib/klarna/operations/business-information";
import { peopleGaps } from "@/lib/klarna/people-gaps";

/** What the directory keeps of an account; null where the answer didn't say. No personal data. */
export interface MerchantFacts {
  readonly accountId: string;
  readonly accountReference: string | null;
  readonly accountName: string | null;
  readonly accountGroupReference: string | null;
  readonly accountGroupId: string | null;
  readonly state: string | null;
  readonly stateReason: string | null;
  readonly country: string | null;
  readonly products: readonly DirectoryProduct[] | null;
  readonly websites: readonly DirectoryWebsite[] | null;
  /** Whether it is a whole account that names no group: Klarna has no other words for one that belongs to none. */
  readonly namesNoGroup: boolean;
  /** A company's number; null where it has none that may be kept, undefined where the answer didn't say. */
  readonly registrationNumber: string | null | undefined;
  /** Codes of what is missing in the set of people; null where the answer didn't hold them. Of the people themselves nothing but their roles is looked at. */
  readonly peopleGaps: readonly string[] | null;
}

// Longer than any name: what an index can't hold would keep the whole answer out of the directory.
const words = z
  .string()
  .transform((text) => text.slice(0, 500))
  .nullish()
  .catch(null);
const address = z.looseObject({ country: words }).nullish().catch(null);

// One that is null, or odd, takes nothing of the others with it.
const said = z.string().optional().catch(undefined);
const product = z.object({
  product_id: said,
  type: said,
  distribution_profile_id: said,
  merchant_category_code: said,
  state: said,
  state_reason: said,
});
// Only the roles: whose they are never gets in here.
const stakeholder = z.object({ roles: z.array(z.string()).nullish().catch(null) }).catch({});
const website = z.object({ website_name: z.string().optional().catch(undefined), urls: z.array(z.string()).catch([]) });

const account = z.looseObject({
  account_id: z.string(),
  account_reference: words,
  account_name: words,
  account_group_reference: words,
  account_group_id: words,
  state: words,
  state_reason: words,
  products: z.array(product.catch({})).nullish().catch(null),
  channel: z
    .looseObject({
      websites: z
        .array(website.catch({ urls: [] }))
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
  extra_account_data: z
    .looseObject({
      business_information: z
        .looseObject({ operating_address: address, registration_address: address, business_entity_type: words, registration_number: words })
        .nullish()
        .catch(null),
      beneficiary_information: z
        .object({ stakeholders: z.array(stakeholder).nullish() })
        .nullish()
        .catch(null),
    })
    .nullish()
    .catch(null),
});

/** Reads an account object leniently; undefined when it names no account. */
export function merchantFacts(answer: unknown): MerchantFacts | undefined {
  const { data } = account.safeParse(answer);
  if (!data) return undefined;
  const { business_information: business, beneficiary_information: people } = data.extra_account_data ?? {};
  return {
    accountId: data.account_id,
    accountReference: data.account_reference ?? null,
    accountName: data.account_name ?? null,
    accountGroupReference: data.account_group_reference ?? null,
    accountGroupId: data.account_group_id ?? null,
    state: data.state ?? null,
    stateReason: data.state_reason ?? null,
    country: business?.operating_address?.country ?? business?.registration_address?.country ?? null,
    products: (data.products as readonly DirectoryProduct[] | null | undefined) ?? null,
    websites: (data.channel?.websites as readonly DirectoryWebsite[] | null | undefined) ?? null,
    namesNoGroup: isWhole(data) && groupFields.every((field) => ((answer as Readonly<Record<string, unknown>>)[field] ?? null) === null),
    registrationNumber: business ? companyNumber(business) : undefined,
    // Which set is usual depends on the legal form: without it nothing is said.
    peopleGaps: people && business ? peopleGaps(people.stakeholders ?? [], business.business_entity_type).map(({ code }) => code) : null,
  };
}

/** What an answer about one product says of it; undefined when it is about none. */
export function productFacts(answer: unknown): DirectoryProduct | undefined {
  return product.safeParse(answer).data as DirectoryProduct | undefined;
}

const groupFields = ["account_group_reference", "account_group_id"];

/** Whether nothing is missing that every account has: what says less of an account says nothing by its silence. */
function isWhole({ account_name, account_reference, state }: z.output<typeof account>): boolean {
  return Boolean(account_name && account_reference && state);
}

/** The number by which a company is known in a public register; no person's own is kept. */
function companyNumber({ business_entity_type, registration_number }: Business): string | null {
  return isCompany(business_entity_type) ? registration_number || null : null;
}

interface Business {
  readonly business_entity_type?: string | null | undefined;
  readonly registration_number?: string | null | undefined;
}
