import type { Environment } from "@/lib/klarna/environment";
import type { Permission } from "@/lib/klarna/permissions";

/** A merchant as the command palette shows it. */
export interface PaletteMerchant {
  readonly account_id: string;
  readonly account_name: string | null;
  readonly account_reference: string | null;
  readonly state: string | null;
}

/** Something of money that a text is the id of. Amounts are whole minor units, as text; null where there is none to say. */
export interface PaletteMoney {
  readonly kind: "settlement" | "payout" | "order" | "payment";
  readonly id: string;
  readonly amount: string | null;
  readonly currency: string | null;
}

/** What a text found; of money nothing for somebody who may not read settlements. */
export interface PaletteFound {
  readonly merchants: readonly PaletteMerchant[];
  readonly money: readonly PaletteMoney[];
}

/** What the palette can offer besides merchants: the pages that this person may open, and what they may do. */
export interface PaletteOffer {
  /** Whose merchants looked at last are theirs alone: a browser may be several people's. */
  readonly person: string;
  readonly environment: Environment | undefined;
  /** Where merchants are looked for and pages lead: the page's environment, or, on a page that belongs to neither, the one that was worked in last. */
  readonly home: Environment;
  readonly environments: readonly { readonly name: Environment; readonly href: string }[];
  readonly pages: readonly { readonly href: string; readonly label: string }[];
  readonly may: readonly Permission[];
}
