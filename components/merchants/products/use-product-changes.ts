import { useQuery } from "@tanstack/react-query";
import type { ProductChange } from "@/lib/desk/product";
import type { Environment } from "@/lib/klarna/environment";
import { onlyProduct } from "@/lib/klarna/product-change";
import { readDesk } from "@/lib/query/read";

export interface ChangesSource {
  readonly environment: Environment;
  readonly accountId: string;
  /** What the server knew when it made the page, and when that was. */
  readonly first: readonly ProductChange[];
  readonly readAt: string;
}

/** What was asked of Klarna here for a merchant's products, asked for often while something of it is still to come. */
export function useProductChanges({ environment, accountId, first, readAt }: ChangesSource): readonly ProductChange[] {
  const { data } = useQuery({
    ...readDesk<readonly ProductChange[]>(`merchants/${encodeURIComponent(accountId)}/products`, { environment }),
    initialData: first,
    initialDataUpdatedAt: Date.parse(readAt),
    retry: false,
    refetchInterval: ({ state }) => (state.data?.some(isMoving) ? 2_000 : 15_000),
  });
  return data;
}

/** Whether more is still to be heard of a change. */
function isMoving({ state, announcement, read_at }: ProductChange): boolean {
  if (state === "rejected") return false;
  if (state !== "confirmed") return true;
  return announcement ? announcement.is === "awaited" || (announcement.is === "late" && !announcement.read_again) : read_at === null;
}

/** The changes that were about one of an account's products, whichever way it was named. */
export function changesOf(changes: readonly ProductChange[], productId: string | undefined, only: boolean): readonly ProductChange[] {
  return changes.filter(({ product_id }) => product_id === productId || (only && product_id === onlyProduct));
}
