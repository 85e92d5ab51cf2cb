import type { Changes } from "../en/changes";

/** The changes in Polish. */
export const changes: Changes = {
  asked: {
    "accounts.onboard": "poprosiliśmy Klarnę o założenie dla Państwa konta.",
    "accounts.migrate": "poprosiliśmy Klarnę o przejęcie Państwa istniejącego konta.",
    "accounts.update": "poprosiliśmy Klarnę o zmianę Państwa konta.",
    "accountInformation.update": "poprosiliśmy Klarnę o odnotowanie, kiedy i gdzie Państwa konto zostało otwarte.",
    "businessInformation.update": "poprosiliśmy Klarnę o zmianę danych Państwa firmy.",
    "settlementInformation.update": "poprosiliśmy Klarnę o zmianę tego, co odnotowano tam o Państwa wypłatach.",
    "bankAccounts.create": "poprosiliśmy Klarnę o dodanie rachunku bankowego do Państwa danych.",
    "bankAccounts.update": "poprosiliśmy Klarnę o zmianę rachunku bankowego w Państwa danych.",
    "bankAccounts.delete": "poprosiliśmy Klarnę o usunięcie rachunku bankowego z Państwa danych.",
    "stakeholders.create": "poprosiliśmy Klarnę o dodanie osoby do Państwa danych.",
    "stakeholders.update": "poprosiliśmy Klarnę o zmianę tego, co odnotowano tam o osobie z Państwa firmy.",
    "stakeholders.delete": "poprosiliśmy Klarnę o usunięcie osoby z Państwa danych.",
    "websites.update": "poprosiliśmy Klarnę o zmianę jednej z Państwa stron internetowych.",
    "collections.update": "poprosiliśmy Klarnę o zmianę jednej z Państwa marek.",
    "paymentProducts.update": "poprosiliśmy Klarnę o zmianę jednego z produktów płatniczych na Państwa koncie.",
    "paymentProducts.disable": "poprosiliśmy Klarnę o wyłączenie jednego z produktów płatniczych na Państwa koncie.",
    "paymentProducts.enable": "poprosiliśmy Klarnę o włączenie jednego z produktów płatniczych na Państwa koncie.",
    "paymentProducts.disableOnly": "poprosiliśmy Klarnę o wyłączenie produktu płatniczego na Państwa koncie.",
    "paymentProducts.enableOnly": "poprosiliśmy Klarnę o włączenie produktu płatniczego na Państwa koncie.",
    "paymentProgramEnablements.create": "poprosiliśmy Klarnę o udostępnienie Państwa klientom jeszcze jednego sposobu płatności.",
    "paymentProgramEnablements.update": "poprosiliśmy Klarnę o zmianę jednego ze sposobów płatności Państwa klientów.",
  },
  askedSomething: "wysłaliśmy do Klarny prośbę dotyczącą Państwa konta.",
  came: {
    "to-correct": {
      happened: "Klarna jeszcze nie przyjęła tej prośby: najpierw trzeba poprawić niektóre dane.",
      next: "Sprawdzamy, co trzeba poprawić, i być może będziemy mieli do Państwa pytanie.",
    },
    conflict: {
      happened: "Klarna nie przyjęła tej prośby, ponieważ nie pasuje ona do tego, co Klarna już ma lub co właśnie zmieniała.",
      next: "Porównamy prośbę z tym, co ma Klarna, zanim spróbujemy ponownie.",
    },
    "not-found": { happened: "Klarna odpowiedziała, że nie zna tego, czego prośba dotyczyła.", next: "Sprawdzimy, co ma Klarna, zanim spróbujemy ponownie." },
    "not-allowed": { happened: "Klarna obecnie na to nie pozwala.", next: "Możemy zapytać Klarnę, co jest do tego potrzebne." },
    technical: {
      happened: "Prośba nie została wykonana z przyczyny technicznej między nami a Klarną. Nie ma to nic wspólnego z Państwem.",
      next: "Prośbę można wysłać ponownie, gdy zostanie to naprawione.",
    },
    busy: {
      happened: "Klarna nie mogła w tym momencie przyjąć tej prośby. Nie ma to nic wspólnego z Państwem.",
      next: "Prośbę można wysłać ponownie nieco później.",
    },
    refused: { happened: "Klarna nie przyjęła tej prośby.", next: "Sprawdzamy to i możemy zapytać Klarnę o powód." },
    "not-done": {
      happened: "Początkowo nie było jasne, co się stało z tą prośbą. Teraz wiemy, że nie została wykonana.",
      next: "Prośbę można wysłać ponownie. Prosimy o informację, jeśli nadal Państwo tego chcą.",
    },
    unclear: {
      happened: "Klarna nie powiedziała nam jeszcze jasno, czy prośba została wykonana.",
      next: "Ustalamy to i dbamy o to, aby prośba nie została wykonana dwa razy.",
    },
  },
  works: {
    details: {
      undone: "Nic się przez to nie zmieniło. Płatności i zwroty działają tak jak wcześniej.",
      unclear: "Dotyczy to tylko Państwa danych. Płatności i zwroty działają tak jak wcześniej.",
    },
    product: {
      undone: "Nic się przez to nie zmieniło. Płatności i zwroty działają tak jak wcześniej.",
      unclear:
        "Dopóki tego nie wiemy, nie możemy z pewnością powiedzieć, czy nowe zakupy można opłacać w ten sposób. Zwroty i inne czynności po wcześniejszych zakupach mogą nadal działać.",
    },
    opening: {
      undone: "W ten sposób nie założono żadnego konta. Płatności przez Klarnę będą mogły się rozpocząć, gdy zostanie ono założone.",
      unclear: "Dopóki tego nie wiemy, prosimy nie liczyć jeszcze na płatności przez Klarnę.",
    },
    something: { undone: "Nic się przez to nie zmieniło.", unclear: "Dopóki tego nie wiemy, nie możemy z pewnością powiedzieć, co się zmieniło." },
  },
};
