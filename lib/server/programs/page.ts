import "server-only";
import { notFound } from "next/navigation";

import { callOf } from "@/lib/klarna/call";
import type { Environment } from "@/lib/klarna/environment";
import { checkPathParam } from "@/lib/klarna/identifier";
import { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";
import { paymentProgramPlans } from "@/lib/klarna/operations/payment-program-plans";
import { environmentOf, readParams } from "@/lib/routes";

import { signedInTo } from "../page";

/** What the pages of programs ask Klarna for. */
export const planCalls = { plans: callOf(paymentProgramPlans.list, {}), profiles: callOf(distributionProfiles.list, {}) };

/** Which plan a page is about, for somebody who is signed in. Not found when the address names none. */
export async function planAt(params: Promise<{ environment: string; payment_program_plan_id: string }>) {
  return at(params, "payment_program_plan_id");
}

/** The same for a program. */
export async function programAt(params: Promise<{ environment: string; payment_program_id: string }>) {
  return at(params, "payment_program_id");
}

async function at<Name extends string>(
  params: Promise<{ environment: string } & Record<Name, string>>,
  name: Name,
): Promise<{ readonly environment: Environment } & Readonly<Record<Name, string>>> {
  const given = await readParams(params);
  const { environment } = await signedInTo(environmentOf(given));
  const id: string = given?.[name] ?? "";
  if (checkPathParam(name, id) !== undefined) notFound();
  return { environment, [name]: id } as { readonly environment: Environment } & Readonly<Record<Name, string>>;
}
