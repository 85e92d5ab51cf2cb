import { afterAll, beforeAll } from "vitest";

import { closeDatabase } from "@/lib/server/db/client";
import { closeBoss } from "@/lib/server/jobs/boss";
import { leaveLanes } from "@/lib/server/klarna/lanes";

import { freshDatabase } from "../setup/fresh-database";
import { setUp } from "./settings";

/** A Klarna that a desk is pointed at. */
export interface Upstream {
  readonly url: string;
  stop(): Promise<void>;
}

/** A desk for a test file: a database of its own, and both environments at this Klarna. */
export function withDesk(klarna: () => Promise<Upstream>, settings: Readonly<Record<string, string>> = {}): void {
  let upstream: Upstream | undefined;
  beforeAll(async () => {
    upstream = await klarna();
    const klarnas = { KLARNA_TEST_URL: upstream.url, KLARNA_LIVE_URL: upstream.url, KLARNA_PAYOUTS_URL: `${upstream.url}/payouts/{region}/{environment}` };
    setUp({ DATABASE_URL: await freshDatabase(), ...klarnas, ...settings });
  });
  afterAll(async () => {
    leaveLanes();
    await closeBoss();
    await closeDatabase();
    await upstream?.stop();
  });
}

/** For what never gets as far as Klarna: nobody listens there. */
export async function noKlarna(): Promise<Upstream> {
  return { url: "http://127.0.0.1:1", stop: async () => undefined };
}
