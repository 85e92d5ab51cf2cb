import { type Emulator, type EmulatorOptions, startEmulator } from "@/emulator/start";

import { madeUpOnboarding } from "../../klarna/made-up";
import { madeUpSettings } from "./settings";

/** An emulator with a door to it, without limits. */
export interface TestEmulator extends Emulator {
  /** Asks the control door. */
  order(path: string, body?: unknown): Promise<unknown>;
  fault(operation: string, kind: string, times?: number): Promise<void>;
  /** Ends all faults. */
  heal(): Promise<void>;
  /** An operational merchant that the desk has never heard of. */
  merchant(): Promise<string>;
  /** How often an operation was asked for, and how often it changed something. */
  count(operation: string): Promise<{ readonly received: number; readonly effects: number }>;
}

export async function startTestEmulator(options: EmulatorOptions = {}): Promise<TestEmulator> {
  const emulator = await startEmulator({ timeScale: 0.001, ...options });
  const order = async (path: string, body: unknown = {}) => {
    const response = await fetch(`${emulator.url}/__emulator${path}`, { method: "POST", body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`The emulator refused ${path}: ${await response.text()}`);
    return response.json();
  };
  await order("/limits", { factor: "unlimited" });
  return {
    ...emulator,
    order,
    heal: async () => void (await fetch(`${emulator.url}/__emulator/faults`, { method: "DELETE" })),
    merchant: async () => {
      const { account_id } = await onboard(emulator.url);
      await order("/clock", { advance: 60_000 });
      return account_id;
    },
    fault: async (operation, kind, times = 1) => void (await order("/faults", { operation, kind, times })),
    count: async (operation) => {
      const all = (await (await fetch(`${emulator.url}/__emulator/requests`)).json()) as Record<string, { received: number; effects: number }>;
      return all[operation] ?? { received: 0, effects: 0 };
    },
  };
}

const headers = { authorization: `Basic ${madeUpSettings.KLARNA_TEST_API_KEY}`, "content-type": "application/json" };
let count = 0;

/** An onboarding that the emulator accepts: one of its own profiles, and a reference that nobody has. */
export async function acceptableOnboarding(url: string) {
  const [profile] = (await (await fetch(`${url}/v2/distribution/products/payment/profiles`, { headers })).json()) as { distribution_profile_id: string }[];
  count += 1;
  const products = [{ type: "PAYMENT", distribution_profile_id: profile?.distribution_profile_id ?? "", merchant_category_code: "5719" }];
  return { ...madeUpOnboarding, account_reference: `M-${process.pid}-${count}`, products };
}

async function onboard(url: string): Promise<{ readonly account_id: string }> {
  const body = JSON.stringify(await acceptableOnboarding(url));
  const response = await fetch(`${url}/v2/distribution/onboard`, { method: "POST", headers, body });
  return (await response.json()) as { account_id: string };
}
