import type { Tone } from "@/components/ui/tone";
import { type DeskCertificate, expiryWarnings } from "@/lib/desk/certificate";

const day = 24 * 60 * 60 * 1_000;

/** How a certificate is called: its common name, or its whole subject, or its number. */
export function nameOf({ subject, serial_number }: Pick<DeskCertificate, "subject" | "serial_number">): string {
  return /^CN=(.+)$/m.exec(subject)?.[1]?.trim() || inOneLine(subject) || serial_number;
}

/** A subject or an issuer: `CN=LWT2XJSE, O=Blomster Acquiring AB`. */
export function inOneLine(name: string): string {
  return name.split("\n").filter(Boolean).join(", ");
}

/** How a certificate stands at a moment: what a badge says, and the sentence behind it. */
export function standingOf(
  { valid_from, valid_to, revoked_from }: Pick<DeskCertificate, "valid_from" | "valid_to" | "revoked_from">,
  now: number,
): { readonly tone: Tone; readonly label: string; readonly hint: string } {
  const ends = Date.parse(valid_to) - now;
  if (revoked_from && Date.parse(revoked_from) <= now) return { tone: "off", label: "Revoked", hint: "Klarna lets nobody in with it any more." };
  // One that is revoked after its end ends by its end.
  if (revoked_from && Date.parse(revoked_from) <= Date.parse(valid_to))
    return { tone: "waiting", label: "Will be revoked", hint: "Until then Klarna still lets in who shows it." };
  if (ends <= 0) return { tone: "wrong", label: "Expired", hint: "Klarna may refuse whoever shows it. Take it out of the inventory once it is replaced." };
  if (Date.parse(valid_from) > now) return { tone: "waiting", label: "Not valid yet", hint: "Whoever shows it before its day is refused." };
  const warned = expiryWarnings.findLast((days) => ends <= days * day);
  if (warned === undefined) return { tone: "good", label: "Valid", hint: "It ends in more than 30 days." };
  return { tone: warned === expiryWarnings[0] ? "waiting" : "wrong", label: `Ends within ${warned} days`, hint: "Have Klarna issue another before it ends." };
}
