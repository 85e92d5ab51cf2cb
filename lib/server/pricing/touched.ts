import "server-only";
import type { PlanTouch } from "@/lib/desk/pricing";
import type { Environment } from "@/lib/klarna/environment";
import type { OutputOf } from "@/lib/klarna/operation";
import { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";

import { read } from "../operations/read";
import { priceChange } from "./price-change";
import { programChange } from "./program-change";
import { touchedMerchants } from "./touched-merchants";

/** A coming version of a plan, and the version that it takes over from. */
export interface Coming {
  readonly environment: Environment;
  /** Whether it is a plan of prices or of programs. */
  readonly kind: "price" | "program";
  readonly plan: string;
  readonly before: number;
  readonly version: number;
  readonly after?: string | undefined;
}

/** What a coming version changes, and which merchants of the directory that touches: those with a product under a profile that carries the plan, in a category that changes. */
export async function touched({ environment, kind, plan, before, version, after }: Coming): Promise<PlanTouch> {
  const read = kind === "price" ? priceChange : programChange;
  const [categories, profiles] = await Promise.all([read(environment, plan, before, version), profilesWith(environment, plan)]);
  const counts = new Map<string, number>();
  for (const code of categories) counts.set(code, (counts.get(code) ?? 0) + 1);
  const touching = { profiles: profiles.map(({ id }) => id), categories: counts.has("") ? undefined : [...counts.keys()] };
  return {
    changes: categories.length,
    categories: [...counts].map(([code, changes]) => ({ code, changes })).sort((one, other) => other.changes - one.changes || (one.code < other.code ? -1 : 1)),
    profiles,
    ...(await touchedMerchants(environment, touching, after)),
  };
}

type Profile = Partial<OutputOf<typeof distributionProfiles.list>[number]> | null;

async function profilesWith(environment: Environment, plan: string): Promise<PlanTouch["profiles"]> {
  const { output } = await read({ environment, operation: distributionProfiles.list, params: {} }, "interactive");
  // What couldn't be read stands among them as it came.
  return (output as readonly Profile[]).flatMap((profile) => {
    const id = profile?.distribution_profile_id;
    const carries = profile?.price_plan_id === plan || profile?.payment_program_plan_id === plan;
    return carries && typeof id === "string" ? [{ id, name: profile?.name || id }] : [];
  });
}
