let ask: (() => Promise<boolean>) | undefined;
let asking: Promise<boolean> | undefined;

/** Sets by what the person is asked to prove that it is them; answers how to take it back. */
export function proveBy(given: () => Promise<boolean>): () => void {
  ask = given;
  return () => {
    if (ask === given) ask = undefined;
  };
}

/** Asks the person to prove that it is them, and whether they did. Those who ask at once share one question. */
export function proved(): Promise<boolean> {
  asking ??= (ask?.() ?? Promise.resolve(false)).finally(() => {
    asking = undefined;
  });
  return asking;
}
