import type { Changes } from "../en/changes";

/** The changes in Finnish. */
export const changes: Changes = {
  asked: {
    "accounts.onboard": "Olemme pyytäneet Klarnaa perustamaan teille tilin.",
    "accounts.migrate": "Olemme pyytäneet Klarnaa ottamaan vastaan nykyisen tilinne.",
    "accounts.update": "Olemme pyytäneet Klarnaa muuttamaan tiliänne.",
    "accountInformation.update": "Olemme pyytäneet Klarnaa merkitsemään, milloin ja missä tilinne on avattu.",
    "businessInformation.update": "Olemme pyytäneet Klarnaa muuttamaan yrityksenne tietoja.",
    "settlementInformation.update": "Olemme pyytäneet Klarnaa muuttamaan siellä olevia merkintöjä tilityksistänne.",
    "bankAccounts.create": "Olemme pyytäneet Klarnaa lisäämään tietoihinne pankkitilin.",
    "bankAccounts.update": "Olemme pyytäneet Klarnaa muuttamaan tiedoissanne olevaa pankkitiliä.",
    "bankAccounts.delete": "Olemme pyytäneet Klarnaa poistamaan tiedoistanne pankkitilin.",
    "stakeholders.create": "Olemme pyytäneet Klarnaa lisäämään tietoihinne henkilön.",
    "stakeholders.update": "Olemme pyytäneet Klarnaa muuttamaan siellä olevia merkintöjä yrityksenne henkilöstä.",
    "stakeholders.delete": "Olemme pyytäneet Klarnaa poistamaan tiedoistanne henkilön.",
    "websites.update": "Olemme pyytäneet Klarnaa muuttamaan yhtä verkkosivustoistanne.",
    "collections.update": "Olemme pyytäneet Klarnaa muuttamaan yhtä brändeistänne.",
    "paymentProducts.update": "Olemme pyytäneet Klarnaa muuttamaan erästä tilinne maksutuotetta.",
    "paymentProducts.disable": "Olemme pyytäneet Klarnaa poistamaan käytöstä erään tilinne maksutuotteen.",
    "paymentProducts.enable": "Olemme pyytäneet Klarnaa ottamaan käyttöön erään tilinne maksutuotteen.",
    "paymentProducts.disableOnly": "Olemme pyytäneet Klarnaa poistamaan käytöstä tilinne maksutuotteen.",
    "paymentProducts.enableOnly": "Olemme pyytäneet Klarnaa ottamaan käyttöön tilinne maksutuotteen.",
    "paymentProgramEnablements.create": "Olemme pyytäneet Klarnaa tarjoamaan asiakkaillenne vielä yhden maksutavan.",
    "paymentProgramEnablements.update": "Olemme pyytäneet Klarnaa muuttamaan yhtä asiakkaidenne maksutavoista.",
  },
  askedSomething: "Olemme lähettäneet Klarnalle tiliänne koskevan pyynnön.",
  came: {
    "to-correct": {
      happened: "Klarna ei ole vielä hyväksynyt tätä: joitakin tietoja on ensin korjattava.",
      next: "Katsomme, mitä on korjattava, ja meillä saattaa olla teille kysymys.",
    },
    conflict: {
      happened: "Klarna ei hyväksynyt tätä, koska se ei sovi yhteen sen kanssa, mitä Klarnalla jo on tai mitä Klarna oli juuri silloin muuttamassa.",
      next: "Vertaamme pyyntöä Klarnan tietoihin, ennen kuin yritämme uudelleen.",
    },
    "not-found": {
      happened: "Klarna vastasi, ettei siellä tunneta asiaa, jota tämä koski.",
      next: "Katsomme, mitä tietoja Klarnalla on, ennen kuin yritämme uudelleen.",
    },
    "not-allowed": { happened: "Klarna ei salli tätä tällä hetkellä.", next: "Voimme kysyä Klarnalta, mitä siihen tarvitaan." },
    technical: {
      happened: "Tätä ei toteutettu meidän ja Klarnan välisestä teknisestä syystä. Se ei liity teihin millään tavalla.",
      next: "Pyyntö voidaan lähettää uudelleen, kun asia on korjattu.",
    },
    busy: {
      happened: "Klarna ei voinut ottaa tätä vastaan sillä hetkellä. Se ei liity teihin millään tavalla.",
      next: "Pyyntö voidaan lähettää uudelleen hieman myöhemmin.",
    },
    refused: { happened: "Klarna ei hyväksynyt tätä.", next: "Selvitämme asiaa ja voimme kysyä Klarnalta syytä." },
    "not-done": {
      happened: "Aluksi ei ollut selvää, mitä pyynnölle tapahtui. Nyt tiedämme, ettei sitä toteutettu.",
      next: "Pyyntö voidaan lähettää uudelleen. Kertokaa meille, jos haluatte sitä edelleen.",
    },
    unclear: {
      happened: "Klarna ei ole vielä ilmoittanut meille selvästi, toteutettiinko tämä.",
      next: "Selvitämme sitä parhaillaan ja huolehdimme siitä, ettei sitä toteuteta kahdesti.",
    },
  },
  works: {
    details: {
      undone: "Tämä ei muuttanut mitään. Maksut ja palautukset toimivat kuten ennenkin.",
      unclear: "Asia koskee vain tietojanne. Maksut ja palautukset toimivat kuten ennenkin.",
    },
    product: {
      undone: "Tämä ei muuttanut mitään. Maksut ja palautukset toimivat kuten ennenkin.",
      unclear:
        "Ennen kuin tiedämme sen, emme voi sanoa varmasti, voiko uusia ostoja maksaa sillä tavalla. Palautukset ja muut aiempien ostojen jälkeiset vaiheet saattavat edelleen toimia.",
    },
    opening: {
      undone: "Tiliä ei perustettu tällä pyynnöllä. Maksaminen Klarnalla voi alkaa, kun se on perustettu.",
      unclear: "Pyydämme, ettette vielä laske Klarna-maksujen varaan, ennen kuin tiedämme sen.",
    },
    something: { undone: "Tämä ei muuttanut mitään.", unclear: "Ennen kuin tiedämme sen, emme voi sanoa varmasti, mikä on muuttunut." },
  },
};
