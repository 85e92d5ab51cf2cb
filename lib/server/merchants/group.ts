import "server-only";
import type { DirectoryMerchant, MerchantInGroup } from "@/lib/desk/merchant";

import { query } from "../db/client";

/** The same merchant, with how many others of its group the desk knows. */
export async function inGroup(merchant: DirectoryMerchant): Promise<MerchantInGroup> {
  return { ...merchant, others_in_group: await countOthersInGroup(merchant) };
}

/** How many other merchants of the directory belong to this one's group; 0 when it belongs to none. */
export async function countOthersInGroup({ environment, account_id, account_group_id, account_group_reference }: DirectoryMerchant): Promise<number> {
  if (!account_group_id && !account_group_reference) return 0;
  const [count] = await query<{ others: number }>(
    `SELECT count(*)::int AS others FROM merchants WHERE environment = $1 AND account_id <> $2 AND (account_group_id = $3 OR account_group_reference = $4)`,
    [environment, account_id, account_group_id, account_group_reference],
  );
  return count?.others ?? 0;
}
