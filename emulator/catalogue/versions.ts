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
