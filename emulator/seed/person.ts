import type { Random } from "../random";
import { krn, type Piece } from "../state/account";
import type { Country } from "./countries/country";

/** Somebody made up: how Klarna reaches them, and who they are. */
export function person(random: Random, country: Country, host: string): { readonly contact: Piece; readonly stakeholder: Piece } {
  const given_name = random.pick(country.givenNames);
  const family_name = random.pick(country.familyNames);
  const phone = `${country.dial}${random.between(2, 9)}${random.digits(country.subscriber - 1)}`;
  const contact = { given_name, family_name, email: `${slug(given_name)}.${slug(family_name)}@${host}`, phone };
  const date_of_birth = new Date(Date.UTC(1950, random.between(0, 12 * 50), random.between(1, 28))).toISOString().slice(0, 10);
  const number = country.personNumber?.(random, date_of_birth);
  const national_identification = number && { number, country: country.code };
  const roles = random.pick([["OWNER", "LEGAL_REPRESENTATIVE"], ["ULTIMATE_BENEFICIAL_OWNER"], ["LEGAL_REPRESENTATIVE"], ["ALTERNATIVE_BENEFICIAL_OWNER"]]);
  const stakeholder_id = krn.stakeholders(random.uuid());
  return {
    contact,
    stakeholder: {
      stakeholder_id,
      given_name,
      family_name,
      date_of_birth,
      address: postalAddress(random, country),
      ...(national_identification ? { national_identification } : {}),
      roles,
    },
  };
}

/** An address that looks as one does in the country. */
export function postalAddress(random: Random, country: Country): Piece & { readonly city: string } {
  const [city, postal_code] = random.pick(country.cities);
  const street = random.pick(country.streets);
  const number = random.between(1, 120);
  return { street_address: country.numberFirst ? `${number} ${street}` : `${street} ${number}`, postal_code, city, country: country.code };
}

const plain: Readonly<Record<string, string>> = { ø: "o", æ: "ae", œ: "oe", ß: "ss", ı: "i", ð: "d" };

/** A name in the letters of hosts and mailboxes: `Skönhet & Hälsa` → `skonhet-halsa`. */
export function slug(name: string): string {
  const folded = name
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[øæœßıð]/g, (letter) => plain[letter] ?? "");
  return folded
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 50)
    .replace(/-$/, "");
}
