"use client";

import { useEffect, useRef, useState } from "react";
import type { UseFormReturn } from "react-hook-form";

import type { OnboardingForm } from "./form";
import { fieldsIn } from "./form-path";
import { partsOf, type StepKey } from "./steps";

interface Target {
  readonly step: StepKey;
  /** The field to focus; without one it is the step's heading. */
  readonly field: string | undefined;
}

/** Which step is open, and what takes the focus when it opens. A step that is left, or opened for a fault, shows its faults. */
export function useSteps(form: UseFormReturn<OnboardingForm>, first: StepKey) {
  const [target, setTarget] = useState<Target>({ step: first, field: undefined });
  const [seen, setSeen] = useState<ReadonlySet<StepKey>>(new Set());
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);

  useEffect(() => {
    if (!moved.current) return;
    const { field } = target;
    if (field) return whenDrawn(field, () => form.setFocus(field as "account_name"));
    heading.current?.focus();
  }, [target, form]);

  // The form checks a field again only once it was left: a fault that was shown before must go with what it said.
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ name }) => {
          if (name && form.getFieldState(name as "account_name").error) void form.trigger(name as "account_name");
        },
      }),
    [form],
  );

  function goTo(step: StepKey, field?: string): void {
    moved.current = true;
    const shown = [...partsOf(target.step), ...(field ? partsOf(step) : [])].flatMap((part) => fieldsIn(form.getValues(), part));
    void form.trigger(shown as "account_name"[]);
    setSeen((before) => new Set([...before, target.step, ...(field ? [step] : [])]));
    setTarget({ step, field });
    // A reload opens the same step; going back leaves the wizard.
    window.history.replaceState(window.history.state, "", `?step=${step}`);
    window.scrollTo({ top: 0 });
  }

  return { step: target.step, seen, heading, goTo };
}

/** Acts once a field is on the page: its step may still be loading. Answers how to stop waiting. */
function whenDrawn(field: string, act: () => void): () => void {
  let frame = 0;
  const look = () => {
    if (document.getElementsByName(field).length > 0) act();
    else frame = requestAnimationFrame(look);
  };
  look();
  return () => cancelAnimationFrame(frame);
}
