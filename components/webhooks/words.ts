import type { RefusalReason, WebhookDelivery, WebhookEvent } from "@/lib/desk/webhook";
import { eventInWords, reportCreated } from "@/lib/klarna/change-words";

/** How a delivery stands: what a badge says, and the sentence behind it. */
export interface Standing {
  readonly tone: "good" | "waiting" | "wrong" | "off";
  readonly label: string;
  readonly hint: string;
}

/** What came, in a few words: `Account operational`. */
export function deliveryWords(delivery: WebhookDelivery): string {
  return delivery.kind === "refusal" ? refusals[delivery.reason].title : eventWords(delivery.event_type);
}

/** An event's type in words, as a title. */
export function eventWords(type: string): string {
  const words = eventInWords(type).replace(/^Klarna(: | sent )/, "");
  return /^[a-z]+ /.test(words) ? words.slice(0, 1).toUpperCase() + words.slice(1) : words;
}

/** What became of a delivery. */
export function standing(delivery: WebhookDelivery): Standing {
  if (delivery.kind === "refusal") return { tone: "wrong", label: "Refused", hint: refusals[delivery.reason].hint };
  if (delivery.account_id === null && delivery.event_type === reportCreated)
    return { tone: "good", label: "Acted on", hint: "The desk takes up the report that such an event announces; opened, it says how far that is." };
  if (delivery.account_id === null) return { tone: "off", label: "Stored", hint: "It names no account, so there was nothing to read again." };
  if (delivery.processed_at) return { tone: "good", label: "Acted on", hint: "The desk has read the account since it came." };
  if (delivery.tries > 0)
    return { tone: "waiting", label: `Waiting, tried ${delivery.tries}×`, hint: "Klarna couldn't be asked about the account yet; the desk goes on trying." };
  return { tone: "waiting", label: "Waiting", hint: "The account is about to be read." };
}

/** What is odd about how an event came, a few words each. */
export function oddities({ late, occurred_at, received_at, overtaken, duplicates }: WebhookEvent): readonly string[] {
  return [
    ...(late && occurred_at ? [`${duration(Date.parse(received_at) - Date.parse(occurred_at))} late`] : []),
    ...(overtaken ? ["out of order"] : []),
    ...(duplicates > 0 ? [`came ${duplicates + 1}×`] : []),
  ];
}

/** `90_000` → `1 min`. */
export function duration(milliseconds: number): string {
  const minutes = milliseconds / 60_000;
  if (milliseconds < 1_000) return "less than a second";
  if (minutes < 1) return `${Math.round(milliseconds / 1_000)} s`;
  if (minutes < 60) return `${Math.floor(minutes)} min`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60 / 24)} days`;
}

const refusals: Readonly<Record<RefusalReason, { readonly title: string; readonly hint: string }>> = {
  UNKNOWN_KEY: {
    title: "Signed with an unknown key",
    hint: "It names a signing key that this desk doesn't have for this environment. Either Klarna signs with a key that the desk was never told, or it isn't from Klarna.",
  },
  BAD_SIGNATURE: {
    title: "Signature doesn't fit",
    hint: "It names a key of this desk, but the signature doesn't fit the body: the desk's secret for this key is wrong, something between Klarna and the desk changed the body, or it isn't from Klarna.",
  },
  OTHER_ENVIRONMENT: {
    title: "Event of the other environment",
    hint: "It is rightly signed, but is about the other environment: Klarna sends it to the wrong one of the desk's two addresses.",
  },
  INVALID_JSON: { title: "Not JSON", hint: "It is rightly signed, but its body isn't JSON." },
  TOO_LARGE: { title: "Too large", hint: "Its body is larger than 1 MB, so it was not read to its end." },
};
