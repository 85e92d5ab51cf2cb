import type { Reasons, States } from "../en/states";

/** The states in Norwegian (bokmål). */
export const states: States = {
  "account-set-up": {
    happened: "Klarna er i ferd med å opprette kontoen din. Det tar vanligvis noen sekunder.",
    works: "Kundene dine kan allerede betale med et betalingsprodukt fra Klarna som er aktivert. Endringer i kontoen din må vente til den er opprettet.",
    next: "Du trenger ikke å gjøre noe: Klarna fullfører dette selv.",
  },
  "account-update": {
    happened: "Klarna er i ferd med å ta inn en endring i kontoen din. Det tar vanligvis noen sekunder.",
    works: "Betalinger fungerer fortsatt med alle betalingsprodukter fra Klarna som er aktivert. Flere endringer i kontoen din må vente til denne er ferdig.",
    next: "Du trenger ikke å gjøre noe: Klarna fullfører dette selv.",
  },
  "account-in-work": {
    happened: "Klarna arbeider fortsatt med kontoen din.",
    works: "Betalinger fungerer fortsatt med alle betalingsprodukter fra Klarna som er aktivert. Endringer i kontoen din må vente til Klarna er ferdig.",
    next: "Du trenger ikke å gjøre noe: Klarna fullfører dette selv.",
  },
  "account-operational": {
    happened: "Kontoen din hos Klarna er opprettet og i orden.",
    works: "Kundene dine kan betale med alle betalingsprodukter fra Klarna som er aktivert, og opplysningene dine kan endres.",
    next: "Du trenger ikke å gjøre noe.",
  },
  "account-disabled": {
    happened: "Klarna har deaktivert kontoen din.",
    works:
      "Kundene dine kan ikke betale med Klarna for øyeblikket, og ingenting i kontoen kan endres. Det kan hende at refusjoner via Klarna heller ikke fungerer.",
    next: "Bare Klarna kan aktivere den igjen. Vi kan spørre Klarna for deg om hva som trengs for det. Hva Klarna bestemmer, og når, rår vi ikke over.",
  },
  "account-not-read": {
    happened: "Vi har ennå ikke fått den gjeldende statusen for kontoen din fra Klarna.",
    works: "Derfor kan vi ikke si ennå hva som fungerer for øyeblikket.",
    next: "Vi er i ferd med å hente den fra Klarna. Gi oss gjerne et øyeblikk.",
  },
  "account-missing": {
    happened: "Klarna svarer oss at kontoen din ikke er kjent der for øyeblikket.",
    works: "Derfor kan vi ikke se hva som fungerer, og ingenting i kontoen kan endres før dette er oppklart.",
    next: "Vi kan spørre Klarna hva som har skjedd med kontoen. Si gjerne fra til oss hvis du har hørt noe fra Klarna om dette.",
  },
  "account-unknown": {
    happened: "Klarna viser kontoen din med en status som vi ikke kjenner ennå.",
    works: "Derfor kan vi ikke si sikkert hva som fungerer for øyeblikket.",
    next: "Vi kan spørre Klarna hva den betyr, og hvem som kan endre den.",
  },
  "product-enabled": {
    happened: "Kontoen din har et betalingsprodukt fra Klarna som er aktivert.",
    works: "Kundene dine kan betale med det. Refusjoner og alt annet etter et kjøp fungerer også.",
    next: "Du trenger ikke å gjøre noe.",
  },
  "product-off-by-us": {
    happened: "Vi har deaktivert et betalingsprodukt fra Klarna på kontoen din. Det ble gjort hos oss, ikke av Klarna.",
    works:
      "Nye kjøp kan ikke betales med det. Refusjoner og andre trinn etter tidligere kjøp kan fortsatt fungere. Det kan ta omtrent 10 minutter før endringen merkes overalt.",
    next: "Det kan aktiveres igjen hos oss. Svar oss gjerne hvis du vil snakke om det.",
  },
  "product-off-as-safeguard": {
    happened: "Som en forholdsregel har vi deaktivert et betalingsprodukt fra Klarna på kontoen din. Det ble gjort hos oss, ikke av Klarna.",
    works:
      "Nye kjøp kan ikke betales med det. Refusjoner og andre trinn etter tidligere kjøp kan fortsatt fungere. Det kan ta omtrent 10 minutter før endringen merkes overalt.",
    next: "Det kan aktiveres igjen hos oss. Vi vil gjerne gå gjennom det med deg først, så svar oss gjerne.",
  },
  "product-off-by-klarna": {
    happened: "Klarna har deaktivert et betalingsprodukt på kontoen din.",
    works:
      "Nye kjøp kan ikke betales med det. Refusjoner og andre trinn etter tidligere kjøp kan fortsatt fungere. Det kan ta omtrent 10 minutter før endringen merkes overalt.",
    next: "Bare Klarna kan aktivere det igjen. Vi kan spørre Klarna for deg om hva som trengs for det. Hva Klarna bestemmer, og når, rår vi ikke over.",
  },
  "product-off": {
    happened: "Et betalingsprodukt fra Klarna på kontoen din er deaktivert. Vi vet ennå ikke sikkert hvem som deaktiverte det.",
    works:
      "Nye kjøp kan ikke betales med det. Refusjoner og andre trinn etter tidligere kjøp kan fortsatt fungere. Det kan ta omtrent 10 minutter før endringen merkes overalt.",
    next: "Vi finner først ut hvem som gjorde det: Det avgjør hvem som kan aktivere det igjen.",
  },
  "product-ended": {
    happened: "Klarna har avsluttet et betalingsprodukt på kontoen din.",
    works: "Nye kjøp kan ikke betales med det. Refusjoner og andre trinn etter tidligere kjøp kan fortsatt fungere.",
    next: "Bare Klarna kan aktivere det igjen, og det skjer sjelden. Vi kan spørre Klarna om det for deg.",
  },
  "product-unknown": {
    happened: "Klarna viser et betalingsprodukt på kontoen din med en status som vi ikke kjenner ennå.",
    works: "Derfor kan vi ikke si sikkert hva som fungerer med det for øyeblikket.",
    next: "Vi kan spørre Klarna hva den betyr, og hvem som kan endre den.",
  },
};

/** Klarna's reasons in Norwegian (bokmål). */
export const reasons: Reasons = {
  requirements: "Klarnas begrunnelse er at noe som Klarna krever, ikke er oppfylt for øyeblikket.",
  business: "Klarnas begrunnelse er at Klarnas betalinger ikke tilbys denne typen virksomhet, eller bare på visse vilkår.",
  assessment: "Klarna har bestemt dette etter en egen vurdering. Mer enn det er det opp til Klarna å si.",
};
