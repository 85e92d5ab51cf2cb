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
  { slug: "products", label: "Products", permission: "products:read" },
  { slug: "business", label: "Business" },
  { slug: "people", label: "People", permission: "people:read" },
  { slug: "bank-accounts", label: "Bank accounts", permission: "bank:read" },
  { slug: "websites", label: "Websites and brands" },
  { slug: "programs", label: "Programs", permission: "programs:read" },
  { slug: "activity", label: "Activity" },
];
