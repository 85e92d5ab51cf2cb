/** A country's number for companies: what it is called there, how it is written, and that in words. */
export interface CompanyNumberRule {
  readonly name: string;
  readonly pattern: RegExp;
  readonly hint: string;
  /** Set where numbers repeat from court to court: what to name beside the number. */
  readonly authority?: string;
}

/** The rule that Klarna publishes for a country, by ISO 3166-1 alpha-2; none is published for most. */
export function companyNumberRule(country: string): CompanyNumberRule | undefined {
  return rules.get(country.toUpperCase());
}

/** What is wrong with a company number and what to do, or nothing; also nothing where no rule is known or the number is still empty. */
export function checkCompanyNumber(country: string, number: string, authority?: string): string | undefined {
  const rule = companyNumberRule(country);
  if (!rule || number === "") return undefined;
  if (!rule.pattern.test(number)) return `${rule.name}: ${rule.hint}`;
  return rule.authority && !authority?.trim() ? `${rule.name}: name the ${rule.authority} too, since numbers repeat from one to the next` : undefined;
}

const rules: ReadonlyMap<string, CompanyNumberRule> = new Map([
  ["AT", { name: "Firmenbuchnummer", pattern: /^(?!ATU\d{8})(?!K6\d{5}$).{5,11}$/, hint: "5 to 11 characters such as FN123456a, not the VAT number (ATU…)" }],
  ["AU", { name: "ACN or ABN", pattern: /^(?:\d{9}|\d{11})$/, hint: "9 digits (ACN) or 11 digits (ABN), without spaces" }],
  ["AX", { name: "Organisation ID", pattern: /^[A-Z]{2}\d{7}-\d$/, hint: "two capitals, 7 digits, a hyphen and a digit, such as FI1234567-8" }],
  ["BE", { name: "BCE/KBO", pattern: /^[01](?:\.?\d){9}$/, hint: "10 digits that begin with 0 or 1, dots as you like, such as 0123.456.789" }],
  ["BG", { name: "ЕИК", pattern: /^\d{9}$/, hint: "9 digits" }],
  ["BY", { name: "УНП", pattern: /^\d{9}$/, hint: "9 digits" }],
  [
    "CA",
    {
      name: "Business or provincial number",
      pattern: /^(?:\d{2}-\d{7}|\d{3}-\d{2}-\d{4}|\d{9}|\d{6}-\d|\d{10})$/,
      hint: "9 or 10 digits, or with hyphens as 12-3456789, 123-45-6789 or 123456-7",
    },
  ],
  ["CH", { name: "UID", pattern: /^[A-Z]{3}-\d{3}\.\d{3}\.\d{3}$/, hint: "written as CHE-123.456.789" }],
  ["CY", { name: "Registration number", pattern: /^[A-Z]{2} \d{6}$/, hint: "two capitals, a space and 6 digits, such as HE 123456" }],
  ["CZ", { name: "IČO", pattern: /^\d{8}$/, hint: "8 digits" }],
  [
    "DE",
    {
      name: "Handelsregisternummer",
      pattern: /^(?:HRA|HRB|GnR|PR|VR) ?\d{3,6}(?: ?[A-Z]{1,3})?$/,
      hint: "HRA, HRB, GnR, PR or VR and 3 to 6 digits, such as HRB 12345",
      authority: "local court (such as Amtsgericht München)",
    },
  ],
  ["DK", { name: "CVR", pattern: /^\d{8}$/, hint: "8 digits" }],
]);
