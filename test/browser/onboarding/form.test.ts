import { describe, expect, it } from "vitest";

import { emptyForm, formOf } from "@/components/onboarding/form";
import { fieldAt } from "@/components/onboarding/form-path";
import { stepOf, steps } from "@/components/onboarding/steps";
import { titleOf } from "@/components/onboarding/use-saver";

import { madeUpForm } from "./made-up-form";

describe("a form out of a draft", () => {
  it("is what was saved, to the letter", () => {
    const form = { ...madeUpForm(), operatesElsewhere: true };
    expect(formOf(JSON.parse(JSON.stringify(form)))).toEqual(form);
    expect(formOf(JSON.parse(JSON.stringify(emptyForm())))).toEqual(emptyForm());
  });

  it("begins empty when nothing was saved, and leaves out what it has no field for", () => {
    expect(formOf({})).toEqual(emptyForm());
    expect(formOf(null)).toEqual(emptyForm());
    expect(formOf(JSON.parse('{"__proto__":{"account_name":"x"},"account_name":7,"channel":"no","surprise":1}'))).toMatchObject({
      account_name: "",
      channel: { collections: [], websites: [] },
    });
  });

  it("opens the operating address of a copy that has another than the registered one", () => {
    const addresses = (operating: string) => ({
      extra_account_data: { business_information: { registration_address: { city: "Nacka" }, operating_address: { city: operating } } },
    });
    expect(formOf(addresses("Stockholm")).operatesElsewhere).toBe(true);
    expect(formOf(addresses("Nacka")).operatesElsewhere).toBe(false);
  });
});

it("has a title that can be saved, however long the name is that it had or gets", () => {
  expect(titleOf(emptyForm(), `Copy of ${"x".repeat(248)}`)).toHaveLength(200);
  expect(titleOf({ ...emptyForm(), account_name: `${"x".repeat(199)}\u{1F980}` }, "")).toBe("x".repeat(199));
});

describe("a path of the form", () => {
  it("belongs to exactly one step, unless it is the wizard's own", () => {
    const paths = leavesOf(madeUpForm(), "").filter((path) => path !== "operatesElsewhere");
    for (const path of paths) expect(stepOf(path), path).not.toBe("review");
    expect(new Set(paths.map(stepOf)).size).toBe(steps.length - 1);
  });

  it("leads to its first field when it is a part, and nowhere when the form has none", () => {
    expect(fieldAt(madeUpForm(), "products")).toBe("products.0.distribution_profile_id");
    expect(fieldAt(madeUpForm(), "extra_account_data.beneficiary_information.stakeholders.0.roles")).toMatch(/roles$/);
    expect(fieldAt(madeUpForm(), "account_group_id")).toBeUndefined();
    expect(fieldAt(madeUpForm(), "toString")).toBeUndefined();
  });
});

function leavesOf(value: unknown, path: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([name, field]) => leavesOf(field, path === "" ? name : `${path}.${name}`));
}
