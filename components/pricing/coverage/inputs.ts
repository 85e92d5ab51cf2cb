/** What the simulator is asked: under which profile, for what and when. Texts as they were chosen; "" is not chosen yet. */
export interface CoverageInputs {
  readonly profile: string;
  readonly category: string;
  readonly country: string;
  readonly currency: string;
  readonly date: string;
}

const names = ["profile", "category", "country", "currency", "date"] as const;

/** The inputs in an address; the day is today where it names none. */
export function inputsIn(search: { get(name: string): string | null }, today: string): CoverageInputs {
  const text = (name: string) => search.get(name)?.slice(0, 200) ?? "";
  return {
    profile: text("profile"),
    category: text("category"),
    country: text("country"),
    currency: text("currency"),
    date: search.get("date")?.slice(0, 10) ?? today,
  };
}

/** What the inputs are compared with, as the address has it; undefined where nothing was changed yet. */
export function beforeIn(search: { get(name: string): string | null }): CoverageInputs | undefined {
  const parts = search.get("before")?.split("~");
  if (parts?.length !== names.length) return undefined;
  return Object.fromEntries(names.map((name, at) => [name, (parts[at] ?? "").slice(0, 200)])) as unknown as CoverageInputs;
}

/** The address of some inputs, and of what they are compared with. */
export function addressOf(inputs: CoverageInputs, before: CoverageInputs | undefined, today: string): Readonly<Record<string, string>> {
  const given = names.filter((name) => (name === "date" ? inputs.date !== today : inputs[name] !== ""));
  const address = Object.fromEntries(given.map((name) => [name, inputs[name]]));
  return before && !isSame(before, inputs) ? { ...address, before: names.map((name) => before[name]).join("~") } : address;
}

/** Whether enough is chosen to be answered. */
export function isWhole(inputs: CoverageInputs): boolean {
  return names.every((name) => inputs[name] !== "");
}

export function isSame(one: CoverageInputs, other: CoverageInputs): boolean {
  return names.every((name) => one[name] === other[name]);
}
