/** Something odd about an onboarding that the person should look at; it never blocks. */
export interface CheckHint {
  /** Where in the onboarding's body: `extra_account_data.settlement_information.bank_accounts.0.iban`. */
  readonly path: string;
  readonly message: string;
  /** The merchant it is about, when it is about one. */
  readonly merchant?: { readonly account_id: string; readonly name: string };
}

/** A merchant category: one of the codes that Klarna takes, and what it is commonly called. */
export interface MerchantCategory {
  readonly code: string;
  readonly name: string;
}
