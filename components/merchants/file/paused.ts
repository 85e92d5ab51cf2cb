import type { DirectoryMerchant } from "@/lib/desk/merchant";

/** Why nothing of a merchant can be changed now, and what will change that; undefined when it can. */
export function pausedBecause({ state, state_reason, missing_since }: DirectoryMerchant): string | undefined {
  if (missing_since) return "Klarna doesn't know this account any more, so there is nothing to change.";
  if (state === "PARTIALLY_OPERATIONAL")
    return state_reason === "ACCOUNT_UPDATE"
      ? "Klarna is taking in a change of the account, usually for seconds. What you type is kept; send it when the merchant is operational again."
      : "Klarna is still setting the account up, usually for seconds. What you type is kept; send it when the merchant is operational.";
  if (state === "DISABLED") return "Klarna has disabled this account and takes no changes of it. Only Klarna can enable it again.";
  return undefined;
}
