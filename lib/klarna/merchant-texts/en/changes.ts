/** The changes in any language: English has each of them. */
export interface Changes {
  readonly asked: Readonly<Record<keyof typeof englishChanges.asked, string>>;
  readonly askedSomething: string;
  readonly came: Readonly<Record<keyof typeof englishChanges.came, Record<"happened" | "next", string>>>;
  readonly works: Readonly<Record<keyof typeof englishChanges.works, Record<"undone" | "unclear", string>>>;
}

/** What a merchant is told about a change that Klarna didn't make, or perhaps did: in English, whole sentences. */
export const englishChanges = {
  /** What was asked of Klarna, by operation. */
  asked: {
    "accounts.onboard": "We asked Klarna to set up an account for you.",
    "accounts.migrate": "We asked Klarna to take over your existing account.",
    "accounts.update": "We asked Klarna to change your account.",
    "accountInformation.update": "We asked Klarna to note when and where your account was opened.",
    "businessInformation.update": "We asked Klarna to change the details of your business.",
    "settlementInformation.update": "We asked Klarna to change what it has noted about your payouts.",
    "bankAccounts.create": "We asked Klarna to add a bank account to your details.",
    "bankAccounts.update": "We asked Klarna to change a bank account in your details.",
    "bankAccounts.delete": "We asked Klarna to remove a bank account from your details.",
    "stakeholders.create": "We asked Klarna to add a person to your details.",
    "stakeholders.update": "We asked Klarna to change what it has noted about a person of your business.",
    "stakeholders.delete": "We asked Klarna to remove a person from your details.",
    "websites.update": "We asked Klarna to change one of your websites.",
    "collections.update": "We asked Klarna to change one of your brands.",
    "paymentProducts.update": "We asked Klarna to change a payment product of your account.",
    "paymentProducts.disable": "We asked Klarna to switch off a payment product of your account.",
    "paymentProducts.enable": "We asked Klarna to switch on a payment product of your account.",
    "paymentProducts.disableOnly": "We asked Klarna to switch off the payment product of your account.",
    "paymentProducts.enableOnly": "We asked Klarna to switch on the payment product of your account.",
    "paymentProgramEnablements.create": "We asked Klarna to offer your customers one more way to pay.",
    "paymentProgramEnablements.update": "We asked Klarna to change one of the ways in which your customers can pay.",
  },
  /** The same where it isn't known what was asked. */
  askedSomething: "We sent Klarna a request about your account.",
  /** What came of it, and what happens next. */
  came: {
    "to-correct": {
      happened: "Klarna did not accept it yet: some details have to be corrected first.",
      next: "We look at what has to be corrected, and may have a question for you.",
    },
    conflict: {
      happened: "Klarna did not accept it, because it does not fit with what Klarna already has or was changing at that moment.",
      next: "We compare it with what Klarna has before we try again.",
    },
    "not-found": {
      happened: "Klarna answered that it does not know what this was about.",
      next: "We look at what Klarna has before we try again.",
    },
    "not-allowed": {
      happened: "Klarna does not allow this at the moment.",
      next: "We can ask Klarna what is needed for it.",
    },
    technical: {
      happened: "It was not carried out, for a technical reason between us and Klarna. It has nothing to do with you.",
      next: "It can be sent again when that is mended.",
    },
    busy: {
      happened: "Klarna could not take it at that moment. It has nothing to do with you.",
      next: "It can be sent again a little later.",
    },
    refused: {
      happened: "Klarna did not accept it.",
      next: "We look into it, and can ask Klarna for the reason.",
    },
    "not-done": {
      happened: "It was not clear at first what came of it. By now we know that it was not carried out.",
      next: "It can be sent again. Please tell us if you still want it.",
    },
    unclear: {
      happened: "Klarna has not told us clearly yet whether it was carried out.",
      next: "We are finding that out, and take care that it is not carried out twice.",
    },
  },
  /** What still works, by what it was about: after it surely wasn't done, and while nobody knows. */
  works: {
    details: {
      undone: "Nothing was changed by this. Payments and refunds work as they did before.",
      unclear: "It is about your details only. Payments and refunds work as they did before.",
    },
    product: {
      undone: "Nothing was changed by this. Payments and refunds work as they did before.",
      unclear:
        "Until we know, we cannot say for certain whether new purchases can be paid that way. Refunds and other steps after earlier purchases may still work.",
    },
    opening: {
      undone: "No account was set up by this. Payments with Klarna can begin when it is.",
      unclear: "Until we know, please do not count on payments with Klarna yet.",
    },
    something: {
      undone: "Nothing was changed by this.",
      unclear: "Until we know, we cannot say for certain what has changed.",
    },
  },
} as const;
