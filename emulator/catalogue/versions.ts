/** Versions of a plan in order: a past one, the one in force, and one to come, whatever year it is. */
export const versionDates = (() => {
  const year = new Date().getUTCFullYear();
  const past = `${year - 2}-01-01T00:00:00Z`;
  const present = `${year - 1}-07-01T00:00:00Z`;
  const future = `${year + 1}-01-01T00:00:00Z`;
  return [
    { version: 1, effective_from: past, effective_to: present },
    { version: 2, effective_from: present, effective_to: future },
    { version: 3, effective_from: future, effective_to: null },
  ] as const;
})();

/** Does the work when it's first asked for. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

interface Dated {
  readonly version: number;
  readonly effective_from: string;
  readonly effective_to: string | null;
}

/** The version that was asked for by number or by date; else the one in force now. */
export function versionOf<Kind extends Dated>(
  versions: readonly Kind[],
  query: { readonly version?: unknown; readonly date_time?: unknown },
  now: number,
): Kind | undefined {
  if (query.version !== undefined) return versions.find(({ version }) => version === query.version);
  const moment = typeof query.date_time === "string" ? Date.parse(query.date_time) : now;
  return versions.find(
    ({ effective_from, effective_to }) => Date.parse(effective_from) <= moment && (effective_to === null || moment < Date.parse(effective_to)),
  );
}
