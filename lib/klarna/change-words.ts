/** What somebody did by an operation, to go on after their name: `Ada` + `onboarded this merchant`. An operation without words is named. */
export function doneInWords(operation: string): string {
  return changes.get(operation) ?? `sent ${operation}`;
}

/** What Klarna announced by an event, as a sentence without its end; an unknown event is named. */
export function eventInWords(eventType: string): string {
  return events.get(eventType) ?? `Klarna sent ${eventType}`;
}

/** The event that announces a settlement's report. */
export const reportCreated = "settlement.report.created";

/** What an operation is meant to do, as on a button: `Onboard a merchant`. An operation without words is named. */
export function meantInWords(operation: string): string {
  return meanings.get(operation) ?? operation;
}

const changes: ReadonlyMap<string, string> = new Map([
  ["accounts.onboard", "onboarded this merchant"],
  ["accounts.migrate", "migrated this merchant"],
  ["accounts.update", "changed the account"],
  ["accountInformation.update", "set when and where the account was opened"],
  ["businessInformation.update", "changed the business information"],
  ["settlementInformation.update", "changed the payouts' state"],
  ["bankAccounts.create", "added a bank account"],
  ["bankAccounts.update", "changed a bank account"],
  ["bankAccounts.delete", "removed a bank account"],
  ["stakeholders.create", "added a person"],
  ["stakeholders.update", "changed a person"],
  ["stakeholders.delete", "removed a person"],
  ["websites.update", "changed a website"],
  ["collections.update", "changed a brand"],
  ["paymentProducts.update", "changed a product"],
  ["paymentProducts.disable", "disabled a product"],
  ["paymentProducts.enable", "enabled a product"],
  ["paymentProducts.disableOnly", "disabled the product"],
  ["paymentProducts.enableOnly", "enabled the product"],
  ["paymentProgramEnablements.create", "enabled a payment program"],
  ["paymentProgramEnablements.update", "changed a payment program's enablement"],
]);

const events: ReadonlyMap<string, string> = new Map([
  ["partner.account.state-change.operational", "Klarna: account operational"],
  ["partner.account.product.payment.state-change.enabled", "Klarna: product enabled"],
  ["partner.account.product.payment.state-change.disabled", "Klarna: product disabled"],
  ["partner.account.brand.data-incomplete", "Klarna: a brand's data are incomplete"],
  [reportCreated, "Klarna: settlement report ready"],
  ["settlement.report.uploaded-to-sftp", "Klarna: settlement report on SFTP"],
]);

const meanings: ReadonlyMap<string, string> = new Map([
  ["credentials.create", "Make a credential"],
  ["credentials.disable", "Disable a credential"],
  ["certificates.revoke", "Revoke a certificate"],
  ["accounts.onboard", "Onboard a merchant"],
  ["accounts.migrate", "Migrate a merchant"],
  ["accounts.update", "Change the account"],
  ["accountInformation.update", "Set when and where the account was opened"],
  ["businessInformation.update", "Change the business information"],
  ["settlementInformation.update", "Change the payouts' state"],
  ["bankAccounts.create", "Add a bank account"],
  ["bankAccounts.update", "Change a bank account"],
  ["bankAccounts.delete", "Remove a bank account"],
  ["stakeholders.create", "Add a person"],
  ["stakeholders.update", "Change a person"],
  ["stakeholders.delete", "Remove a person"],
  ["websites.update", "Change a website"],
  ["collections.update", "Change a brand"],
  ["paymentProducts.update", "Change a product"],
  ["products.suspend", "Suspend a product"],
  ["products.reactivate", "Enable a product"],
  ["products.change-category", "Change a product"],
  ["paymentProducts.disable", "Suspend a product"],
  ["paymentProducts.enable", "Enable a product"],
  ["paymentProducts.disableOnly", "Suspend the product"],
  ["paymentProducts.enableOnly", "Enable the product"],
  ["paymentProgramEnablements.create", "Enable a payment program"],
  ["paymentProgramEnablements.update", "Change a payment program"],
]);
