import "server-only";
import type { DirectoryProduct } from "@/lib/desk/merchant";
import type { RunAct } from "@/lib/desk/run";
import { onlyProduct } from "@/lib/klarna/product-change";

import { nameUuid } from "../operations/key";

/** What a run does to one merchant. */
export interface OfRun {
  readonly runId: string;
  readonly accountId: string;
  readonly act: RunAct;
}

/** The name of a run's own change of one product: the same, however often and by whomever it is begun. */
export function attemptOf({ runId, accountId, act }: OfRun, { product_id = onlyProduct }: Pick<DirectoryProduct, "product_id">): string {
  return nameUuid([runId, accountId, act, product_id]);
}

/** The names of a run's own changes of a merchant's products. */
export function attemptsOf(of: OfRun, products: readonly DirectoryProduct[] | null): readonly string[] {
  return (products ?? []).map((product) => attemptOf(of, product));
}
