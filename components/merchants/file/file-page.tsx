"use client";

import type { ReactNode } from "react";

import { useMerchantHere } from "../merchant-context";
import { useEdit } from "./edit-context";
import { pausedBecause } from "./paused";
import { PausedNotice } from "./paused-notice";

/** A section of the merchant's page that is edited: where nothing can be sent now it says so before somebody types. */
export function FilePage({ children }: { readonly children: ReactNode }) {
  const { merchant, account } = useMerchantHere();
  const { access } = useEdit();
  // Where nothing of an account that is gone is shown, its place says that already.
  const because = access.write && (account !== undefined || !merchant.missing_since) ? pausedBecause(merchant) : undefined;
  return (
    <div className="grid max-w-4xl gap-8">
      {because && <PausedNotice because={because} />}
      {children}
    </div>
  );
}
