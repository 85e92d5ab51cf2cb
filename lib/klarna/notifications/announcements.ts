export const operational = "partner.account.state-change.operational";
export const enabled = "partner.account.product.payment.state-change.enabled";
export const disabled = "partner.account.product.payment.state-change.disabled";

/** The changes that Klarna is to announce once they are done, by the operation's name, and the event about their account that has to follow. Held apart from the contract, which takes long to load. */
export const announcements: ReadonlyMap<string, string> = new Map([
  ["accounts.onboard", operational],
  ["accounts.migrate", operational],
  ["accounts.update", operational],
  ["paymentProducts.disable", disabled],
  ["paymentProducts.enable", enabled],
  ["paymentProducts.disableOnly", disabled],
  ["paymentProducts.enableOnly", enabled],
]);
