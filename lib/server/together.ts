import "server-only";

/**
 * Turns a question about many into one that is asked about each: those that come in the same turn of the event loop are asked
 * together. Nothing is ever answered by what was asked before it came.
 */
export function together<Key, Value>(ask: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>): (key: Key) => Promise<Value | undefined> {
  let waiting: { readonly keys: Set<Key>; readonly answers: Promise<ReadonlyMap<Key, Value>> } | undefined;
  const gather = () => {
    const keys = new Set<Key>();
    const answers = new Promise((resolve) => setImmediate(resolve)).then(() => {
      waiting = undefined;
      return ask([...keys]);
    });
    return { keys, answers };
  };
  return async (key) => {
    waiting ??= gather();
    waiting.keys.add(key);
    return (await waiting.answers).get(key);
  };
}
