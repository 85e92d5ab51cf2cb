import { ValidationErrorsIBAN, validateIBAN } from "ibantools";

import { checked } from "./text";

/** An account number by ISO 13616, in its electronic form: capitals and digits, no spaces. */
export function iban() {
  return checked(checkIban);
}

/** A bank's code by ISO 9362. */
export function bic() {
  return checked(checkBic);
}

function checkIban(value: string): string | undefined {
  if (/\s/.test(value)) return "Write the IBAN without spaces";
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]*$/.test(value)) return "An IBAN begins with two capitals for its country and two check digits, such as SE45";
  // The library knows more countries than the standard, and some that have the IBANs of another.
  if (!registered.has(value.slice(0, 2))) return "No bank of this country has IBANs: check its first two letters";
  const { errorCodes } = validateIBAN(value);
  return faults.find(([code]) => errorCodes.includes(code))?.[1];
}

// In this order. A country's own check inside the account number is not ISO 13616's, and banks exist that don't follow it.
const faults: readonly (readonly [ValidationErrorsIBAN, string])[] = [
  [ValidationErrorsIBAN.WrongBBANLength, "The IBAN is too short or too long for its country"],
  [ValidationErrorsIBAN.WrongBBANFormat, "The IBAN has letters where its country has digits, or the other way round"],
  [ValidationErrorsIBAN.WrongIBANChecksum, "The check digits don't match: compare the IBAN with its source"],
];

/** The countries in the registry of ISO 13616 (SWIFT, 2025). */
const registered: ReadonlySet<string> = new Set(
  (
    "AD AE AL AT AZ BA BE BG BH BI BR BY CH CR CY CZ DE DJ DK DO EE EG ES FI FK FO FR GB GE GI GL GR GT HN HR HU IE IL IQ IS IT JO KW KZ " +
    "LB LC LI LT LU LV LY MC MD ME MK MN MR MT MU NI NL NO OM PK PL PS PT QA RO RS RU SA SC SD SE SI SK SM SO ST SV TL TN TR UA VA VG XK YE"
  ).split(" "),
);

function checkBic(value: string): string | undefined {
  if (value.length !== 8 && value.length !== 11) return "A BIC has 8 or 11 characters";
  return /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?$/.test(value)
    ? undefined
    : "A BIC is capitals and digits, with its country as 5th and 6th, such as NDEASEGGXXX";
}
