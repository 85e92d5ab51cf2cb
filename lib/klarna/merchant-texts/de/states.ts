import type { Reasons, States } from "../en/states";

/** The states in German. A comma follows the greeting: what begins the letter begins small, but for names and the polite address. */
export const states: States = {
  "account-set-up": {
    happened: "Klarna richtet Ihr Konto gerade ein. Das dauert normalerweise einige Sekunden.",
    works:
      "Ihre Kunden können bereits mit einem aktivierten Zahlungsprodukt von Klarna bezahlen. Änderungen an Ihrem Konto müssen warten, bis es eingerichtet ist.",
    next: "Sie müssen nichts tun: Klarna bringt das von selbst zum Abschluss.",
  },
  "account-update": {
    happened: "Klarna übernimmt gerade eine Änderung an Ihrem Konto. Das dauert normalerweise einige Sekunden.",
    works:
      "Zahlungen sind mit jedem aktivierten Zahlungsprodukt von Klarna weiterhin möglich. Weitere Änderungen an Ihrem Konto müssen warten, bis diese abgeschlossen ist.",
    next: "Sie müssen nichts tun: Klarna bringt das von selbst zum Abschluss.",
  },
  "account-in-work": {
    happened: "Klarna arbeitet noch an Ihrem Konto.",
    works: "Zahlungen sind mit jedem aktivierten Zahlungsprodukt von Klarna weiterhin möglich. Änderungen an Ihrem Konto müssen warten, bis Klarna fertig ist.",
    next: "Sie müssen nichts tun: Klarna bringt das von selbst zum Abschluss.",
  },
  "account-operational": {
    happened: "Ihr Konto bei Klarna ist eingerichtet und in Ordnung.",
    works: "Ihre Kunden können mit jedem aktivierten Zahlungsprodukt von Klarna bezahlen, und Ihre Angaben können geändert werden.",
    next: "Sie müssen nichts tun.",
  },
  "account-disabled": {
    happened: "Klarna hat Ihr Konto deaktiviert.",
    works:
      "Ihre Kunden können derzeit nicht mit Klarna bezahlen, und am Konto kann nichts geändert werden. Auch Rückerstattungen über Klarna funktionieren möglicherweise nicht.",
    next: "Nur Klarna kann es wieder aktivieren. Wir können Klarna für Sie fragen, was dafür nötig ist. Was Klarna entscheidet und wann, liegt nicht in unserer Hand.",
  },
  "account-not-read": {
    happened: "uns liegt der aktuelle Stand Ihres Kontos von Klarna noch nicht vor.",
    works: "Deshalb können wir noch nicht sagen, was im Moment funktioniert.",
    next: "Wir rufen ihn gerade bei Klarna ab. Bitte geben Sie uns einen Augenblick.",
  },
  "account-missing": {
    happened: "Klarna antwortet uns, dass Ihr Konto dort derzeit nicht bekannt ist.",
    works: "Deshalb können wir nicht sehen, was funktioniert, und am Konto kann nichts geändert werden, bis das geklärt ist.",
    next: "Wir können Klarna fragen, was mit dem Konto geschehen ist. Bitte geben Sie uns Bescheid, falls Sie von Klarna etwas dazu gehört haben.",
  },
  "account-unknown": {
    happened: "Klarna zeigt für Ihr Konto einen Status an, den wir noch nicht kennen.",
    works: "Deshalb können wir nicht sicher sagen, was im Moment funktioniert.",
    next: "Wir können Klarna fragen, was er bedeutet und wer ihn ändern kann.",
  },
  "product-enabled": {
    happened: "Ihr Konto hat ein aktiviertes Zahlungsprodukt von Klarna.",
    works: "Ihre Kunden können damit bezahlen. Auch Rückerstattungen und alles Weitere nach einem Kauf funktionieren.",
    next: "Sie müssen nichts tun.",
  },
  "product-off-by-us": {
    happened: "wir haben ein Zahlungsprodukt von Klarna in Ihrem Konto deaktiviert. Das geschah auf unserer Seite, nicht durch Klarna.",
    works:
      "Neue Einkäufe können damit nicht bezahlt werden. Rückerstattungen und andere Schritte nach früheren Einkäufen funktionieren möglicherweise weiterhin. Es kann etwa 10 Minuten dauern, bis die Änderung überall wirksam ist.",
    next: "Es kann auf unserer Seite wieder aktiviert werden. Bitte antworten Sie uns, wenn Sie darüber sprechen möchten.",
  },
  "product-off-as-safeguard": {
    happened: "wir haben vorsorglich ein Zahlungsprodukt von Klarna in Ihrem Konto deaktiviert. Das geschah auf unserer Seite, nicht durch Klarna.",
    works:
      "Neue Einkäufe können damit nicht bezahlt werden. Rückerstattungen und andere Schritte nach früheren Einkäufen funktionieren möglicherweise weiterhin. Es kann etwa 10 Minuten dauern, bis die Änderung überall wirksam ist.",
    next: "Es kann auf unserer Seite wieder aktiviert werden. Wir möchten das zuerst mit Ihnen durchgehen: Bitte antworten Sie uns.",
  },
  "product-off-by-klarna": {
    happened: "Klarna hat ein Zahlungsprodukt Ihres Kontos deaktiviert.",
    works:
      "Neue Einkäufe können damit nicht bezahlt werden. Rückerstattungen und andere Schritte nach früheren Einkäufen funktionieren möglicherweise weiterhin. Es kann etwa 10 Minuten dauern, bis die Änderung überall wirksam ist.",
    next: "Nur Klarna kann es wieder aktivieren. Wir können Klarna für Sie fragen, was dafür nötig ist. Was Klarna entscheidet und wann, liegt nicht in unserer Hand.",
  },
  "product-off": {
    happened: "ein Zahlungsprodukt von Klarna in Ihrem Konto ist deaktiviert. Wir wissen noch nicht sicher, wer es deaktiviert hat.",
    works:
      "Neue Einkäufe können damit nicht bezahlt werden. Rückerstattungen und andere Schritte nach früheren Einkäufen funktionieren möglicherweise weiterhin. Es kann etwa 10 Minuten dauern, bis die Änderung überall wirksam ist.",
    next: "Wir finden zuerst heraus, wer das war: Davon hängt ab, wer es wieder aktivieren kann.",
  },
  "product-ended": {
    happened: "Klarna hat ein Zahlungsprodukt Ihres Kontos beendet.",
    works:
      "Neue Einkäufe können damit nicht bezahlt werden. Rückerstattungen und andere Schritte nach früheren Einkäufen funktionieren möglicherweise weiterhin.",
    next: "Nur Klarna kann es wieder aktivieren, und das geschieht selten. Wir können Klarna für Sie danach fragen.",
  },
  "product-unknown": {
    happened: "Klarna zeigt für ein Zahlungsprodukt Ihres Kontos einen Status an, den wir noch nicht kennen.",
    works: "Deshalb können wir nicht sicher sagen, was damit im Moment funktioniert.",
    next: "Wir können Klarna fragen, was er bedeutet und wer ihn ändern kann.",
  },
};

/** Klarna's reasons in German. */
export const reasons: Reasons = {
  requirements: "Als Grund nennt Klarna, dass eine Voraussetzung von Klarna derzeit nicht erfüllt ist.",
  business: "Als Grund nennt Klarna, dass Klarna-Zahlungen für diese Art von Geschäft nicht oder nur unter bestimmten Bedingungen angeboten werden.",
  assessment: "Klarna hat dies nach einer eigenen Einschätzung entschieden. Mehr dazu kann nur Klarna sagen.",
};
