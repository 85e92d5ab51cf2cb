/** What was started, to be ended in the opposite order: the desk before what it needs. What is added after the end is ended at once. */
export function partsList() {
  const parts = [];
  let over = false;
  return {
    add: (part) => {
      if (over) void part.stop?.();
      else parts.push(part);
      return part;
    },
    /** Rejects when one of the parts so far ends by itself. */
    failed: () => {
      const first = Promise.race(parts.flatMap(({ failed }) => failed ?? []));
      first.catch(() => undefined);
      return first;
    },
    stop: async () => {
      over = true;
      for (const part of parts.splice(0).reverse()) await part.stop?.();
    },
  };
}
