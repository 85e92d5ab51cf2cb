import { createContext, useContext } from "react";

import type { MerchantInGroup } from "@/lib/desk/merchant";

import type { useMerchant } from "./use-merchant";

/** A merchant as its frame keeps it up to date. */
export type MerchantHere = ReturnType<typeof useMerchant> & {
  readonly merchant: MerchantInGroup;
  /** Who looks, by their id. */
  readonly me: string;
};

export const MerchantContext = createContext<MerchantHere | undefined>(undefined);

/** The merchant whose page this is: what the desk and Klarna say, kept up to date by the frame around the section. */
export function useMerchantHere(): MerchantHere {
  const here = useContext(MerchantContext);
  if (!here) throw new Error("A section of a merchant's page stands within its frame.");
  return here;
}
