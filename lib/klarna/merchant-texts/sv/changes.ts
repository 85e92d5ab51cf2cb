import type { Changes } from "../en/changes";

/** The changes in Swedish. */
export const changes: Changes = {
  asked: {
    "accounts.onboard": "Vi har bett Klarna att lägga upp ett konto åt dig.",
    "accounts.migrate": "Vi har bett Klarna att ta över ditt befintliga konto.",
    "accounts.update": "Vi har bett Klarna att ändra ditt konto.",
    "accountInformation.update": "Vi har bett Klarna att notera när och var ditt konto öppnades.",
    "businessInformation.update": "Vi har bett Klarna att ändra uppgifterna om ditt företag.",
    "settlementInformation.update": "Vi har bett Klarna att ändra det som finns noterat där om dina utbetalningar.",
    "bankAccounts.create": "Vi har bett Klarna att lägga till ett bankkonto i dina uppgifter.",
    "bankAccounts.update": "Vi har bett Klarna att ändra ett bankkonto i dina uppgifter.",
    "bankAccounts.delete": "Vi har bett Klarna att ta bort ett bankkonto ur dina uppgifter.",
    "stakeholders.create": "Vi har bett Klarna att lägga till en person i dina uppgifter.",
    "stakeholders.update": "Vi har bett Klarna att ändra det som finns noterat där om en person i ditt företag.",
    "stakeholders.delete": "Vi har bett Klarna att ta bort en person ur dina uppgifter.",
    "websites.update": "Vi har bett Klarna att ändra en av dina webbplatser.",
    "collections.update": "Vi har bett Klarna att ändra ett av dina varumärken.",
    "paymentProducts.update": "Vi har bett Klarna att ändra en betalprodukt på ditt konto.",
    "paymentProducts.disable": "Vi har bett Klarna att stänga av en betalprodukt på ditt konto.",
    "paymentProducts.enable": "Vi har bett Klarna att aktivera en betalprodukt på ditt konto.",
    "paymentProducts.disableOnly": "Vi har bett Klarna att stänga av betalprodukten på ditt konto.",
    "paymentProducts.enableOnly": "Vi har bett Klarna att aktivera betalprodukten på ditt konto.",
    "paymentProgramEnablements.create": "Vi har bett Klarna att erbjuda dina kunder ännu ett sätt att betala.",
    "paymentProgramEnablements.update": "Vi har bett Klarna att ändra ett av de sätt som dina kunder kan betala på.",
  },
  askedSomething: "Vi har skickat en förfrågan om ditt konto till Klarna.",
  came: {
    "to-correct": {
      happened: "Klarna har inte godtagit det ännu: några uppgifter måste rättas först.",
      next: "Vi ser efter vad som måste rättas och kommer kanske att ha en fråga till dig.",
    },
    conflict: {
      happened: "Klarna godtog det inte, eftersom det inte stämmer med det som Klarna redan har eller höll på att ändra just då.",
      next: "Vi jämför förfrågan med vad Klarna har innan vi försöker igen.",
    },
    "not-found": { happened: "Klarna svarade att det som ärendet gällde inte är känt där.", next: "Vi ser efter vad Klarna har innan vi försöker igen." },
    "not-allowed": { happened: "Klarna tillåter inte det här för tillfället.", next: "Vi kan fråga Klarna vad som behövs för det." },
    technical: {
      happened: "Det genomfördes inte, av ett tekniskt skäl mellan oss och Klarna. Det har inget med dig att göra.",
      next: "Förfrågan kan skickas igen när det är åtgärdat.",
    },
    busy: { happened: "Klarna kunde inte ta emot det just då. Det har inget med dig att göra.", next: "Förfrågan kan skickas igen lite senare." },
    refused: { happened: "Klarna godtog det inte.", next: "Vi undersöker saken och kan fråga Klarna om skälet." },
    "not-done": {
      happened: "Först var det oklart vad som hade hänt med det. Nu vet vi att det inte genomfördes.",
      next: "Förfrågan kan skickas igen. Säg gärna till om du fortfarande vill det.",
    },
    unclear: {
      happened: "Klarna har ännu inte gett oss tydligt besked om det genomfördes eller inte.",
      next: "Vi håller på att ta reda på det och ser till att det inte genomförs två gånger.",
    },
  },
  works: {
    details: {
      undone: "Inget ändrades genom detta. Betalningar och återbetalningar fungerar som tidigare.",
      unclear: "Det gäller bara dina uppgifter. Betalningar och återbetalningar fungerar som tidigare.",
    },
    product: {
      undone: "Inget ändrades genom detta. Betalningar och återbetalningar fungerar som tidigare.",
      unclear:
        "Innan vi vet det kan vi inte säga säkert om nya köp kan betalas på det sättet. Återbetalningar och andra åtgärder efter tidigare köp kan fortfarande fungera.",
    },
    opening: {
      undone: "Inget konto lades upp genom detta. Betalningar med Klarna kan börja när det är gjort.",
      unclear: "Innan vi vet det ber vi dig att inte räkna med betalningar med Klarna än.",
    },
    something: { undone: "Inget ändrades genom detta.", unclear: "Innan vi vet det kan vi inte säga säkert vad som har ändrats." },
  },
};
