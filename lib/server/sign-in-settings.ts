import "server-only";
import { z } from "zod";

import { isRole, type Role, roleNames } from "@/lib/klarna/permissions";

/** Who may sign in, and by what. */
export interface SignInSettings {
  readonly passwords: boolean;
  /** The roles that must have a second factor beside their password. */
  readonly secondFactorRoles: readonly Role[];
  readonly provider: ProviderSettings | undefined;
}

/** The company's OpenID provider. */
export interface ProviderSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: string;
  readonly algorithm: string;
  readonly label: string;
  /** Where a token says what somebody is, and what that makes them here; without it roles are given at the desk. */
  readonly roles: { readonly claim: string; readonly map: readonly { readonly role: Role; readonly value: string }[] } | undefined;
  /** For whom no value of the claim fits; without one they are refused. */
  readonly defaultRole: Role | undefined;
  readonly addsPeople: boolean;
  readonly trustsEmail: boolean;
}

type Given = Readonly<Record<string, string | undefined>>;

/** Reads the settings of signing in; what is wrong is added to `faults`. */
export function readSignInSettings(given: Given, faults: string[]): SignInSettings {
  const note = (prefix: string, named: Given, error: z.ZodError) =>
    faults.push(...error.issues.map(({ path: [name], message }) => `${prefix}${String(name)} ${named[String(name)] === undefined ? "is missing" : message}`));
  const parsed = common.safeParse(given);
  if (!parsed.success) note("", given, parsed.error);
  const own = Object.fromEntries(Object.entries(given).flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [])));
  const provider = Object.keys(own).length === 0 ? undefined : providerSettings.safeParse(own);
  if (provider?.error) note(prefix, own, provider.error);
  if (provider?.data) faults.push(...contradictions(provider.data));
  if (given.DESK_PASSWORDS === "off" && !provider) faults.push(`DESK_PASSWORDS is off, but without ${prefix}ISSUER nobody could sign in`);
  const { DESK_PASSWORDS = "on", DESK_SECOND_FACTOR_ROLES = [] } = parsed.data ?? {};
  return { passwords: DESK_PASSWORDS === "on", secondFactorRoles: DESK_SECOND_FACTOR_ROLES, provider: provider?.data && providerOf(provider.data) };
}

const prefix = "DESK_OIDC_";
const role = z.string().refine(isRole, `names a role that there isn't; there are ${roleNames.join(", ")}`);
const yesOrNo = z.enum(["yes", "no"], "must be yes or no");

const common = z.object({
  DESK_PASSWORDS: z.enum(["on", "off"], "must be on or off").default("on"),
  DESK_SECOND_FACTOR_ROLES: z
    .string()
    .transform((list) => list.split(",").map((name) => name.trim()))
    .pipe(z.array(role))
    .optional(),
});

const providerSettings = z.object({
  ISSUER: z
    .url("must be the provider's address: https://…")
    .refine(isSafe, "must begin with https:// (http only on this machine): tokens are fetched from there"),
  CLIENT_ID: z.string(),
  CLIENT_SECRET: z.string(),
  SCOPES: z
    .string()
    .regex(/(^| )openid( |$)/, "must be scopes with spaces between them, openid among them")
    .default("openid email profile"),
  ALGORITHM: z.enum(["RS256", "PS256", "ES256", "EdDSA"], "must be RS256, PS256, ES256 or EdDSA").default("RS256"),
  LABEL: z.string().max(40, "has at most 40 characters").default("single sign-on"),
  ROLE_CLAIM: z.string().optional(),
  ROLES: z
    .string()
    .regex(/^\s*\w+\s*=[^;]+(;\s*\w+\s*=[^;]+)*;?\s*$/, "must be a list of role=value with semicolons between them: admin=desk-admins; support=helpdesk")
    .transform((list) => list.split(";").flatMap(pair))
    .pipe(z.array(z.object({ role, value: z.string() })))
    .optional(),
  DEFAULT_ROLE: role.optional(),
  ADD_PEOPLE: yesOrNo.default("no"),
  TRUST_EMAIL: yesOrNo.default("no"),
});

// What comes after the first = is the provider's: a directory's names may hold = and commas themselves.
function pair(text: string): readonly { readonly role: string; readonly value: string }[] {
  const at = text.indexOf("=");
  return at < 0 ? [] : [{ role: text.slice(0, at).trim(), value: text.slice(at + 1).trim() }];
}

function isSafe(address: string): boolean {
  if (!URL.canParse(address)) return true;
  const { protocol, hostname } = new URL(address);
  return protocol === "https:" || (protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(hostname));
}

type Provider = z.output<typeof providerSettings>;

function contradictions({ ROLE_CLAIM, ROLES, DEFAULT_ROLE, ADD_PEOPLE }: Provider): readonly string[] {
  return [
    ...((ROLE_CLAIM === undefined) !== (ROLES === undefined) ? [`${prefix}ROLE_CLAIM and ${prefix}ROLES go together: one of them is missing`] : []),
    ...(ADD_PEOPLE === "yes" && !ROLE_CLAIM && !DEFAULT_ROLE
      ? [`${prefix}ADD_PEOPLE is yes, but neither ${prefix}ROLE_CLAIM nor ${prefix}DEFAULT_ROLE says which role new people have`]
      : []),
  ];
}

function providerOf(given: Provider): ProviderSettings {
  return {
    issuer: given.ISSUER,
    clientId: given.CLIENT_ID,
    clientSecret: given.CLIENT_SECRET,
    scopes: given.SCOPES,
    algorithm: given.ALGORITHM,
    label: given.LABEL,
    roles: given.ROLE_CLAIM !== undefined && given.ROLES ? { claim: given.ROLE_CLAIM, map: given.ROLES } : undefined,
    defaultRole: given.DEFAULT_ROLE,
    addsPeople: given.ADD_PEOPLE === "yes",
    trustsEmail: given.TRUST_EMAIL === "yes",
  };
}
