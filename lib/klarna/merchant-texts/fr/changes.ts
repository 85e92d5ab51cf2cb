import type { Changes } from "../en/changes";

/** The changes in French. */
export const changes: Changes = {
  asked: {
    "accounts.onboard": "Nous avons demandé à Klarna de créer un compte pour vous.",
    "accounts.migrate": "Nous avons demandé à Klarna de reprendre votre compte existant.",
    "accounts.update": "Nous avons demandé à Klarna de modifier votre compte.",
    "accountInformation.update": "Nous avons demandé à Klarna de noter quand et où votre compte a été ouvert.",
    "businessInformation.update": "Nous avons demandé à Klarna de modifier les informations sur votre entreprise.",
    "settlementInformation.update": "Nous avons demandé à Klarna de modifier ce qui y est noté au sujet de vos versements.",
    "bankAccounts.create": "Nous avons demandé à Klarna d'ajouter un compte bancaire à vos informations.",
    "bankAccounts.update": "Nous avons demandé à Klarna de modifier un compte bancaire dans vos informations.",
    "bankAccounts.delete": "Nous avons demandé à Klarna de retirer un compte bancaire de vos informations.",
    "stakeholders.create": "Nous avons demandé à Klarna d'ajouter une personne à vos informations.",
    "stakeholders.update": "Nous avons demandé à Klarna de modifier ce qui y est noté au sujet d'une personne de votre entreprise.",
    "stakeholders.delete": "Nous avons demandé à Klarna de retirer une personne de vos informations.",
    "websites.update": "Nous avons demandé à Klarna de modifier l'un de vos sites web.",
    "collections.update": "Nous avons demandé à Klarna de modifier l'une de vos marques.",
    "paymentProducts.update": "Nous avons demandé à Klarna de modifier un produit de paiement de votre compte.",
    "paymentProducts.disable": "Nous avons demandé à Klarna de désactiver un produit de paiement de votre compte.",
    "paymentProducts.enable": "Nous avons demandé à Klarna d'activer un produit de paiement de votre compte.",
    "paymentProducts.disableOnly": "Nous avons demandé à Klarna de désactiver le produit de paiement de votre compte.",
    "paymentProducts.enableOnly": "Nous avons demandé à Klarna d'activer le produit de paiement de votre compte.",
    "paymentProgramEnablements.create": "Nous avons demandé à Klarna de proposer à vos clients un moyen de paiement supplémentaire.",
    "paymentProgramEnablements.update": "Nous avons demandé à Klarna de modifier l'un des moyens de paiement de vos clients.",
  },
  askedSomething: "Nous avons envoyé à Klarna une demande concernant votre compte.",
  came: {
    "to-correct": {
      happened: "Klarna n'a pas encore accepté cette demande, car certaines informations doivent d'abord être corrigées.",
      next: "Nous regardons ce qui doit être corrigé et nous aurons peut-être une question à vous poser.",
    },
    conflict: {
      happened: "Klarna n'a pas accepté cette demande, car elle ne correspond pas à ce dont Klarna dispose déjà ou à ce que Klarna modifiait à ce moment-là.",
      next: "Nous comparons la demande avec ce dont Klarna dispose avant de réessayer.",
    },
    "not-found": {
      happened: "Klarna a répondu que l'objet de cette demande n'y est pas connu.",
      next: "Nous regardons ce dont Klarna dispose avant de réessayer.",
    },
    "not-allowed": { happened: "Klarna ne le permet pas pour le moment.", next: "Nous pouvons demander à Klarna ce qui est nécessaire pour cela." },
    technical: {
      happened: "Cette demande n'a pas été exécutée, pour une raison technique entre Klarna et nous. Cela n'a rien à voir avec vous.",
      next: "La demande pourra être renvoyée quand ce sera réparé.",
    },
    busy: {
      happened: "Klarna n'a pas pu traiter cette demande à ce moment-là. Cela n'a rien à voir avec vous.",
      next: "La demande pourra être renvoyée un peu plus tard.",
    },
    refused: { happened: "Klarna n'a pas accepté cette demande.", next: "Nous examinons ce qu'il en est et pouvons en demander la raison à Klarna." },
    "not-done": {
      happened: "Au début, la suite donnée à cette demande n'était pas claire. Nous savons maintenant qu'elle n'a pas été exécutée.",
      next: "La demande peut être renvoyée. Merci de nous dire si vous le souhaitez toujours.",
    },
    unclear: {
      happened: "Klarna ne nous a pas encore dit clairement si cette demande a été exécutée.",
      next: "Nous sommes en train de le vérifier et veillons à ce que la demande ne soit pas exécutée deux fois.",
    },
  },
  works: {
    details: {
      undone: "Cela n'a rien modifié. Les paiements et les remboursements fonctionnent comme avant.",
      unclear: "Cela ne concerne que vos informations. Les paiements et les remboursements fonctionnent comme avant.",
    },
    product: {
      undone: "Cela n'a rien modifié. Les paiements et les remboursements fonctionnent comme avant.",
      unclear:
        "Tant que nous ne le savons pas, nous ne pouvons pas dire avec certitude si de nouveaux achats peuvent être payés de cette manière. Il se peut que les remboursements et les autres étapes qui suivent des achats antérieurs fonctionnent encore.",
    },
    opening: {
      undone: "Aucun compte n'a été créé par cette demande. Les paiements avec Klarna pourront commencer quand ce sera fait.",
      unclear: "Tant que nous ne le savons pas, merci de ne pas encore compter sur les paiements avec Klarna.",
    },
    something: { undone: "Cela n'a rien modifié.", unclear: "Tant que nous ne le savons pas, nous ne pouvons pas dire avec certitude ce qui a été modifié." },
  },
};
