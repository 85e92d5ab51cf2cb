import { describe, expect, it } from "vitest";

import { checkRows } from "@/components/onboarding/table/check-rows";
import { columnMeant, tableColumns } from "@/components/onboarding/table/columns";
import { emptyTable, rowsToCorrect, toCorrect } from "@/components/onboarding/table/files";
import { formOfRow } from "@/components/onboarding/table/form-of-row";
import { type Profiles, profilesBy } from "@/components/onboarding/table/profiles";
import { type FileTable, readTable } from "@/components/onboarding/table/read-table";
import { faultSentences, hintSentences } from "@/components/onboarding/table/row-words";
import { mostDrafts } from "@/lib/desk/draft";

import { madeUpForm } from "../made-up-form";
import { asCsv, madeUpCells } from "./made-up-table";

const labels = tableColumns.map(({ label }) => label);
const paths = tableColumns.map(({ path }) => path);
const none = { known: undefined, otherwise: "" };
const read = (bytes: Uint8Array) => readTable(bytes) as FileTable;
const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

describe("the columns of a table", () => {
  it("have a name each, and every field of the wizard is one", () => {
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels).toEqual(
      expect.arrayContaining([
        "Merchant: Reference",
        "Owner: E-mail",
        "Registered address: City",
        "Person 2, home address: City",
        "Bank account: IBAN",
        "Website: Address",
      ]),
    );
  });

  it("are known by the desk's name, by Klarna's, and by the end of that where it is no other's", () => {
    expect(labels.map(columnMeant)).toEqual(paths);
    expect(paths.map(columnMeant)).toEqual(paths);
    expect(columnMeant("IBAN")).toBe("extra_account_data.settlement_information.bank_accounts.0.iban");
    expect(columnMeant("business_information.registration_number")).toBe("extra_account_data.business_information.registration_number");
    expect(columnMeant(" Merchant  category ")).toBe("products.0.merchant_category_code");
    expect(columnMeant("Name")).toBe("account_name");
  });

  it("are none where several are meant, or nobody knows which", () => {
    expect(["City", "given_name", "Colour", ""].map(columnMeant)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe("a row of a table", () => {
  it("with every cell filled is the form that a person would have filled in, and can be sent", () => {
    const { rows } = read(asCsv([labels, madeUpCells()]));
    const [row] = checkRows({ header: labels, rows }, paths, none);
    expect(row?.form).toEqual(madeUpForm());
    expect(row?.faults).toEqual([]);
    expect(row?.checked.sendable).toBeDefined();
  });

  it("may say codes in words, countries by their names, yes by others, and categories without their zeros", () => {
    const given: Readonly<Record<string, string>> = {
      "extra_account_data.business_information.business_entity_type": "limited liability company",
      "extra_account_data.business_information.registration_address.country": "sweden",
      "extra_account_data.beneficiary_information.stakeholders.1.roles": "Owner; legal representative",
      "extra_account_data.settlement_information.settlement_enabled": "TRUE",
      "products.0.merchant_category_code": "742",
    };
    const { form, unread } = formOfRow(Object.values(given), Object.keys(given));
    expect(unread).toEqual([]);
    expect(form.extra_account_data.business_information).toMatchObject({
      business_entity_type: "LIMITED_LIABILITY_COMPANY",
      registration_address: { country: "SE" },
    });
    // Person 2 moves up where there is no person 1.
    expect(form.extra_account_data.beneficiary_information.stakeholders).toMatchObject([{ roles: ["OWNER", "LEGAL_REPRESENTATIVE"] }]);
    expect(form.extra_account_data.settlement_information.settlement_enabled).toBe("yes");
    expect(form.products).toMatchObject([{ merchant_category_code: "0742" }]);
  });

  it.each([
    ["extra_account_data.settlement_information.settlement_enabled", "perhaps", /write yes or no/],
    ["extra_account_data.business_information.business_entity_type", "a firm", /write Limited liability company, /],
    ["extra_account_data.beneficiary_information.stakeholders.0.roles", "Owner, friend", /write Legal representative, /],
  ])("that says something nobody understands in %s is told so, and it isn't guessed", (path, text, words) => {
    const [row] = checkRows({ header: [path], rows: [{ line: 2, cells: [text] }] }, [path], none);
    expect(faultSentences(row?.faults ?? []).filter((sentence) => sentence.includes(`“${text}”`))).toEqual([expect.stringMatching(words)]);
  });

  it("may call a distribution profile by its name, and one that names none gets what was chosen for such", () => {
    const rows = ["High volume", "krn:own", ""].map((text, index) => ({ line: index + 2, cells: [text] }));
    const known = profilesBy([
      { distribution_profile_id: "krn:high", name: "High volume" },
      { distribution_profile_id: "krn:own" },
      { distribution_profile_id: "krn:usual" },
    ]);
    const path = "products.0.distribution_profile_id";
    const checked = (profiles: Profiles) => checkRows({ header: ["profile"], rows: [...rows, { line: 5, cells: ["Lost"] }] }, [path], profiles);
    const faults = (profiles: Profiles) => checked(profiles).map(({ faults: all }) => all.filter((fault) => fault.path === path).length);
    expect(checked({ known, otherwise: "krn:usual" }).map(({ form }) => form.products[0]?.distribution_profile_id)).toEqual([
      "krn:high",
      "krn:own",
      "krn:usual",
      "Lost",
    ]);
    expect(faults({ known, otherwise: "krn:usual" })).toEqual([0, 0, 0, 1]);
    // Which names there are isn't known before they are read.
    expect(faults({ known: undefined, otherwise: "krn:usual" })).toEqual([1, 0, 0, 0]);
  });

  it("is told of an IBAN that stands before it, however it is written, and not of its own", () => {
    const columns = ["account_name", "extra_account_data.settlement_information.bank_accounts.0.iban"];
    const rows = ["SE45 5000 0000 0583 9825 7466", "se4550000000058398257466", "DE89 3704 0044 0532 0130 00"].map((iban, index) => ({
      line: index + 2,
      cells: ["M", iban],
    }));
    expect(checkRows({ header: columns, rows }, columns, none).map(({ same }) => same)).toEqual([[], [{ line: 2, what: "IBAN" }], []]);
  });

  it("may have several addresses on the web in a cell, parted as people part them", () => {
    const urls = (cell: string) => formOfRow([cell], ["channel.websites.0.urls"]).form.channel.websites[0]?.urls;
    for (const cell of [
      "https://a.example, https://b.example",
      "https://a.example;https://b.example",
      "https://a.example,https://b.example",
      "https://a.example\nhttps://b.example",
    ])
      expect(urls(cell)).toEqual(["https://a.example", "https://b.example"]);
    expect(urls("https://a.example/?q=1,2")).toEqual(["https://a.example/?q=1,2"]);
  });

  it("has the faults of people named by their own columns, also where they have moved up", () => {
    const columns = ["extra_account_data.beneficiary_information.stakeholders.1.date_of_birth"];
    const [row] = checkRows({ header: columns, rows: [{ line: 2, cells: ["yesterday"] }] }, columns, none);
    const told = faultSentences(row?.faults ?? []).filter((sentence) => sentence.startsWith("Person"));
    expect(told.length).toBeGreaterThan(0);
    expect(told.filter((sentence) => !sentence.startsWith("Person 2"))).toEqual([]);
  });

  it("has its faults named by the columns, and a reference that stands before it", () => {
    const columns = ["account_reference", "extra_account_data.settlement_information.bank_accounts.0.iban"];
    const row = (line: number, iban: string) => ({ line, cells: ["SE-1", iban] });
    const [first, second] = checkRows({ header: columns, rows: [row(2, ""), row(3, "SE45 5000 0000 0583 9825 7467")] }, columns, none);
    expect(faultSentences(second?.faults ?? [])).toContainEqual(expect.stringMatching(/^Bank account: IBAN: /));
    expect(hintSentences({ same: first?.same ?? [] }, [])).toEqual([]);
    expect(hintSentences({ same: second?.same ?? [] }, [{ path: "", message: "Odd.", merchant: { account_id: "krn:a", name: "Blomster" } }])).toEqual([
      "Line 2 has the same reference.",
      "Odd. (Blomster)",
    ]);
  });
});

describe("a file", () => {
  it("is read whatever parts its columns, in the encodings that spreadsheets save", () => {
    const lines = [
      ["Reference", "Name"],
      ["SE-1", "Söner; AB"],
    ];
    for (const separator of [",", ";", "\t"]) expect(read(asCsv(lines, separator)).rows).toEqual([{ line: 2, cells: ["SE-1", "Söner; AB"] }]);
    const latin = new Uint8Array([...'Reference;Name\r\nSE-1;"S'].map((letter) => letter.charCodeAt(0)).concat(0xf6, 0x6e, 0x22));
    expect(read(latin).rows).toEqual([{ line: 2, cells: ["SE-1", "Sön"] }]);
  });

  it("that is no table says what to do", () => {
    expect(readTable(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))).toMatch(/Save the spreadsheet as CSV/);
    expect(readTable(asCsv([]))).toBe("The file is empty.");
    expect(readTable(asCsv([["Reference", "Name"]]))).toMatch(/one line only/);
    expect(readTable(asCsv([["Name"], ...Array.from({ length: mostDrafts + 1 }, (_, index) => [`M ${index}`])]))).toMatch(/201 merchants; 200 are the most/);
  });

  it("with nothing but a header has every column, each understood when it comes back", async () => {
    const table = readTable(asCsv([read(new Uint8Array([...(await bytesOf(emptyTable())), ...asCsv([["x"]])])).header, ["x"]])) as FileTable;
    expect(table.header.map(columnMeant)).toEqual(paths);
  });

  it("of rows to correct has all that stood in them, what to correct, and nothing that a spreadsheet takes for a formula", async () => {
    const table: FileTable = { header: ["account_reference", "phone", "colour"], rows: [{ line: 2, cells: ["=1+1", "+46 70 123 45 67", "blue;=1;'x"] }] };
    const file = await bytesOf(rowsToCorrect(table, checkRows(table, ["account_reference", "account_owner.phone", ""], none)));
    expect(new TextDecoder().decode(file)).toMatch(/'=1\+1,.*blue;'=1;'x/);
    const again = read(file);
    expect(again.header).toEqual([...table.header, toCorrect]);
    expect(again.rows[0]?.cells.slice(0, 3)).toEqual(table.rows[0]?.cells);
    expect(again.rows[0]?.cells[3]).toMatch(/Merchant: Name|Owner: /);
    expect(columnMeant(toCorrect)).toBeUndefined();
  });
});
