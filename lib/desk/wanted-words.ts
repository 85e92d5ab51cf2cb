import { meantInWords } from "@/lib/klarna/change-words";

/** What somebody wanted to do, as on a button: `Write a note`. By the name of one of the desk's doors, or of an operation of Klarna's. */
export function wantedInWords(name: string): string {
  return atDoors.get(name) ?? reads.get(name) ?? meantInWords(name);
}

const atDoors: ReadonlyMap<string, string> = new Map([
  ["notes.add", "Write a note"],
  ["notes.change", "Change a note"],
  ["notes.delete", "Delete a note"],
  ["notes.pin", "Pin or unpin a note"],
  ["claims.get", "See who works on this merchant"],
  ["claims.claim", "Say that they work on this merchant"],
  ["claims.renew", "Say that they still work on this merchant"],
  ["claims.release", "Say that they no longer work on this merchant"],
  ["edits.get", "Change the merchant's file"],
  ["edits.keep", "Change the merchant's file"],
  ["edits.drop", "Change the merchant's file"],
  ["edits.send", "Change the merchant's file"],
  ["file.get", "Read the merchant's file"],
  ["file.reveal", "See a masked value in clear"],
  ["merchants.get", "Look at this merchant"],
  ["merchants.timeline", "Read this merchant's activity"],
  ["merchants.erase", "Erase this merchant from the desk"],
  ["merchants.read-again", "Have this merchant read again after it was erased"],
  ["products.suspend", "Suspend a product"],
  ["products.reactivate", "Reactivate a product"],
  ["products.change-category", "Change a product's category"],
  ["products.changes", "See what was done with this merchant's products"],
  ["products.fit", "See which programs fit a category"],
  ["merchants.settled", "See what a merchant lately settled"],
]);

const reads: ReadonlyMap<string, string> = new Map([
  ["accounts.get", "Read the account"],
  ["accountInformation.get", "See when and where the account was opened"],
  ["businessInformation.get", "Read the business information"],
  ["settlementInformation.get", "Read the payouts' state"],
  ["bankAccounts.list", "Read the bank accounts"],
  ["bankAccounts.get", "Read a bank account"],
  ["stakeholders.list", "Read the people"],
  ["stakeholders.get", "Read a person"],
  ["websites.list", "Read the websites"],
  ["websites.get", "Read a website"],
  ["collections.list", "Read the brands"],
  ["collections.get", "Read a brand"],
  ["paymentProducts.list", "Read the products"],
  ["paymentProducts.get", "Read a product"],
  ["paymentPrograms.listForProduct", "See which payment programs a product may have"],
  ["paymentProgramEnablements.list", "Read which payment programs are enabled"],
  ["paymentProgramEnablements.get", "Read a payment program's enablement"],
]);
