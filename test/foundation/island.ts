import path from "node:path";
import { afterAll, beforeAll, inject } from "vitest";

import { guardsOut } from "../../bench/foundation/guards-out.mjs";
import { openIsland } from "../../bench/foundation/island.mjs";

export const project = path.resolve(import.meta.dirname, "../..");

/** A stack of this file's own, desk and worker, which its tests may break. */
export let island: Awaited<ReturnType<typeof openIsland>>;

export function withIsland(): void {
  beforeAll(async () => {
    island = await openIsland(project, { worker: true, filled: inject("filledHome"), inMemory: true });
  }, 600_000);
  afterAll(() => island?.close(), 60_000);
}

export interface Figure {
  readonly name: string;
  readonly holds: boolean;
}

/** The names of the figures that don't hold. */
export function failing(figures: readonly Figure[]): readonly string[] {
  return figures.filter(({ holds }) => !holds).map(({ name }) => name);
}

/** What no longer holds while one guard is taken out. */
export async function without(guard: keyof typeof guardsOut, measure: () => Promise<readonly Figure[]>): Promise<readonly string[]> {
  const putBack = await guardsOut[guard](island);
  try {
    return failing(await measure());
  } finally {
    await putBack();
  }
}
