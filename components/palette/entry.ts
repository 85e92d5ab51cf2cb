import type { Theme } from "@/components/ui/theme";

import type { Command } from "./press";

/** What picking an entry does: go somewhere, or do something here. */
export type Pick =
  | { readonly go: string; readonly press?: Command }
  | { readonly press: Command }
  | { readonly theme: Theme }
  | { readonly signOut: true }
  | { readonly askClipboard: true };

export interface Entry {
  readonly key: string;
  readonly label: string;
  readonly detail?: string;
  readonly mono?: boolean;
  /** An answer to what was typed: not taken while another text is asked for. */
  readonly found?: boolean;
  readonly icon: "merchant" | "money" | "read" | "page" | "act" | "onboard" | "import" | "environment" | "theme" | "sign-out" | "clipboard";
  readonly pick: Pick;
}

export interface EntryGroup {
  readonly label: string;
  readonly entries: readonly Entry[];
}
