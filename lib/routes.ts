import { type Environment, isEnvironment } from "./klarna/environment";

/** Every address of the desk. Klarna's identifiers contain colons: they are encoded and decoded here, and nowhere else. */
export const routes = {
  home: "/",
  signIn: "/sign-in",
  /** Signing in again at the provider, in a window of its own, to prove that it is the same person. */
  signInAgain: "/sign-in/again",
  /** Where somebody whose role needs a second factor sets it up before anything else. */
  secondFactor: "/sign-in/second-factor",
  setPassword: "/set-password",
  account: "/settings/account",
  team: "/settings/team",
  colleague: (personId: string) => `/settings/team/${personId}`,
  merchants: (environment: Environment) => `/${environment}/merchants`,
  merchant: (environment: Environment, accountId: string) => `/${environment}/merchants/${encodeURIComponent(accountId)}`,
  newMerchant: (environment: Environment) => `/${environment}/merchants/new`,
  draft: (environment: Environment, draftId: string) => `/${environment}/merchants/new/${draftId}`,
} as const;

/** Next.js hands pages their parameters still percent-encoded (route handlers get them decoded). Undefined when an address is malformed. */
export async function readParams<Params extends Record<string, string>>(params: Promise<Params>): Promise<Params | undefined> {
  try {
    const decoded = Object.entries(await params).map(([name, value]) => [name, decodeURIComponent(value)]);
    return Object.fromEntries(decoded) as Params;
  } catch {
    return undefined;
  }
}

/** The environment an address begins with; undefined when it is neither of Klarna's. */
export function environmentOf(params: { readonly environment: string } | undefined): Environment | undefined {
  return isEnvironment(params?.environment) ? params.environment : undefined;
}
