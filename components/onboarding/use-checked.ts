import { useEffect, useState } from "react";
import type { UseFormReturn } from "react-hook-form";

import type { Checked } from "./check";
import { loadContract } from "./contract";
import type { OnboardingForm } from "./form";

const pause = 120;

/** The form held against the contract, a moment after each change; undefined until the contract has come. */
export function useChecked(form: UseFormReturn<OnboardingForm>): Checked | undefined {
  const [checked, setChecked] = useState<Checked>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const check = () =>
      loadContract().then(
        ({ checkForm }) => setChecked(checkForm(form.getValues())),
        () => undefined,
      );
    const unsubscribe = form.subscribe({
      formState: { values: true },
      callback: () => {
        clearTimeout(timer);
        timer = setTimeout(check, pause);
      },
    });
    void check();
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [form]);
  return checked;
}
