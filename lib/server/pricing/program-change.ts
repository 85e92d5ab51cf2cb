import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { differencesOf } from "@/lib/klarna/plan-matrix";

import { readProgramPlan } from "../programs/plan";

/** Reads two versions of a program plan wholly, and tells the category of each program that comes, goes or is enabled otherwise; "" for every category. */
export async function programChange(environment: Environment, payment_program_plan_id: string, before: number, version: number): Promise<readonly string[]> {
  const [old, next] = await Promise.all([before, version].map((number) => readProgramPlan({ environment, payment_program_plan_id, version: number })));
  const differences = old && next ? differencesOf(old.matrix, next.matrix) : [];
  return differences.map(({ merchant_category_code }) => merchant_category_code);
}
