import type { Reasons, States } from "../en/states";

/** The states in French. */
export const states: States = {
  "account-set-up": {
    happened: "Klarna est en train de créer votre compte. Cela prend normalement quelques secondes.",
    works: "Vos clients peuvent déjà payer avec un produit de paiement Klarna activé. Les modifications de votre compte doivent attendre qu'il soit créé.",
    next: "Vous n'avez rien à faire, car Klarna termine de son côté.",
  },
  "account-update": {
    happened: "Klarna est en train d'enregistrer une modification de votre compte. Cela prend normalement quelques secondes.",
    works:
      "Les paiements se poursuivent avec chaque produit de paiement Klarna activé. Les autres modifications de votre compte doivent attendre que celle-ci soit terminée.",
    next: "Vous n'avez rien à faire, car Klarna termine de son côté.",
  },
  "account-in-work": {
    happened: "Klarna travaille encore sur votre compte.",
    works:
      "Les paiements se poursuivent avec chaque produit de paiement Klarna activé. Les modifications de votre compte doivent attendre que Klarna ait terminé.",
    next: "Vous n'avez rien à faire, car Klarna termine de son côté.",
  },
  "account-operational": {
    happened: "Votre compte chez Klarna est créé et en ordre.",
    works: "Vos clients peuvent payer avec chaque produit de paiement Klarna activé, et vos informations peuvent être modifiées.",
    next: "Vous n'avez rien à faire.",
  },
  "account-disabled": {
    happened: "Klarna a désactivé votre compte.",
    works:
      "Vos clients ne peuvent pas payer avec Klarna pour le moment, et rien ne peut être modifié dans le compte. Il se peut que les remboursements par Klarna ne fonctionnent pas non plus.",
    next: "Il n'y a que Klarna qui puisse le réactiver. Nous pouvons demander pour vous à Klarna ce qui est nécessaire pour cela. Ce que Klarna décidera, et quand, ne dépend pas de nous.",
  },
  "account-not-read": {
    happened: "Nous n'avons pas encore reçu de Klarna l'état actuel de votre compte.",
    works: "Nous ne pouvons donc pas encore dire ce qui fonctionne en ce moment.",
    next: "Nous sommes en train de le demander à Klarna. Merci de patienter un instant.",
  },
  "account-missing": {
    happened: "Klarna nous répond que votre compte n'y est pas connu pour le moment.",
    works: "Nous ne pouvons donc pas voir ce qui fonctionne, et rien ne peut être modifié dans le compte tant que ce point n'est pas éclairci.",
    next: "Nous pouvons demander à Klarna ce qui est arrivé au compte. Merci de nous dire si Klarna vous a contacté à ce sujet.",
  },
  "account-unknown": {
    happened: "Klarna indique pour votre compte un état que nous ne connaissons pas encore.",
    works: "Nous ne pouvons donc pas dire avec certitude ce qui fonctionne en ce moment.",
    next: "Nous pouvons demander à Klarna ce qu'il signifie et qui peut le modifier.",
  },
  "product-enabled": {
    happened: "Votre compte dispose d'un produit de paiement Klarna activé.",
    works: "Vos clients peuvent payer avec celui-ci. Les remboursements et tout ce qui suit un achat fonctionnent aussi.",
    next: "Vous n'avez rien à faire.",
  },
  "product-off-by-us": {
    happened: "Nous avons désactivé un produit de paiement Klarna de votre compte. Cela a été fait de notre côté, et non par Klarna.",
    works:
      "Les nouveaux achats ne peuvent pas être payés avec celui-ci. Il se peut que les remboursements et les autres étapes qui suivent des achats antérieurs fonctionnent encore. Il peut s'écouler environ 10 minutes avant que la modification prenne effet partout.",
    next: "Il peut être réactivé de notre côté. Merci de nous répondre si vous souhaitez en parler.",
  },
  "product-off-as-safeguard": {
    happened: "Nous avons désactivé par précaution un produit de paiement Klarna de votre compte. Cela a été fait de notre côté, et non par Klarna.",
    works:
      "Les nouveaux achats ne peuvent pas être payés avec celui-ci. Il se peut que les remboursements et les autres étapes qui suivent des achats antérieurs fonctionnent encore. Il peut s'écouler environ 10 minutes avant que la modification prenne effet partout.",
    next: "Il peut être réactivé de notre côté. Nous aimerions d'abord en parler avec vous, merci de nous répondre.",
  },
  "product-off-by-klarna": {
    happened: "Klarna a désactivé un produit de paiement de votre compte.",
    works:
      "Les nouveaux achats ne peuvent pas être payés avec celui-ci. Il se peut que les remboursements et les autres étapes qui suivent des achats antérieurs fonctionnent encore. Il peut s'écouler environ 10 minutes avant que la modification prenne effet partout.",
    next: "Il n'y a que Klarna qui puisse le réactiver. Nous pouvons demander pour vous à Klarna ce qui est nécessaire pour cela. Ce que Klarna décidera, et quand, ne dépend pas de nous.",
  },
  "product-off": {
    happened: "Un produit de paiement Klarna de votre compte est désactivé. Nous ne savons pas encore avec certitude qui l'a désactivé.",
    works:
      "Les nouveaux achats ne peuvent pas être payés avec celui-ci. Il se peut que les remboursements et les autres étapes qui suivent des achats antérieurs fonctionnent encore. Il peut s'écouler environ 10 minutes avant que la modification prenne effet partout.",
    next: "Nous cherchons d'abord qui l'a fait, car cela détermine qui peut le réactiver.",
  },
  "product-ended": {
    happened: "Klarna a mis fin à un produit de paiement de votre compte.",
    works:
      "Les nouveaux achats ne peuvent pas être payés avec celui-ci. Il se peut que les remboursements et les autres étapes qui suivent des achats antérieurs fonctionnent encore.",
    next: "Il n'y a que Klarna qui puisse le réactiver, et cela arrive rarement. Nous pouvons poser la question à Klarna pour vous.",
  },
  "product-unknown": {
    happened: "Klarna indique pour un produit de paiement de votre compte un état que nous ne connaissons pas encore.",
    works: "Nous ne pouvons donc pas dire avec certitude ce qui fonctionne avec celui-ci en ce moment.",
    next: "Nous pouvons demander à Klarna ce qu'il signifie et qui peut le modifier.",
  },
};

/** Klarna's reasons in French. */
export const reasons: Reasons = {
  requirements: "La raison indiquée par Klarna est qu'une condition exigée par Klarna n'est pas remplie pour le moment.",
  business: "La raison indiquée par Klarna est que ses paiements ne sont pas proposés à ce type d'activité, ou seulement sous certaines conditions.",
  assessment: "Klarna a pris cette décision à l'issue de sa propre évaluation. C'est à Klarna qu'il revient d'en dire davantage.",
};
