import { createContext, useContext } from "react";

import type { SettlementDetail } from "@/lib/desk/settlement";

/** A settlement as its frame keeps it up to date, and what this person may do with it. */
export interface SettlementHere {
  readonly settlement: SettlementDetail;
  readonly mayAccept: boolean;
  readonly mayExport: boolean;
}

export const SettlementContext = createContext<SettlementHere | undefined>(undefined);

/** The settlement whose page this is. */
export function useSettlementHere(): SettlementHere {
  const here = useContext(SettlementContext);
  if (!here) throw new Error("A section of a settlement's page stands within its frame.");
  return here;
}
