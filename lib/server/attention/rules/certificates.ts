import "server-only";
import { expiryWarnings } from "@/lib/desk/certificate";

import { utc } from "../../db/utc";
import type { AttentionRule } from "../rule";

/** A client certificate of the inventory that ends within 30, 14 or 3 days, each time anew, or has ended; one that is revoked before that needs no care. */
export const certificateExpiring: AttentionRule = {
  name: "certificate-expiring",
  dueIn: "3 days",
  permission: "credentials:write",
  findings: `
    SELECT c.environment, '' AS account_id, c.fingerprint || ' ' || stage.days AS subject, NULL::uuid AS person_id,
      c.valid_to - make_interval(days => stage.days) AS since,
      jsonb_build_object('reference', coalesce(substring(c.subject FROM 'CN=([^\n]+)'), c.serial_number), 'valid_to', ${utc("c.valid_to")},
        'days', stage.days::text) AS facts
    FROM certificates c CROSS JOIN LATERAL (
      SELECT min(days) AS days FROM unnest(ARRAY[0, ${expiryWarnings.join(", ")}]) days WHERE c.valid_to <= now() + make_interval(days => days)) stage
    WHERE stage.days IS NOT NULL AND (c.revoked_from IS NULL OR c.revoked_from > greatest(c.valid_to, now())) AND c.valid_to <= now() + interval '${expiryWarnings[0]} days'`,
  words: ({ reference = "", valid_to = "", days = "" }) => {
    const day = valid_to.slice(0, 10);
    return days === "0"
      ? {
          reason: `The client certificate of ${reference} has expired (${day}).`,
          advice: "If it was replaced, take it out of the inventory under Certificates; if the desk shows it, Klarna may let nothing through: replace it now.",
        }
      : {
          reason: `The client certificate of ${reference} expires within ${days} days, on ${day}.`,
          advice: "Have Klarna issue another, put it into the settings and start the desk anew; then revoke this one under Certificates.",
        };
  },
};
