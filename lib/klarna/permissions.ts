/** Everything a person can be allowed to do. `resource:verb`; the contract's rows name one each. */
export const permissions = [
  "merchants:read",
  "products:read",
  "programs:read",
  "pricing:read",
  "merchants:write",
  "people:read",
  "people:write",
  "bank:read",
  "bank:write",
  "pii:reveal",
  "products:suspend",
  "products:reactivate",
  "products:write",
  "programs:write",
  "settlements:read",
  "settlements:export",
  "settlements:accept",
  "books:write",
  "payouts:connect",
  "notes:write",
  "notes:delete",
  "operations:settle",
  "credentials:write",
  "team:write",
  "jobs:write",
  "webhooks:write",
  "audit:read",
  "webhooks:read",
  "health:read",
  "merchants:erase",
] as const;
export type Permission = (typeof permissions)[number];

const everyone = ["merchants:read", "products:read", "programs:read", "pricing:read"] as const;

/** Who may do what: the only statement of it. The server's check, the button and its tooltip all read this table. */
export const roles = {
  admin: permissions,
  operations: [
    ...everyone,
    "merchants:write",
    "people:read",
    "people:write",
    "bank:read",
    "bank:write",
    "pii:reveal",
    "products:suspend",
    "products:reactivate",
    "products:write",
    "programs:write",
    "notes:write",
    "operations:settle",
    "health:read",
  ],
  support: [...everyone, "people:read", "bank:read", "pii:reveal", "products:suspend", "products:reactivate", "notes:write"],
  finance: [...everyone, "bank:read", "settlements:read", "settlements:export", "settlements:accept", "books:write", "notes:write"],
  auditor: [...everyone, "people:read", "bank:read", "settlements:read", "settlements:export", "audit:read", "webhooks:read", "health:read"],
} as const satisfies Record<string, readonly Permission[]>;
export type Role = keyof typeof roles;

export const roleNames = Object.keys(roles) as readonly Role[];

export function isRole(value: unknown): value is Role {
  return roleNames.includes(value as Role);
}

/** What is sensitive: whoever changes something under one of these has proved who they are within the last ten minutes. */
const proofWanted: readonly Permission[] = [
  "bank:write",
  "pii:reveal",
  "products:suspend",
  "payouts:connect",
  "credentials:write",
  "team:write",
  "webhooks:write",
  "merchants:erase",
];

/** Minutes for which a proof of who somebody is counts. */
export const proofMinutes = 10;

/** Whether doing something under a permission wants a fresh proof. Reading never does. */
export function wantsProof(permission: Permission | undefined, method: string): boolean {
  return method !== "GET" && permission !== undefined && proofWanted.includes(permission);
}

/** Whether a role carries a permission. */
export function can(role: Role, permission: Permission): boolean {
  return (roles[role] as readonly Permission[]).includes(permission);
}

/** The roles that carry a permission, for the sentence that refuses: "Ask someone in operations or an admin." */
export function rolesWith(permission: Permission): readonly Role[] {
  return roleNames.filter((role) => can(role, permission));
}
