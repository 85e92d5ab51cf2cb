import type { Changes } from "../en/changes";

/** The changes in Danish. */
export const changes: Changes = {
  asked: {
    "accounts.onboard": "Vi har bedt Klarna om at oprette en konto til dig.",
    "accounts.migrate": "Vi har bedt Klarna om at overtage din eksisterende konto.",
    "accounts.update": "Vi har bedt Klarna om at ændre din konto.",
    "accountInformation.update": "Vi har bedt Klarna om at notere, hvornår og hvor din konto blev åbnet.",
    "businessInformation.update": "Vi har bedt Klarna om at ændre oplysningerne om din virksomhed.",
    "settlementInformation.update": "Vi har bedt Klarna om at ændre det, der er noteret dér om dine udbetalinger.",
    "bankAccounts.create": "Vi har bedt Klarna om at tilføje en bankkonto til dine oplysninger.",
    "bankAccounts.update": "Vi har bedt Klarna om at ændre en bankkonto i dine oplysninger.",
    "bankAccounts.delete": "Vi har bedt Klarna om at fjerne en bankkonto fra dine oplysninger.",
    "stakeholders.create": "Vi har bedt Klarna om at tilføje en person til dine oplysninger.",
    "stakeholders.update": "Vi har bedt Klarna om at ændre det, der er noteret dér om en person i din virksomhed.",
    "stakeholders.delete": "Vi har bedt Klarna om at fjerne en person fra dine oplysninger.",
    "websites.update": "Vi har bedt Klarna om at ændre et af dine websteder.",
    "collections.update": "Vi har bedt Klarna om at ændre et af dine brands.",
    "paymentProducts.update": "Vi har bedt Klarna om at ændre et betalingsprodukt på din konto.",
    "paymentProducts.disable": "Vi har bedt Klarna om at deaktivere et betalingsprodukt på din konto.",
    "paymentProducts.enable": "Vi har bedt Klarna om at aktivere et betalingsprodukt på din konto.",
    "paymentProducts.disableOnly": "Vi har bedt Klarna om at deaktivere betalingsproduktet på din konto.",
    "paymentProducts.enableOnly": "Vi har bedt Klarna om at aktivere betalingsproduktet på din konto.",
    "paymentProgramEnablements.create": "Vi har bedt Klarna om at tilbyde dine kunder endnu en måde at betale på.",
    "paymentProgramEnablements.update": "Vi har bedt Klarna om at ændre en af de måder, som dine kunder kan betale på.",
  },
  askedSomething: "Vi har sendt Klarna en forespørgsel om din konto.",
  came: {
    "to-correct": {
      happened: "Klarna har ikke accepteret det endnu: Nogle oplysninger skal rettes først.",
      next: "Vi ser på, hvad der skal rettes, og har måske et spørgsmål til dig.",
    },
    conflict: {
      happened: "Klarna accepterede det ikke, fordi det ikke passer med det, som Klarna allerede har eller var ved at ændre på det tidspunkt.",
      next: "Vi sammenligner forespørgslen med, hvad Klarna har, før vi prøver igen.",
    },
    "not-found": { happened: "Klarna svarede, at det, som sagen drejede sig om, ikke er kendt der.", next: "Vi ser på, hvad Klarna har, før vi prøver igen." },
    "not-allowed": { happened: "Klarna tillader ikke dette i øjeblikket.", next: "Vi kan spørge Klarna, hvad der skal til." },
    technical: {
      happened: "Det blev ikke udført af en teknisk grund mellem os og Klarna. Det har ikke noget med dig at gøre.",
      next: "Forespørgslen kan sendes igen, når det er bragt i orden.",
    },
    busy: {
      happened: "Klarna kunne ikke tage imod det på det tidspunkt. Det har ikke noget med dig at gøre.",
      next: "Forespørgslen kan sendes igen lidt senere.",
    },
    refused: { happened: "Klarna accepterede det ikke.", next: "Vi undersøger sagen og kan spørge Klarna om grunden." },
    "not-done": {
      happened: "Det var først uklart, hvad der var sket med det. Nu ved vi, at det ikke blev udført.",
      next: "Forespørgslen kan sendes igen. Sig gerne til, hvis du stadig ønsker det.",
    },
    unclear: {
      happened: "Klarna har endnu ikke givet os klar besked om, hvorvidt det blev udført.",
      next: "Vi er ved at finde ud af det og sørger for, at det ikke bliver udført to gange.",
    },
  },
  works: {
    details: {
      undone: "Intet blev ændret ved dette. Betalinger og refunderinger fungerer som før.",
      unclear: "Det drejer sig kun om dine oplysninger. Betalinger og refunderinger fungerer som før.",
    },
    product: {
      undone: "Intet blev ændret ved dette. Betalinger og refunderinger fungerer som før.",
      unclear:
        "Før vi ved det, kan vi ikke sige med sikkerhed, om nye køb kan betales på den måde. Refunderinger og andre trin efter tidligere køb fungerer muligvis stadig.",
    },
    opening: {
      undone: "Ingen konto blev oprettet ved dette. Betalinger med Klarna kan begynde, når det er sket.",
      unclear: "Før vi ved det, beder vi dig om ikke at regne med betalinger med Klarna endnu.",
    },
    something: { undone: "Intet blev ændret ved dette.", unclear: "Før vi ved det, kan vi ikke sige med sikkerhed, hvad der er ændret." },
  },
};
