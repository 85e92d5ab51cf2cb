import { useCallback, useState } from "react";

import { keepInTab } from "@/components/ui/tab";

import { type EnablementForm, keptForm } from "./kept-form";

/** A form that outlives its dialog and its page, in this tab. `forget` when it was done or given up. */
export function useKeptForm(key: string, begin: () => EnablementForm) {
  const [form, setForm] = useState(() => keptForm(key) ?? begin());
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
