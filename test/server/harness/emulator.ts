import { type Emulator, startEmulator } from "@/emulator/start";

/** An emulator with a door to it, without limits. */
export interface TestEmulator extends Emulator {
  /** Asks the control door. */
  order(path: string, body?: unknown): Promise<unknown>;
  fault(operation: string, kind: string, times?: number): Promise<void>;
  /** How often an operation was asked for, and how often it changed something. */
  count(operation: string): Promise<{ readonly received: number; readonly effects: number }>;
}

export async function startTestEmulator(): Promise<TestEmulator> {
  const emulator = await startEmulator({ timeScale: 0.001 });
  const order = async (path: string, body: unknown = {}) => {
    const response = await fetch(`${emulator.url}/__emulator${path}`, { method: "POST", body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`The emulator refused ${path}: ${await response.text()}`);
    return response.json();
  };
  await order("/limits", { factor: "unlimited" });
  return {
    ...emulator,
    order,
    fault: async (operation, kind, times = 1) => void (await order("/faults", { operation, kind, times })),
    count: async (operation) => {
      const all = (await (await fetch(`${emulator.url}/__emulator/requests`)).json()) as Record<string, { received: number; effects: number }>;
      return all[operation] ?? { received: 0, effects: 0 };
    },
  };
}
