import type { Reasons, States } from "../en/states";

/** The states in Italian. A comma follows the greeting: what begins the letter begins small, but for names. */
export const states: States = {
  "account-set-up": {
    happened: "Klarna sta creando il vostro account. Di norma bastano pochi secondi.",
    works: "I vostri clienti possono già pagare con un prodotto di pagamento Klarna attivo. Le modifiche al vostro account devono attendere che sia creato.",
    next: "Non dovete fare nulla: Klarna completa tutto da sé.",
  },
  "account-update": {
    happened: "Klarna sta registrando una modifica al vostro account. Di norma bastano pochi secondi.",
    works:
      "I pagamenti proseguono con ogni prodotto di pagamento Klarna attivo. Ulteriori modifiche al vostro account devono attendere che questa sia conclusa.",
    next: "Non dovete fare nulla: Klarna completa tutto da sé.",
  },
  "account-in-work": {
    happened: "Klarna sta ancora lavorando al vostro account.",
    works: "I pagamenti proseguono con ogni prodotto di pagamento Klarna attivo. Le modifiche al vostro account devono attendere che Klarna abbia finito.",
    next: "Non dovete fare nulla: Klarna completa tutto da sé.",
  },
  "account-operational": {
    happened: "il vostro account presso Klarna è stato creato ed è in ordine.",
    works: "I vostri clienti possono pagare con ogni prodotto di pagamento Klarna attivo e i vostri dati possono essere modificati.",
    next: "Non dovete fare nulla.",
  },
  "account-disabled": {
    happened: "Klarna ha disattivato il vostro account.",
    works:
      "Al momento i vostri clienti non possono pagare con Klarna e nell'account non si può modificare nulla. È possibile che anche i rimborsi tramite Klarna non funzionino.",
    next: "Solo Klarna può riattivarlo. Possiamo chiedere a Klarna per voi che cosa serve a questo scopo. Che cosa Klarna deciderà, e quando, non dipende da noi.",
  },
  "account-not-read": {
    happened: "non abbiamo ancora ricevuto da Klarna lo stato attuale del vostro account.",
    works: "Perciò non possiamo ancora dire che cosa funziona al momento.",
    next: "Lo stiamo chiedendo a Klarna. Vi preghiamo di attendere un momento.",
  },
  "account-missing": {
    happened: "Klarna ci risponde di non conoscere al momento il vostro account.",
    works: "Perciò non possiamo vedere che cosa funziona e nell'account non si può modificare nulla finché la cosa non è chiarita.",
    next: "Possiamo chiedere a Klarna che cosa è successo all'account. Vi preghiamo di dirci se avete ricevuto notizie da Klarna in merito.",
  },
  "account-unknown": {
    happened: "Klarna mostra il vostro account in uno stato che non conosciamo ancora.",
    works: "Perciò non possiamo dire con certezza che cosa funziona al momento.",
    next: "Possiamo chiedere a Klarna che cosa significa e chi può cambiarlo.",
  },
  "product-enabled": {
    happened: "il vostro account ha un prodotto di pagamento Klarna attivo.",
    works: "I vostri clienti possono pagare con questo prodotto. Funzionano anche i rimborsi e tutto ciò che segue un acquisto.",
    next: "Non dovete fare nulla.",
  },
  "product-off-by-us": {
    happened: "abbiamo disattivato un prodotto di pagamento Klarna del vostro account. Lo abbiamo fatto noi, non Klarna.",
    works:
      "I nuovi acquisti non possono essere pagati con questo prodotto. È possibile che i rimborsi e le altre operazioni successive ad acquisti precedenti funzionino ancora. Possono volerci circa 10 minuti prima che la modifica abbia effetto ovunque.",
    next: "Da parte nostra può essere riattivato. Vi preghiamo di risponderci se desiderate parlarne.",
  },
  "product-off-as-safeguard": {
    happened: "abbiamo disattivato in via precauzionale un prodotto di pagamento Klarna del vostro account. Lo abbiamo fatto noi, non Klarna.",
    works:
      "I nuovi acquisti non possono essere pagati con questo prodotto. È possibile che i rimborsi e le altre operazioni successive ad acquisti precedenti funzionino ancora. Possono volerci circa 10 minuti prima che la modifica abbia effetto ovunque.",
    next: "Da parte nostra può essere riattivato. Vorremmo prima esaminare la cosa con voi: vi preghiamo di risponderci.",
  },
  "product-off-by-klarna": {
    happened: "Klarna ha disattivato un prodotto di pagamento del vostro account.",
    works:
      "I nuovi acquisti non possono essere pagati con questo prodotto. È possibile che i rimborsi e le altre operazioni successive ad acquisti precedenti funzionino ancora. Possono volerci circa 10 minuti prima che la modifica abbia effetto ovunque.",
    next: "Solo Klarna può riattivarlo. Possiamo chiedere a Klarna per voi che cosa serve a questo scopo. Che cosa Klarna deciderà, e quando, non dipende da noi.",
  },
  "product-off": {
    happened: "un prodotto di pagamento Klarna del vostro account è disattivato. Non sappiamo ancora con certezza chi lo abbia disattivato.",
    works:
      "I nuovi acquisti non possono essere pagati con questo prodotto. È possibile che i rimborsi e le altre operazioni successive ad acquisti precedenti funzionino ancora. Possono volerci circa 10 minuti prima che la modifica abbia effetto ovunque.",
    next: "Per prima cosa verifichiamo chi lo ha fatto: da questo dipende chi può riattivarlo.",
  },
  "product-ended": {
    happened: "Klarna ha posto fine a un prodotto di pagamento del vostro account.",
    works:
      "I nuovi acquisti non possono essere pagati con questo prodotto. È possibile che i rimborsi e le altre operazioni successive ad acquisti precedenti funzionino ancora.",
    next: "Solo Klarna può riattivarlo, e lo fa di rado. Possiamo chiederlo a Klarna per voi.",
  },
  "product-unknown": {
    happened: "Klarna mostra un prodotto di pagamento del vostro account in uno stato che non conosciamo ancora.",
    works: "Perciò non possiamo dire con certezza che cosa funziona al momento con questo prodotto.",
    next: "Possiamo chiedere a Klarna che cosa significa e chi può cambiarlo.",
  },
};

/** Klarna's reasons in Italian. */
export const reasons: Reasons = {
  requirements: "Il motivo indicato da Klarna è che al momento un requisito di Klarna non è soddisfatto.",
  business: "Il motivo indicato da Klarna è che i suoi pagamenti non sono offerti a questo tipo di attività, o lo sono solo a determinate condizioni.",
  assessment: "Klarna lo ha deciso dopo una propria valutazione. Spetta a Klarna dire di più.",
};
