"use client";

import clsx from "clsx";
import dynamic from "next/dynamic";
import { useMemo } from "react";

import { FailedRead } from "@/components/operation/failed-read";
import { Freshness } from "@/components/operation/freshness";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RelativeTime } from "@/components/ui/relative-time";
import { LinesSkeleton, TableSkeleton } from "@/components/ui/skeleton";
import type { Environment } from "@/lib/klarna/environment";

import { LookTabs } from "./look-tabs";
import { NextChange } from "./next-change";
import { ratesAsked } from "./question";
import { RateFilters } from "./rate-filters";
import { RatesPanel } from "./rates-panel";
import { type PlansCall, usePlans } from "./use-plans";
import { useProgramNames } from "./use-program-names";
import { useQuestion } from "./use-question";
import { useRates } from "./use-rates";
import { useSeenPrograms } from "./use-seen-programs";
import { dayWords } from "./version-words";

const CostPanel = dynamic(() => import("./cost-panel").then((module) => module.CostPanel), { loading: () => <LinesSkeleton lines={8} /> });
const PlansPanel = dynamic(() => import("./plans-panel").then((module) => module.PlansPanel), { loading: () => <TableSkeleton /> });
const ComparePanel = dynamic(() => import("./compare-panel").then((module) => module.ComparePanel), { loading: () => <TableSkeleton /> });

export interface PricingViewProps {
  readonly environment: Environment;
  readonly plans: PlansCall;
  /** When the server made the page. */
  readonly now: string;
}

/** What Klarna charges: its plans and what comes, the rates of one, what an order costs under them, and what differs between two. */
export function PricingView({ environment, plans: call, now }: PricingViewProps) {
  const { question, ask } = useQuestion(now);
  const { plans, pending, ...klarna } = usePlans(environment, call, now);
  const plan = plans?.find(({ id }) => id === question.plan) ?? plans?.[0];
  const asked = useMemo(() => ratesAsked(question, now), [question, now]);
  const read = useRates(environment, plan?.id ?? "", asked);
  const programs = useSeenPrograms(plan?.id, read.rates);
  const programName = useProgramNames(environment, programs);
  const freshness = (
    <Freshness
      // Where no rates are shown, what stands in their place says it.
      problem={klarna.problem ?? (read.rates ? read.problem : undefined)}
      at={read.at ?? klarna.at}
      busy={klarna.busy || read.busy}
      refresh={() => {
        void klarna.refresh();
        if (asked) void read.refresh();
      }}
    >
      {klarna.at ? (
        <>
          Read from Klarna <RelativeTime at={read.at ?? klarna.at} />
        </>
      ) : (
        "Asking Klarna …"
      )}
    </Freshness>
  );
  if (pending)
    return (
      <>
        {freshness}
        <TableSkeleton rows={14} columns={5} />
      </>
    );
  if (!plan || !plans)
    return klarna.problem ? <FailedRead title="The price plans couldn't be read" problem={klarna.problem} refetch={klarna.refresh} /> : <NoPlans />;
  const panels = { environment, question, ask, plan, read, now, programName };
  return (
    <div className="grid grid-cols-1 gap-4">
      <LookTabs question={question} ask={ask} />
      {question.look === "plans" ? (
        <>
          {freshness}
          <PlansPanel environment={environment} plans={plans} now={now} ask={ask} />
        </>
      ) : (
        <>
          <RateFilters {...{ question, ask, plans, plan, programs, programName }} categoryName={read.answer?.categories[question.category]} />
          <NextChange plan={plan} now={now} ask={ask} />
          {freshness}
          {asked === undefined ? (
            <EmptyState title="Ask for something">
              Klarna wants at least one of these: a date or version, a category that it lists, a country, a currency or a program.
            </EmptyState>
          ) : read.problem?.status === 404 && question.version === "" && question.date !== "" ? (
            <EmptyState
              title={`Klarna has no version of this plan for ${dayWords(question.date)}`}
              action={<Button onClick={() => ask({ date: now.slice(0, 10) })}>Rates of today</Button>}
            >
              Its versions are in the field above, and each with its days among the plans.
            </EmptyState>
          ) : read.problem && !read.rates ? (
            <FailedRead title="The rates couldn't be read" problem={read.problem} refetch={read.refresh} />
          ) : (
            <div aria-busy={read.stale} className={clsx(read.stale && read.rates && "opacity-60")}>
              {question.look === "rates" && <RatesPanel read={read} programName={programName} />}
              {question.look === "cost" && <CostPanel {...panels} />}
              {question.look === "compare" && <ComparePanel {...panels} />}
            </div>
          )}
        </>
      )}
    </div>
  );
}

function NoPlans() {
  return (
    <EmptyState title="Klarna has made no price plan for you yet">Klarna makes them; ask your contact there. Once there is one, it stands here.</EmptyState>
  );
}
