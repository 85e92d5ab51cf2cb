import type { InvalidParameter } from "../http/refusal";
import type { Piece } from "../state/account";

/** What Klarna knows to be wrong and no schema says; parameters are relative to the piece. */
export type Rule = (piece: Piece) => readonly InvalidParameter[];

/** A website's URLs must lead somewhere: hosts under `.invalid` never do. */
export const websiteRule: Rule = ({ urls }) =>
  strings(urls).flatMap((url, index) =>
    hostOf(url).endsWith(".invalid") ? [{ parameter: `urls[${index}]`, reason: "The host of this URL can't be reached." }] : [],
  );

/** The BIC's bank is in the IBAN's country. */
export const bankAccountRule: Rule = ({ bic, iban }) => {
  const same = typeof bic !== "string" || typeof iban !== "string" || bic.slice(4, 6) === iban.slice(0, 2);
  return same ? [] : [{ parameter: "bic", reason: "The BIC belongs to another country than the IBAN." }];
};

/** German register numbers repeat from court to court. */
export const businessRule: Rule = ({ registration_number, registration_authority, registration_address, operating_address }) => {
  const german = countryOf(registration_address ?? operating_address) === "DE";
  const missing = german && registration_number !== undefined && !registration_authority;
  return missing ? [{ parameter: "registration_authority", reason: "A German registration number needs its court, such as Amtsgericht München." }] : [];
};

/** A rule's findings on a piece that sits somewhere in a body. */
export function findings(rule: Rule, piece: unknown, place: string): readonly InvalidParameter[] {
  if (piece === undefined) return [];
  return rule(piece as Piece).map(({ parameter, reason }) => ({ parameter: `${place}.${parameter}`, reason }));
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase() : "";
}

function countryOf(address: unknown): string | undefined {
  const { country } = (address ?? {}) as { country?: unknown };
  return typeof country === "string" ? country.toUpperCase() : undefined;
}
