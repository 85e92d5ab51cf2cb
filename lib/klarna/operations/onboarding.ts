import { email, phone } from "../contact";
import { identifier } from "../identifier";
import { merchantCategoryCode } from "../merchant-category";
import { ownWithin, sensitive } from "../sensitive";
import { list, patch, strict } from "../strict";
import { filled, text } from "../text";
import { accountInformationDraft } from "./account-information";
import { bankAccountDraft } from "./bank-accounts";
import { businessInformationDraft, ownNumbers } from "./business-information";
import { collectionFields } from "./collections";
import { paymentProductFields } from "./payment-products";
import { settlementInformationFields } from "./settlement-information";
import { stakeholderDraft } from "./stakeholders";
import { websiteFields } from "./websites";

const person = { class: "people", shown: "clear" } as const;

/** Whom Klarna turns to at the merchant's. Its fields aren't in the reference, so none is required. */
const accountOwner = strict({
  given_name: text(99).register(sensitive, person).optional(),
  family_name: text(99).register(sensitive, person).optional(),
  email: email().register(sensitive, person).optional(),
  phone: phone().register(sensitive, person).optional(),
});

const extraAccountData = strict({
  account_information: strict(accountInformationDraft.shape).optional(),
  business_information: strict(businessInformationDraft.shape).register(ownWithin, ownNumbers).optional(),
  beneficiary_information: strict({ stakeholders: list(stakeholderDraft).optional() }).optional(),
  settlement_information: strict({ ...settlementInformationFields, bank_accounts: list(bankAccountDraft).optional() }).optional(),
});

const merchant = {
  account_reference: filled(),
  account_name: filled(),
  account_owner: accountOwner,
  account_group_reference: text().optional(),
  account_group_id: identifier().optional(),
  channel: strict({ collections: list(strict(collectionFields)).optional(), websites: list(strict(websiteFields)).optional() }),
  extra_account_data: extraAccountData.optional(),
};

/** A new merchant, whole. */
export const onboarding = strict({ ...merchant, products: list(strict(paymentProductFields)) });

/** A merchant who already takes Klarna Payments: `merchant_id` is the old identifier. Data left out are not carried over. */
export const migration = strict({ ...merchant, products: list(strict({ ...paymentProductFields, merchant_id: text().optional() })) });

/** A change of an account: only what is given changes; its group can't. */
export const accountChange = patch({
  account_reference: filled().optional(),
  account_name: filled().optional(),
  account_owner: accountOwner.optional(),
  products: list(strict({ product_id: identifier(), merchant_category_code: merchantCategoryCode().optional() })).optional(),
  channel: strict({
    collections: list(strict({ collection_id: identifier().optional(), ...collectionFields })).optional(),
    websites: list(strict({ website_id: identifier().optional(), ...websiteFields })).optional(),
  }).optional(),
  extra_account_data: extraAccountData.optional(),
});
