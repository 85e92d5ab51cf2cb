"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { UseFormReturn } from "react-hook-form";
import { DraftSaver } from "@/components/operation/draft-saver";
import { useKeptOnLeave } from "@/components/operation/use-kept-on-leave";
import { asTitle, type Draft, type DraftSummary } from "@/lib/desk/draft";
import { send } from "@/lib/query/send";
import type { OnboardingForm } from "./form";

/** Saves a form as a draft while it is typed, on leaving the page and on hiding it. */
export function useSaver(form: UseFormReturn<OnboardingForm>, draft: Draft) {
  const [saver] = useState(() => saverOf(form, draft));
  const saving = useSyncExternalStore(saver.subscribe, saver.saving, saver.saving);

  useEffect(() => {
    let known = JSON.stringify(form.getValues());
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        const now = JSON.stringify(values);
        if (now === known) return;
        known = now;
        saver.changed();
      },
    });
    return unsubscribe;
  }, [form, saver]);
  useKeptOnLeave(saver);
  return { saver, saving };
}

/** What a draft's list calls it. */
export function titleOf(form: OnboardingForm, otherwise: string): string {
  const { account_name, account_reference, extra_account_data } = form;
  const names = [account_name, extra_account_data.business_information.business_name, account_reference];
  return asTitle(names.map((name) => name.trim()).find(Boolean) ?? otherwise);
}

function saverOf(form: UseFormReturn<OnboardingForm>, draft: Draft): DraftSaver {
  const { id, environment, title } = draft;
  const path = `/api/desk/drafts/${id}`;
  const save = (version: number, content: unknown, leaving: boolean) =>
    send<DraftSummary>(path, {
      method: "PUT",
      repeatable: true,
      keepalive: leaving,
      body: { environment, version, title: titleOf(content as OnboardingForm, title), content },
    });
  return new DraftSaver({ save, read: () => send<Draft>(path, { search: { environment } }) }, () => structuredClone(form.getValues()), draft);
}
