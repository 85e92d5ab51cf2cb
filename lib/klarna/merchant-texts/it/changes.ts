import type { Changes } from "../en/changes";

/** The changes in Italian. */
export const changes: Changes = {
  asked: {
    "accounts.onboard": "abbiamo chiesto a Klarna di creare un account per voi.",
    "accounts.migrate": "abbiamo chiesto a Klarna di prendere in carico il vostro account esistente.",
    "accounts.update": "abbiamo chiesto a Klarna di modificare il vostro account.",
    "accountInformation.update": "abbiamo chiesto a Klarna di annotare quando e dove è stato aperto il vostro account.",
    "businessInformation.update": "abbiamo chiesto a Klarna di modificare i dati della vostra attività.",
    "settlementInformation.update": "abbiamo chiesto a Klarna di modificare ciò che ha annotato sui vostri accrediti.",
    "bankAccounts.create": "abbiamo chiesto a Klarna di aggiungere un conto bancario ai vostri dati.",
    "bankAccounts.update": "abbiamo chiesto a Klarna di modificare un conto bancario nei vostri dati.",
    "bankAccounts.delete": "abbiamo chiesto a Klarna di rimuovere un conto bancario dai vostri dati.",
    "stakeholders.create": "abbiamo chiesto a Klarna di aggiungere una persona ai vostri dati.",
    "stakeholders.update": "abbiamo chiesto a Klarna di modificare ciò che ha annotato su una persona della vostra attività.",
    "stakeholders.delete": "abbiamo chiesto a Klarna di rimuovere una persona dai vostri dati.",
    "websites.update": "abbiamo chiesto a Klarna di modificare uno dei vostri siti web.",
    "collections.update": "abbiamo chiesto a Klarna di modificare uno dei vostri marchi.",
    "paymentProducts.update": "abbiamo chiesto a Klarna di modificare un prodotto di pagamento del vostro account.",
    "paymentProducts.disable": "abbiamo chiesto a Klarna di disattivare un prodotto di pagamento del vostro account.",
    "paymentProducts.enable": "abbiamo chiesto a Klarna di attivare un prodotto di pagamento del vostro account.",
    "paymentProducts.disableOnly": "abbiamo chiesto a Klarna di disattivare il prodotto di pagamento del vostro account.",
    "paymentProducts.enableOnly": "abbiamo chiesto a Klarna di attivare il prodotto di pagamento del vostro account.",
    "paymentProgramEnablements.create": "abbiamo chiesto a Klarna di offrire ai vostri clienti un metodo di pagamento in più.",
    "paymentProgramEnablements.update": "abbiamo chiesto a Klarna di modificare uno dei metodi di pagamento dei vostri clienti.",
  },
  askedSomething: "abbiamo inviato a Klarna una richiesta relativa al vostro account.",
  came: {
    "to-correct": {
      happened: "Klarna non ha ancora accettato la richiesta: prima è necessario correggere alcuni dati.",
      next: "Verifichiamo che cosa va corretto e potremmo avere una domanda per voi.",
    },
    conflict: {
      happened: "Klarna non ha accettato la richiesta, perché non si concilia con ciò che Klarna ha già o stava modificando in quel momento.",
      next: "Confrontiamo la richiesta con ciò che ha Klarna prima di riprovare.",
    },
    "not-found": {
      happened: "Klarna ha risposto di non conoscere ciò a cui la richiesta si riferiva.",
      next: "Verifichiamo che cosa ha Klarna prima di riprovare.",
    },
    "not-allowed": { happened: "Al momento Klarna non lo consente.", next: "Possiamo chiedere a Klarna che cosa serve a questo scopo." },
    technical: {
      happened: "La richiesta non è stata eseguita, per un motivo tecnico tra noi e Klarna. Non ha nulla a che fare con voi.",
      next: "La richiesta potrà essere inviata di nuovo quando il problema sarà risolto.",
    },
    busy: {
      happened: "In quel momento Klarna non ha potuto prendere in carico la richiesta. Non ha nulla a che fare con voi.",
      next: "La richiesta potrà essere inviata di nuovo un po' più tardi.",
    },
    refused: { happened: "Klarna non ha accettato la richiesta.", next: "Stiamo verificando la cosa e possiamo chiedere il motivo a Klarna." },
    "not-done": {
      happened: "All'inizio non era chiaro quale esito avesse avuto la richiesta. Ora sappiamo che non è stata eseguita.",
      next: "La richiesta può essere inviata di nuovo. Vi preghiamo di dirci se lo desiderate ancora.",
    },
    unclear: {
      happened: "Klarna non ci ha ancora comunicato con chiarezza se la richiesta è stata eseguita.",
      next: "Lo stiamo verificando e facciamo in modo che la richiesta non venga eseguita due volte.",
    },
  },
  works: {
    details: {
      undone: "Con questo non è stato modificato nulla. I pagamenti e i rimborsi funzionano come prima.",
      unclear: "Riguarda soltanto i vostri dati. I pagamenti e i rimborsi funzionano come prima.",
    },
    product: {
      undone: "Con questo non è stato modificato nulla. I pagamenti e i rimborsi funzionano come prima.",
      unclear:
        "Finché non lo sappiamo, non possiamo dire con certezza se i nuovi acquisti possano essere pagati in quel modo. È possibile che i rimborsi e le altre operazioni successive ad acquisti precedenti funzionino ancora.",
    },
    opening: {
      undone: "Con questo non è stato creato alcun account. I pagamenti con Klarna potranno iniziare quando sarà creato.",
      unclear: "Finché non lo sappiamo, vi preghiamo di non fare ancora affidamento sui pagamenti con Klarna.",
    },
    something: { undone: "Con questo non è stato modificato nulla.", unclear: "Finché non lo sappiamo, non possiamo dire con certezza che cosa è cambiato." },
  },
};
