"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { LeaveDialog } from "@/components/operation/leave-dialog";
import { watchPresses } from "@/components/operation/press";
import { isStopped } from "@/components/operation/saving";
import { SavingNotice } from "@/components/operation/saving-notice";
import { ProblemNotice } from "@/components/ui/problem";
import type { Draft } from "@/lib/desk/draft";
import type { ProblemField } from "@/lib/klarna/problem";
import { routes } from "@/lib/routes";
import { type Refusal, standing } from "./contract";
import { formOf, type OnboardingForm } from "./form";
import { HintsProvider } from "./hints";
import { OutcomeNotice } from "./outcome-notice";
import { RefusalNotice } from "./refusal-notice";
import { type StepKey, stepOf } from "./steps";
import { useChecked } from "./use-checked";
import { useDraft } from "./use-draft";
import { useKeptRefusals, useRefused } from "./use-refusals";
import { useSaveAnew } from "./use-save-anew";
import { titleOf, useSaver } from "./use-saver";
import { useSending } from "./use-sending";
import { useSteps } from "./use-steps";
import { type ProfilesCall, WizardProvider } from "./wizard-context";
import { WizardHeader } from "./wizard-header";
import { WizardSteps } from "./wizard-steps";

export interface WizardProps {
  readonly draft: Draft;
  readonly step: StepKey;
  readonly profiles: ProfilesCall;
  /** What was wrong with the draft when the page was made; the browser looks again once it is touched. */
  readonly faults: readonly ProblemField[];
}

/** The onboarding of one merchant: fills, saves, checks and sends a draft, and goes on to the merchant once Klarna has said yes. */
export function Wizard({ draft: given, step: first, profiles, faults }: WizardProps) {
  const router = useRouter();
  const { environment, id } = given;
  const { resolver, refused, refuse } = useRefused();
  const form = useForm<OnboardingForm>({ defaultValues: formOf(given.content), mode: "onTouched", resolver, shouldFocusError: false });
  const { draft, unsure, isLocked, readAgain, findOut } = useDraft(given);
  const { saver, saving } = useSaver(form, given);
  const anew = useSaveAnew(form, given);
  const checked = useChecked(form);
  const steps = useSteps(form, first);
  const standingRefusals = standing(form.getValues(), refused);
  const sending = useSending({ form, draft, saver, readAgain, findOut, onRefused: showRefusals });
  useKeptRefusals({ form, draft, said: standingRefusals, onRefused: (refusals, isNews) => (isNews ? showRefusals : listRefusals)(refusals) });

  function showRefusals(refusals: readonly Refusal[]): void {
    refuse(refusals);
    const [one] = refusals;
    if (one && stepOf(one.path) !== "review") steps.goTo(stepOf(one.path), one.path);
  }

  /** Whoever has just come isn't taken elsewhere. */
  function listRefusals(refusals: readonly Refusal[]): void {
    refuse(refusals);
    void form.trigger(refusals.map(({ path }) => path) as "account_name"[]);
  }

  useEffect(watchPresses, []);

  useEffect(() => {
    if (draft.account_id) router.replace(routes.merchant(environment, draft.account_id));
  }, [draft.account_id, environment, router]);

  useEffect(() => {
    if (isLocked) saver.lock();
    else if (saver.saving().kind === "locked") void saver.resume();
  }, [isLocked, saver]);

  useEffect(() => {
    // A reading that was asked for before the last save says nothing.
    if (!saver.isBehind(draft) || draft.version < saver.version || draft.content === null) return;
    form.reset(formOf(draft.content));
    saver.adopt(draft);
  }, [draft, form, saver]);

  async function takeTheirs(): Promise<void> {
    await saver.takeTheirs(({ content }) => form.reset(formOf(content)));
  }

  const title = titleOf(form.watch(), draft.title || "New merchant");
  const locked = isLocked || sending.sending;
  return (
    <WizardProvider value={{ environment, draftId: id, profiles, goTo: steps.goTo }}>
      <FormProvider {...form}>
        <HintsProvider environment={environment} checked={checked}>
          <WizardHeader title={title} draft={draft} saving={saving} locked={locked} />
          <div className="mb-6 grid max-w-4xl gap-3 empty:hidden">
            <OutcomeNotice draft={draft} sending={sending.sending} unsure={unsure} />
            {anew.problem && <ProblemNotice title="No new draft was made" problem={anew.problem} />}
            <SavingNotice
              saving={saving}
              onResume={() => saver.resume()}
              onKeepMine={() => saver.keepMine()}
              onTakeTheirs={takeTheirs}
              onSaveAnew={anew.saveAnew}
            />
            {!locked && <RefusalNotice draft={draft} problem={sending.problem} refusals={standingRefusals} />}
          </div>
          <WizardSteps
            steps={steps}
            checked={checked}
            faults={checked?.faults ?? faults}
            refusals={standingRefusals}
            locked={locked}
            sending={sending.sending}
            title={title}
            onSend={(onboard, formPath) => void sending.start(onboard, formPath)}
          />
          <LeaveDialog active={isStopped(saving)} />
        </HintsProvider>
      </FormProvider>
    </WizardProvider>
  );
}
