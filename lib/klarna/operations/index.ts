import type { Operation } from "../operation";
import { accountInformation } from "./account-information";
import { accounts } from "./accounts";
import { bankAccounts } from "./bank-accounts";
import { businessInformation } from "./business-information";
import { certificates } from "./certificates";
import { collections } from "./collections";
import { credentials } from "./credentials";
import { distributionProfiles } from "./distribution-profiles";
import { paymentProducts } from "./payment-products";
import { paymentProgramEnablements } from "./payment-program-enablements";
import { paymentProgramPlans } from "./payment-program-plans";
import { paymentPrograms } from "./payment-programs";
import { pricePlans } from "./price-plans";
import { settlementInformation } from "./settlement-information";
import { settlements } from "./settlements";
import { stakeholders } from "./stakeholders";
import { websites } from "./websites";

const resources = [
  credentials,
  certificates,
  distributionProfiles,
  accounts,
  paymentProducts,
  pricePlans,
  paymentProgramPlans,
  paymentPrograms,
  paymentProgramEnablements,
  websites,
  collections,
  accountInformation,
  businessInformation,
  stakeholders,
  settlementInformation,
  bankAccounts,
  settlements,
];

/** Every operation that this desk can perform at Klarna, by name. What isn't here can't be called. */
export const operations: ReadonlyMap<string, Operation> = new Map(
  resources.flatMap((resource) => Object.values<Operation>(resource)).map((operation) => [operation.name, operation]),
);
