import "server-only";
import { isDatabaseDown } from "./door";

interface Waiting<Item, Answer> {
  readonly item: Item;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

const most = 64;
/** A statement that hangs may keep the next ones waiting for so long, in milliseconds; then they go without it. */
const patience = 1_000;

/**
 * Turns a statement about many into one that is called for each, as a database groups commits: what comes in the same turn of the event
 * loop, or while the statement before is under way, goes together. Nothing is ever answered by what was asked before it came, alone
 * nobody waits, and a fault of one is nobody else's: each is then asked by itself. `ask` answers in the order of its items.
 */
export function together<Item, Answer>(ask: (items: readonly Item[]) => Promise<readonly Answer[]>): (item: Item) => Promise<Answer> {
  let waiting: Waiting<Item, Answer>[] = [];
  let open = false;
  const serve = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const batch = waiting.slice(0, most);
      waiting = waiting.slice(most);
      await within(patience, answer(ask, batch));
    }
    open = false;
  };
  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (open) return;
      open = true;
      void serve();
    });
}

async function answer<Item, Answer>(ask: (items: readonly Item[]) => Promise<readonly Answer[]>, batch: readonly Waiting<Item, Answer>[]): Promise<void> {
  try {
    const answers = await ask(batch.map(({ item }) => item));
    for (const [at, { resolve }] of batch.entries()) resolve(answers[at] as Answer);
  } catch (error) {
    const alone = batch.length === 1 || isDatabaseDown(error);
    if (alone) for (const { reject } of batch) reject(error);
    else await Promise.all(batch.map((one) => answer(ask, [one])));
  }
}

async function within(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([
    work,
    new Promise<void>((resolve) => {
      timer = setTimeout(resolve, milliseconds);
    }),
  ]);
  clearTimeout(timer);
}
