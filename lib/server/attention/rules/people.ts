import "server-only";
import { peopleGap } from "@/lib/klarna/people-gaps";
import { rolesWith } from "@/lib/klarna/permissions";

import { carePermission } from "../assignees";
import type { AttentionRule } from "../rule";

/** A set of people that isn't the usual one. */
export const peopleIncomplete: AttentionRule = {
  name: "people-incomplete",
  dueIn: "7 days",
  permission: "people:read",
  findings: `
    SELECT m.environment, m.account_id, gap AS subject, NULL::uuid AS person_id, NULL::timestamptz AS since, jsonb_build_object('gap', gap) AS facts
    FROM merchants m CROSS JOIN LATERAL jsonb_array_elements_text(m.people_gaps) gap
    WHERE m.people_gaps <> '[]' AND m.missing_since IS NULL`,
  words: ({ gap = "" }) => {
    const known = peopleGap(gap);
    return known
      ? { reason: `${known.title}.`, advice: known.advice }
      : { reason: `The people look incomplete (${gap}).`, advice: "Open the merchant and look at its people." };
  },
};

const mayCare = rolesWith(carePermission).map((role) => `'${role}'`);

/** A note that names somebody, whom it is for; nobody's where they couldn't mark it as done. */
export const mention: AttentionRule = {
  name: "mention",
  dueIn: "1 day",
  findings: `
    SELECT n.environment, n.account_id, n.id || ' ' || nm.person_id AS subject, CASE WHEN p.role IN (${mayCare.join(", ")}) THEN p.id END AS person_id,
      n.created_at AS since, jsonb_build_object('author', n.person_id) AS facts
    FROM note_mentions nm JOIN notes n ON n.id = nm.note_id JOIN people p ON p.id = nm.person_id
    WHERE p.disabled_at IS NULL AND nm.person_id <> n.person_id`,
  words: (_, { author, named }) => ({
    reason: `${author ?? "A colleague"} names ${named ?? "somebody"} in a note.`,
    advice: "Read the note among the merchant's activity, and mark this as done once it is answered.",
  }),
};
