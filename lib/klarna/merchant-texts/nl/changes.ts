import type { Changes } from "../en/changes";

/** The changes in Dutch. */
export const changes: Changes = {
  asked: {
    "accounts.onboard": "Wij hebben Klarna gevraagd een account voor u aan te maken.",
    "accounts.migrate": "Wij hebben Klarna gevraagd uw bestaande account over te nemen.",
    "accounts.update": "Wij hebben Klarna gevraagd uw account te wijzigen.",
    "accountInformation.update": "Wij hebben Klarna gevraagd te noteren wanneer en waar uw account is geopend.",
    "businessInformation.update": "Wij hebben Klarna gevraagd de gegevens van uw bedrijf te wijzigen.",
    "settlementInformation.update": "Wij hebben Klarna gevraagd te wijzigen wat daar over uw uitbetalingen is genoteerd.",
    "bankAccounts.create": "Wij hebben Klarna gevraagd een bankrekening aan uw gegevens toe te voegen.",
    "bankAccounts.update": "Wij hebben Klarna gevraagd een bankrekening in uw gegevens te wijzigen.",
    "bankAccounts.delete": "Wij hebben Klarna gevraagd een bankrekening uit uw gegevens te verwijderen.",
    "stakeholders.create": "Wij hebben Klarna gevraagd een persoon aan uw gegevens toe te voegen.",
    "stakeholders.update": "Wij hebben Klarna gevraagd te wijzigen wat daar over een persoon van uw bedrijf is genoteerd.",
    "stakeholders.delete": "Wij hebben Klarna gevraagd een persoon uit uw gegevens te verwijderen.",
    "websites.update": "Wij hebben Klarna gevraagd een van uw websites te wijzigen.",
    "collections.update": "Wij hebben Klarna gevraagd een van uw merken te wijzigen.",
    "paymentProducts.update": "Wij hebben Klarna gevraagd een betaalproduct van uw account te wijzigen.",
    "paymentProducts.disable": "Wij hebben Klarna gevraagd een betaalproduct van uw account uit te schakelen.",
    "paymentProducts.enable": "Wij hebben Klarna gevraagd een betaalproduct van uw account in te schakelen.",
    "paymentProducts.disableOnly": "Wij hebben Klarna gevraagd het betaalproduct van uw account uit te schakelen.",
    "paymentProducts.enableOnly": "Wij hebben Klarna gevraagd het betaalproduct van uw account in te schakelen.",
    "paymentProgramEnablements.create": "Wij hebben Klarna gevraagd uw klanten nog een betaalmogelijkheid aan te bieden.",
    "paymentProgramEnablements.update": "Wij hebben Klarna gevraagd een van de betaalmogelijkheden van uw klanten te wijzigen.",
  },
  askedSomething: "Wij hebben Klarna een verzoek over uw account gestuurd.",
  came: {
    "to-correct": {
      happened: "Klarna heeft dit nog niet geaccepteerd: eerst moeten enkele gegevens worden gecorrigeerd.",
      next: "Wij kijken wat er moet worden gecorrigeerd en hebben misschien een vraag aan u.",
    },
    conflict: {
      happened: "Klarna heeft dit niet geaccepteerd, omdat het niet past bij wat Klarna al heeft of op dat moment aan het wijzigen was.",
      next: "Wij vergelijken het verzoek met wat Klarna heeft voordat wij het opnieuw proberen.",
    },
    "not-found": {
      happened: "Klarna antwoordde dat daar niet bekend is waar dit over ging.",
      next: "Wij kijken wat Klarna heeft voordat wij het opnieuw proberen.",
    },
    "not-allowed": { happened: "Klarna staat dit op dit moment niet toe.", next: "Wij kunnen Klarna vragen wat daarvoor nodig is." },
    technical: {
      happened: "Dit is om een technische reden tussen ons en Klarna niet uitgevoerd. Het heeft niets met u te maken.",
      next: "Het verzoek kan opnieuw worden verstuurd zodra dat is verholpen.",
    },
    busy: {
      happened: "Klarna kon dit op dat moment niet in behandeling nemen. Het heeft niets met u te maken.",
      next: "Het verzoek kan iets later opnieuw worden verstuurd.",
    },
    refused: { happened: "Klarna heeft dit niet geaccepteerd.", next: "Wij zoeken dit uit en kunnen Klarna naar de reden vragen." },
    "not-done": {
      happened: "Eerst was niet duidelijk wat ervan geworden was. Inmiddels weten wij dat het niet is uitgevoerd.",
      next: "Het verzoek kan opnieuw worden verstuurd. Laat het ons weten als u het nog steeds wilt.",
    },
    unclear: {
      happened: "Klarna heeft ons nog niet duidelijk laten weten of dit is uitgevoerd.",
      next: "Wij zijn dat aan het uitzoeken en zorgen ervoor dat het niet twee keer wordt uitgevoerd.",
    },
  },
  works: {
    details: {
      undone: "Hierdoor is niets gewijzigd. Betalingen en terugbetalingen werken zoals voorheen.",
      unclear: "Het gaat alleen om uw gegevens. Betalingen en terugbetalingen werken zoals voorheen.",
    },
    product: {
      undone: "Hierdoor is niets gewijzigd. Betalingen en terugbetalingen werken zoals voorheen.",
      unclear:
        "Totdat wij dit weten, kunnen wij niet met zekerheid zeggen of nieuwe aankopen op die manier kunnen worden betaald. Terugbetalingen en andere stappen na eerdere aankopen werken mogelijk nog wel.",
    },
    opening: {
      undone: "Hierdoor is geen account aangemaakt. Betalingen met Klarna kunnen beginnen zodra dat is gebeurd.",
      unclear: "Totdat wij dit weten, vragen wij u nog niet op betalingen met Klarna te rekenen.",
    },
    something: { undone: "Hierdoor is niets gewijzigd.", unclear: "Totdat wij dit weten, kunnen wij niet met zekerheid zeggen wat er is gewijzigd." },
  },
};
