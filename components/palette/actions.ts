import type { Environment } from "@/lib/klarna/environment";
import type { Permission } from "@/lib/klarna/permissions";
import { routes } from "@/lib/routes";

import type { Entry } from "./entry";
import type { Command } from "./press";
import { merchantAt } from "./recent";

interface Action {
  readonly label: string;
  readonly icon?: Entry["icon"];
  /** Without one everybody may. */
  readonly permission?: Permission;
  /** Where it is done; without one where the person is. */
  readonly go?: string;
  /** What is pressed there. */
  readonly press?: Command;
}

/** What somebody may do at the desk that isn't about one merchant. */
export function deskActions(environment: Environment, may: readonly Permission[]): readonly Entry[] {
  return entriesOf(
    [
      { label: "Onboard a merchant", icon: "onboard", permission: "merchants:write", go: routes.newMerchant(environment) },
      { label: "Bring in a list of account ids", icon: "import", permission: "merchants:write", go: routes.importMerchants(environment) },
      { label: "Download the list of merchants", go: routes.merchants(environment), press: "download" },
      { label: "Compare two merchants", go: routes.compareMerchants(environment, {}) },
      { label: "Find by references or a bank statement", permission: "settlements:read", go: routes.findByStatement(environment) },
      { label: "Connect a merchant's payouts", permission: "payouts:connect", go: routes.payoutConnections, press: "connect-payouts" },
      { label: "Add a person to the team", permission: "team:write", go: routes.team, press: "add-person" },
    ],
    may,
  );
}

/** What somebody may do with the merchant that is open; nothing elsewhere. */
export function merchantActions(path: string | null, may: readonly Permission[]): readonly Entry[] {
  const open = merchantAt(path);
  if (!open) return [];
  const { environment, accountId } = open;
  const section = (slug: string) => routes.merchant(environment, accountId, slug);
  return entriesOf(
    [
      { label: "Write a note", permission: "notes:write", go: section("activity"), press: "write-note" },
      { label: "Read it again from Klarna", press: "refresh" },
      { label: "Suspend a product", permission: "products:suspend", go: section("products"), press: "suspend" },
      { label: "Reactivate a product", permission: "products:reactivate", go: section("products"), press: "reactivate" },
      { label: "Change a product's category", permission: "products:write", go: section("products"), press: "change-category" },
      { label: "Change its bank accounts", permission: "bank:write", go: section("bank-accounts") },
      { label: "Compare it with another merchant", go: routes.compareMerchants(environment, { left: accountId }) },
      {
        label: "Start a new merchant from it",
        permission: "merchants:write",
        go: `${routes.newMerchant(environment)}?${new URLSearchParams({ copy_of: accountId })}`,
      },
    ],
    may,
  );
}

function entriesOf(actions: readonly Action[], may: readonly Permission[]): readonly Entry[] {
  return actions.flatMap(({ label, icon = "act", permission, go, press }): readonly Entry[] => {
    if (permission && !may.includes(permission)) return [];
    if (go) return [{ key: label, label, icon, pick: { go, ...(press && { press }) } }];
    return press ? [{ key: label, label, icon, pick: { press } }] : [];
  });
}
