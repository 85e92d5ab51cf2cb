import "server-only";
import type { CategoryFit } from "@/lib/desk/product";
import { fitOf, type PlannedProgram } from "@/lib/klarna/category-fit";
import type { Environment } from "@/lib/klarna/environment";
import type { Operation, OutputOf } from "@/lib/klarna/operation";
import { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";
import { paymentProgramEnablements } from "@/lib/klarna/operations/payment-program-enablements";
import { paymentProgramPlans } from "@/lib/klarna/operations/payment-program-plans";
import { paymentPrograms } from "@/lib/klarna/operations/payment-programs";
import { ProblemError } from "@/lib/klarna/problem";

import { databaseTime } from "../db/clock";
import { requireMerchant } from "../merchants/address";
import { requireOneVersion } from "../operations/one-version";
import { read } from "../operations/read";

interface Asked {
  readonly environment: Environment;
  readonly account_id: string;
  readonly product_id: string;
  readonly code: string;
}

/** What another category would touch: the product's enablements that haven't ended, each held against the program plan for that category. */
export async function categoryFit(asked: Asked): Promise<CategoryFit> {
  const { environment, account_id, product_id, code } = asked;
  const one = { account_id, product_id };
  const answer = (await ask(environment, paymentProgramEnablements.list, one)) as OutputOf<typeof paymentProgramEnablements.list>;
  const now = (await databaseTime()).getTime();
  const open = answer.payment_program_enablements.filter(({ effective_to }) => !effective_to || Date.parse(effective_to) > now);
  if (open.length === 0) return { code, enablements: [] };
  const [planned, names] = await Promise.all([orUndefined(plannedFor(asked)), namesOf(environment, one, open)]);
  return {
    code,
    enablements: open.map((enablement) => ({
      payment_program_enablement_id: enablement.payment_program_enablement_id,
      program: names.get(enablement.payment_program_id ?? "") ?? enablement.payment_program_id ?? "A program without an id",
      countries: enablement.enablement_criteria?.customer_countries ?? [],
      effective_from: enablement.effective_from ?? null,
      effective_to: enablement.effective_to ?? null,
      ...fitOf(enablement, code, planned),
    })),
  };
}

/** All that the program plan of the product's profile offers for a category. */
async function plannedFor({ environment, account_id, product_id, code }: Asked): Promise<readonly PlannedProgram[] | undefined> {
  const { products } = await requireMerchant({ environment, account_id });
  const product = products?.find((one) => one.product_id === product_id);
  const profiles = (await ask(environment, distributionProfiles.list, {})) as OutputOf<typeof distributionProfiles.list>;
  const profile = profiles.find((one) => one.distribution_profile_id === product?.distribution_profile_id);
  const payment_program_plan_id = profile?.payment_program_plan_id;
  return payment_program_plan_id ? pagesOf(environment, payment_program_plan_id, code) : undefined;
}

/** A plan has some dozens of programs for a category; what hasn't ended after so many pages isn't answered as whole. */
const mostPages = 20;

async function pagesOf(environment: Environment, payment_program_plan_id: string, code: string): Promise<readonly PlannedProgram[] | undefined> {
  const pages: OutputOf<typeof paymentProgramPlans.get>[] = [];
  let starting_after: string | null | undefined;
  for (let page = 0; page < mostPages; page++) {
    const query = { merchant_category_code: code, ...(starting_after && { starting_after }) };
    const answer = (await ask(environment, paymentProgramPlans.get, { payment_program_plan_id }, query)) as OutputOf<typeof paymentProgramPlans.get>;
    pages.push(answer);
    starting_after = answer.pagination?.last_item;
    if (starting_after) continue;
    requireOneVersion(pages, "program plan");
    return pages.flatMap(({ payment_programs }) => payment_programs ?? []);
  }
  return undefined;
}

/** What the programs are called; one that can't be read goes by its id. */
async function namesOf(
  environment: Environment,
  one: { readonly account_id: string; readonly product_id: string },
  enablements: readonly { readonly payment_program_id?: string | null | undefined }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(enablements.flatMap(({ payment_program_id }) => payment_program_id ?? []))];
  const programs = await Promise.all(
    ids.map((payment_program_id) =>
      orUndefined(ask(environment, paymentPrograms.get, { ...one, payment_program_id }) as Promise<OutputOf<typeof paymentPrograms.get>>),
    ),
  );
  return new Map(programs.flatMap((program) => (program?.payment_program_name ? [[program.payment_program_id, program.payment_program_name]] : [])));
}

async function ask(environment: Environment, operation: Operation, params: Readonly<Record<string, string>>, query?: Readonly<Record<string, unknown>>) {
  return (await read({ environment, operation, params, query }, "interactive")).output;
}

async function orUndefined<Value>(asked: Promise<Value>): Promise<Value | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
}
