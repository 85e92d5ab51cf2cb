import type { Permission } from "@/lib/klarna/permissions";

/** A section of a merchant's page: the last part of its address (the overview has none), and what it is called. */
export interface MerchantSection {
  readonly slug: string;
  readonly label: string;
  /** What is needed to open it, beyond seeing merchants. */
  readonly permission?: Permission;
}

/** The sections in their order. */
export const merchantSections: readonly MerchantSection[] = [
  { slug: "", label: "Overview" },
  { slug: "activity", label: "Activity" },
];
