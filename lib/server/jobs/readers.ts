import "server-only";
import { setTimeout as sleep } from "node:timers/promises";

import { ProblemError } from "@/lib/klarna/problem";

import { env } from "../env";
import type { Run } from "./job";

/** How many accounts are asked for at once: enough to use the whole rate at Klarna's usual pace, few enough to end soon. */
const atOnce = 16;
/** So many failures in a row are nobody's own: Klarna is away. */
const away = 8;

/** What `readAll` works through. */
export interface Source<Item> {
  /** The next ones, none when nothing is due now. */
  readonly take: (most: number) => Promise<readonly Item[]>;
  readonly read: (item: Item) => Promise<void>;
  /** Puts back what was taken and not begun. */
  readonly putBack: (item: Item) => Promise<void>;
  /** What to do with one that failed; `klarnaAway` when all do. */
  readonly failed: (item: Item, error: ProblemError, klarnaAway: boolean) => Promise<void>;
  /** Whether there may be more later. */
  readonly left: () => Promise<boolean>;
}

/** Reads a great many accounts, a few at a time, until none is left or the run must end. False when it ended early. */
export async function readAll<Item>(source: Source<Item>, run: Run): Promise<boolean> {
  const queue: Item[] = [];
  let failures = 0;
  let filling: Promise<boolean> | undefined;
  let broken = false;
  /** False when nothing is left. */
  const fill = async () => {
    const items = await source.take(4 * atOnce);
    queue.push(...items);
    if (items.length > 0) return true;
    if (!(await source.left())) return false;
    await rest(500, run);
    return true;
  };
  const next = async (): Promise<Item | undefined> => {
    while (!broken && run.holds()) {
      const item = queue.shift();
      if (item !== undefined) return item;
      filling ??= fill().finally(() => {
        filling = undefined;
      });
      if (!(await filling)) return undefined;
    }
    return undefined;
  };
  const readOne = async (item: Item) => {
    try {
      await source.read(item);
      failures = 0;
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      failures = passes(error) ? failures + 1 : 0;
      await source.failed(item, error, failures >= away);
      if (failures >= away) await rest(Math.min(60, 2 ** (failures - away)) * 1_000, run);
    }
  };
  const reader = async () => {
    try {
      for (let item = await next(); item !== undefined; item = await next()) await readOne(item);
    } catch (error) {
      broken = true;
      throw error;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, reader));
  for (const item of queue.splice(0)) await source.putBack(item);
  for (const end of ended) if (end.status === "rejected") throw end.reason;
  return run.holds();
}

/** Whether a failure may be over the next time. */
export function passes({ problem: { status } }: ProblemError): boolean {
  return status === 0 || status === 429 || status >= 500;
}

/** Whether the next account would fare no better: Klarna doesn't take the key, or has shut the desk out. */
export function isForAll({ problem: { code } }: ProblemError): boolean {
  return code === "KLARNA_REFUSED_KEY" || code === "KLARNA_BLOCKED";
}

async function rest(milliseconds: number, { signal }: Run): Promise<void> {
  await sleep(milliseconds * env().DESK_TIME_SCALE, undefined, { signal }).catch(() => undefined);
}
