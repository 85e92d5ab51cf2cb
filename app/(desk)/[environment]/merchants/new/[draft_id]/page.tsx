import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";

import { checkForm } from "@/components/onboarding/check";
import { formOf } from "@/components/onboarding/form";
import { isStep } from "@/components/onboarding/steps";
import { Wizard } from "@/components/onboarding/wizard";
import { callOf } from "@/lib/klarna/call";
import { distributionProfiles } from "@/lib/klarna/operations/distribution-profiles";
import { ProblemError } from "@/lib/klarna/problem";
import { environmentOf, readParams, routes } from "@/lib/routes";
import { readDraft } from "@/lib/server/drafts/drafts";
import { draftAddress } from "@/lib/server/drafts/input";
import { signedInTo, signedInWith } from "@/lib/server/page";

export const metadata: Metadata = { title: "New merchant" };

export default async function DraftPage({ params, searchParams }: PageProps<"/[environment]/merchants/new/[draft_id]">) {
  const given = await readParams(params);
  const { environment } = await signedInTo(environmentOf(given));
  const address = draftAddress.safeParse({ environment, id: given?.draft_id });
  await signedInWith("merchants:write");
  if (!address.success) notFound();
  const draft = await readDraft(environment, address.data.id).catch(notFoundIfGone);
  if (draft.account_id) redirect(routes.merchant(environment, draft.account_id));
  const { step } = await searchParams;
  // A draft that was saved anew is another form.
  return (
    <Wizard
      key={draft.id}
      draft={draft}
      step={isStep(step) ? step : "merchant"}
      profiles={callOf(distributionProfiles.list, {})}
      faults={checkForm(formOf(draft.content)).faults}
    />
  );
}

function notFoundIfGone(error: unknown): never {
  if (ProblemError.of(error).problem.status === 404) notFound();
  throw error;
}
