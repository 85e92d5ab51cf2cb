import "server-only";
import type { PaletteMerchant } from "@/lib/desk/palette";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import type { Session } from "../session";
import { searchMerchants } from "./directory";
import { requireSeekable } from "./seekable";

interface Asked {
  readonly environment: Environment;
  readonly text: string;
  readonly ids: readonly string[];
}

const most = 8;

/** The merchants that a text finds best; without a text, those of the given ids in their order. Throws 403 for a bank account's number, as the list does. */
export async function paletteMerchants({ environment, text, ids }: Asked, session: Session): Promise<readonly PaletteMerchant[]> {
  await requireSeekable(session, environment, { text });
  if (text.trim() !== "") return (await searchMerchants(environment, text, most)).map(brief);
  if (ids.length === 0) return [];
  const known = await query<PaletteMerchant>(
    "SELECT account_id, account_name, account_reference, state FROM merchants WHERE environment = $1 AND account_id = ANY($2)",
    [environment, ids],
  );
  return ids.flatMap((id) => known.find(({ account_id }) => account_id === id) ?? []);
}

function brief({ account_id, account_name, account_reference, state }: PaletteMerchant): PaletteMerchant {
  return { account_id, account_name, account_reference, state };
}
