import { operations } from "@/lib/klarna/operations";
import type { Role } from "@/lib/klarna/permissions";

const everyone = ["admin", "operations", "support", "finance", "auditor"] as const;
const onboarders = ["admin", "operations"] as const;

/** Who may do what, written down once more and by operation: neither the rows nor the table of roles can change it unnoticed. */
const allowed: readonly (readonly [readonly Role[], readonly string[]])[] = [
  [["admin"], ["credentials.create", "credentials.list", "credentials.disable", "certificates.revoke"]],
  [everyone, ["distributionProfiles.list", "accounts.get", "paymentProducts.list", "pricePlans.list", "pricePlans.get"]],
  [everyone, ["paymentProgramPlans.list", "paymentProgramPlans.get", "paymentPrograms.get", "paymentPrograms.listForProduct"]],
  [everyone, ["paymentProgramEnablements.list", "paymentProgramEnablements.get", "websites.list", "collections.list"]],
  [everyone, ["accountInformation.get", "businessInformation.get"]],
  [everyone, ["settlementInformation.get", "bankAccounts.list", "bankAccounts.get"]],
  [
    ["admin", "operations", "support", "auditor"],
    ["stakeholders.list", "stakeholders.get"],
  ],
  [
    ["admin", "finance", "auditor"],
    ["settlements.get", "settlements.csv", "settlements.transactions"],
  ],
  [
    ["admin", "operations", "support"],
    ["paymentProducts.disable", "paymentProducts.enable", "paymentProducts.disableOnly", "paymentProducts.enableOnly"],
  ],
  [onboarders, ["accounts.onboard", "accounts.migrate", "accounts.update", "websites.update", "collections.update"]],
  [onboarders, ["accountInformation.update", "businessInformation.update", "settlementInformation.update", "paymentProducts.update"]],
  [onboarders, ["paymentProgramEnablements.create", "paymentProgramEnablements.update"]],
  [onboarders, ["stakeholders.create", "stakeholders.update", "stakeholders.delete", "bankAccounts.create", "bankAccounts.update", "bankAccounts.delete"]],
];

const rolesByOperation: ReadonlyMap<string, readonly Role[]> = new Map(allowed.flatMap(([roles, names]) => names.map((name) => [name, roles])));

/** The roles that may do an operation; throws for one that nobody has written down. */
export function rolesAllowed(name: string): readonly Role[] {
  const roles = rolesByOperation.get(name);
  if (!roles) throw new Error(`Nobody has said who may do ${name}.`);
  return roles;
}

/** Which roles see people's data, and which bank data, where an answer holds any. */
export const readers: Readonly<Record<"people" | "bank", readonly Role[]>> = {
  people: ["admin", "operations", "support", "auditor"],
  bank: everyone,
};

/** The expansions of an account, with those that not everyone may ask for. */
export const expansions: readonly (readonly [string, readonly Role[]])[] = [
  ["products", everyone],
  ["channel.collections", everyone],
  ["channel.websites", everyone],
  ["extra-account-data.account-information", everyone],
  ["extra-account-data.business-information", everyone],
  ["extra-account-data.beneficiary-information", readers.people],
  ["extra-account-data.settlement-information", readers.bank],
];

export const everyOperation = [...operations.values()];
