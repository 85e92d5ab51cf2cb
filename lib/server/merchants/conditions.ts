import "server-only";
import { type DirectoryQuery, type FilterKey, filterKeys, type TimeKey, timeKeys } from "@/lib/desk/directory";
import type { Environment } from "@/lib/klarna/environment";

import type { Values } from "../db/values";

/** What a merchant must be to be in a list, besides what is searched for: one condition each. `without` leaves a filter out, for counting its values. */
export function conditionsOf(environment: Environment, { filters, days, accounts }: DirectoryQuery, values: Values, without?: FilterKey): readonly string[] {
  const narrowed = filterKeys.flatMap((key) => {
    const asked = filters[key] ?? [];
    return asked.length > 0 && key !== without ? [filterConditions[key](asked, values)] : [];
  });
  const recent = timeKeys.flatMap((key) => {
    const count = days[key];
    return count === undefined ? [] : [timeConditions[key](`now() - make_interval(days => ${values.add(count)}::int)`)];
  });
  const chosen = accounts ? [`m.account_id = ANY(${values.add(accounts)}::text[])`] : [];
  return [`m.environment = ${values.add(environment)}`, ...chosen, ...narrowed, ...recent];
}

const timeConditions: Readonly<Record<TimeKey, (since: string) => string>> = {
  first_seen: (since) => `m.first_seen_at > ${since}`,
  seen: (since) => `m.seen_at > ${since}`,
  // One that was never read hasn't been seen for as long as it is known.
  unseen: (since) => `(m.seen_at <= ${since} OR (m.seen_at IS NULL AND m.first_seen_at <= ${since}))`,
  changed: (since) => `m.changed_at > ${since}`,
};

type Condition = (asked: readonly string[], values: Values) => string;

const filterConditions: Readonly<Record<FilterKey, Condition>> = {
  state: isAmong("m.standing"),
  country: isAmong("m.country"),
  product: hasProductWith("state"),
  category: hasProductWith("merchant_category_code"),
  profile: hasProductWith("distribution_profile_id"),
  group: (asked, values) => {
    const groups = values.add(asked);
    return `(m.account_group_reference = ANY(${groups}::text[]) OR m.account_group_id = ANY(${groups}::text[]))`;
  },
  tag: (asked, values) =>
    `m.account_id IN (SELECT t.account_id FROM merchant_tags t WHERE t.environment = m.environment AND t.tag_id = ANY(${values.add(asked.filter(isUuid))}::uuid[]))`,
};

function isAmong(column: string): Condition {
  return (asked, values) => `${column} = ANY(${values.add(asked)}::text[])`;
}

/** Made into JSON by the database, which would refuse half a character that JavaScript writes into it. */
function hasProductWith(field: string): Condition {
  return (asked, values) =>
    `(${asked.map((value) => `m.products @> jsonb_build_array(jsonb_build_object('${field}', ${values.add(value)}::text))`).join(" OR ")})`;
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
