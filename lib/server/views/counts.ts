import "server-only";
import { fromSearch } from "@/lib/desk/directory";
import type { Environment } from "@/lib/klarna/environment";

import { countMerchants } from "../merchants/counts";
import type { Session } from "../session";
import { listViews } from "./views";

/** How many merchants each of a person's views has now, by the view's id. One after another: nobody's page waits for it. */
export async function countViews(environment: Environment, session: Session): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const { id, search } of await listViews(environment, session))
    counts[id] = (await countMerchants(environment, fromSearch(new URLSearchParams(search)))).total;
  return counts;
}
