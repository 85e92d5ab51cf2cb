import type { Act } from "@/lib/desk/file";
import { isolated } from "@/lib/desk/isolated";
import type { PartResource } from "@/lib/klarna/file/parts";
import type { Values } from "@/lib/klarna/file/values";

/** What a part is called; of several, this one by what tells it from the others. */
export function partTitle(resource: PartResource, values: Values): string {
  const written = (name: string) => String(values[name] ?? "").trim();
  // What Klarna or a person wrote stands beside other words: none of it turns them.
  const text = (name: string) => isolated(written(name));
  switch (resource) {
    case "stakeholders":
      return [text("given_name"), text("family_name")].filter(Boolean).join(" ") || "A person without a name";
    case "bankAccounts":
      // Several may have one holder; the last digits are shown to everybody who sees the account.
      return [text("account_holder") || "Bank account", isolated(written("iban").replace(/\s/g, "").slice(-4))].filter(Boolean).join(" ·· ");
    case "websites":
      return text("website_name") || isolated(written("urls").split("\n")[0] ?? "") || "Website";
    case "collections":
      return text("collection_reference") || "Brand";
    default:
      return titles[resource];
  }
}

/** What an address ends with that leads to a part on its page. */
export function anchorOf(key: string): string {
  return key.replaceAll(" ", ".");
}

/** What is done to a part, as the title of a step: `Change the business`. */
export function stepTitle(resource: PartResource, act: Act, values: Values): string {
  const kind = kinds[resource];
  if (kind === undefined) return `Change: ${titles[resource as keyof typeof titles].toLowerCase()}`;
  const verb = { create: `Add ${kind}`, update: `Change ${kind}`, delete: `Remove ${kind}` }[act];
  const title = partTitle(resource, values);
  return act === "create" && title.startsWith("Bank account") ? verb : `${verb}: ${title}`;
}

const titles = {
  accounts: "Account and owner",
  businessInformation: "Business",
  accountInformation: "Sign-up",
  settlementInformation: "Payouts",
} as const;

const kinds: Partial<Record<PartResource, string>> = {
  stakeholders: "a person",
  bankAccounts: "a bank account",
  websites: "a website",
  collections: "a brand",
};
