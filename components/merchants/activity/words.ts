import type { TimelineKind } from "@/lib/desk/timeline";

/** What a timeline can be narrowed to, as its buttons say it. */
export const kindNames: Readonly<Record<TimelineKind, string>> = {
  note: "Notes",
  operation: "Asked of Klarna",
  refusal: "Refused or not sent",
  webhook: "Webhooks",
  change: "Changes seen",
  drift: "Unexplained changes",
  settlement: "Settlements",
  reveal: "Seen in clear",
  act: "Done in the desk",
  denied: "Not allowed",
};
