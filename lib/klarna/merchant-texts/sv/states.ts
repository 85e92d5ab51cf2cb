import type { Reasons, States } from "../en/states";

/** The states in Swedish. */
export const states: States = {
  "account-set-up": {
    happened: "Klarna håller på att lägga upp ditt konto. Det tar normalt några sekunder.",
    works: "Dina kunder kan redan betala med en betalprodukt från Klarna som är aktiverad. Ändringar av ditt konto måste vänta tills det är upplagt.",
    next: "Du behöver inte göra något: Klarna slutför det på egen hand.",
  },
  "account-update": {
    happened: "Klarna håller på att föra in en ändring av ditt konto. Det tar normalt några sekunder.",
    works:
      "Betalningar fortsätter att fungera med varje betalprodukt från Klarna som är aktiverad. Ytterligare ändringar av ditt konto måste vänta tills den här är klar.",
    next: "Du behöver inte göra något: Klarna slutför det på egen hand.",
  },
  "account-in-work": {
    happened: "Klarna arbetar fortfarande med ditt konto.",
    works: "Betalningar fortsätter att fungera med varje betalprodukt från Klarna som är aktiverad. Ändringar av ditt konto måste vänta tills Klarna är klar.",
    next: "Du behöver inte göra något: Klarna slutför det på egen hand.",
  },
  "account-operational": {
    happened: "Ditt konto hos Klarna är upplagt och i sin ordning.",
    works: "Dina kunder kan betala med varje betalprodukt från Klarna som är aktiverad, och dina uppgifter kan ändras.",
    next: "Du behöver inte göra något.",
  },
  "account-disabled": {
    happened: "Klarna har stängt av ditt konto.",
    works: "Dina kunder kan inte betala med Klarna just nu, och inget i kontot kan ändras. Det är möjligt att återbetalningar via Klarna inte heller fungerar.",
    next: "Bara Klarna kan aktivera det igen. Vi kan fråga Klarna åt dig vad som behövs för det. Vad Klarna beslutar, och när, kan vi inte styra över.",
  },
  "account-not-read": {
    happened: "Vi har ännu inte fått den aktuella statusen för ditt konto från Klarna.",
    works: "Därför kan vi inte säga än vad som fungerar just nu.",
    next: "Vi håller på att hämta den från Klarna. Ge oss gärna ett ögonblick.",
  },
  "account-missing": {
    happened: "Klarna svarar oss att ditt konto inte är känt där just nu.",
    works: "Därför kan vi inte se vad som fungerar, och inget i kontot kan ändras förrän det här är utrett.",
    next: "Vi kan fråga Klarna vad som har hänt med kontot. Berätta gärna för oss om du har hört något från Klarna om det.",
  },
  "account-unknown": {
    happened: "Klarna visar ditt konto med en status som vi ännu inte känner till.",
    works: "Därför kan vi inte säga säkert vad som fungerar just nu.",
    next: "Vi kan fråga Klarna vad den betyder och vem som kan ändra den.",
  },
  "product-enabled": {
    happened: "Ditt konto har en betalprodukt från Klarna som är aktiverad.",
    works: "Dina kunder kan betala med den. Återbetalningar och allt annat efter ett köp fungerar också.",
    next: "Du behöver inte göra något.",
  },
  "product-off-by-us": {
    happened: "Vi har stängt av en betalprodukt från Klarna på ditt konto. Det gjordes hos oss, inte av Klarna.",
    works:
      "Nya köp kan inte betalas med den. Återbetalningar och andra åtgärder efter tidigare köp kan fortfarande fungera. Det kan ta omkring 10 minuter innan ändringen märks överallt.",
    next: "Den kan aktiveras igen hos oss. Svara oss gärna om du vill prata om det.",
  },
  "product-off-as-safeguard": {
    happened: "Vi har för säkerhets skull stängt av en betalprodukt från Klarna på ditt konto. Det gjordes hos oss, inte av Klarna.",
    works:
      "Nya köp kan inte betalas med den. Återbetalningar och andra åtgärder efter tidigare köp kan fortfarande fungera. Det kan ta omkring 10 minuter innan ändringen märks överallt.",
    next: "Den kan aktiveras igen hos oss. Vi vill gärna gå igenom det med dig först, så svara oss gärna.",
  },
  "product-off-by-klarna": {
    happened: "Klarna har stängt av en betalprodukt på ditt konto.",
    works:
      "Nya köp kan inte betalas med den. Återbetalningar och andra åtgärder efter tidigare köp kan fortfarande fungera. Det kan ta omkring 10 minuter innan ändringen märks överallt.",
    next: "Bara Klarna kan aktivera den igen. Vi kan fråga Klarna åt dig vad som behövs för det. Vad Klarna beslutar, och när, kan vi inte styra över.",
  },
  "product-off": {
    happened: "En betalprodukt från Klarna på ditt konto är avstängd. Vi vet ännu inte säkert vem som stängde av den.",
    works:
      "Nya köp kan inte betalas med den. Återbetalningar och andra åtgärder efter tidigare köp kan fortfarande fungera. Det kan ta omkring 10 minuter innan ändringen märks överallt.",
    next: "Vi tar först reda på vem som gjorde det: det avgör vem som kan aktivera den igen.",
  },
  "product-ended": {
    happened: "Klarna har avslutat en betalprodukt på ditt konto.",
    works: "Nya köp kan inte betalas med den. Återbetalningar och andra åtgärder efter tidigare köp kan fortfarande fungera.",
    next: "Bara Klarna kan aktivera den igen, och det sker sällan. Vi kan fråga Klarna om det åt dig.",
  },
  "product-unknown": {
    happened: "Klarna visar en betalprodukt på ditt konto med en status som vi ännu inte känner till.",
    works: "Därför kan vi inte säga säkert vad som fungerar med den just nu.",
    next: "Vi kan fråga Klarna vad den betyder och vem som kan ändra den.",
  },
};

/** Klarna's reasons in Swedish. */
export const reasons: Reasons = {
  requirements: "Klarnas skäl är att något som Klarna kräver inte är uppfyllt just nu.",
  business: "Klarnas skäl är att Klarnas betalningar inte erbjuds till den här typen av verksamhet, eller bara på vissa villkor.",
  assessment: "Klarna har beslutat detta efter en egen bedömning. Mer än så får Klarna själv berätta.",
};
