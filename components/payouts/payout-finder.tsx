import { Search } from "lucide-react";

import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

import { LookUp } from "./look-up";

export interface PayoutFinderProps {
  readonly environment: Environment;
  /** What was looked for and not found, if anything. */
  readonly missed: string | undefined;
}

/** Leads from what is on a bank statement or in a shop to its payout or order; what the desk doesn't know can be asked of Klarna. */
export function PayoutFinder({ environment, missed }: PayoutFinderProps) {
  return (
    <div className="mb-4">
      <form method="get" action={routes.payouts(environment)} className="flex flex-wrap items-end gap-2" aria-label="Find a payout or an order">
        <TextField
          label="Find"
          name="find"
          mono
          defaultValue={missed}
          autoComplete="off"
          spellCheck={false}
          placeholder="Payment reference, order id or number, capture id"
          optional="quietly"
          className="w-full max-w-xl"
          maxLength={200}
        />
        <Button type="submit" icon={<Search aria-hidden />}>
          Find
        </Button>
      </form>
      {missed !== undefined && <LookUp environment={environment} text={missed} />}
    </div>
  );
}
