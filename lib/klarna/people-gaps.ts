/** What looks unusual about the set of people behind a merchant: its code, which says nothing about anybody, and what it is in words. It never blocks. */
export interface PeopleGap {
  readonly code: PeopleGapCode;
  readonly title: string;
  readonly advice: string;
}

export type PeopleGapCode = "NO_OWNER" | "SOLE_TRADER_WITHOUT_OWNER" | "ALTERNATIVE_BESIDE_ULTIMATE";

/** Where the usual set of people is incomplete. An alternative beneficial owner stands in for the ultimate one: nobody owns that much then. */
export function peopleGaps(
  stakeholders: readonly { readonly roles?: readonly string[] | null | undefined }[],
  entityType: string | null | undefined,
): readonly PeopleGap[] {
  const roles = new Set(stakeholders.flatMap((person) => person.roles ?? []));
  const [owner, ultimate, alternative] = ["OWNER", "ULTIMATE_BENEFICIAL_OWNER", "ALTERNATIVE_BENEFICIAL_OWNER"].map((role) => roles.has(role));
  const codes: PeopleGapCode[] = [];
  if (entityType === "SOLE_TRADER" && !owner) codes.push("SOLE_TRADER_WITHOUT_OWNER");
  else if (!owner && !ultimate && !alternative) codes.push("NO_OWNER");
  if (ultimate && alternative) codes.push("ALTERNATIVE_BESIDE_ULTIMATE");
  return codes.map((code) => ({ code, ...words[code] }));
}

/** A gap by its code, as it is kept; undefined for a code that this desk doesn't know. */
export function peopleGap(code: string): PeopleGap | undefined {
  return isCode(code) ? { code, ...words[code] } : undefined;
}

function isCode(code: string): code is PeopleGapCode {
  return Object.hasOwn(words, code);
}

const words: Readonly<Record<PeopleGapCode, Omit<PeopleGap, "code">>> = {
  NO_OWNER: {
    title: "No owner and no beneficial owner is named",
    advice: "Add whoever owns or controls the business in the end. Where nobody owns that much, name an alternative beneficial owner.",
  },
  SOLE_TRADER_WITHOUT_OWNER: {
    title: "A sole trader without an owner",
    advice: "Add the trader with the role of owner: for sole traders the person is the main identification.",
  },
  ALTERNATIVE_BESIDE_ULTIMATE: {
    title: "An alternative beneficial owner beside an ultimate one",
    advice: "An alternative one is named where nobody owns enough to be an ultimate one. Remove the role that doesn't fit.",
  },
};
