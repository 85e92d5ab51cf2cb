import type { ToTell } from "./merchant-text";

/** A state of Klarna's as a person needs it: in a word, what it means, who can change it, and what still works. */
export interface StateWords {
  readonly tone: "good" | "waiting" | "wrong" | "off";
  readonly label: string;
  readonly meaning: string;
  readonly who: string;
  readonly works: string;
  /** What a merchant can be told of it. */
  readonly tell: ToTell;
  /** False when Klarna sent a state that its reference doesn't name: then it is shown as it came. */
  readonly known: boolean;
}

/** The same for one tooltip, a line each. */
export function asHint({ meaning, who, works }: StateWords): string {
  return [meaning, who, works].join("\n");
}

/** A value of one of Klarna's lists, readable: `LIMITED_LIABILITY_COMPANY` → `Limited liability company`. What isn't written like one stays as it came. */
export function inWords(value: string): string {
  if (!/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/.test(value)) return value;
  const words = value.toLowerCase().replaceAll("_", " ");
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Why Klarna shut something, to go on after "because"; undefined for a reason it hasn't published. */
export function klarnasReason(reason: string | null | undefined): string | undefined {
  return decisions.get(reason ?? "")?.why;
}

/** The same for the merchant's ears. */
export function reasonToTell(reason: string | null | undefined): ToTell["because"] {
  return decisions.get(reason ?? "")?.tell;
}

/** A state that the reference doesn't name, as it came, with what can be said all the same. */
export function unknownState(thing: "account" | "product", state: string, reason: string | null | undefined): StateWords {
  const given = reason ? ` with the reason ${reason}` : "";
  return {
    tone: "off",
    label: state,
    meaning: `Klarna calls this ${thing} ${state}${given}. This desk doesn't know that state yet.`,
    who: "Klarna can say what it means and who can change it.",
    works: "What still works isn't known.",
    tell: { state: `${thing}-unknown` },
    known: false,
  };
}

const decisions: ReadonlyMap<string, { readonly why: string; readonly tell: ToTell["because"] }> = new Map([
  ["FRAUDULENT_BEHAVIOUR", { why: "it sees fraudulent behaviour", tell: "assessment" }],
  ["NON_COMPLIANT", { why: "the merchant doesn't meet its requirements", tell: "requirements" }],
  ["PROHIBITED_OR_RESTRICTED_SEGMENT", { why: "it doesn't serve this kind of business, or only under conditions", tell: "business" }],
  ["OTHER_RISK", { why: "it sees a risk", tell: "assessment" }],
]);
