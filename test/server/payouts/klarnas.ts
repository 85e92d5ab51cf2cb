export interface KlarnasLine {
  readonly type: string;
  readonly detailed_type: string;
  readonly amount: number;
  readonly vat_amount?: number;
  readonly currency_code: string;
  readonly order_id: string | null;
  readonly capture_date: string;
  readonly payment_reference?: string;
}

/** All lines of Klarna's in one place, as its Settlements API gives them. */
export async function klarnasLines({ url }: { readonly url: string }, place = "eu/test"): Promise<readonly KlarnasLine[]> {
  const { apiKey } = (await (await fetch(`${url}/__emulator/payouts/${place}`)).json()) as { apiKey: string };
  const lines: KlarnasLine[] = [];
  for (let offset = 0, total = 1; offset < total; offset += 500) {
    const answer = await fetch(`${url}/payouts/${place}/settlements/v1/transactions?size=500&offset=${offset}`, {
      headers: { authorization: `Basic ${apiKey}` },
    });
    const page = (await answer.json()) as { transactions: readonly KlarnasLine[]; pagination: { total: number } };
    lines.push(...page.transactions);
    total = page.pagination.total;
  }
  return lines;
}

// By hand, and another way than the desk's.
const minus = ["FEE", "RETURN", "REVERSAL", "CHARGE", "HOLDBACK", "TAX"];
export const signed = ({ type, amount }: KlarnasLine) => (amount > 0 && minus.includes(type) ? -amount : amount);
export const vat = ({ type, vat_amount = 0 }: KlarnasLine) => (type === "FEE_REFUND" ? vat_amount : -vat_amount);
export const sumOf = (lines: readonly KlarnasLine[], of: (line: KlarnasLine) => number) => lines.reduce((sum, line) => sum + of(line), 0);
