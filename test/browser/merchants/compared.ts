import { type ComparedSection, compareMerchants } from "@/components/merchants/compare/comparison";

/** What codes and ids are called here. */
export const names = { categories: { "5992": "Florists" }, profiles: new Map([["krn:profile:1", "Standard"]]) };

/** Two answers beside each other, for somebody who may see people. */
export function compare(left: unknown, right: unknown): readonly ComparedSection[] {
  return compareMerchants({ left, right, names, seesPeople: true });
}

/** The parts of a section. */
export function partsIn(sections: readonly ComparedSection[], title: string) {
  return sections.find((section) => section.title === title)?.parts ?? [];
}

/** The fields with a verdict, each after its section. */
export function rowsIn(sections: readonly ComparedSection[], verdict: string): readonly string[] {
  return sections.flatMap(({ title, parts }) =>
    parts.flatMap(({ rows }) => rows.filter((row) => row.verdict === verdict).map(({ label }) => `${title}/${label}`)),
  );
}

/** What differs, as `Section/Field: left | right`. */
export function differences(sections: readonly ComparedSection[]): readonly string[] {
  return sections.flatMap(({ title, parts }) =>
    parts.flatMap(({ rows }) =>
      rows.filter(({ verdict }) => verdict === "differs").map(({ label, left, right }) => `${title}/${label}: ${left?.join(", ")} | ${right?.join(", ")}`),
    ),
  );
}
