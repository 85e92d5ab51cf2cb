import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { AuditEntryView } from "@/components/audit/audit-entry-view";
import { ProblemError } from "@/lib/klarna/problem";
import { readParams } from "@/lib/routes";
import { openAudit } from "@/lib/server/audit-log/open";
import { signedInWith } from "@/lib/server/page";

export const metadata: Metadata = { title: "An entry of the audit log" };

export default async function AuditEntryPage({ params }: PageProps<"/settings/audit/[id]">) {
  await signedInWith("audit:read");
  const given = await readParams(params);
  if (!/^[1-9]\d{0,14}$/.test(given?.id ?? "")) notFound();
  const entry = await openAudit(given?.id ?? "").catch(notFoundIfGone);
  return <AuditEntryView entry={entry} />;
}

function notFoundIfGone(error: unknown): never {
  if (ProblemError.of(error).problem.status === 404) notFound();
  throw error;
}
