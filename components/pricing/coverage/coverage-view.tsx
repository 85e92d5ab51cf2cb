"use client";

import clsx from "clsx";
import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useMemo } from "react";

import { countryName } from "@/components/operation/country-name";
import { FailedRead } from "@/components/operation/failed-read";
import { Freshness } from "@/components/operation/freshness";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { TableSkeleton } from "@/components/ui/skeleton";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

import type { PlansCall } from "../use-plans";
import { dayWords } from "../version-words";
import { offerRows } from "./coverage";
import { addressOf, beforeIn, type CoverageInputs, inputsIn, isSame, isWhole } from "./inputs";
import { InputsForm } from "./inputs-form";
import { OffersTable } from "./offers-table";
import { type CoverageCalls, useCoverage } from "./use-coverage";

const TouchedSection = dynamic(() => import("./touched-section").then((module) => module.TouchedSection), { loading: () => <TableSkeleton rows={4} /> });

export interface CoverageViewProps {
  readonly environment: Environment;
  readonly calls: CoverageCalls & { readonly pricePlans: PlansCall };
  readonly now: string;
}

/** Which programs there are somewhere and what each costs; what becomes different when one thing is changed; and whom a coming change touches. */
export function CoverageView({ environment, calls, now }: CoverageViewProps) {
  const params = useSearchParams();
  const today = now.slice(0, 10);
  const inputs = useMemo(() => inputsIn(params, today), [params, today]);
  const before = useMemo(() => beforeIn(params), [params]);
  const coverage = useCoverage(environment, calls, inputs, now);
  const earlier = useCoverage(environment, calls, before, now);
  const show = (next: CoverageInputs, compared: CoverageInputs | undefined) => {
    const change = params.get("change");
    const search = new URLSearchParams({ ...addressOf(next, compared, today), ...(change && { change }) });
    window.history.pushState(null, "", search.size > 0 ? `?${search}` : window.location.pathname);
  };
  const change = (next: Partial<CoverageInputs>) => {
    const latest = inputsIn(new URLSearchParams(window.location.search), today);
    // The first whole answer is what all changes are compared with, until somebody starts anew.
    show({ ...latest, ...next }, before ?? (isWhole(latest) ? latest : undefined));
  };
  const compared = before !== undefined && !isSame(before, inputs);
  const currencies = { now: inputs.currency, before: before?.currency ?? "" };
  const rows = coverage.offers && (!compared || earlier.offers) ? offerRows(coverage.offers, compared ? earlier.offers : undefined, currencies) : undefined;
  const names = { ...earlier.names, ...coverage.names };
  const categoryName = (code: string) => coverage.categories[code] ?? earlier.categories[code];
  const problem = coverage.problem ?? (compared ? earlier.problem : undefined);
  const refresh = () => Promise.all([coverage.refresh(), compared && earlier.refresh()]);
  return (
    <div className="grid grid-cols-1 gap-6">
      <div className="grid grid-cols-1 gap-3">
        <InputsForm inputs={inputs} change={change} profiles={coverage.carriers} categoryName={categoryName(inputs.category)} />
        <Freshness problem={rows ? problem : undefined} at={coverage.at} busy={coverage.busy || (compared && earlier.busy)} refresh={() => void refresh()}>
          {coverage.at ? (
            <>
              Read from Klarna <RelativeTime at={coverage.at} />
            </>
          ) : (
            "Nothing was asked of Klarna yet"
          )}
        </Freshness>
        {compared && before && (
          <p role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="wrap-anywhere min-w-0">Compared with {placeWords(before, inputs, categoryName)}</span>
            <Button size="sm" onClick={() => show(inputs, undefined)}>
              Start from here
            </Button>
            <Button size="sm" variant="ghost" onClick={() => show(before, undefined)}>
              Go back to that
            </Button>
          </p>
        )}
        {!isWhole(inputs) ? (
          <EmptyState title="Choose what to look at">
            A profile, a category, a country, a currency and a day: then the programs there and their prices stand here.
          </EmptyState>
        ) : rows ? (
          <div aria-busy={coverage.busy} className={clsx("grid grid-cols-1 gap-3", coverage.busy && "opacity-60")}>
            <OffersTable rows={rows} compared={compared} names={names} currencies={currencies} />
            <Versions coverage={coverage} />
            <div>
              <ButtonLink
                href={routes.pricing(environment, {
                  look: "cost",
                  plan: coverage.profile?.price_plan_id ?? "",
                  ...{ category: inputs.category, country: inputs.country, currency: inputs.currency, date: inputs.date },
                })}
              >
                What would an order cost there
              </ButtonLink>
            </div>
          </div>
        ) : problem ? (
          <FailedRead title="It couldn't be read" problem={problem} refetch={refresh} />
        ) : coverage.noPlan || (compared && earlier.noPlan) ? (
          <EmptyState title="No plan holds on that day">
            {coverage.noPlan
              ? "The profile's program plan has no version for it. Choose another day."
              : "The day compared with has no version of the plan. Start from here."}
          </EmptyState>
        ) : coverage.carriers && !coverage.profile ? (
          <EmptyState title="Klarna has no such profile">Choose one of those above: the one in the address may belong to another environment.</EmptyState>
        ) : (
          <TableSkeleton rows={5} columns={compared ? 5 : 3} />
        )}
      </div>
      <TouchedSection environment={environment} calls={calls} now={now} />
    </div>
  );
}

function Versions({ coverage: { programVersion, priceVersion } }: { readonly coverage: ReturnType<typeof useCoverage> }) {
  return (
    <p className="text-muted">
      {programVersion === null ? "" : `Version ${programVersion} of the program plan`}
      {priceVersion === null ? "." : `, version ${priceVersion} of the price plan.`}
    </p>
  );
}

/** What the comparison starts from: only what isn't as it is now. */
function placeWords(before: CoverageInputs, now: CoverageInputs, categoryName: (code: string) => string | undefined): string {
  const words = {
    profile: "another profile",
    category: categoryName(before.category) ? `${categoryName(before.category)} (${before.category})` : `category ${before.category}`,
    country: countryName(before.country),
    currency: before.currency,
    date: dayWords(`${before.date}T00:00:00Z`),
  };
  const changed = (Object.keys(words) as (keyof CoverageInputs)[]).filter((name) => before[name] !== now[name]);
  return `${changed.map((name) => words[name]).join(", ")}.`;
}
