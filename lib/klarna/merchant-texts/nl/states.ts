import type { Reasons, States } from "../en/states";

/** The states in Dutch. */
export const states: States = {
  "account-set-up": {
    happened: "Klarna is bezig uw account aan te maken. Dit duurt normaal gesproken enkele seconden.",
    works: "Uw klanten kunnen al betalen met een betaalproduct van Klarna dat is ingeschakeld. Wijzigingen in uw account moeten wachten tot het is aangemaakt.",
    next: "U hoeft niets te doen: Klarna rondt dit zelf af.",
  },
  "account-update": {
    happened: "Klarna is bezig een wijziging in uw account te verwerken. Dit duurt normaal gesproken enkele seconden.",
    works: "Betalingen gaan door met elk betaalproduct van Klarna dat is ingeschakeld. Verdere wijzigingen in uw account moeten wachten tot deze klaar is.",
    next: "U hoeft niets te doen: Klarna rondt dit zelf af.",
  },
  "account-in-work": {
    happened: "Klarna is nog bezig met uw account.",
    works: "Betalingen gaan door met elk betaalproduct van Klarna dat is ingeschakeld. Wijzigingen in uw account moeten wachten tot Klarna klaar is.",
    next: "U hoeft niets te doen: Klarna rondt dit zelf af.",
  },
  "account-operational": {
    happened: "Uw account bij Klarna is aangemaakt en in orde.",
    works: "Uw klanten kunnen betalen met elk betaalproduct van Klarna dat is ingeschakeld, en uw gegevens kunnen worden gewijzigd.",
    next: "U hoeft niets te doen.",
  },
  "account-disabled": {
    happened: "Klarna heeft uw account uitgeschakeld.",
    works:
      "Uw klanten kunnen op dit moment niet met Klarna betalen, en aan het account kan niets worden gewijzigd. Mogelijk werken ook terugbetalingen via Klarna niet.",
    next: "Alleen Klarna kan het weer inschakelen. Wij kunnen Klarna voor u vragen wat daarvoor nodig is. Wat Klarna beslist, en wanneer, hebben wij niet in de hand.",
  },
  "account-not-read": {
    happened: "Wij hebben de huidige status van uw account nog niet van Klarna.",
    works: "Daarom kunnen wij nog niet zeggen wat er op dit moment werkt.",
    next: "Wij halen deze nu bij Klarna op. Een ogenblik geduld, alstublieft.",
  },
  "account-missing": {
    happened: "Klarna antwoordt ons dat uw account daar op dit moment niet bekend is.",
    works: "Daarom kunnen wij niet zien wat er werkt, en aan het account kan niets worden gewijzigd totdat dit is opgehelderd.",
    next: "Wij kunnen Klarna vragen wat er met het account is gebeurd. Laat het ons weten als u hierover iets van Klarna hebt gehoord.",
  },
  "account-unknown": {
    happened: "Klarna toont uw account met een status die wij nog niet kennen.",
    works: "Daarom kunnen wij niet met zekerheid zeggen wat er op dit moment werkt.",
    next: "Wij kunnen Klarna vragen wat deze betekent en wie deze kan wijzigen.",
  },
  "product-enabled": {
    happened: "Uw account heeft een betaalproduct van Klarna dat is ingeschakeld.",
    works: "Uw klanten kunnen ermee betalen. Terugbetalingen en al het andere na een aankoop werken ook.",
    next: "U hoeft niets te doen.",
  },
  "product-off-by-us": {
    happened: "Wij hebben een betaalproduct van Klarna in uw account uitgeschakeld. Dit is aan onze kant gedaan, niet door Klarna.",
    works:
      "Nieuwe aankopen kunnen er niet mee worden betaald. Terugbetalingen en andere stappen na eerdere aankopen werken mogelijk nog wel. Het kan ongeveer 10 minuten duren voordat de wijziging overal merkbaar is.",
    next: "Het kan aan onze kant weer worden ingeschakeld. Laat het ons gerust weten als u hierover wilt praten.",
  },
  "product-off-as-safeguard": {
    happened: "Wij hebben uit voorzorg een betaalproduct van Klarna in uw account uitgeschakeld. Dit is aan onze kant gedaan, niet door Klarna.",
    works:
      "Nieuwe aankopen kunnen er niet mee worden betaald. Terugbetalingen en andere stappen na eerdere aankopen werken mogelijk nog wel. Het kan ongeveer 10 minuten duren voordat de wijziging overal merkbaar is.",
    next: "Het kan aan onze kant weer worden ingeschakeld. Wij willen dit graag eerst met u doornemen: wij horen graag van u.",
  },
  "product-off-by-klarna": {
    happened: "Klarna heeft een betaalproduct van uw account uitgeschakeld.",
    works:
      "Nieuwe aankopen kunnen er niet mee worden betaald. Terugbetalingen en andere stappen na eerdere aankopen werken mogelijk nog wel. Het kan ongeveer 10 minuten duren voordat de wijziging overal merkbaar is.",
    next: "Alleen Klarna kan het weer inschakelen. Wij kunnen Klarna voor u vragen wat daarvoor nodig is. Wat Klarna beslist, en wanneer, hebben wij niet in de hand.",
  },
  "product-off": {
    happened: "Een betaalproduct van Klarna in uw account is uitgeschakeld. Wij weten nog niet zeker wie het heeft uitgeschakeld.",
    works:
      "Nieuwe aankopen kunnen er niet mee worden betaald. Terugbetalingen en andere stappen na eerdere aankopen werken mogelijk nog wel. Het kan ongeveer 10 minuten duren voordat de wijziging overal merkbaar is.",
    next: "Wij zoeken eerst uit wie dat heeft gedaan: dat bepaalt wie het weer kan inschakelen.",
  },
  "product-ended": {
    happened: "Klarna heeft een betaalproduct van uw account beëindigd.",
    works: "Nieuwe aankopen kunnen er niet mee worden betaald. Terugbetalingen en andere stappen na eerdere aankopen werken mogelijk nog wel.",
    next: "Alleen Klarna kan het weer inschakelen, en dat gebeurt zelden. Wij kunnen Klarna er voor u naar vragen.",
  },
  "product-unknown": {
    happened: "Klarna toont een betaalproduct van uw account met een status die wij nog niet kennen.",
    works: "Daarom kunnen wij niet met zekerheid zeggen wat er op dit moment mee werkt.",
    next: "Wij kunnen Klarna vragen wat deze betekent en wie deze kan wijzigen.",
  },
};

/** Klarna's reasons in Dutch. */
export const reasons: Reasons = {
  requirements: "De reden die Klarna geeft, is dat op dit moment niet is voldaan aan iets wat Klarna vereist.",
  business: "De reden die Klarna geeft, is dat Klarna zijn betalingen niet of alleen onder voorwaarden aanbiedt aan dit soort bedrijven.",
  assessment: "Klarna heeft dit na een eigen beoordeling besloten. Meer daarover kan alleen Klarna zeggen.",
};
