import { bigint, customType, text, timestamp } from "drizzle-orm/pg-core";

import type { Environment } from "@/lib/klarna/environment";

export const bytes = customType<{ data: Buffer }>({ dataType: () => "bytea" });
export const at = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });
export const environment = () => text().$type<Environment>().notNull();
/** Minor units of a currency. */
export const minor = (name: string) => bigint(name, { mode: "bigint" });
