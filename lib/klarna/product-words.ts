import { klarnasReason, reasonToTell, type StateWords, unknownState } from "./plain-words";

/** A payment product's state and reason in plain words, above all who switched it off and so who can switch it on again. */
export function productWords(state: string, reason: string | null | undefined): StateWords {
  switch (state) {
    case "ENABLED":
      return { ...enabled, meaning: `Shoppers can pay with it${reason && reason !== "APPROVED" ? ` (reason: ${reason})` : ""}.` };
    case "DISABLED":
      return {
        ...disabledWords(reason),
        works: "No new payments. Refunds, disputes and other steps after a purchase may still work. It can take 10 minutes to be felt everywhere.",
      };
    case "TERMINATED":
      return { ...terminated, meaning: `Klarna has ended this product${because(reason)}.`, tell: { state: "product-ended", because: reasonToTell(reason) } };
    default:
      return unknownState("product", state, reason);
  }
}

/** Who switched a disabled product off, as far as its reason tells. */
export function disabledBy(reason: string | null | undefined): "your-team" | "klarna" | "unknown" {
  if (reason?.endsWith("_BY_PARTNER")) return "your-team";
  return klarnasReason(reason) ? "klarna" : "unknown";
}

/** The products' states in as few words as are true, with the tone of the first that isn't enabled: `2 enabled`, `1 of 2 disabled by Klarna`. */
export function productsInBrief(products: readonly { readonly state?: string; readonly state_reason?: string }[]): Pick<StateWords, "tone" | "label"> {
  const all = products.map(({ state, state_reason }) => (state === undefined ? unread : productWords(state, state_reason)));
  const telling = all.find(({ tone }) => tone !== "good") ?? enabled;
  if (all.length < 2) return telling;
  const count = all.filter(({ label }) => label === telling.label).length;
  return { tone: telling.tone, label: `${count === all.length ? count : `${count} of ${all.length}`} ${lowered(telling)}` };
}

const unread = { tone: "off", label: "State unknown", known: true } as const;

const enabled = {
  tone: "good",
  label: "Enabled",
  who: "Your team can disable it, and so can Klarna.",
  works: "Payments, refunds and everything after a purchase.",
  tell: { state: "product-enabled" },
  known: true,
} as const;

const byYourTeam = {
  tone: "off",
  label: "Disabled by your team",
  who: "Your team can enable it again.",
  tell: { state: "product-off-by-us" },
  known: true,
} as const;

const byKlarna = {
  tone: "wrong",
  label: "Disabled by Klarna",
  who: "Only Klarna can enable it again: contact Klarna with the product id.",
  known: true,
} as const;

const terminated = {
  tone: "wrong",
  label: "Terminated by Klarna",
  who: "Only Klarna can re-activate it, and seldom does: contact Klarna with the product id.",
  works: "No new payments. Refunds, disputes and other steps after a purchase may still work.",
  known: true,
} as const;

function disabledWords(reason: string | null | undefined): Omit<StateWords, "works"> {
  if (reason === "FRAUD_BY_PARTNER")
    return { ...byYourTeam, meaning: "Your team disabled this product because of fraud.", tell: { state: "product-off-as-safeguard" } };
  if (reason === "VOLUNTARY_BY_PARTNER") return { ...byYourTeam, meaning: "Your team disabled this product." };
  if (disabledBy(reason) === "your-team") return { ...byYourTeam, meaning: `Your team disabled this product (reason: ${reason}).` };
  if (disabledBy(reason) === "klarna")
    return {
      ...byKlarna,
      meaning: `Klarna has disabled this product${because(reason)}.`,
      tell: { state: "product-off-by-klarna", because: reasonToTell(reason) },
    };
  return {
    tone: "off",
    label: "Disabled",
    meaning: `This product is disabled${because(reason)}. Who did it can't be told from that.`,
    who: "Whoever disabled it: your team can enable it unless it was Klarna.",
    tell: { state: "product-off" },
    known: true,
  };
}

function because(reason: string | null | undefined): string {
  const why = klarnasReason(reason);
  if (why) return ` because ${why}`;
  return reason ? ` (reason: ${reason})` : "";
}

function lowered({ label, known }: Pick<StateWords, "label" | "known">): string {
  return known ? label.slice(0, 1).toLowerCase() + label.slice(1) : label;
}
