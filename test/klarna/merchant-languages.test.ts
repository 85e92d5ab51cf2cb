import { beforeAll, describe, expect, it } from "vitest";

import { english, type MerchantTexts } from "@/lib/klarna/merchant-texts/en/texts";
import { type Language, languageOf, languages } from "@/lib/klarna/merchant-texts/languages";
import { textsIn } from "@/lib/klarna/merchant-texts/texts-in";

/** What is known of a language by which a mistake in its texts is found. */
interface Known {
  /** How words begin that accuse somebody. */
  readonly accusing: string;
  /** Words that would speak to a merchant less politely, or otherwise than all other texts. */
  readonly address: string;
  /** Where a letter begins small after the greeting's comma: the names and polite words that are big all the same. */
  readonly big?: string;
}

const known: Readonly<Record<Language, Known>> = {
  en: { accusing: "fraud risk suspic fault violat breach abus illegal crim guilt complian", address: "thou thee" },
  de: {
    accusing: "betrug betrüg risik verdacht verdächt schuld verstoß verstöß missbr illegal straf",
    address: "du dein dich dir euch euer ihr",
    big: "Klarna Ihr",
  },
  sv: { accusing: "bedräg risk misstänk misstank skuld brott missbruk olaglig överträd", address: "ni er era ert" },
  nb: { accusing: "svindel bedrag risik mistanke mistenk skyld brudd misbruk ulovlig", address: "dere deres dem" },
  da: { accusing: "svindel bedrag svig risik mistanke mistænk skyld brud misbrug ulovlig", address: "jer jeres dem deres" },
  fi: { accusing: "petos petok riski epäil syylli rikko rikku väärink laiton laittom", address: "sinä sinun sinua sinulle tilisi tietosi asiakkaasi" },
  nl: { accusing: "fraud risico verdacht verdenk schuld schend overtred misbruik illega oplicht", address: "je jij jou jouw jullie" },
  fr: { accusing: "fraud risque soupçon suspect faute viol infraction abus illég escroc", address: "tu te ton ta tes toi" },
  es: { accusing: "fraud riesgo sospech culp incumpl infring infracc viola abus ilegal estafa", address: "tú tu tus te ti vosotros vuestra vuestro" },
  it: { accusing: "frod rischi sospett colp viola infrazion abus illegal illecit truff", address: "tu tuo tua tuoi tue ti lei suo", big: "Klarna" },
  pl: { accusing: "oszust oszuk ryzyk podejrz win narusz nadużyc nielegal przestęp", address: "ty twoje twoja twój ci wasze was", big: "Klarna Państwa" },
};

const leftovers = "the and your our has been this that please which what with cannot switched refund refunds payment payments purchases customers we it not";
const every = Object.keys(languages) as Language[];
const others = every.filter((language) => language !== "en");

describe.each(every)("the texts in the language %s", (language) => {
  const { accusing, address, big } = known[language];
  let texts: MerchantTexts;
  let rows: ReadonlyMap<string, string>;
  beforeAll(async () => {
    texts = await textsIn(language);
    rows = rowsOf(texts);
  });

  it("have the sentences that English has, row by row", () => {
    expect([...rows.keys()].sort()).toEqual([...englishRows.keys()].sort());
    const sentences = (text: string) => text.split(/(?<=\.) /).length;
    for (const [name, row] of rows) {
      const model = englishRow(name);
      expect(row, name).toMatch(name === "greeting" ? /^\p{Lu}\p{L}+( \p{L}+)?[,:]$/u : /^\p{L}[^\n!?]*\p{L}\.$/u);
      expect(row, name).not.toMatch(/\s\s|\s[,.:]|[.,:]{2}|["„“”«»…()/]/);
      expect(sentences(row), `${name}: ${row}`).toBe(sentences(model));
      expect(/Klarn/.test(row), `${name}: ${row}`).toBe(/Klarn/.test(model));
      expect(row.match(/\d+/g), name).toEqual(model.match(/\d+/g));
    }
  });

  it("tell apart what English tells apart", () => {
    for (const [name, row] of rows)
      for (const [other, second] of rows) if (englishRow(name) !== englishRow(other)) expect(second === row, `${name} and ${other}: ${row}`).toBe(false);
  });

  it("begin big, but small after a greeting's comma where the language has it so", () => {
    for (const [name, row] of rows) {
      const begins = /^(states\..*\.happened|changes\.asked)/.test(name);
      const small = begins && big !== undefined && !big.split(" ").some((word) => row.startsWith(word));
      expect(/^\p{Ll}/u.test(row), `${name}: ${row}`).toBe(small);
    }
  });

  it("accuse nobody", () => {
    for (const [name, row] of rows)
      for (const word of wordsOf(row))
        expect(
          accusing.split(" ").filter((stem) => word.startsWith(stem)),
          `${name}: ${word}`,
        ).toEqual([]);
  });

  it("speak to the merchant alike", () => {
    // "Ihr", big, is how German is polite.
    for (const [name, row] of rows)
      expect(
        (row.match(/\p{L}+/gu) ?? []).filter((word) => address.split(" ").includes(word)),
        name,
      ).toEqual([]);
  });
});

describe.each(others)("translated into the language %s", (language) => {
  it("nothing was left in English", async () => {
    const left = leftovers.split(" ");
    for (const [name, row] of rowsOf(await textsIn(language))) {
      expect(row, name).not.toBe(englishRow(name));
      expect(
        wordsOf(row).filter((word) => left.includes(word)),
        `${name}: ${row}`,
      ).toEqual([]);
    }
  });

  it("every row is in that language, and in no other of them", async () => {
    const mine = new Set(rowsOf(await textsIn(language)).values());
    for (const other of every)
      if (other !== language) for (const [name, row] of rowsOf(await textsIn(other))) if (name !== "greeting") expect(mine.has(row), row).toBe(false);
  });
});

describe("the language that a merchant is told in first", () => {
  it.each([
    ["de", ["DE", "AT", "CH"]],
    ["sv", ["SE"]],
    ["nb", ["NO"]],
    ["da", ["DK"]],
    ["fi", ["FI"]],
    ["nl", ["NL", "BE"]],
    ["fr", ["FR"]],
    ["es", ["ES"]],
    ["it", ["IT"]],
    ["pl", ["PL"]],
    ["en", ["GB", "US", "IE", "PT", "XX", "", "constructor"]],
  ])("is %s in %j", (language, countries) => {
    for (const country of countries) expect(languageOf(country), country).toBe(language);
  });

  it("is known however the country's code is written, and English where there is none", () => {
    expect(languageOf("se")).toBe("sv");
    expect([languageOf(null), languageOf(undefined)]).toEqual(["en", "en"]);
  });
});

const englishRows = rowsOf(english);

function englishRow(name: string): string {
  return englishRows.get(name) ?? "";
}

/** Every row by its place: `states.account-disabled.next`. */
function rowsOf(texts: object, at = ""): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([name, value]) => (typeof value === "string" ? [[at + name, value] as const] : [...rowsOf(value, `${at}${name}.`)])),
  );
}

function wordsOf(row: string): readonly string[] {
  return row.toLowerCase().match(/\p{L}+/gu) ?? [];
}
