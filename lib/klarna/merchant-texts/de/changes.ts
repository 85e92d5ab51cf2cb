import type { Changes } from "../en/changes";

/** The changes in German. */
export const changes: Changes = {
  asked: {
    "accounts.onboard": "wir haben Klarna gebeten, ein Konto für Sie einzurichten.",
    "accounts.migrate": "wir haben Klarna gebeten, Ihr bestehendes Konto zu übernehmen.",
    "accounts.update": "wir haben Klarna gebeten, Ihr Konto zu ändern.",
    "accountInformation.update": "wir haben Klarna gebeten, zu vermerken, wann und wo Ihr Konto eröffnet wurde.",
    "businessInformation.update": "wir haben Klarna gebeten, die Angaben zu Ihrem Unternehmen zu ändern.",
    "settlementInformation.update": "wir haben Klarna gebeten, die dort hinterlegten Angaben zu Ihren Auszahlungen zu ändern.",
    "bankAccounts.create": "wir haben Klarna gebeten, Ihren Angaben ein Bankkonto hinzuzufügen.",
    "bankAccounts.update": "wir haben Klarna gebeten, ein Bankkonto in Ihren Angaben zu ändern.",
    "bankAccounts.delete": "wir haben Klarna gebeten, ein Bankkonto aus Ihren Angaben zu entfernen.",
    "stakeholders.create": "wir haben Klarna gebeten, Ihren Angaben eine Person hinzuzufügen.",
    "stakeholders.update": "wir haben Klarna gebeten, die dort hinterlegten Angaben zu einer Person Ihres Unternehmens zu ändern.",
    "stakeholders.delete": "wir haben Klarna gebeten, eine Person aus Ihren Angaben zu entfernen.",
    "websites.update": "wir haben Klarna gebeten, eine Ihrer Websites zu ändern.",
    "collections.update": "wir haben Klarna gebeten, eine Ihrer Marken zu ändern.",
    "paymentProducts.update": "wir haben Klarna gebeten, ein Zahlungsprodukt Ihres Kontos zu ändern.",
    "paymentProducts.disable": "wir haben Klarna gebeten, ein Zahlungsprodukt Ihres Kontos zu deaktivieren.",
    "paymentProducts.enable": "wir haben Klarna gebeten, ein Zahlungsprodukt Ihres Kontos zu aktivieren.",
    "paymentProducts.disableOnly": "wir haben Klarna gebeten, das Zahlungsprodukt Ihres Kontos zu deaktivieren.",
    "paymentProducts.enableOnly": "wir haben Klarna gebeten, das Zahlungsprodukt Ihres Kontos zu aktivieren.",
    "paymentProgramEnablements.create": "wir haben Klarna gebeten, Ihren Kunden eine weitere Zahlungsart anzubieten.",
    "paymentProgramEnablements.update": "wir haben Klarna gebeten, eine der Zahlungsarten Ihrer Kunden zu ändern.",
  },
  askedSomething: "wir haben Klarna eine Anfrage zu Ihrem Konto gesendet.",
  came: {
    "to-correct": {
      happened: "Klarna hat das noch nicht angenommen: Einige Angaben müssen zuerst berichtigt werden.",
      next: "Wir sehen nach, was zu berichtigen ist, und haben vielleicht eine Frage an Sie.",
    },
    conflict: {
      happened: "Klarna hat das nicht angenommen, weil es nicht zu dem passt, was Klarna bereits vorliegt oder was Klarna in diesem Moment gerade änderte.",
      next: "Wir vergleichen die Anfrage mit dem, was Klarna vorliegt, bevor wir es erneut versuchen.",
    },
    "not-found": {
      happened: "Klarna hat geantwortet, dass dort nicht bekannt ist, worum es ging.",
      next: "Wir sehen nach, was Klarna vorliegt, bevor wir es erneut versuchen.",
    },
    "not-allowed": { happened: "Klarna lässt das derzeit nicht zu.", next: "Wir können Klarna fragen, was dafür nötig ist." },
    technical: {
      happened: "Das wurde aus einem technischen Grund zwischen uns und Klarna nicht ausgeführt. Mit Ihnen hat das nichts zu tun.",
      next: "Die Anfrage kann erneut gesendet werden, sobald das behoben ist.",
    },
    busy: {
      happened: "Klarna konnte das in diesem Moment nicht entgegennehmen. Mit Ihnen hat das nichts zu tun.",
      next: "Die Anfrage kann etwas später erneut gesendet werden.",
    },
    refused: { happened: "Klarna hat das nicht angenommen.", next: "Wir gehen dem nach und können Klarna nach dem Grund fragen." },
    "not-done": {
      happened: "Zunächst war nicht klar, was daraus geworden ist. Inzwischen wissen wir, dass es nicht ausgeführt wurde.",
      next: "Die Anfrage kann erneut gesendet werden. Bitte sagen Sie uns, ob Sie es weiterhin wünschen.",
    },
    unclear: {
      happened: "Klarna hat uns noch nicht eindeutig mitgeteilt, ob das ausgeführt wurde.",
      next: "Wir finden das gerade heraus und achten darauf, dass die Anfrage nicht zweimal ausgeführt wird.",
    },
  },
  works: {
    details: {
      undone: "Dadurch wurde nichts geändert. Zahlungen und Rückerstattungen funktionieren wie zuvor.",
      unclear: "Es betrifft nur Ihre Angaben. Zahlungen und Rückerstattungen funktionieren wie zuvor.",
    },
    product: {
      undone: "Dadurch wurde nichts geändert. Zahlungen und Rückerstattungen funktionieren wie zuvor.",
      unclear:
        "Bis wir das wissen, können wir nicht sicher sagen, ob neue Einkäufe auf diese Weise bezahlt werden können. Rückerstattungen und andere Schritte nach früheren Einkäufen funktionieren möglicherweise weiterhin.",
    },
    opening: {
      undone: "Dadurch wurde kein Konto eingerichtet. Zahlungen mit Klarna können beginnen, sobald das geschehen ist.",
      unclear: "Bis wir das wissen, rechnen Sie bitte noch nicht mit Zahlungen über Klarna.",
    },
    something: { undone: "Dadurch wurde nichts geändert.", unclear: "Bis wir das wissen, können wir nicht sicher sagen, was sich geändert hat." },
  },
};
