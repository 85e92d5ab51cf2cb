"use client";

import { SecondFactorSetup } from "./second-factor-setup";

/** For somebody whose role needs a second factor: sets it up and goes to `to`. */
export function DueSecondFactor({ to }: { readonly to: string }) {
  return <SecondFactorSetup onDone={() => window.location.assign(to)} />;
}
