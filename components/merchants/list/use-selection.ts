import { useState } from "react";

import type { DirectoryMerchant } from "@/lib/desk/merchant";

/** The merchants that somebody has selected, as they were when they were. They stay selected while the list shows others. */
export function useSelection(rows: readonly DirectoryMerchant[]) {
  const [selected, setSelected] = useState<ReadonlyMap<string, DirectoryMerchant>>(new Map());
  const toggle = (accountId: string) =>
    setSelected((before) => {
      const after = new Map(before);
      const row = rows.find((merchant) => merchant.account_id === accountId);
      if (!after.delete(accountId) && row && after.size < most) after.set(accountId, row);
      return after;
    });
  const all = rows.length > 0 && rows.every(({ account_id }) => selected.has(account_id));
  const toggleAll = () =>
    setSelected((before) => {
      const after = new Map(before);
      for (const row of rows) {
        if (all) after.delete(row.account_id);
        else if (after.size < most) after.set(row.account_id, row);
      }
      return after;
    });
  // What the list shows now is newer than what was selected.
  const merchants = [...selected.values()].map((merchant) => rows.find(({ account_id }) => account_id === merchant.account_id) ?? merchant);
  return {
    merchants,
    /** Whether no more can be selected one by one. */
    full: selected.size >= most,
    has: (accountId: string) => selected.has(accountId),
    all,
    toggle,
    toggleAll,
    clear: () => setSelected(new Map()),
  };
}

/** As many as the desk's doors take at once. */
const most = 1_000;
