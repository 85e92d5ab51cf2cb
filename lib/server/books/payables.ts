import "server-only";
import { monthBeside } from "@/lib/desk/books/month";
import type { Environment } from "@/lib/klarna/environment";

import type { BookPayable, While } from "./payable";
import { payoutsOf } from "./payouts";
import { settlementsOf } from "./settlements";

/** What a month has, of both of Klarna's APIs, by date. */
export async function payablesOf(environment: Environment, month: string): Promise<readonly BookPayable[]> {
  const asked: While = [environment, `${month}-01T00:00:00Z`, `${monthBeside(month, 1)}-01T00:00:00Z`];
  const [settlements, payouts] = await Promise.all([settlementsOf(asked), payoutsOf(asked)]);
  return [...settlements, ...payouts].sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

function placeOf({ date, kind, id }: BookPayable): string {
  return `${date} ${kind} ${id}`;
}
