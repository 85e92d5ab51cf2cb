import type { Reasons, States } from "../en/states";

/** The states in Danish. */
export const states: States = {
  "account-set-up": {
    happened: "Klarna er ved at oprette din konto. Det tager normalt nogle få sekunder.",
    works: "Dine kunder kan allerede betale med et betalingsprodukt fra Klarna, som er aktiveret. Ændringer af din konto må vente, til den er oprettet.",
    next: "Du behøver ikke at gøre noget: Klarna gør det selv færdigt.",
  },
  "account-update": {
    happened: "Klarna er ved at indføre en ændring af din konto. Det tager normalt nogle få sekunder.",
    works:
      "Betalinger fungerer fortsat med alle betalingsprodukter fra Klarna, som er aktiveret. Yderligere ændringer af din konto må vente, til denne er færdig.",
    next: "Du behøver ikke at gøre noget: Klarna gør det selv færdigt.",
  },
  "account-in-work": {
    happened: "Klarna arbejder stadig på din konto.",
    works: "Betalinger fungerer fortsat med alle betalingsprodukter fra Klarna, som er aktiveret. Ændringer af din konto må vente, til Klarna er færdig.",
    next: "Du behøver ikke at gøre noget: Klarna gør det selv færdigt.",
  },
  "account-operational": {
    happened: "Din konto hos Klarna er oprettet og i orden.",
    works: "Dine kunder kan betale med alle betalingsprodukter fra Klarna, som er aktiveret, og dine oplysninger kan ændres.",
    next: "Du behøver ikke at gøre noget.",
  },
  "account-disabled": {
    happened: "Klarna har deaktiveret din konto.",
    works:
      "Dine kunder kan ikke betale med Klarna i øjeblikket, og intet på kontoen kan ændres. Det kan være, at refunderinger via Klarna heller ikke fungerer.",
    next: "Kun Klarna kan aktivere den igen. Vi kan spørge Klarna for dig, hvad der skal til. Hvad Klarna beslutter, og hvornår, har vi ikke indflydelse på.",
  },
  "account-not-read": {
    happened: "Vi har endnu ikke fået den aktuelle status for din konto fra Klarna.",
    works: "Derfor kan vi endnu ikke sige, hvad der fungerer i øjeblikket.",
    next: "Vi er ved at hente den fra Klarna. Giv os venligst et øjeblik.",
  },
  "account-missing": {
    happened: "Klarna svarer os, at din konto ikke er kendt der i øjeblikket.",
    works: "Derfor kan vi ikke se, hvad der fungerer, og intet på kontoen kan ændres, før dette er afklaret.",
    next: "Vi kan spørge Klarna, hvad der er sket med kontoen. Fortæl os gerne, hvis du har hørt noget fra Klarna om det.",
  },
  "account-unknown": {
    happened: "Klarna viser din konto med en status, som vi endnu ikke kender.",
    works: "Derfor kan vi ikke sige med sikkerhed, hvad der fungerer i øjeblikket.",
    next: "Vi kan spørge Klarna, hvad den betyder, og hvem der kan ændre den.",
  },
  "product-enabled": {
    happened: "Din konto har et betalingsprodukt fra Klarna, som er aktiveret.",
    works: "Dine kunder kan betale med det. Refunderinger og alt andet efter et køb fungerer også.",
    next: "Du behøver ikke at gøre noget.",
  },
  "product-off-by-us": {
    happened: "Vi har deaktiveret et betalingsprodukt fra Klarna på din konto. Det er sket hos os, ikke hos Klarna.",
    works:
      "Nye køb kan ikke betales med det. Refunderinger og andre trin efter tidligere køb fungerer muligvis stadig. Der kan gå omkring 10 minutter, før ændringen mærkes overalt.",
    next: "Det kan aktiveres igen hos os. Svar os gerne, hvis du vil tale om det.",
  },
  "product-off-as-safeguard": {
    happened: "Som en forholdsregel har vi deaktiveret et betalingsprodukt fra Klarna på din konto. Det er sket hos os, ikke hos Klarna.",
    works:
      "Nye køb kan ikke betales med det. Refunderinger og andre trin efter tidligere køb fungerer muligvis stadig. Der kan gå omkring 10 minutter, før ændringen mærkes overalt.",
    next: "Det kan aktiveres igen hos os. Vi vil gerne gennemgå det med dig først, så svar os gerne.",
  },
  "product-off-by-klarna": {
    happened: "Klarna har deaktiveret et betalingsprodukt på din konto.",
    works:
      "Nye køb kan ikke betales med det. Refunderinger og andre trin efter tidligere køb fungerer muligvis stadig. Der kan gå omkring 10 minutter, før ændringen mærkes overalt.",
    next: "Kun Klarna kan aktivere det igen. Vi kan spørge Klarna for dig, hvad der skal til. Hvad Klarna beslutter, og hvornår, har vi ikke indflydelse på.",
  },
  "product-off": {
    happened: "Et betalingsprodukt fra Klarna på din konto er deaktiveret. Vi ved endnu ikke med sikkerhed, hvem der har deaktiveret det.",
    works:
      "Nye køb kan ikke betales med det. Refunderinger og andre trin efter tidligere køb fungerer muligvis stadig. Der kan gå omkring 10 minutter, før ændringen mærkes overalt.",
    next: "Vi finder først ud af, hvem der gjorde det: Det afgør, hvem der kan aktivere det igen.",
  },
  "product-ended": {
    happened: "Klarna har afsluttet et betalingsprodukt på din konto.",
    works: "Nye køb kan ikke betales med det. Refunderinger og andre trin efter tidligere køb fungerer muligvis stadig.",
    next: "Kun Klarna kan aktivere det igen, og det sker sjældent. Vi kan spørge Klarna om det for dig.",
  },
  "product-unknown": {
    happened: "Klarna viser et betalingsprodukt på din konto med en status, som vi endnu ikke kender.",
    works: "Derfor kan vi ikke sige med sikkerhed, hvad der fungerer med det i øjeblikket.",
    next: "Vi kan spørge Klarna, hvad den betyder, og hvem der kan ændre den.",
  },
};

/** Klarna's reasons in Danish. */
export const reasons: Reasons = {
  requirements: "Klarnas begrundelse er, at noget, som Klarna kræver, ikke er opfyldt i øjeblikket.",
  business: "Klarnas begrundelse er, at Klarnas betalinger ikke tilbydes denne type virksomhed, eller kun på visse betingelser.",
  assessment: "Klarna har besluttet dette efter en egen vurdering. Mere end det må Klarna selv fortælle.",
};
