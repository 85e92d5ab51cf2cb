import { everything, longestText } from "../desk/directory";
import { accountIdIn } from "../desk/krn";
import type { MerchantPage } from "../desk/merchant";
import type { Environment } from "../klarna/environment";
import { send } from "./send";

/** A merchant to choose: its account id, its name, and its reference beside it. */
interface MerchantOption {
  readonly value: string;
  readonly label: string;
  readonly detail?: string;
}

const most = 20;

/**
 * Finds merchants to choose from, as the directory does: the best first, the latest known while nothing is typed. With `strangers` an account id that
 * the desk has never heard of can be chosen too.
 */
export function merchantOptions(environment: Environment, { strangers = false } = {}) {
  return async (text: string, signal: AbortSignal): Promise<readonly MerchantOption[]> => {
    const asked = { ...everything, text: text.slice(0, longestText) };
    const { merchants } = await send<MerchantPage>("/api/desk/directory", {
      method: "POST",
      repeatable: true,
      body: { environment, asked, limit: most },
      signal,
    });
    const known = merchants.map(({ account_id, account_name, account_reference }) => ({
      value: account_id,
      label: account_name ?? account_id,
      ...(account_reference && { detail: account_reference }),
    }));
    const id = strangers ? accountIdIn(text) : undefined;
    return id && !known.some(({ value }) => value === id) ? [{ value: id, label: id, detail: "New to this desk" }, ...known] : known;
  };
}
