import "server-only";
import { type DirectoryQuery, filterKeys, type SortKey, timeKeys } from "@/lib/desk/directory";
import type { DirectoryMerchant } from "@/lib/desk/merchant";
import type { Environment } from "@/lib/klarna/environment";

import { appendAudit } from "../audit";
import type { CsvColumn } from "../csv";
import { everyPage } from "../cursor";
import type { Session } from "../session";
import { countMerchants } from "./counts";
import { listMerchants } from "./directory";

const rowsAtOnce = 500;

/** All merchants of a list, each once, some at a time: no more are in memory than one part holds. */
export function exportPages(environment: Environment, asked: DirectoryQuery): AsyncGenerator<readonly DirectoryMerchant[], void> {
  const steady = { ...asked, sort: asked.sort && moves.has(asked.sort.key) ? undefined : asked.sort };
  return everyPage(async (after) => {
    const { merchants: rows, next } = await listMerchants(environment, steady, { after, limit: rowsAtOnce });
    return { rows, next };
  });
}

// Whoever is read meanwhile would go from one end of such a list to the other, past the place that a download has come to: it has the usual order instead.
const moves: ReadonlySet<SortKey> = new Set(["seen", "changed"]);

/** Records that somebody takes a list away, before its first byte leaves: how many rows and narrowed by what, never what was searched for. */
export async function recordExport(session: Session, environment: Environment, asked: DirectoryQuery): Promise<void> {
  const { total } = await countMerchants(environment, asked);
  const narrowedBy = [...filterKeys.filter((key) => asked.filters[key]), ...timeKeys.filter((key) => asked.days[key]), ...(asked.text ? ["text"] : [])];
  await appendAudit({
    kind: "directory-exported",
    by: session,
    environment,
    detail: { rows: total, narrowed_by: narrowedBy, chosen: asked.accounts !== undefined },
  });
}

/** What a download has of each merchant: what the directory has, which holds nobody's personal data. */
export const exportColumns: readonly CsvColumn<DirectoryMerchant>[] = [
  { header: "account_id", cell: (merchant) => merchant.account_id },
  { header: "account_name", cell: (merchant) => merchant.account_name },
  { header: "account_reference", cell: (merchant) => merchant.account_reference },
  { header: "account_group_reference", cell: (merchant) => merchant.account_group_reference },
  { header: "account_group_id", cell: (merchant) => merchant.account_group_id },
  { header: "state", cell: (merchant) => merchant.state },
  { header: "state_reason", cell: (merchant) => merchant.state_reason },
  { header: "country", cell: (merchant) => merchant.country },
  { header: "registration_number", cell: (merchant) => merchant.registration_number },
  { header: "product_states", cell: ({ products }) => products?.map(({ state }) => state).join(" ") },
  { header: "merchant_category_codes", cell: ({ products }) => [...new Set(products?.map((product) => product.merchant_category_code))].join(" ") },
  { header: "website_urls", cell: ({ websites }) => websites?.flatMap(({ urls }) => urls).join(" ") },
  { header: "tags", cell: ({ tags }) => tags.map(({ name }) => name).join(", ") },
  { header: "first_seen_at", cell: (merchant) => merchant.first_seen_at },
  { header: "seen_at", cell: (merchant) => merchant.seen_at },
  { header: "changed_at", cell: (merchant) => merchant.changed_at },
  { header: "missing_since", cell: (merchant) => merchant.missing_since },
];
