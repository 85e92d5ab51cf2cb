import type { Reasons, States } from "../en/states";

/** The states in Finnish. */
export const states: States = {
  "account-set-up": {
    happened: "Klarna on juuri perustamassa tiliänne. Tämä kestää yleensä muutaman sekunnin.",
    works: "Asiakkaanne voivat jo maksaa Klarnan maksutuotteella, joka on käytössä. Tiliinne tehtävien muutosten on odotettava, kunnes tili on perustettu.",
    next: "Teidän ei tarvitse tehdä mitään: Klarna saattaa tämän itse valmiiksi.",
  },
  "account-update": {
    happened: "Klarna on juuri viemässä tilillenne muutosta. Tämä kestää yleensä muutaman sekunnin.",
    works:
      "Maksaminen onnistuu edelleen kaikilla Klarnan maksutuotteilla, jotka ovat käytössä. Muiden tiliinne tehtävien muutosten on odotettava, kunnes tämä on valmis.",
    next: "Teidän ei tarvitse tehdä mitään: Klarna saattaa tämän itse valmiiksi.",
  },
  "account-in-work": {
    happened: "Klarna käsittelee tiliänne vielä.",
    works:
      "Maksaminen onnistuu edelleen kaikilla Klarnan maksutuotteilla, jotka ovat käytössä. Tiliinne tehtävien muutosten on odotettava, kunnes Klarna on valmis.",
    next: "Teidän ei tarvitse tehdä mitään: Klarna saattaa tämän itse valmiiksi.",
  },
  "account-operational": {
    happened: "Tilinne Klarnalla on perustettu ja kunnossa.",
    works: "Asiakkaanne voivat maksaa kaikilla Klarnan maksutuotteilla, jotka ovat käytössä, ja tietojanne voidaan muuttaa.",
    next: "Teidän ei tarvitse tehdä mitään.",
  },
  "account-disabled": {
    happened: "Klarna on poistanut tilinne käytöstä.",
    works:
      "Asiakkaanne eivät voi tällä hetkellä maksaa Klarnalla, eikä tilillä voida muuttaa mitään. Voi olla, etteivät myöskään Klarnan kautta tehtävät palautukset toimi.",
    next: "Vain Klarna voi ottaa sen uudelleen käyttöön. Voimme kysyä Klarnalta puolestanne, mitä siihen tarvitaan. Emme voi vaikuttaa siihen, mitä Klarna päättää ja milloin.",
  },
  "account-not-read": {
    happened: "Emme ole vielä saaneet Klarnalta tilinne tämänhetkistä tilannetta.",
    works: "Siksi emme voi vielä sanoa, mikä tällä hetkellä toimii.",
    next: "Haemme sitä parhaillaan Klarnalta. Pyydämme teitä odottamaan hetken.",
  },
  "account-missing": {
    happened: "Klarna vastaa meille, ettei tilinne ole tällä hetkellä siellä tiedossa.",
    works: "Siksi emme näe, mikä toimii, eikä tilillä voida muuttaa mitään, ennen kuin asia on selvitetty.",
    next: "Voimme kysyä Klarnalta, mitä tilille on tapahtunut. Kertokaa meille, jos olette kuulleet siitä Klarnalta.",
  },
  "account-unknown": {
    happened: "Klarna näyttää tilillenne tilan, jota emme vielä tunne.",
    works: "Siksi emme voi sanoa varmasti, mikä tällä hetkellä toimii.",
    next: "Voimme kysyä Klarnalta, mitä se tarkoittaa ja kuka voi muuttaa sen.",
  },
  "product-enabled": {
    happened: "Tilillänne on Klarnan maksutuote, joka on käytössä.",
    works: "Asiakkaanne voivat maksaa sillä. Myös palautukset ja kaikki muu oston jälkeen toimii.",
    next: "Teidän ei tarvitse tehdä mitään.",
  },
  "product-off-by-us": {
    happened: "Olemme poistaneet käytöstä Klarnan maksutuotteen tililtänne. Se tehtiin meidän puolellamme, Klarna ei tehnyt sitä.",
    works:
      "Uusia ostoja ei voi maksaa sillä. Palautukset ja muut aiempien ostojen jälkeiset vaiheet saattavat edelleen toimia. Voi kestää noin 10 minuuttia, ennen kuin muutos näkyy kaikkialla.",
    next: "Se voidaan ottaa meidän puolellamme uudelleen käyttöön. Vastatkaa meille, jos haluatte keskustella asiasta.",
  },
  "product-off-as-safeguard": {
    happened: "Olemme poistaneet varotoimena käytöstä Klarnan maksutuotteen tililtänne. Se tehtiin meidän puolellamme, Klarna ei tehnyt sitä.",
    works:
      "Uusia ostoja ei voi maksaa sillä. Palautukset ja muut aiempien ostojen jälkeiset vaiheet saattavat edelleen toimia. Voi kestää noin 10 minuuttia, ennen kuin muutos näkyy kaikkialla.",
    next: "Se voidaan ottaa meidän puolellamme uudelleen käyttöön. Haluaisimme käydä asian ensin läpi kanssanne, joten pyydämme teitä vastaamaan meille.",
  },
  "product-off-by-klarna": {
    happened: "Klarna on poistanut käytöstä tilinne maksutuotteen.",
    works:
      "Uusia ostoja ei voi maksaa sillä. Palautukset ja muut aiempien ostojen jälkeiset vaiheet saattavat edelleen toimia. Voi kestää noin 10 minuuttia, ennen kuin muutos näkyy kaikkialla.",
    next: "Vain Klarna voi ottaa sen uudelleen käyttöön. Voimme kysyä Klarnalta puolestanne, mitä siihen tarvitaan. Emme voi vaikuttaa siihen, mitä Klarna päättää ja milloin.",
  },
  "product-off": {
    happened: "Eräs tilinne Klarna-maksutuote on pois käytöstä. Emme tiedä vielä varmasti, kuka sen on poistanut käytöstä.",
    works:
      "Uusia ostoja ei voi maksaa sillä. Palautukset ja muut aiempien ostojen jälkeiset vaiheet saattavat edelleen toimia. Voi kestää noin 10 minuuttia, ennen kuin muutos näkyy kaikkialla.",
    next: "Selvitämme ensin, kuka sen teki: siitä riippuu, kuka voi ottaa sen uudelleen käyttöön.",
  },
  "product-ended": {
    happened: "Klarna on lopettanut tilinne maksutuotteen.",
    works: "Uusia ostoja ei voi maksaa sillä. Palautukset ja muut aiempien ostojen jälkeiset vaiheet saattavat edelleen toimia.",
    next: "Vain Klarna voi ottaa sen uudelleen käyttöön, ja niin tapahtuu harvoin. Voimme kysyä siitä Klarnalta puolestanne.",
  },
  "product-unknown": {
    happened: "Klarna näyttää tilinne maksutuotteelle tilan, jota emme vielä tunne.",
    works: "Siksi emme voi sanoa varmasti, mikä sen osalta tällä hetkellä toimii.",
    next: "Voimme kysyä Klarnalta, mitä se tarkoittaa ja kuka voi muuttaa sen.",
  },
};

/** Klarna's reasons in Finnish. */
export const reasons: Reasons = {
  requirements: "Klarnan ilmoittama syy on, että jokin Klarnan edellyttämä asia ei tällä hetkellä täyty.",
  business: "Klarnan ilmoittama syy on, ettei Klarnan maksuja tarjota tällaiselle liiketoiminnalle tai niitä tarjotaan vain tietyin ehdoin.",
  assessment: "Klarna on päättänyt tästä oman arvionsa perusteella. Enempää asiasta voi kertoa vain Klarna.",
};
