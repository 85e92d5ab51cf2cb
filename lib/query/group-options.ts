import { longestText } from "../desk/directory";
import type { Facet } from "../desk/merchant";
import type { Environment } from "../klarna/environment";
import { send } from "./send";

/** Finds groups to choose from, of which there may be thousands: the largest first, and all but those that are `chosen` already. */
export function groupOptions(environment: Environment, chosen: readonly string[] = []) {
  return async (text: string, signal: AbortSignal): Promise<readonly { readonly value: string; readonly label: string }[]> => {
    const body = { environment, text: text.slice(0, longestText) };
    const groups = await send<readonly Facet[]>("/api/desk/directory/groups", { method: "POST", repeatable: true, body, signal });
    return groups.filter(({ value }) => !chosen.includes(value)).map(({ value, name }) => ({ value, label: name }));
  };
}
