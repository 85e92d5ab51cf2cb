import { useCallback, useState } from "react";

import { keepInTab } from "@/components/ui/tab";

import { type EnablementForm, keptForm } from "./kept-form";

/** A form that outlives its dialog and its page, in this tab: begun, or gone on with where one is kept. `forget` when it was done or given up. */
export function useKeptForm<Form extends EnablementForm>(key: string, begin: (kept: EnablementForm | undefined) => Form) {
  const [form, setForm] = useState(() => begin(keptForm(key)));
  const change = useCallback(
    (next: Partial<EnablementForm>) =>
      setForm((before) => {
        const after = { ...before, ...next };
        keep(key, after);
        return after;
      }),
    [key],
  );
  return { form, change, forget: () => keep(key, undefined) };
}

function keep(key: string, form: EnablementForm | undefined): void {
  keepInTab(key, form && JSON.stringify(form));
}
