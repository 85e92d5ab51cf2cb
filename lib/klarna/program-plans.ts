import { type Period, standingAt } from "./period";

/** A version of a payment program plan, as Klarna lists it. */
export interface PlanVersion extends Period {
  readonly payment_program_plan_id: string;
  readonly version?: number | null | undefined;
  readonly comment?: string | null | undefined;
}

/** One line of a plan: this program exists for this category, consumer country and currency. A part that isn't stated holds for all. */
export interface PlannedProgram {
  readonly payment_program_id: string;
  readonly merchant_category_code?: string | null | undefined;
  readonly customer_country?: string | null | undefined;
  readonly currency?: string | null | undefined;
  readonly enablement_type?: string | null | undefined;
}

/** Where somebody buys: what isn't given is open. */
export interface Where {
  readonly merchant_category_code?: string | undefined;
  readonly customer_country?: string | undefined;
  readonly currency?: string | undefined;
}

/** A program that exists somewhere, and how it gets there; null where the plan doesn't say. */
export interface ProgramThere {
  readonly payment_program_id: string;
  readonly enablement_type: string | null;
}

/** The version of a plan that holds at a moment: the latest of those whose time it is. Undefined before its first and in a gap. */
export function versionAt<Version extends PlanVersion>(versions: readonly Version[], at: number): Version | undefined {
  return inOrder(versions)
    .filter((version) => standingAt(version, at) === "current")
    .at(-1);
}

/** Klarna's list sorted into plans, each with its versions from the first to the last. */
export function plansIn<Version extends PlanVersion>(versions: readonly Version[]): ReadonlyMap<string, readonly Version[]> {
  const plans = new Map<string, Version[]>();
  for (const version of versions) plans.set(version.payment_program_plan_id, [...(plans.get(version.payment_program_plan_id) ?? []), version]);
  return new Map([...plans].map(([id, all]) => [id, inOrder(all)]));
}

/** The programs that a version of a plan has somewhere, each once for each way it gets there, in the plan's order. */
export function programsIn(lines: readonly PlannedProgram[], where: Where): readonly ProgramThere[] {
  const found = new Map<string, ProgramThere>();
  for (const { payment_program_id, enablement_type = null, ...line } of lines)
    if (dimensions.every((name) => isSame(line[name], where[name])))
      found.set(`${payment_program_id} ${enablement_type}`, { payment_program_id, enablement_type });
  return [...found.values()];
}

/** What a line of a plan says where it holds. */
export const dimensions = ["merchant_category_code", "customer_country", "currency"] as const;

function isSame(stated: string | null | undefined, asked: string | undefined): boolean {
  return asked === undefined || stated === undefined || stated === null || stated.toUpperCase() === asked.toUpperCase();
}

function inOrder<Version extends PlanVersion>(versions: readonly Version[]): readonly Version[] {
  const begin = ({ effective_from }: PlanVersion) => Date.parse(effective_from ?? "") || Number.NEGATIVE_INFINITY;
  const sign = (difference: number) => (Number.isNaN(difference) ? 0 : Math.sign(difference));
  return [...versions].sort((one, other) => sign(begin(one) - begin(other)) || (one.version ?? 0) - (other.version ?? 0));
}
