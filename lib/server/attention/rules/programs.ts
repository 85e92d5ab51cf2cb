import "server-only";
import type { AttentionRule } from "../rule";

/** A program that a merchant's shoppers can choose for at most another fortnight, without another enablement that takes over everywhere. */
export const programEnding: AttentionRule = {
  name: "program-ending",
  dueIn: "3 days",
  permission: "programs:read",
  // Another end is another thing, and comes anew.
  findings: `
    SELECT e.environment, e.account_id, concat_ws(' ', e.product_id, e.enablement_id, extract(epoch FROM e.effective_to)::bigint) AS subject, NULL::uuid AS person_id,
      NULL::timestamptz AS since,
      jsonb_strip_nulls(jsonb_build_object('program', coalesce(p.name, e.program_id), 'ends', to_char(e.effective_to AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI'),
        'countries', (SELECT string_agg(c, ', ' ORDER BY c) FROM jsonb_array_elements_text(e.countries) c))) AS facts
    FROM enablements e JOIN merchants m ON m.environment = e.environment AND m.account_id = e.account_id
      LEFT JOIN program_names p ON p.environment = e.environment AND p.program_id = e.program_id
    WHERE m.missing_since IS NULL AND e.effective_to > now() AND e.effective_to <= now() + interval '14 days' AND coalesce(e.effective_from < e.effective_to, true)
      AND NOT EXISTS (
        SELECT FROM enablements n
        WHERE n.environment = e.environment AND n.account_id = e.account_id AND n.product_id = e.product_id AND n.program_id = e.program_id
          AND coalesce(n.effective_from <= e.effective_to, true) AND (n.effective_to IS NULL OR n.effective_to > e.effective_to)
          AND (n.countries IS NULL OR n.countries @> e.countries) AND (n.categories IS NULL OR n.categories @> e.categories))`,
  words: ({ program = "A payment program", ends = "", countries }) => ({
    reason: `${program} ends in ${countries ? inShort(countries.split(", ")) : "every country"} on ${ends} UTC.`,
    advice: "If it is to go on, set a later end or enable it anew from then on, among the merchant's programs.",
  }),
};

const regions = new Intl.DisplayNames(["en"], { type: "region" });

/** At most three by their names; of more it is said how many. */
function inShort(codes: readonly string[]): string {
  const names = codes.slice(0, codes.length > 3 ? 2 : 3).map((code) => (/^[A-Z]{2}$/.test(code) ? (regions.of(code) ?? code) : code));
  const all = codes.length > 3 ? [...names, `${codes.length - 2} more countries`] : names;
  return all.join(", ").replace(/, ([^,]*)$/, " and $1");
}
