import "server-only";
import type { ProgramPlan } from "@/lib/desk/program-plan";
import type { Environment } from "@/lib/klarna/environment";
import type { OutputOf } from "@/lib/klarna/operation";
import { paymentProgramPlans } from "@/lib/klarna/operations/payment-program-plans";
import { matrixOf } from "@/lib/klarna/plan-matrix";

import { categoryNames } from "../categories/name";
import { requireOneVersion } from "../operations/one-version";
import { readPages } from "../operations/read-pages";
import { programNames } from "./names";

interface Asked {
  readonly environment: Environment;
  readonly payment_program_plan_id: string;
  /** Undefined for the version in force. */
  readonly version?: number | undefined;
}

const pageSize = 1_000;

/** Reads a version of a plan whole, with the names of what is in it. Throws Klarna's refusal, or why there is no answer, as a problem. */
export async function readProgramPlan({ environment, payment_program_plan_id, version }: Asked): Promise<ProgramPlan> {
  const call = { environment, operation: paymentProgramPlans.get, params: { payment_program_plan_id }, query: { ...(version !== undefined && { version }) } };
  const pages = await readPages<OutputOf<typeof paymentProgramPlans.get>>(call, pageSize, "interactive");
  requireOneVersion(pages, "program plan");
  const lines = pages.flatMap(({ payment_programs }) => (Array.isArray(payment_programs) ? payment_programs.filter(isLine) : []));
  const matrix = matrixOf(lines);
  const [first] = pages;
  return {
    payment_program_plan_id,
    version: first?.version ?? version ?? null,
    effective_from: first?.effective_from ?? null,
    effective_to: first?.effective_to ?? null,
    comment: first?.comment ?? null,
    matrix,
    names: await programNames(environment, matrix.programs),
    categories: categoryNames(matrix.rows.map(({ merchant_category_code }) => merchant_category_code)),
    read_at: new Date().toISOString(),
  };
}

/** What is read leniently may be anything: without a program's id a line says nothing. */
function isLine(line: unknown): boolean {
  return typeof (line as { readonly payment_program_id?: unknown } | null)?.payment_program_id === "string";
}
