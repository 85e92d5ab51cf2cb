import { matches } from "@/components/ui/combobox-options";
import { type Theme, themes } from "@/components/ui/theme";
import { accountIdIn, environmentOfId } from "@/lib/desk/krn";
import type { PaletteFound, PaletteMerchant, PaletteMoney, PaletteOffer } from "@/lib/desk/palette";
import type { Environment } from "@/lib/klarna/environment";
import { moneyText } from "@/lib/money";
import { routes } from "@/lib/routes";

import { deskActions, merchantActions } from "./actions";
import type { Entry, EntryGroup } from "./entry";

/** What there is to build entries from. */
export interface Known {
  readonly offer: PaletteOffer;
  /** Where the person is. */
  readonly path: string | null;
  readonly text: string;
  /** What the text found, or without a text what was looked at last. */
  readonly found: PaletteFound;
  readonly clipboard: { readonly id?: string | undefined; readonly ask: boolean };
}

/** The groups that a text offers, what was meant first; without a text: the clipboard's id, recent merchants, pages and actions. */
export function entryGroups({ offer, path, text, found: { merchants, money }, clipboard }: Known): readonly EntryGroup[] {
  const environment = offer.home;
  // Nothing else on such a page says which.
  const world = offer.environment ? "" : ` in ${environment.toUpperCase()}`;
  const typed = accountIdIn(text);
  const idle = text.trim() === "";
  const groups = [
    { label: "Account id", entries: typed && !merchants.some(({ account_id }) => account_id === typed) ? idEntries(typed, environment, offer) : [] },
    { label: "Money", entries: idle ? [] : moneyEntries(text.trim(), money, environment, offer) },
    { label: "On your clipboard", entries: idle ? clipboardEntries(clipboard, environment, offer) : [] },
    { label: `${idle ? "Looked at last" : "Merchants"}${world}`, entries: merchants.map((merchant) => merchantEntry(merchant, environment)) },
    { label: "Go to", entries: fitting(pageEntries(offer), text) },
    { label: "With this merchant", entries: fitting(merchantActions(path, offer.may), text) },
    { label: "Do", entries: fitting(actionEntries(offer, environment), text) },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

function merchantEntry({ account_id, account_name, account_reference }: PaletteMerchant, environment: Environment): Entry {
  return {
    key: account_id,
    label: account_name ?? account_id,
    ...(account_reference && { detail: account_reference }),
    mono: account_name === null,
    found: true,
    icon: "merchant",
    pick: { go: routes.merchant(environment, account_id) },
  };
}

/** What the text is the id of; a number that a settlement may have, but none does here, leads to where it is looked up at Klarna. */
function moneyEntries(text: string, money: readonly PaletteMoney[], environment: Environment, { may }: PaletteOffer): readonly Entry[] {
  const found = money.map((one): Entry => {
    return {
      key: `${one.kind} ${one.id}`,
      label: one.id,
      mono: true,
      found: true,
      icon: "money",
      detail: moneyWords(one),
      pick: { go: addressOf(one, environment) },
    };
  });
  if (found.length > 0 || !may.includes("settlements:read") || !/^([A-Z0-9]{2,8}-)?\d{5,20}$/i.test(text)) return found;
  const pick = { go: routes.settlement(environment, text) };
  return [{ key: `settlement ${text}`, label: text, mono: true, icon: "read", detail: "Look up this settlement at Klarna", pick }];
}

function moneyWords({ kind, amount, currency }: PaletteMoney): string {
  if (kind !== "settlement") return { payout: "Payout", order: "Order across payouts", payment: "Everything about this payment" }[kind];
  return amount === null || currency === null ? "Settlement" : `Settlement, ${moneyText(BigInt(amount), currency)}`;
}

function addressOf({ kind, id }: PaletteMoney, environment: Environment): string {
  if (kind === "settlement") return routes.settlement(environment, id);
  if (kind === "payment") return routes.settlements(environment, { payment: id });
  return kind === "payout" ? routes.payout(environment, id) : routes.payoutOrder(environment, id);
}

/** Whether an account id is of an environment that this desk isn't connected to. */
export function isUnconnected(id: string, { environments, home }: PaletteOffer): boolean {
  return !environments.some(({ name }) => name === environmentOfId(id, home));
}

/** An id that the desk doesn't know is read from Klarna by the merchant's page. */
function idEntries(id: string, current: Environment, offer: PaletteOffer): readonly Entry[] {
  if (isUnconnected(id, offer)) return [];
  const environment = environmentOfId(id, current);
  return [
    {
      key: `read ${id}`,
      label: id,
      mono: true,
      detail: `Read it from Klarna, ${environment.toUpperCase()}`,
      icon: "read",
      pick: { go: routes.merchant(environment, id) },
    },
  ];
}

function clipboardEntries({ id, ask }: Known["clipboard"], current: Environment, offer: PaletteOffer): readonly Entry[] {
  if (id) return idEntries(id, current, offer).map((entry) => ({ ...entry, icon: "clipboard" as const, detail: "Open it" }));
  return ask ? [{ key: "clipboard", label: "Look for an account id on the clipboard", icon: "clipboard", pick: { askClipboard: true } }] : [];
}

function pageEntries({ pages }: PaletteOffer): readonly Entry[] {
  return pages.map(({ href, label }) => ({ key: href, label, icon: "page", pick: { go: href } }));
}

function actionEntries({ environments, environment: current, may }: PaletteOffer, environment: Environment): readonly Entry[] {
  return [
    ...deskActions(environment, may),
    ...environments
      .filter(({ name }) => name !== current)
      .map(({ name, href }) => ({ key: `to ${name}`, label: `Switch to ${name.toUpperCase()}`, icon: "environment" as const, pick: { go: href } })),
    ...themes.map((theme) => ({ key: `theme ${theme}`, label: themeLabels[theme], icon: "theme" as const, pick: { theme } })),
    { key: "sign-out", label: "Sign out", icon: "sign-out", pick: { signOut: true } },
  ];
}

const themeLabels: Readonly<Record<Theme, string>> = { light: "Theme: light", dark: "Theme: dark", system: "Theme: as this machine" };

function fitting(entries: readonly Entry[], text: string): readonly Entry[] {
  // By their labels only: a key is an address, and every address holds a "settings".
  const fits = new Set(
    matches(
      entries.map(({ label }) => ({ value: label, label })),
      text,
    ).map(({ value }) => value),
  );
  return entries.filter(({ label }) => fits.has(label));
}
