import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { bodyOf } from "@/components/onboarding/body";
import { checkForm } from "@/components/onboarding/check";
import { emptyForm, emptyItem, formOf, type OnboardingForm } from "@/components/onboarding/form";
import { fieldAt } from "@/components/onboarding/form-path";
import { accounts } from "@/lib/klarna/operations/accounts";

import { madeUpOnboarding } from "../../klarna/made-up";
import { anyForm } from "./any-form";
import { madeUpForm } from "./made-up-form";

describe("what is sent for a form", () => {
  it("is the onboarding that was typed, in Klarna's notation", () => {
    const form = madeUpForm();
    const [bank] = form.extra_account_data.settlement_information.bank_accounts;
    if (bank) bank.iban = " se45 5000 0000 0583 9825 7466 ";
    form.account_owner.phone = "+46 (70) 174-06 05";
    form.account_name = "  Nordlys Keramik ";
    const settlement = { ...madeUpOnboarding.extra_account_data.settlement_information, settlement_enabled_at: "2024-01-01T00:00:00Z" };
    expect(bodyOf(form).body).toEqual({
      ...madeUpOnboarding,
      extra_account_data: { ...madeUpOnboarding.extra_account_data, settlement_information: settlement },
    });
  });

  it("leaves out whatever was left empty, and keeps only what Klarna requires", () => {
    expect(bodyOf(emptyForm()).body).toEqual({ account_owner: {}, products: [{ type: "PAYMENT" }], channel: {} });
  });

  it("never holds an empty text, list or object below its required ones, whatever is typed", () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const { account_owner: _, channel: __, ...body } = bodyOf(form).body;
        expect(emptyIn(body, "")).toEqual([]);
      }),
    );
  });

  it("either parses as an onboarding, or each fault lands on a field that the form has", () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const { sendable, faults } = checkForm(form);
        for (const { path } of faults) expect(fieldAt(form, path), path).toBeDefined();
        expect(sendable === undefined).toBe(faults.length > 0);
        if (sendable) expect(accounts.onboard.body.parse(sendable)).toEqual(bodyOf(form).body);
      }),
    );
  });

  it("sends the registered address as the operating one, unless the merchant operates elsewhere", () => {
    const form = formOf({ extra_account_data: { business_information: { registration_address: { country: "SE", city: "Stockholm" } } } });
    form.extra_account_data.business_information.operating_address.city = "Nacka";
    expect(businessIn(form)).toMatchObject({ registration_address: { city: "Stockholm" }, operating_address: { country: "SE", city: "Stockholm" } });
    expect(businessIn({ ...form, operatesElsewhere: true })).toMatchObject({ operating_address: { city: "Nacka" } });
  });
});

describe("the way back from the body", () => {
  it("finds the entry that was meant, though empty ones before it weren't sent", () => {
    const form = emptyForm();
    const site = { ...emptyItem.website(), urls: ["", "https://nordlys.example"] };
    form.channel.websites = [emptyItem.website(), site];
    const { body, formPath } = bodyOf(form);
    expect(body.channel).toEqual({ websites: [{ urls: ["https://nordlys.example"] }] });
    expect(formPath("channel.websites.0.urls.0")).toBe("channel.websites.1.urls.1");
    expect(formPath("channel.websites.0.website_name")).toBe("channel.websites.1.website_name");
  });

  it("finds the registered address where the operating one is its copy", () => {
    const path = "extra_account_data.business_information.operating_address.city";
    expect(bodyOf(emptyForm()).formPath(path)).toBe("extra_account_data.business_information.registration_address.city");
    expect(bodyOf({ ...emptyForm(), operatesElsewhere: true }).formPath(path)).toBe(path);
  });
});

function businessIn(form: OnboardingForm): unknown {
  const { extra_account_data } = bodyOf(form).body as { readonly extra_account_data: { readonly business_information: unknown } };
  return extra_account_data.business_information;
}

/** The paths at which a value is empty. The roles of a person are asked for, so they may be. */
function emptyIn(value: unknown, path: string): readonly string[] {
  if (value === "") return [path];
  if (typeof value !== "object" || value === null) return [];
  const fields = Object.entries(value).filter(([name]) => name !== "roles");
  return fields.length === 0 && !("roles" in value) ? [path] : fields.flatMap(([name, field]) => emptyIn(field, `${path}.${name}`));
}
