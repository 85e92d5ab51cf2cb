import { beforeEach, describe, expect, it, vi } from "vitest";

import { faultsOf, plannedBy, sentTime } from "@/components/merchants/programs/form-check";
import { type EnablementForm, formKey, keptForm } from "@/components/merchants/programs/kept-form";
import { newForm } from "@/components/merchants/programs/new-form";
import { capital, countriesInWords, scopeInWords } from "@/components/merchants/programs/scope-words";
import { inOneSentence, inPart, warningWords } from "@/components/merchants/programs/warning-words";
import { zoneOptions } from "@/components/merchants/programs/zones";

const form: EnablementForm = {
  ...{ attempt: "9f2c8f0e-6a53-4f19-9d53-2c1e7b5a4f86", program: "p", countries: ["SE"], categories: ["5712"] },
  ...{ from: "2027-03-01T00:00", to: "2027-04-01T00:00", zone: "Europe/Stockholm", unclear: false },
};

describe("what is typed of an enablement", () => {
  it("is sent as exact moments, by the clocks of its zone on each of its days", () => {
    expect([sentTime(form.from, form.zone), sentTime(form.to, form.zone)]).toEqual(["2027-02-28T23:00:00Z", "2027-03-31T22:00:00Z"]);
    expect(plannedBy(form)?.clocks).toEqual({ from: "once", to: "once" });
    expect(plannedBy({ ...form, to: "2027-03-28T02:30" })?.clocks.to).toBe("never");
    expect(plannedBy({ ...form, to: "" })).toBeUndefined();
  });

  it("isn't sent without a program, a beginning and an end that comes after it", () => {
    expect(faultsOf(form)).toEqual({});
    expect(Object.keys(faultsOf({ ...form, program: "", from: "", to: "" }))).toEqual(["program", "from", "to"]);
    expect(faultsOf({ ...form, to: form.from })).toEqual({ to: "It must end after it begins: choose a later end" });
    // By the clocks of Stockholm this is the same moment: 02:30 doesn't exist, and is 03:30.
    expect(faultsOf({ ...form, from: "2027-03-28T02:30", to: "2027-03-28T03:30" })).toHaveProperty("to");
  });

  it("begins tomorrow at midnight, for the product's own category, with an attempt of its own", () => {
    vi.useFakeTimers({ now: Date.parse("2026-12-31T12:00:00Z") });
    try {
      const [one, other] = [newForm("p", "5712"), newForm("", undefined)];
      expect(one).toMatchObject({ from: "2027-01-01T00:00", to: "", countries: [], categories: ["5712"], unclear: false });
      expect(other).toMatchObject({ program: "", categories: [] });
      expect(one.attempt).not.toBe(other.attempt);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("what is kept of it in the tab", () => {
  const store = new Map<string, string>();
  beforeEach(() => {
    store.clear();
    vi.stubGlobal("window", { sessionStorage: { getItem: (key: string) => store.get(key) ?? null } });
  });

  it("is read back whole, and anything else is nothing", () => {
    const key = formKey({ me: "m", accountId: "a", productId: "p" });
    store.set(key, JSON.stringify(form));
    expect(keptForm(key)).toEqual(form);
    expect(keptForm(formKey({ me: "m", accountId: "a", productId: "q" }))).toBeUndefined();
    expect(keptForm(formKey({ me: "another", accountId: "a", productId: "p" })), "whoever signs in after them").toBeUndefined();
    for (const odd of ["", "{", "null", "7", "{}", JSON.stringify({ ...form, countries: "SE" }), JSON.stringify({ ...form, from: 7 })]) {
      store.set(key, odd);
      expect(keptForm(key), odd).toBeUndefined();
    }
  });

  it("is nothing where a browser keeps nothing", () => {
    vi.stubGlobal("window", {
      get sessionStorage() {
        throw new Error("denied");
      },
    });
    expect(keptForm("any")).toBeUndefined();
  });
});

describe("what is said of an enablement", () => {
  it("names places as one would", () => {
    expect(countriesInWords([])).toBe("every country");
    expect(countriesInWords(["DK", "SE", "NO"])).toBe("Denmark, Sweden and Norway");
    expect(countriesInWords(["SE", "*"])).toBe("Sweden and every other country");
    expect(scopeInWords({ countries: ["SE"], categories: [] })).toBe("Sweden, for every category");
    expect(capital("every country")).toBe("Every country");
  });

  it("is a sentence with its times by the clocks that they were chosen by", () => {
    const planned = plannedBy(form)?.enabled;
    if (!planned) throw new Error("Nothing is planned.");
    expect(inOneSentence("Pay in 3", planned, form.zone)).toBe(
      "Shoppers in Sweden can choose Pay in 3 at this merchant, for 5712, from 1 Mar 2027 until 1 Apr 2027 (Europe/Stockholm).",
    );
    const words = warningWords({ kind: "clock-change", from: 60, to: 120 }, { program: "Pay in 3", others: [], zone: form.zone });
    expect(words).toMatchObject({ tone: "info", text: expect.stringContaining("begins by UTC+1 and ends by UTC+2") });
    const overlap = warningWords(
      { kind: "overlap", with: "x", scope: planned.scope, from: planned.from, to: Number.POSITIVE_INFINITY },
      { program: "Pay in 3", others: [], zone: "UTC" },
    );
    expect(overlap.text).toBe("Both hold in Sweden, for 5712 from 28 Feb 2027, 23:00 on. How Klarna takes that isn't published.");
  });

  it("shows all that is said once, and leaves out only overlaps and gaps, of which it says how many", () => {
    const scope = { countries: ["SE"], categories: [] };
    const overlap = (id: string) => ({ kind: "overlap" as const, with: id, scope, from: 1, to: 2 });
    const gap = (from: number) => ({ kind: "gap" as const, side: "after" as const, scope, from, to: from + 1 });
    const once = [{ kind: "begins-in-the-past" as const }, { kind: "ends-soon" as const }, { kind: "every-country" as const }];
    const long = inPart([...["a", "b", "c", "d", "e", "f", "g"].map(overlap), gap(1), gap(2), ...once]);
    expect(long.shown).toEqual([...once, ...["a", "b", "c", "d", "e"].map(overlap)]);
    expect(long.more).toBe("2 more overlaps and 2 more gaps");
    expect(inPart([...["a", "b", "c", "d", "e"].map(overlap), gap(1), ...once]).more).toBe("1 more gap");
    expect(inPart([overlap("a"), ...once]).more).toBe("");
  });

  it("offers one's own zone first, and none twice", () => {
    const options = zoneOptions("Europe/Stockholm");
    expect(options[0]).toEqual({ value: "Europe/Stockholm", label: "Europe/Stockholm (yours)" });
    expect(new Set(options.map(({ value }) => value)).size).toBe(options.length);
  });
});
