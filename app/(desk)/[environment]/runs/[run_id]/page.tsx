import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { RunView } from "@/components/runs/run-view";
import { ProblemError } from "@/lib/klarna/problem";
import { environmentOf, readParams } from "@/lib/routes";
import { signedInTo } from "@/lib/server/page";
import { runAddress } from "@/lib/server/runs/input";
import { actsOpenTo } from "@/lib/server/runs/order";
import { runResults } from "@/lib/server/runs/results";
import { findRun } from "@/lib/server/runs/standing";

export const metadata: Metadata = { title: "Run" };

export default async function RunPage({ params }: PageProps<"/[environment]/runs/[run_id]">) {
  const given = await readParams(params);
  const { environment, session } = await signedInTo(environmentOf(given));
  const address = runAddress.safeParse({ environment, run_id: given?.run_id });
  if (!address.success) notFound();
  const readAt = new Date().toISOString();
  const [run, results] = await Promise.all([findRun(environment, address.data.run_id), runResults(address.data)]).catch(orNotFound);
  return <RunView first={run} results={results} readAt={readAt} mayDo={actsOpenTo(session.role)} />;
}

function orNotFound(error: unknown): never {
  if (error instanceof ProblemError && error.problem.status === 404) notFound();
  throw error;
}
