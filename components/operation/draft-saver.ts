import { type Problem, ProblemError } from "@/lib/klarna/problem";

import { isSame } from "./same";
import { maySaveItself, type Saving, stopOf, waitsForPerson } from "./saving";

/** What the desk says of what it keeps. */
export interface Kept {
  readonly version: number;
  readonly updated_at: string;
}

/** The same with the text of it. */
export interface Reading extends Kept {
  readonly content: unknown;
}

/** The desk's door for what is kept while it is typed. */
export interface DraftDoor<Read extends Reading = Reading> {
  readonly save: (version: number, content: unknown, leaving: boolean) => Promise<Kept>;
  readonly read: () => Promise<Read>;
}

const pause = 600;
const longestWait = 30_000;

/**
 * Saves a draft while it is typed: a moment after the last key, one save at a time, again by itself after a failure. What it
 * couldn't save stays where `content` reads it from, and `saving` says why.
 */
export class DraftSaver<Read extends Reading = Reading> {
  #saving: Saving;
  #version: number;
  #savedAt: string;
  #dirty = false;
  #failures = 0;
  /** What was sent without an answer: it may have been saved all the same. */
  #unanswered: unknown;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly door: DraftDoor<Read>,
    private readonly content: () => unknown,
    draft: Kept,
  ) {
    this.#version = draft.version;
    this.#savedAt = draft.updated_at;
    this.#saving = { kind: "saved", at: draft.updated_at };
  }

  /** For `useSyncExternalStore`. */
  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly saving = (): Saving => this.#saving;

  /** The version that the desk has of it, as far as is known here. */
  get version(): number {
    return this.#version;
  }

  /** Whether the desk has everything that was typed. */
  isSaved(): boolean {
    return !this.#dirty && !this.#running;
  }

  /** Whether it goes on by itself, and may yet save what isn't saved. */
  isTrying(): boolean {
    return !this.isSaved() && maySaveItself(this.#saving);
  }

  /** Something was typed. */
  changed(): void {
    this.#dirty = true;
    if (waitsForPerson(this.#saving)) return;
    if (!this.#running && this.#saving.kind !== "failed") this.#set({ kind: "saving" });
    this.#schedule(pause);
  }

  /** Saves now what isn't saved yet; whether the desk has everything then. */
  async flush(leaving = false): Promise<boolean> {
    clearTimeout(this.#timer);
    while (!this.isSaved() && !waitsForPerson(this.#saving)) {
      this.#running ??= this.#save(leaving).finally(() => (this.#running = undefined));
      await this.#running;
      if (this.#failures > 0) break;
    }
    if (this.isSaved() && ["saving", "failed"].includes(this.#saving.kind)) this.#set({ kind: "saved", at: this.#savedAt });
    return this.isSaved();
  }

  /** Goes on after what stopped it was dealt with: signed in again, say. */
  async resume(): Promise<boolean> {
    if (waitsForPerson(this.#saving)) this.#set({ kind: "saving" });
    return this.flush();
  }

  /** Saves what is typed here over what somebody saved meanwhile. */
  async keepMine(): Promise<void> {
    await this.#attempt(async () => {
      this.#version = (await this.door.read()).version;
      await this.resume();
    });
  }

  /** Gives up what is typed here for what somebody saved meanwhile, and has it shown. */
  async takeTheirs(show: (theirs: Read) => void): Promise<void> {
    await this.#attempt(async () => {
      const theirs = await this.door.read();
      // Shown first: what appears in the form then is no change of this page's, to be saved over theirs.
      show(theirs);
      this.adopt(theirs);
    });
  }

  /** Whether a reading that was asked for once all of this was saved is another than what stands here: kept since, or begun anew, or nothing any more. */
  isBehind(draft: Kept): boolean {
    return this.isSaved() && this.#saving.kind === "saved" && draft.version !== this.#version;
  }

  /** What stands here is now this version. */
  adopt({ version, updated_at }: Kept): void {
    this.#accept(version, updated_at);
    this.#dirty = false;
    this.#set({ kind: "saved", at: updated_at });
  }

  /** Klarna has it, or may have: nothing is saved any more. */
  lock(): void {
    clearTimeout(this.#timer);
    this.#set({ kind: "locked" });
  }

  async #save(leaving: boolean): Promise<void> {
    const content = this.content();
    this.#dirty = false;
    // What failed is told until it is saved, not anew with each try.
    if (this.#saving.kind !== "failed") this.#set({ kind: "saving" });
    try {
      const { version, updated_at } = await this.door.save(this.#version, content, leaving);
      this.#accept(version, updated_at);
    } catch (error) {
      this.#dirty = true;
      await this.#failed(ProblemError.of(error).problem, content);
    }
  }

  #accept(version: number, savedAt: string): void {
    this.#version = version;
    this.#savedAt = savedAt;
    this.#failures = 0;
    this.#unanswered = undefined;
  }

  async #failed(problem: Problem, content: unknown): Promise<void> {
    const stop = stopOf(problem);
    if (stop) return this.#set(stop);
    if (problem.code === "DRAFT_LOCKED") return this.#set({ kind: "locked" });
    if (problem.code === "DRAFT_CHANGED") return this.#outrun(problem);
    if (problem.status === 0 || problem.status >= 500) this.#unanswered = content;
    this.#failures += 1;
    this.#set({ kind: "failed", problem });
    this.#schedule(Math.min(longestWait, 1_000 * 2 ** this.#failures));
  }

  /** Somebody saved meanwhile; unless that was this page itself, whose answer was lost. */
  async #outrun(problem: Problem): Promise<void> {
    const now = this.#unanswered === undefined ? undefined : await this.door.read().catch(() => undefined);
    if (now === undefined || !isSame(now.content, this.#unanswered)) return this.#set({ kind: "changed", problem });
    this.#unanswered = undefined;
    this.#version = now.version;
    this.#schedule(0);
  }

  async #attempt<Answer>(action: () => Promise<Answer>): Promise<Answer | undefined> {
    const before = this.#saving;
    this.#set({ kind: "saving" });
    try {
      return await action();
    } catch (error) {
      const { problem } = ProblemError.of(error);
      this.#set(stopOf(problem) ?? (before.kind === "changed" ? { ...before, problem } : before));
      return undefined;
    }
  }

  #schedule(after: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), after);
  }

  #set(saving: Saving): void {
    this.#saving = saving;
    for (const listener of this.#listeners) listener();
  }
}
