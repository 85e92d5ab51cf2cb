import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { OperationView } from "@/components/operations/operation-view";
import { ProblemError } from "@/lib/klarna/problem";
import { readParams } from "@/lib/routes";
import { evidenceOf } from "@/lib/server/operations/evidence";
import { operationAddress } from "@/lib/server/operations/input";
import { allowed, signedIn } from "@/lib/server/page";

export const metadata: Metadata = { title: "An unclear operation" };

export default async function OperationPage({ params }: PageProps<"/settings/operations/[id]">) {
  const session = await signedIn();
  const address = operationAddress.safeParse(await readParams(params));
  if (!address.success) notFound();
  const readAt = new Date().toISOString();
  const first = await evidenceOf(session, address.data.id).catch(notFoundIfGone);
  return <OperationView key={first.id} first={first} readAt={readAt} maySettle={await allowed("operations:settle")} />;
}

function notFoundIfGone(error: unknown): never {
  if (ProblemError.of(error).problem.status === 404) notFound();
  throw error;
}
