/** What a merchant is told about a state: what happened, what still works, what happens next. Whole sentences, so that each can be translated. */
export interface Told {
  readonly happened: string;
  readonly works: string;
  readonly next: string;
}

/** The states in any language: English has each of them. */
export type States = Readonly<Record<keyof typeof englishStates, Told>>;

/** Klarna's reasons in any language. */
export type Reasons = Readonly<Record<keyof typeof englishReasons, string>>;

/** The states as a merchant is told of them, in English. Each row is true of every account or product in that state, however many it has. */
export const englishStates = {
  "account-set-up": {
    happened: "Klarna is setting up your account. This normally takes a few seconds.",
    works: "Your customers can already pay with a Klarna payment product that is switched on. Changes to your account have to wait until it is set up.",
    next: "There is nothing you have to do: Klarna finishes by itself.",
  },
  "account-update": {
    happened: "Klarna is taking in a change to your account. This normally takes a few seconds.",
    works: "Payments go on with every Klarna payment product that is switched on. Further changes to your account have to wait until this one is done.",
    next: "There is nothing you have to do: Klarna finishes by itself.",
  },
  "account-in-work": {
    happened: "Klarna is still working on your account.",
    works: "Payments go on with every Klarna payment product that is switched on. Changes to your account have to wait until Klarna is done.",
    next: "There is nothing you have to do: Klarna finishes by itself.",
  },
  "account-operational": {
    happened: "Your account at Klarna is set up and in order.",
    works: "Your customers can pay with every Klarna payment product that is switched on, and your details can be changed.",
    next: "There is nothing you have to do.",
  },
  "account-disabled": {
    happened: "Klarna has switched off your account.",
    works: "Your customers cannot pay with Klarna at the moment, and nothing about the account can be changed. Refunds through Klarna may not work either.",
    next: "Only Klarna can switch it on again. We can ask Klarna for you what is needed for that. What Klarna decides, and when, is not in our hands.",
  },
  "account-not-read": {
    happened: "We do not have the present state of your account from Klarna yet.",
    works: "So we cannot say yet what works at the moment.",
    next: "We are getting it from Klarna. Please give us a moment.",
  },
  "account-missing": {
    happened: "Klarna answers us that it does not know your account at the moment.",
    works: "So we cannot see what works, and nothing about the account can be changed until this is cleared up.",
    next: "We can ask Klarna what happened to the account. Please tell us if you have heard from Klarna about it.",
  },
  "account-unknown": {
    happened: "Klarna shows your account in a state that we do not know yet.",
    works: "So we cannot say for certain what works at the moment.",
    next: "We can ask Klarna what it means, and who can change it.",
  },
  "product-enabled": {
    happened: "Your account has a Klarna payment product that is switched on.",
    works: "Your customers can pay with it. Refunds and everything else after a purchase work too.",
    next: "There is nothing you have to do.",
  },
  "product-off-by-us": {
    happened: "We have switched off a Klarna payment product of your account. This was done on our side, not by Klarna.",
    works:
      "New purchases cannot be paid with it. Refunds and other steps after earlier purchases may still work. It can take about 10 minutes until the change is felt everywhere.",
    next: "It can be switched on again on our side. Please answer us if you would like to talk about it.",
  },
  "product-off-as-safeguard": {
    happened: "We have switched off a Klarna payment product of your account as a safeguard. This was done on our side, not by Klarna.",
    works:
      "New purchases cannot be paid with it. Refunds and other steps after earlier purchases may still work. It can take about 10 minutes until the change is felt everywhere.",
    next: "It can be switched on again on our side. We would like to go through it with you first: please answer us.",
  },
  "product-off-by-klarna": {
    happened: "Klarna has switched off a payment product of your account.",
    works:
      "New purchases cannot be paid with it. Refunds and other steps after earlier purchases may still work. It can take about 10 minutes until the change is felt everywhere.",
    next: "Only Klarna can switch it on again. We can ask Klarna for you what is needed for that. What Klarna decides, and when, is not in our hands.",
  },
  "product-off": {
    happened: "A Klarna payment product of your account is switched off. We do not know for certain yet who switched it off.",
    works:
      "New purchases cannot be paid with it. Refunds and other steps after earlier purchases may still work. It can take about 10 minutes until the change is felt everywhere.",
    next: "We find out first who did it: that decides who can switch it on again.",
  },
  "product-ended": {
    happened: "Klarna has ended a payment product of your account.",
    works: "New purchases cannot be paid with it. Refunds and other steps after earlier purchases may still work.",
    next: "Only Klarna can switch it on again, and it seldom does. We can ask Klarna about it for you.",
  },
  "product-unknown": {
    happened: "Klarna shows a payment product of your account in a state that we do not know yet.",
    works: "So we cannot say for certain what works with it at the moment.",
    next: "We can ask Klarna what it means, and who can change it.",
  },
} as const satisfies Readonly<Record<string, Told>>;

/** Why Klarna decided it, as far as it is for us to tell: it goes on after what happened. */
export const englishReasons = {
  requirements: "Klarna's reason is that something it requires is not met at the moment.",
  business: "Klarna's reason is that it does not offer its payments to this kind of business, or only under conditions.",
  assessment: "Klarna decided this after an assessment of its own. More than that is for Klarna to say.",
} as const;
