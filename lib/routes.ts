import { type Environment, isEnvironment } from "./klarna/environment";

/** Every address of the desk. Klarna's identifiers contain colons: they are encoded and decoded here, and nowhere else. */
export const routes = {
  home: "/",
  /** The distribution profiles, and which merchants use them. */
  profiles: (environment: Environment) => `/${environment}/profiles`,
  signIn: "/sign-in",
  /** Signing in again at the provider, in a window of its own, to prove that it is the same person. */
  signInAgain: "/sign-in/again",
  /** Where somebody whose role needs a second factor sets it up before anything else. */
  secondFactor: "/sign-in/second-factor",
  setPassword: "/set-password",
  attention: (filter: Readonly<Record<string, string>> = {}) => withSearch("/attention", filter),
  account: "/settings/account",
  jobs: "/settings/jobs",
  team: "/settings/team",
  health: "/settings/health",
  keeping: "/settings/keeping",
  /** The desk's own keys and certificates at Klarna; the part of one environment. */
  credentials: (environment?: Environment) => `/settings/credentials${environment ? `#${environment}` : ""}`,
  certificates: (environment?: Environment) => `/settings/certificates${environment ? `#${environment}` : ""}`,
  colleague: (personId: string) => `/settings/team/${personId}`,
  webhooks: (filter: Readonly<Record<string, string>> = {}) => withSearch("/settings/webhooks", filter),
  webhookAddress: (environment: Environment) => `/settings/webhooks/address/${environment}`,
  webhook: (id: string) => `/settings/webhooks/${id}`,
  audit: "/settings/audit",
  auditEntry: (id: string) => `/settings/audit/${id}`,
  operations: "/settings/operations",
  operation: (operationId: string) => `/settings/operations/${operationId}`,
  merchants: (environment: Environment, search: Readonly<Record<string, string>> = {}) => withSearch(`/${environment}/merchants`, search),
  /** A merchant's page, or one of its sections. */
  merchant: (environment: Environment, accountId: string, section = "") =>
    `/${environment}/merchants/${encodeURIComponent(accountId)}${section && `/${section}`}`,
  /** Two merchants side by side; either may still have to be chosen. */
  compareMerchants: (environment: Environment, search: Readonly<Partial<Record<"left" | "right" | "show", string | undefined>>>) =>
    withSearch(`/${environment}/merchants/compare`, Object.fromEntries(Object.entries(search).flatMap(([name, value]) => (value ? [[name, value]] : [])))),
  /** What Klarna charges: a plan, what of its rates is asked for, and how it is looked at. */
  pricing: (environment: Environment, search: Readonly<Record<string, string>> = {}) => withSearch(`/${environment}/pricing`, search),
  runs: (environment: Environment) => `/${environment}/runs`,
  run: (environment: Environment, runId: string) => `/${environment}/runs/${runId}`,
  /** Which programs there are somewhere, and what each costs. */
  simulate: (environment: Environment, search: Readonly<Record<string, string>> = {}) => withSearch(`/${environment}/programs/simulate`, search),
  importMerchants: (environment: Environment) => `/${environment}/merchants/import`,
  newMerchant: (environment: Environment) => `/${environment}/merchants/new`,
  newFromTable: (environment: Environment) => `/${environment}/merchants/new/table`,
  payouts: (environment: Environment, search: Readonly<Record<string, string>> = {}) => withSearch(`/${environment}/payouts`, search),
  payout: (environment: Environment, reference: string, search: Readonly<Record<string, string>> = {}) =>
    withSearch(`/${environment}/payouts/${encodeURIComponent(reference)}`, search),
  payoutOrder: (environment: Environment, orderId: string) => `/${environment}/payouts/orders/${encodeURIComponent(orderId)}`,
  payoutsInTransit: (environment: Environment, search: Readonly<Record<string, string>> = {}) => withSearch(`/${environment}/payouts/in-transit`, search),
  payoutReadings: (environment: Environment) => `/${environment}/payouts/readings`,
  payoutConnections: "/settings/payouts",
  /** What Klarna pays out by week and currency, what doesn't add up and what is late. */
  finance: (environment: Environment, search: Readonly<Record<string, string>> = {}) => withSearch(`/${environment}/finance`, search),
  settlements: (environment: Environment, search: Readonly<Record<string, string>> = {}) => withSearch(`/${environment}/settlements`, search),
  findByStatement: (environment: Environment) => `/${environment}/settlements/find`,
  /** A settlement's page, or one of its sections. */
  settlement: (environment: Environment, settlementId: string, section = "", search: Readonly<Record<string, string>> = {}) =>
    withSearch(`/${environment}/settlements/${encodeURIComponent(settlementId)}${section && `/${section}`}`, search),
  programs: (environment: Environment) => `/${environment}/programs`,
  /** A plan's version in force, or as the address says: another one, or two beside each other. */
  programPlan: (environment: Environment, planId: string, search: Readonly<Record<string, string>> = {}) =>
    withSearch(`/${environment}/programs/plans/${encodeURIComponent(planId)}`, search),
  program: (environment: Environment, programId: string) => `/${environment}/programs/${encodeURIComponent(programId)}`,
  books: (environment: Environment, search: Readonly<Record<string, string>> = {}) => withSearch(`/${environment}/books`, search),
  draft: (environment: Environment, draftId: string) => `/${environment}/merchants/new/${draftId}`,
} as const;

/** An address to go on to, as an address bar gave it; the desk's first page when it leads anywhere else. */
export function withinDesk(to: unknown): string {
  // As a browser reads it: tabs vanish, a backslash is a slash, and steps are taken.
  const url = typeof to === "string" && to.startsWith("/") && URL.canParse(to, nowhere) ? new URL(to, nowhere) : undefined;
  return url?.origin === nowhere && !url.pathname.startsWith("//") ? `${url.pathname}${url.search}${url.hash}` : routes.home;
}

const nowhere = "http://desk.invalid";

function withSearch(path: string, search: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(search).toString();
  return text === "" ? path : `${path}?${text}`;
}

/** Next.js hands pages their parameters still percent-encoded (route handlers get them decoded). Undefined when an address is malformed. */
export async function readParams<Params extends Record<string, string>>(params: Promise<Params>): Promise<Params | undefined> {
  return decodeParams(await params);
}

/** The same for what `useParams` gives to a component. */
export function decodeParams<Params extends Record<string, string>>(params: Params): Params | undefined {
  try {
    const decoded = Object.entries(params).map(([name, value]) => [name, decodeURIComponent(value)]);
    return Object.fromEntries(decoded) as Params;
  } catch {
    return undefined;
  }
}

/** The environment an address begins with; undefined when it is neither of Klarna's. */
export function environmentOf(params: { readonly environment: string } | undefined): Environment | undefined {
  return isEnvironment(params?.environment) ? params.environment : undefined;
}
