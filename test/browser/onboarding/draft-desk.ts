import type { DraftDoor } from "@/components/operation/draft-saver";
import type { Draft, DraftSummary } from "@/lib/desk/draft";
import { ProblemError } from "@/lib/klarna/problem";

/** A desk with one draft, and what can go wrong on the way to it. */
export interface Desk extends DraftDoor {
  readonly saved: readonly { readonly version: number; readonly content: unknown }[];
  readonly tries: number;
  readonly content: unknown;
  fails: (() => Error) | undefined;
  summary(): DraftSummary;
  saveElsewhere(content: unknown): void;
  /** The next save is done, but nobody hears of it. */
  loseNextAnswer(): void;
  /** The next save isn't answered until the answer of this is called. */
  hold(): () => void;
}

export function refuse(status: number, code: string): ProblemError {
  return new ProblemError({ status, code, message: "Made up." });
}

export function deskWith(first: unknown): Desk {
  const saved: { version: number; content: unknown }[] = [];
  let [version, content, tries] = [1, first, 0];
  let loses = false;
  let held: Promise<void> = Promise.resolve();
  const summary = (): DraftSummary => ({ ...madeUp, version });
  const desk: Desk = {
    fails: undefined,
    saved,
    get tries() {
      return tries;
    },
    get content() {
      return content;
    },
    summary,
    read: async () => ({ ...summary(), content }),
    save: async (over, given) => {
      tries += 1;
      if (desk.fails) throw desk.fails();
      if (over !== version) throw refuse(409, "DRAFT_CHANGED");
      saved.push({ version: over, content: given });
      [version, content] = [version + 1, given];
      await held;
      const lost = loses;
      loses = false;
      if (lost) throw new TypeError("The connection was cut.");
      return summary();
    },
    saveElsewhere: (theirs) => {
      [version, content] = [version + 1, theirs];
    },
    loseNextAnswer: () => {
      loses = true;
    },
    hold: () => {
      let release = (): void => undefined;
      held = new Promise((resolve) => {
        release = resolve;
      });
      return release;
    },
  };
  return desk;
}

/** A draft of which nothing was refused. */
export function draftOf(given: Partial<Draft>): Draft {
  return { ...madeUp, version: 1, content: {}, refused: [], ...given };
}

const madeUp: Omit<DraftSummary, "version"> = {
  id: "0b8f3c64-7a53-4f19-9d53-2c1e7b5a4f86",
  environment: "test",
  title: "",
  updated_by: "Ada",
  updated_at: "2026-01-01T00:00:00Z",
  outcome: null,
  next_try_at: null,
  tries: 0,
  error_id: null,
  code: null,
  settled_by: null,
  first_sent_at: null,
  sent_at: null,
  idempotency_key: null,
  account_id: null,
};
