import type { PartResource } from "@/lib/klarna/file/parts";
import type { Permission } from "@/lib/klarna/permissions";

/** What this person may do with a merchant's file. */
export interface FileAccess {
  readonly write: boolean;
  readonly people: boolean;
  readonly bank: boolean;
  readonly reveal: boolean;
}

/** The permission that each part of the access stands for. */
export const accessPermissions: Readonly<Record<keyof FileAccess, Permission>> = {
  write: "merchants:write",
  people: "people:write",
  bank: "bank:write",
  reveal: "pii:reveal",
};

/** Whether this person may change a part of this kind. */
export function mayChange(access: FileAccess, resource: PartResource): boolean {
  if (resource === "stakeholders") return access.write && access.people;
  if (resource === "bankAccounts" || resource === "settlementInformation") return access.write && access.bank;
  return access.write;
}
