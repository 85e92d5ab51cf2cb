import "server-only";
import { watches } from "../../webhooks/watch";
import type { AttentionRule } from "../rule";

/** No webhook where some were to be expected, or none for as long as is set: over with the next that comes. */
export const webhooksSilent: AttentionRule = {
  name: "webhooks-silent",
  dueIn: "4 hours",
  permission: "webhooks:write",
  // What the settings say is known when it is looked.
  get findings() {
    return `
      SELECT w.environment, '' AS account_id, w.state AS subject, NULL::uuid AS person_id, w.since,
        jsonb_build_object('reference', 'Klarna’s webhooks', 'state', w.state, 'hours', w.quiet_hours::text) AS facts
      FROM (${watches()}) w WHERE w.state IN ('missing', 'quiet')`;
  },
  words: ({ state = "", hours = "" }) =>
    state === "missing"
      ? {
          reason: "Klarna should have announced a change by now, and no webhook has come since.",
          advice:
            "Look under Webhooks in the settings: whether the desk's address and its key at Klarna are right. Until then the desk reads again what it changed.",
        }
      : {
          reason: `No webhook of Klarna's has come for more than ${hours} hours.`,
          advice:
            "Send a test event under Webhooks in the settings: it shows whether the way is open. After how many hours this counts as silence is set there too.",
        },
};
