import "server-only";
import type { OAuthConfig } from "next-auth/providers/oauth";

import { env } from "../env";
import type { ProviderSettings } from "../sign-in-settings";

/** What the desk reads of the provider's claims; the rest it ignores. */
export type Claims = Readonly<Record<string, unknown>>;

/** The name of the company's provider in next-auth's addresses: `/api/auth/callback/provider`. */
export const providerId = "provider";

/**
 * The company's provider for next-auth: code flow with PKCE, state and nonce, found by its discovery document. `again` asks the provider
 * to see the person anew, however fresh their session there is.
 */
export function companyProvider(again: boolean): OAuthConfig<Claims> | undefined {
  const { provider } = env().signIn;
  if (!provider) return undefined;
  return {
    id: providerId,
    name: provider.label,
    type: "oauth",
    wellKnown: `${provider.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    clientId: provider.clientId,
    clientSecret: provider.clientSecret,
    client: { id_token_signed_response_alg: provider.algorithm },
    authorization: { params: { scope: provider.scopes, ...(again && { prompt: "login", max_age: 0 }) } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    userinfo: { request: ({ tokens, client }) => allClaims(tokens, client) },
    profile: (claims) => ({ id: String(claims.sub) }),
  };
}

type UserinfoRequest = Extract<NonNullable<OAuthConfig<Claims>["userinfo"]>, { request?: unknown }>["request"];
type Given = Parameters<NonNullable<UserinfoRequest>>[0];

/** Groups are often only in userinfo. What the signed token says counts more, and both must be about the same person. */
async function allClaims(tokens: Given["tokens"], client: Given["client"]): Promise<Claims> {
  const signed = (tokens as unknown as { claims: () => Claims }).claims();
  if (!client.issuer.metadata.userinfo_endpoint || !tokens.access_token) return signed;
  return { ...(await client.userinfo(tokens as Parameters<typeof client.userinfo>[0])), ...signed };
}

/** The role that a person's claims make them, the settings' order deciding between several; undefined when nothing fits. */
export function roleIn(claims: Claims, { roles, defaultRole }: Pick<ProviderSettings, "roles" | "defaultRole">) {
  if (!roles) return undefined;
  const held = valuesOf(claims, roles.claim);
  return roles.map.find(({ value }) => held.includes(value))?.role ?? defaultRole;
}

/** A claim by its name; else, where no claim is called so, by the steps between its dots: `realm_access.roles`. */
function valuesOf(claims: Claims, name: string): readonly unknown[] {
  const found = Object.hasOwn(claims, name) ? claims[name] : name.split(".").reduce<unknown>(step, claims);
  return Array.isArray(found) ? found : [found];
}

function step(within: unknown, name: string): unknown {
  return typeof within === "object" && within !== null && Object.hasOwn(within, name) ? (within as Claims)[name] : undefined;
}
