import "server-only";
import type { AuditedPlan } from "@/lib/desk/fee-audit";
import type { Environment } from "@/lib/klarna/environment";
import { pricePlans } from "@/lib/klarna/operations/price-plans";
import { choosePrice } from "@/lib/klarna/pricing/choose";
import { type PlanVersion, planVersions, versionHolding } from "@/lib/klarna/pricing/plan-versions";
import { lastPart, type Rate, readRate } from "@/lib/klarna/pricing/rate";
import { ProblemError } from "@/lib/klarna/problem";

import { isForAll, passes } from "../../jobs/readers";
import { read } from "../../operations/read";
import { planRates } from "../../pricing/plan-rates";
import type { FeeRow, Planned } from "./judge";

/** So many versions are read for one report, and so many different rates looked for: more than any report has. */
const mostVersions = 50;
const mostRates = 20_000;

type Asked = Pick<FeeRow, "plan" | "program" | "category"> & { readonly at: number };
type Version = { readonly version: number; readonly rates: readonly Rate[] } | { readonly detail: string };

/** The price plans that a report's fees are held against: the list is read once, and each version that is needed once. */
export class PlanBook {
  readonly plans: AuditedPlan[] = [];
  private listed: Promise<ReadonlyMap<string, Listed> | string> | undefined;
  private readonly versions = new Map<string, Promise<Version>>();
  private readonly prices = new Map<string, Planned>();

  /** `patient` throws what passes at Klarna; else that, too, is why a plan couldn't be read. */
  constructor(
    private readonly environment: Environment,
    private readonly currency: string,
    private readonly patient: boolean,
  ) {}

  /** The price that held for a purchase at its time: of what Klarna takes from the partner. */
  async price({ plan, at, program, category }: Asked): Promise<Planned> {
    this.listed ??= this.readList();
    const listed = await this.listed;
    if (typeof listed === "string") return { reason: "plan-unreadable", detail: listed };
    const known = listed.get(plan) ?? listed.get(lastPart(plan));
    if (!known) return { reason: "plan-unknown", detail: "" };
    const holding = versionHolding(known.versions, at);
    if (!holding) return { reason: "no-version", detail: "" };
    const key = [plan, holding.version, program, category].join("\n");
    const before = this.prices.get(key);
    if (before) return before;
    if (this.prices.size >= mostRates) return { reason: "too-many", detail: "" };
    const found = await this.chosen(known, holding, program, category);
    this.prices.set(key, found);
    return found;
  }

  private async chosen(plan: Listed, { version }: PlanVersion, program: string, category: string): Promise<Planned> {
    const key = `${plan.id}\n${version}`;
    if (!this.versions.has(key) && this.versions.size >= mostVersions) return { reason: "too-many", detail: "" };
    const reading = this.versions.get(key) ?? this.readVersion(plan, version);
    this.versions.set(key, reading);
    const rates = await reading;
    if ("detail" in rates) return { reason: "plan-unreadable", detail: rates.detail };
    const asked = { currency: this.currency, payment_program_id: program || undefined, merchant_category_code: category || undefined };
    const chosen = choosePrice(rates.rates, asked, "buy");
    if (!("price" in chosen)) return { reason: chosen.rates.length === 0 ? "no-rate" : "rate-unclear", detail: chosen.why };
    if (chosen.rate.holds.currency === undefined) return { reason: "rate-unclear", detail: "the rate names no currency" };
    return { price: chosen.price, version };
  }

  /** Every plan by its id, and by the last part of it: Klarna's own documents write the part before it in two ways. */
  private async readList(): Promise<ReadonlyMap<string, Listed> | string> {
    const answer = await this.orWhy(
      async () => (await read({ environment: this.environment, operation: pricePlans.list, params: {} }, "background")).output as readonly unknown[],
    );
    if (typeof answer === "string") return answer;
    const plans = answer.flatMap((given) => listedPlan(given) ?? []);
    const parts = plans.map(({ id }) => lastPart(id));
    const byPart = plans.filter(({ id }) => parts.filter((part) => part === lastPart(id)).length === 1);
    return new Map([...byPart.map((plan) => [lastPart(plan.id), plan] as const), ...plans.map((plan) => [plan.id, plan] as const)]);
  }

  private async readVersion({ id, name }: Listed, version: number): Promise<Version> {
    const asked = { version, currency: this.currency };
    const answer = await this.orWhy(() => planRates(this.environment, id, asked, "background"));
    const told = typeof answer === "object" ? answer : undefined;
    const why = typeof answer === "string" ? answer : answer.version !== version ? "Klarna answered with another version than was asked for." : null;
    const read_at = told?.read_at ?? new Date().toISOString();
    this.plans.push({ price_plan_id: id, name, version, effective_from: told?.effective_from ?? null, read_at, why });
    return why === null ? { version, rates: (told?.rates ?? []).map(readRate) } : { detail: why };
  }

  private async orWhy<Answer>(reading: () => Promise<Answer>): Promise<Answer | string> {
    try {
      return await reading();
    } catch (error) {
      if (!(error instanceof ProblemError) || (this.patient && (passes(error) || isForAll(error)))) throw error;
      return error.problem.message;
    }
  }
}

interface Listed {
  readonly id: string;
  readonly name: string | null;
  readonly versions: readonly PlanVersion[];
}

function listedPlan(given: unknown): Listed | undefined {
  const { price_plan_id: id, name, versions } = (given ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof id !== "string") return undefined;
  return { id, name: typeof name === "string" && name.trim() !== "" ? name : null, versions: planVersions(versions, Date.now()) };
}
