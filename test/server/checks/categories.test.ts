import { describe, expect, it } from "vitest";

import { GET } from "@/app/api/desk/categories/route";
import { merchantCategoryCodes } from "@/lib/klarna/merchant-category-codes";
import { searchCategories } from "@/lib/server/checks/categories";
import { categories } from "@/lib/server/checks/category-names";

import { answered, browserRequest } from "../harness/ask";
import { noKlarna, withDesk } from "../harness/desk";
import { signedIn } from "../harness/people";

withDesk(noKlarna);

describe("merchant categories", () => {
  it("are the codes that Klarna takes, each with a name fit to read", () => {
    expect(categories.map(({ code }) => code)).toEqual(merchantCategoryCodes);
    const unfit = categories.filter(({ name }) => name.trim() === "" || / {2}|\( |[–—]|\.$/.test(name) || (name.length > 12 && name === name.toUpperCase()));
    expect(unfit).toEqual([]);
  });

  it.each([
    ["5661", "5661"],
    ["566", "5661"],
    ["shoes", "5661"],
    ["SHOE shop", "5661"],
    ["funiture", "5712"],
    ["jewellery", "5944"],
    ["vet", "0742"],
    ["restaurants", "5812"],
    ["hotel", "7011"],
    ["marketplace", "5262"],
    ["qantas", "3012"],
  ])("are found by %s", (question, code) => {
    expect(searchCategories(question).map((found) => found.code)).toContain(code);
  });

  it("come best first, everybody's before a single company's, and at most 20", () => {
    expect(searchCategories("5661").map(({ code }) => code)).toEqual(["5661"]);
    expect(searchCategories("hotel")[0]?.code).toBe("7011");
    expect(searchCategories("3").length).toBe(20);
    expect(searchCategories("")).not.toEqual([]);
  });

  it("aren't found by what means none of them", () => {
    expect(searchCategories("xyzzy")).toEqual([]);
    expect(searchCategories("shoes xyzzy")).toEqual([]);
  });

  it("are there for everybody who is signed in", async () => {
    const ask = async (cookie?: string) => answered(await GET(browserRequest("/api/desk/categories", "GET", { cookie, search: { q: "shoes" } })));
    expect((await ask((await signedIn("finance")).cookie)).status).toBe(200);
    expect((await ask()).status).toBe(401);
  });
});
