import { useState } from "react";

/** A reading that a person asked for, and whether that is under way: what reads by itself every other second would turn its button, and refuse it, most of the time. */
export function useRefresh(refetch: () => Promise<unknown>) {
  const [busy, setBusy] = useState(false);
  const refresh = () => {
    setBusy(true);
    void refetch().finally(() => setBusy(false));
  };
  return { busy, refresh };
}
