import "server-only";
import type { ProductChange } from "@/lib/desk/product";
import type { Environment } from "@/lib/klarna/environment";
import { onlyProduct, type ProductAct } from "@/lib/klarna/product-change";

import { query } from "../db/client";
import { utc } from "../db/utc";
import { operationColumns, operationJoins } from "../merchants/timeline-operations";
import { announcedBy } from "../operations/announcements";

/** What was asked of Klarna here for an account's products, the latest first, and what became of it. Of what was done elsewhere the desk knows nothing. */
export async function productChanges(environment: Environment, accountId: string): Promise<readonly ProductChange[]> {
  const rows = await query<Omit<ProductChange, "act" | "kind">>(changesStatement, [environment, accountId, announcedBy]);
  return rows.map((row) => ({ ...row, kind: "operation", act: actOf(row.name) }));
}

function actOf(name: string): ProductAct {
  if (name.startsWith("paymentProducts.disable")) return "suspend";
  return name.startsWith("paymentProducts.enable") ? "reactivate" : "change-category";
}

// More than anybody asks for one merchant; what was sent for it last says why.
const changesStatement = `
  SELECT o.id, ${utc("o.first_sent_at")} AS at, ${operationColumns}, coalesce(o.params->>'product_id', '${onlyProduct}') AS product_id,
    s.detail->'body'->>'reason' AS reason, n.ticket
  FROM operations o ${operationJoins("$3")}
  LEFT JOIN LATERAL (SELECT detail FROM audit_entries x WHERE x.operation_id = o.id AND x.kind = 'operation-sent' ORDER BY x.id DESC LIMIT 1) s ON true
  LEFT JOIN notes n ON n.id = o.attempt AND n.environment = o.environment AND n.account_id = o.account_id
  WHERE o.environment = $1 AND o.account_id = $2 AND o.name LIKE 'paymentProducts.%' ORDER BY o.first_sent_at DESC, o.id DESC LIMIT 50`;
