import type { Changes } from "../en/changes";

/** The changes in Norwegian (bokmål). */
export const changes: Changes = {
  asked: {
    "accounts.onboard": "Vi har bedt Klarna om å opprette en konto for deg.",
    "accounts.migrate": "Vi har bedt Klarna om å overta den eksisterende kontoen din.",
    "accounts.update": "Vi har bedt Klarna om å endre kontoen din.",
    "accountInformation.update": "Vi har bedt Klarna om å notere når og hvor kontoen din ble åpnet.",
    "businessInformation.update": "Vi har bedt Klarna om å endre opplysningene om virksomheten din.",
    "settlementInformation.update": "Vi har bedt Klarna om å endre det som er notert der om utbetalingene dine.",
    "bankAccounts.create": "Vi har bedt Klarna om å legge til en bankkonto i opplysningene dine.",
    "bankAccounts.update": "Vi har bedt Klarna om å endre en bankkonto i opplysningene dine.",
    "bankAccounts.delete": "Vi har bedt Klarna om å fjerne en bankkonto fra opplysningene dine.",
    "stakeholders.create": "Vi har bedt Klarna om å legge til en person i opplysningene dine.",
    "stakeholders.update": "Vi har bedt Klarna om å endre det som er notert der om en person i virksomheten din.",
    "stakeholders.delete": "Vi har bedt Klarna om å fjerne en person fra opplysningene dine.",
    "websites.update": "Vi har bedt Klarna om å endre et av nettstedene dine.",
    "collections.update": "Vi har bedt Klarna om å endre en av merkevarene dine.",
    "paymentProducts.update": "Vi har bedt Klarna om å endre et betalingsprodukt på kontoen din.",
    "paymentProducts.disable": "Vi har bedt Klarna om å deaktivere et betalingsprodukt på kontoen din.",
    "paymentProducts.enable": "Vi har bedt Klarna om å aktivere et betalingsprodukt på kontoen din.",
    "paymentProducts.disableOnly": "Vi har bedt Klarna om å deaktivere betalingsproduktet på kontoen din.",
    "paymentProducts.enableOnly": "Vi har bedt Klarna om å aktivere betalingsproduktet på kontoen din.",
    "paymentProgramEnablements.create": "Vi har bedt Klarna om å tilby kundene dine enda en måte å betale på.",
    "paymentProgramEnablements.update": "Vi har bedt Klarna om å endre en av måtene kundene dine kan betale på.",
  },
  askedSomething: "Vi har sendt Klarna en forespørsel om kontoen din.",
  came: {
    "to-correct": {
      happened: "Klarna har ikke godtatt det ennå: Noen opplysninger må rettes først.",
      next: "Vi ser på hva som må rettes, og har kanskje et spørsmål til deg.",
    },
    conflict: {
      happened: "Klarna godtok det ikke, fordi det ikke stemmer med det Klarna allerede har eller holdt på å endre akkurat da.",
      next: "Vi sammenligner forespørselen med hva Klarna har, før vi prøver igjen.",
    },
    "not-found": { happened: "Klarna svarte at det saken gjaldt, ikke er kjent der.", next: "Vi ser på hva Klarna har, før vi prøver igjen." },
    "not-allowed": { happened: "Klarna tillater ikke dette for øyeblikket.", next: "Vi kan spørre Klarna hva som trengs for det." },
    technical: {
      happened: "Det ble ikke utført, av en teknisk grunn mellom oss og Klarna. Det har ingenting med deg å gjøre.",
      next: "Forespørselen kan sendes på nytt når dette er rettet.",
    },
    busy: { happened: "Klarna kunne ikke ta imot det akkurat da. Det har ingenting med deg å gjøre.", next: "Forespørselen kan sendes på nytt litt senere." },
    refused: { happened: "Klarna godtok det ikke.", next: "Vi undersøker saken og kan spørre Klarna om grunnen." },
    "not-done": {
      happened: "Først var det uklart hva som hadde skjedd med det. Nå vet vi at det ikke ble utført.",
      next: "Forespørselen kan sendes på nytt. Si gjerne fra hvis du fortsatt ønsker det.",
    },
    unclear: {
      happened: "Klarna har ennå ikke gitt oss klar beskjed om det ble utført eller ikke.",
      next: "Vi er i ferd med å finne det ut og passer på at det ikke blir utført to ganger.",
    },
  },
  works: {
    details: {
      undone: "Ingenting ble endret av dette. Betalinger og refusjoner fungerer som før.",
      unclear: "Det gjelder bare opplysningene dine. Betalinger og refusjoner fungerer som før.",
    },
    product: {
      undone: "Ingenting ble endret av dette. Betalinger og refusjoner fungerer som før.",
      unclear:
        "Før vi vet det, kan vi ikke si sikkert om nye kjøp kan betales på den måten. Refusjoner og andre trinn etter tidligere kjøp kan fortsatt fungere.",
    },
    opening: {
      undone: "Ingen konto ble opprettet av dette. Betalinger med Klarna kan begynne når det er gjort.",
      unclear: "Før vi vet det, ber vi deg om ikke å regne med betalinger med Klarna ennå.",
    },
    something: { undone: "Ingenting ble endret av dette.", unclear: "Før vi vet det, kan vi ikke si sikkert hva som er endret." },
  },
};
