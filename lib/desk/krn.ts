import type { Environment } from "@/lib/klarna/environment";

/** Whether a text is one of Klarna's identifiers, whole, spaces around it aside: they say nothing about anybody. */
export function isKrn(text: string): boolean {
  return /^krn:[\w:-]{1,196}$/.test(text.trim());
}

/** The account id that a text is, spaces around it aside. */
export function accountIdIn(text: string): string | undefined {
  const id = text.trim();
  return /^krn:partner:[\w:-]{1,188}$/.test(id) && !id.includes("..") && !otherKindOf(id) ? id : undefined;
}

/** What an identifier is of, in words; undefined for an account's, and for one of a kind that nobody here knows. */
export function otherKindOf(krn: string): string | undefined {
  return kinds.find(([pattern]) => pattern.test(krn))?.[1];
}

// As the reference writes them, what holds another's words in it first.
const kinds: readonly (readonly [RegExp, string])[] = [
  [/:account:group:/, "a group of accounts"],
  [/:program:enablement:/, "an enablement"],
  [/:program:plan:/, "a plan of payment programs"],
  [/:program:/, "a payment program"],
  [/:pricing:payments?:/, "a price plan"],
  [/:product:|:payment-instance:/, "a product"],
  [/:distribution-profile:/, "a distribution profile"],
  [/:channel:website:/, "a website"],
  [/:channel:collection:/, "a brand"],
  [/:stakeholder:/, "a person"],
  [/:bank-account:/, "a bank account"],
  [/:settling-business-entity:/, "the company that Klarna settles by"],
  [/:settlement-configuration:/, "a settlement configuration"],
  [/:settlement:payout:/, "a payout"],
  [/:notification:/, "a webhook or its signing key"],
  [/:dispute:/, "a dispute"],
  [/:transaction:|:(?:capture|refund|chargeback):/, "a payment"],
];

/** Which environment an id belongs to; where it doesn't say, the one that is being worked in. */
export function environmentOfId(id: string, current: Environment): Environment {
  if (id.includes(":live:")) return "live";
  return id.includes(":test:") ? "test" : current;
}
