import { type Environment, environments } from "@/lib/klarna/environment";

import type { Place } from "./place";

/** The emulator's control door: what Klarna itself would never let a story do or see. */
export function controlDoor({ emulatorUrl, deskUrl, env }: Pick<Place, "emulatorUrl" | "deskUrl" | "env">) {
  const call = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${emulatorUrl}/__emulator/${path}`, { method, ...(body !== undefined && { body: JSON.stringify(body) }) });
    if (!response.ok) throw new Error(`The control door answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  };
  const target = (environment: Environment, given: { readonly url: string; readonly key_id: string; readonly secret: string }) =>
    call("POST", "webhooks", { environment, ...given });
  const mend = () => call("DELETE", "faults");
  const letTimePass = () => call("POST", "clock", { hold: false });
  const limit = (factor: number | "unlimited") => call("POST", "limits", { factor });
  const nowhere = { url: "http://127.0.0.1:9/", key_id: "nobody", secret: "nobody's secret" };
  return {
    /** Orders a fault; without `times` it strikes until it is lifted. */
    break: (operation: string, kind: string, more: { readonly times?: number; readonly ms?: number } = {}) =>
      call("POST", "faults", { operation, kind, ...more }),
    mend,
    /** From now on Klarna refuses nobody for asking too often. */
    liftLimits: () => limit("unlimited"),
    /** Nothing at Klarna becomes due any more; its rates are counted by its own clock, so they rest too. */
    holdTime: async () => {
      await limit("unlimited");
      await call("POST", "clock", { hold: true });
    },
    letTimePass,
    /** Nothing is broken or held any more, its rates are its own, and what it tells arrives at the desk: for the next story. */
    asAtFirst: async () => {
      await mend();
      await limit(1);
      await letTimePass();
      const [key_id = "", secret = ""] = (env.KLARNA_TEST_WEBHOOK_KEYS ?? "").split("=");
      for (const environment of environments) await target(environment, { url: `${deskUrl}/api/webhooks/klarna/${environment}`, key_id, secret });
    },
    /** All accounts that Klarna really has in TEST. */
    accounts: () => call<readonly { readonly account_id: string; readonly account_reference: string }[]>("GET", "accounts?environment=test"),
    /** From now on nothing that Klarna tells of TEST arrives either. */
    sendWebhooksNowhere: () => target("test", nowhere),
    /** How many accounts Klarna really has under a reference. */
    accountsCalled: async (reference: string) => {
      const accounts = await call<readonly { readonly account_reference: string }[]>("GET", "accounts?environment=test");
      return accounts.filter(({ account_reference }) => account_reference === reference).length;
    },
    /** Every webhook with what became of its tries. */
    deliveries: () => call<readonly { readonly state: string; readonly attempts: readonly { readonly outcome: number | string }[] }[]>("GET", "deliveries"),
    /** How often an operation was asked for, without what Klarna refused because it was asked too often: the desk asks that again, with the same key. */
    received: async (operation: string) => {
      const { received = 0, answers = {} } = (await call<Readonly<Record<string, Asked>>>("GET", "requests"))[operation] ?? {};
      return received - (answers["429"] ?? 0);
    },
    /** Klarna makes a settlement with a report of so many transactions, and announces it unless told otherwise; with a fault where one is named. */
    settle: (order: {
      readonly settlement_id: string;
      readonly rows: number;
      readonly to?: string;
      /** What is owed from before, as a negative amount. */
      readonly opening_debt?: number;
      readonly fault?: string;
      readonly seed?: number;
      readonly priced?: boolean;
      readonly currency?: string;
      readonly announce?: boolean;
    }) => call("POST", "settlements", order),
    /** From now on nothing that Klarna tells of LIVE arrives: nobody listens there. */
    sendLiveWebhooksNowhere: () => target("live", nowhere),
    /** What Klarna's people decide about a product. */
    decideProduct: (productId: string, decision: "disable-by-klarna" | "enable-by-klarna" | "terminate") =>
      call("POST", `products/${encodeURIComponent(productId)}/${decision}`),
    /** Puts into an account what no operation of today would. */
    put: (accountId: string, fields: object) => call("POST", `accounts/${encodeURIComponent(accountId)}`, fields),
    decide: (accountId: string, decision: "disable-by-klarna" | "enable-by-klarna") => call("POST", `accounts/${encodeURIComponent(accountId)}/${decision}`),
  };
}

/** What was asked of one operation, and how often each status was the answer. */
interface Asked {
  readonly received: number;
  readonly answers: Readonly<Record<string, number>>;
}
