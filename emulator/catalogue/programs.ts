import { krn, type Piece } from "../state/account";
import { namedUuid } from "./named-id";

/** A payment program: a way to pay that Klarna offers to consumers. */
export interface Program extends Piece {
  readonly payment_program_id: string;
  readonly enablement_type: "PRESET" | "OPTIONAL" | "RESTRICTED";
}

/** Every program Klarna knows; names may change at Klarna, ids don't. */
export const programs: readonly Program[] = [
  program("Pay in Full", "Payment at once, by card or bank transfer.", "IMMEDIATE", "PRESET"),
  program("Pay Later in 30 Days", "Payment of the whole amount within 30 days.", "INVOICE", "OPTIONAL"),
  program("Pay in 3", "Three equal instalments without interest.", "INSTALMENTS", "OPTIONAL"),
  program("Financing", "Monthly instalments with interest.", "FINANCING", "RESTRICTED"),
  program("Financing - Interest Free", "Financing with a 0% Annual Percentage Rate (APR).", "FINANCING", "OPTIONAL"),
];

/** The consumer countries of the plans, with the currency that is paid in there. */
export const markets: Readonly<Record<string, string>> = {
  SE: "SEK",
  NO: "NOK",
  DK: "DKK",
  FI: "EUR",
  DE: "EUR",
  AT: "EUR",
  NL: "EUR",
  BE: "EUR",
  FR: "EUR",
  ES: "EUR",
  IT: "EUR",
  GB: "GBP",
};

/** The merchant categories of the plans. */
export const categories = [
  ...["5251", "5411", "5441", "5462", "5499", "5621", "5641", "5651", "5661", "5712", "5719", "5732", "5812", "5912", "5921"],
  ...["5940", "5941", "5942", "5944", "5945", "5949", "5977", "5992", "5995", "7011", "7230"],
];

/** How a program is called in prices and settlements. */
export function pricedId(payment_program_id: string): string {
  return krn.pricedProgram(payment_program_id.slice(krn.program("").length));
}

function program(payment_program_name: string, description: string, type: string, enablement_type: Program["enablement_type"]): Program {
  const payment_program_id = krn.program(namedUuid(payment_program_name));
  return { payment_program_id, payment_program_name, description, payment_funding: { type }, enablement_type };
}
