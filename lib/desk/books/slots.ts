/** What an account of the books can stand for. */
export const slots = [
  "bank",
  "clearing",
  "sales",
  "refunds",
  "fixed-fees",
  "variable-fees",
  "other-fees",
  "fee-vat",
  "reserve",
  "debt",
  "chargebacks",
  "commission",
  "other",
] as const;
export type Slot = (typeof slots)[number];

/** An account as finance calls it in its own books. */
export interface Account {
  readonly number: string;
  readonly name: string;
}

/** The accounts that finance has named. */
export type Accounts = Readonly<Partial<Record<Slot, Account>>>;

/** The account that a part is booked on: sales and refunds without one of their own are what the shop books itself, against clearing. */
export function accountOf(slot: Slot, accounts: Accounts): Account | undefined {
  return accounts[slot] ?? (slot === "sales" || slot === "refunds" ? accounts.clearing : undefined);
}

/** What each is called, and what is booked there. */
export const slotWords: Readonly<Record<Slot, { readonly label: string; readonly hint: string }>> = {
  bank: { label: "Bank", hint: "What Klarna pays out" },
  clearing: { label: "Klarna clearing", hint: "What Klarna owes for orders that your shop has booked, and invoices of Klarna's until they are paid" },
  sales: { label: "Sales", hint: "Leave it empty when your shop books its sales itself: then they go against clearing" },
  refunds: { label: "Refunds", hint: "Leave it empty when your shop books its refunds itself: then they go against clearing" },
  "fixed-fees": { label: "Fixed fees", hint: "What Klarna takes for each order" },
  "variable-fees": { label: "Variable fees", hint: "What Klarna takes as a percentage" },
  "other-fees": { label: "Other fees", hint: "Fees for disputes and late returns, corrections of fees, and fees given back" },
  "fee-vat": { label: "VAT on fees", hint: "Input VAT" },
  reserve: { label: "Reserve", hint: "What Klarna holds back, and gives back later" },
  debt: { label: "Debt to Klarna", hint: "A negative result that is carried on, and what is paid off of it" },
  chargebacks: { label: "Chargebacks", hint: "Lost disputes and fraud, and what is covered of them" },
  commission: { label: "Commission", hint: "What Klarna pays to the merchant, and takes back" },
  other: { label: "Other", hint: "Charges, credits, and whatever the desk doesn't know" },
};
