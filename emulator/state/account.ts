import type { Environment } from "@/lib/klarna/environment";

/** A piece of an account, as Klarna shows it. */
export type Piece = Readonly<Record<string, unknown>>;

export interface Product extends Piece {
  readonly product_id: string;
  readonly type: string;
  readonly distribution_profile_id: string;
  readonly merchant_category_code: string;
  readonly state: "ENABLED" | "DISABLED" | "TERMINATED";
  readonly state_reason: string;
  readonly state_context?: Piece | undefined;
}

/** All that the emulator knows of a merchant; the parts are lists of pieces, and documents. */
export interface Account {
  readonly account_id: string;
  readonly account_reference: string;
  readonly account_name: string;
  readonly account_owner: Piece;
  readonly account_group_reference?: string | undefined;
  readonly account_group_id?: string | undefined;
  readonly state: "PARTIALLY_OPERATIONAL" | "OPERATIONAL" | "DISABLED";
  readonly state_reason: string;
  /** When an asynchronous set-up ends, by the emulator's clock. */
  readonly operational_at?: number | undefined;
  readonly products: readonly Product[];
  readonly websites: readonly Piece[];
  readonly collections: readonly Piece[];
  readonly stakeholders: readonly Piece[];
  readonly bank_accounts: readonly Piece[];
  /** By product. */
  readonly enablements: Readonly<Record<string, readonly Piece[]>>;
  readonly account_information: Piece;
  readonly business_information: Piece;
  readonly settlement_information: Piece;
}

/** The parts that are lists of pieces with an id each. */
export type ListPart = "products" | "websites" | "collections" | "stakeholders" | "bank_accounts";
/** The parts that are one document each. */
export type DocumentPart = "account_information" | "business_information" | "settlement_information";

/** How Klarna names each kind of thing; the id follows. */
export const krn = {
  account: (environment: Environment, id: string) => `krn:partner:global:account:${environment}:${id}`,
  group: (id: string) => `krn:partner:global:account:group:${id}`,
  products: (id: string) => `krn:partner:global:account:product:payment:${id}`,
  profile: (id: string) => `krn:partner:global:account:distribution-profile:${id}`,
  websites: (id: string) => `krn:partner:global:account:channel:website:${id}`,
  collections: (id: string) => `krn:partner:global:account:channel:collection:${id}`,
  stakeholders: (id: string) => `krn:partner:global:account:stakeholder:${id}`,
  bank_accounts: (id: string) => `krn:partner:global:settlement-information:bank-account:${id}`,
  enablements: (id: string) => `krn:partner:global:account:payment:program:enablement:${id}`,
  pricePlan: (id: string) => `krn:partner:global:pricing:payments:price-plan:${id}`,
  program: (id: string) => `krn:payment:global:payment:program:${id}`,
  /** How the same program is called in prices and settlements. */
  pricedProgram: (id: string) => `krn:partner:global:pricing:payments:program:${id}`,
  webhook: (id: string) => `krn:partner:global:notification:webhook:${id}`,
  signingKey: (id: string) => `krn:partner:global:notification:signing-key:${id}`,
  programPlan: (id: string) => `krn:partner:global:payment:program:plan:${id}`,
} as const;

/** The field that carries the id in each list part. */
export const idFields: Readonly<Record<ListPart, string>> = {
  products: "product_id",
  websites: "website_id",
  collections: "collection_id",
  stakeholders: "stakeholder_id",
  bank_accounts: "bank_account_id",
};

/** What a part's name is in a sentence. */
export function spoken(part: string): string {
  return part.replaceAll("_", " ");
}
