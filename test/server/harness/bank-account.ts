/** A bank account that Klarna takes; by index, so that one can be corrected to another. All pass their check digits. */
export function bankAccountBody(index: number) {
  const iban = ibans[index % ibans.length] ?? "";
  return { bank_account_type: "IBAN", account_holder: "Nordlys", bic: `NDEA${iban.slice(0, 2)}SSXXX`, iban };
}

/** One that is well-formed, and that only Klarna knows to be wrong: the bank is in another country than the account. */
export const refusedBankAccount = { bank_account_type: "IBAN", bic: "NDEAFIHHXXX", iban: "SE4550000000058398257466" };

const ibans = ["SE4550000000058398257466", "DE89370400440532013000", "NO9386011117947"];
