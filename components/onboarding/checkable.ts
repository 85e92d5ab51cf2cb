import type { Checked } from "./check";

/** Only what the desk checks: of people, no more than their postal codes. */
export function checkable(body: Checked["body"]): unknown {
  const { account_reference, account_name, extra_account_data } = body as Body;
  const { business_information, beneficiary_information, settlement_information } = extra_account_data ?? {};
  const stakeholders = beneficiary_information?.stakeholders?.map(({ address }) => ({
    address: address && { country: address.country, postal_code: address.postal_code },
  }));
  return {
    account_reference,
    account_name,
    ...(extra_account_data && {
      extra_account_data: {
        business_information,
        ...(stakeholders && { beneficiary_information: { stakeholders } }),
        ...(settlement_information?.bank_accounts !== undefined && { settlement_information: { bank_accounts: settlement_information.bank_accounts } }),
      },
    }),
  };
}

interface Body {
  readonly account_reference?: unknown;
  readonly account_name?: unknown;
  readonly extra_account_data?: {
    readonly business_information?: unknown;
    readonly beneficiary_information?: { readonly stakeholders?: readonly { readonly address?: Readonly<Record<string, unknown>> }[] };
    readonly settlement_information?: { readonly bank_accounts?: unknown };
  };
}
