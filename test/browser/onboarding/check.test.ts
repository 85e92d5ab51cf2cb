import { describe, expect, it } from "vitest";

import { checkForm } from "@/components/onboarding/check";
import { refusalsOf } from "@/components/onboarding/contract";
import { emptyItem, type OnboardingForm } from "@/components/onboarding/form";

import { madeUpForm } from "./made-up-form";

const business = "extra_account_data.business_information";

describe("a form held against the contract", () => {
  it("can be sent when nothing is wrong", () => {
    expect(checkForm(madeUpForm())).toMatchObject({ faults: [], sendable: { account_name: "Nordlys Keramik" } });
  });

  it("says what is wrong at the field that is wrong", () => {
    const form = madeUpForm();
    form.account_name = " ";
    form.products = [emptyItem.product()];
    form.extra_account_data.beneficiary_information.stakeholders = [{ ...emptyItem.person(), given_name: "Signe" }];
    expect(pathsOf(form)).toEqual([
      "account_name",
      "extra_account_data.beneficiary_information.stakeholders.0.roles",
      "products.0.distribution_profile_id",
      "products.0.merchant_category_code",
    ]);
    expect(checkForm(form).sendable).toBeUndefined();
  });

  it("checks a company number as the country of the registered address does", () => {
    expect(pathsOf(registered("DK", "1234567"))).toEqual([`${business}.registration_number`]);
    expect(pathsOf(registered("DK", "12345674"))).toEqual([]);
    expect(pathsOf(registered("SE", "anything"))).toEqual([]);
  });

  it("says once what is wrong with an address that is both the registered and the operating one", () => {
    const form = registered("Sweden", "556677-8899");
    form.operatesElsewhere = false;
    expect(pathsOf(form)).toEqual([`${business}.registration_address.country`]);
    const { formPath } = checkForm(form);
    const refused = ["registration_address", "operating_address"].map((name) => ({ path: `${business}.${name}.country`, message: "isn't a country" }));
    expect(refusalsOf(form, refused, formPath)).toEqual([{ path: `${business}.registration_address.country`, message: "isn't a country", value: "Sweden" }]);
  });

  it("asks for the court beside a German number, and says so at the court", () => {
    expect(pathsOf(registered("DE", "HRB 12345"))).toEqual([`${business}.registration_authority`]);
    expect(pathsOf(registered("DE", "12345"))).toEqual([`${business}.registration_number`]);
    expect(pathsOf(registered("DE", "HRB 12345", "Amtsgericht München"))).toEqual([]);
  });

  it("takes a company whose registered address isn't filled in to be registered where it works", () => {
    const form = registered("", "HRB 12345");
    form.extra_account_data.business_information.operating_address.country = "DE";
    form.operatesElsewhere = true;
    expect(pathsOf(form)).toContain(`${business}.registration_authority`);
    form.operatesElsewhere = false;
    expect(pathsOf(form)).not.toContain(`${business}.registration_authority`);
  });

  it("holds websites to the brands that are there, and brands to references of their own", () => {
    const form = madeUpForm();
    form.channel.collections = [
      { ...emptyItem.collection(), collection_reference: "outlets" },
      { ...emptyItem.collection(), collection_reference: "outlets\u200b" },
    ];
    expect(pathsOf(form)).toEqual(["channel.collections.1.collection_reference", "channel.websites.0.channel_collection_reference"]);
  });
});

function registered(country: string, number: string, authority = ""): OnboardingForm {
  const form = madeUpForm();
  const own = form.extra_account_data.business_information;
  own.registration_address.country = country;
  own.registration_number = number;
  own.registration_authority = authority;
  return form;
}

function pathsOf(form: OnboardingForm): readonly string[] {
  return checkForm(form).faults.map(({ path }) => path);
}
