"use client";

import { useQuery } from "@tanstack/react-query";

import { Freshness } from "@/components/operation/freshness";
import { useFailure } from "@/components/operation/use-failure";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { MonoId } from "@/components/ui/mono-id";
import { PageHeader } from "@/components/ui/page-header";
import { ProblemNotice } from "@/components/ui/problem";
import { RelativeTime } from "@/components/ui/relative-time";
import { LinesSkeleton } from "@/components/ui/skeleton";
import type { ProgramMerchant } from "@/lib/desk/program-plan";
import type { Call } from "@/lib/klarna/call";
import type { Environment } from "@/lib/klarna/environment";
import type { OutputOf } from "@/lib/klarna/operation";
import type { paymentPrograms } from "@/lib/klarna/operations/payment-programs";
import { inWords } from "@/lib/klarna/plain-words";
import { ProblemError } from "@/lib/klarna/problem";
import { read } from "@/lib/query/read";
import { routes } from "@/lib/routes";

import { ProgramMerchants } from "./program-merchants";
import { ProgramPlans } from "./program-plans";
import { type PlanCalls, usePlans } from "./use-plans";

type Program = OutputOf<typeof paymentPrograms.get>;

export interface ProgramViewProps {
  readonly environment: Environment;
  readonly programId: string;
  readonly program: Call<Program>;
  readonly calls: PlanCalls;
  /** The merchants that have it, as the desk last saw it, and how many there are in all. */
  readonly merchants: readonly ProgramMerchant[];
  readonly total: number;
}

/** What a payment program is, how it is funded, where it exists and who has enabled it. */
export function ProgramView({ environment, programId, program, calls, merchants, total }: ProgramViewProps) {
  const ofProgram = useQuery({ ...read(environment, program), staleTime: 300_000, retry: false });
  const { data, isFetching, dataUpdatedAt, refetch } = ofProgram;
  const plans = usePlans(environment, calls);
  const problem = useFailure(ofProgram);
  const plansProblem = plans.error ? ProblemError.of(plans.error).problem : undefined;
  // Plans that are tried again are pending again; until they have come, nothing else has changed.
  const plansFailed = plans.isError || (plans.isPending && plans.isFetchedAfterMount);
  const busy = isFetching || plans.isFetching;
  const refresh = () => {
    void refetch();
    void plans.refetch();
  };
  // What stands below waits for what stands above, so that nothing moves while it is read.
  const reading = (!data && !problem) || (plans.isPending && !plansFailed);
  const name = data?.payment_program_name || "Payment program";
  const readAt = new Date(dataUpdatedAt).toISOString();
  return (
    <>
      <PageHeader
        title={name}
        breadcrumb={<Breadcrumb items={[{ label: "Programs", href: routes.programs(environment) }, { label: name }]} />}
        description={
          <>
            <MonoId value={programId} label="program id" />
            <p className="mt-1">
              What Klarna says of it, which plans have it, and the merchants that have it enabled. These are as the desk last read them, which is once a week at
              least.
            </p>
          </>
        }
      />
      {problem && !data ? (
        <ProblemNotice
          title="This program couldn't be read"
          problem={problem}
          actions={
            <Button loading={busy} onClick={refresh}>
              Try again
            </Button>
          }
        />
      ) : (
        <Freshness problem={problem ?? (data && plansProblem)} at={readAt} busy={busy} refresh={refresh}>
          {data ? (
            <>
              Read from Klarna <RelativeTime at={readAt} />
            </>
          ) : (
            "Reading from Klarna …"
          )}
        </Freshness>
      )}
      <div className="mt-4 grid grid-cols-1 gap-10">
        {reading ? (
          <LinesSkeleton lines={8} />
        ) : (
          <>
            {data && <DescriptionList items={factsOf(data)} />}
            <ProgramPlans environment={environment} programId={programId} plans={plans.plans} failed={plansFailed} />
            <ProgramMerchants environment={environment} merchants={merchants} total={total} />
          </>
        )}
      </div>
    </>
  );
}

/** What Klarna says of it; of its funding whatever comes, since its fields aren't published. */
function factsOf({ description, payment_funding }: Program) {
  const funding = typeof payment_funding === "object" && payment_funding !== null ? Object.entries(payment_funding) : [];
  return [
    { term: "What it is", value: description },
    ...(funding.length > 0
      ? funding.map(([key, value]) => ({ term: key === "type" ? "Funding" : `Funding: ${inWords(key.toUpperCase()).toLowerCase()}`, value: shown(value) }))
      : [{ term: "Funding", value: undefined }]),
  ];
}

function shown(value: unknown): string {
  if (typeof value === "string") return inWords(value);
  return value === null || value === undefined ? "" : JSON.stringify(value);
}
