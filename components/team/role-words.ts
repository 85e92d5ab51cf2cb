import { type Role, roleNames } from "@/lib/klarna/permissions";

const words: Readonly<Record<Role, string>> = {
  admin: "everything, the team too",
  operations: "onboards merchants and edits them",
  support: "helps merchants, suspends products",
  finance: "settlements and payouts",
  auditor: "reads all, changes nothing",
};

/** The roles to choose from, each with what it is for. */
export const roleOptions = roleNames.map((role) => ({ value: role, label: `${role}: ${words[role]}` }));
