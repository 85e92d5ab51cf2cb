import { inWords } from "@/lib/klarna/plain-words";

/** The legal forms, those of most merchants first. */
export const entityTypes = [
  "LIMITED_LIABILITY_COMPANY",
  "SOLE_TRADER",
  "PUBLIC_LIMITED_COMPANY",
  "PARTNERSHIP",
  "PRIVATE_UNLIMITED_COMPANY",
  "ASSOCIATION",
  "COOPERATIVE",
  "FOUNDATION",
  "NON_PROFIT_ORGANISATION",
  "STATE_OWNED_COMPANY",
  "TRUST",
  "UNKNOWN",
].map((value) => ({ value, label: value === "UNKNOWN" ? "Not known" : inWords(value) }));

/** What a person can be in the business, and what that means. */
export const stakeholderRoles = [
  { value: "LEGAL_REPRESENTATIVE", label: "Legal representative", help: "May sign for the business." },
  { value: "OWNER", label: "Owner", help: "Owns it, or a part of it." },
  { value: "ULTIMATE_BENEFICIAL_OWNER", label: "Ultimate beneficial owner", help: "Owns or controls it in the end, often 25 % or more." },
  { value: "ALTERNATIVE_BENEFICIAL_OWNER", label: "Alternative beneficial owner", help: "Named where nobody owns that much, usually from its management." },
];

/** Whether payouts are enabled. */
export const yesOrNo = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
];
