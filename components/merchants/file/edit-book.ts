import { DraftSaver, type Kept } from "@/components/operation/draft-saver";
import type { Edit, EditContent, EditedPart } from "@/lib/desk/file";
import type { Values } from "@/lib/klarna/file/values";

/** The desk's door for what a person has changed on one merchant and not sent. */
export interface EditDoor {
  readonly save: (version: number, content: unknown, leaving: boolean) => Promise<Kept>;
  readonly read: () => Promise<Kept & { readonly content: unknown }>;
  readonly drop: () => Promise<void>;
}

const empty: EditContent = { parts: {}, rounds: {} };

/** All that a person has changed on a merchant and not sent, across its sections; kept on the server as it is typed. For `useSyncExternalStore`. */
export class EditBook {
  readonly saver: DraftSaver;
  #content: EditContent;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly door: EditDoor,
    edit: Edit | null,
  ) {
    this.#content = edit ? withoutDone(edit) : empty;
    this.saver = new DraftSaver(door, () => this.#content, edit ?? { version: 0, updated_at: "" });
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly content = (): EditContent => this.#content;

  /** Opens a part to be changed; one that is open already stays as it is. */
  begin(key: string, part: Omit<EditedPart, "round">): void {
    if (!this.#content.parts[key]) this.#put(key, { ...part, round: this.#content.rounds[key] ?? 0 });
  }

  change(key: string, values: Values): void {
    const part = this.#content.parts[key];
    if (part) this.#put(key, { ...part, values });
  }

  /** What somebody chose where others had changed the same: from where they go on, and with what. */
  rebase(key: string, start: Values, stamps: EditedPart["stamps"], values: Values): void {
    const part = this.#content.parts[key];
    if (part) this.#put(key, { ...part, start: { ...part.start, ...start }, stamps: { ...part.stamps, ...stamps }, values: { ...part.values, ...values } });
  }

  /** Gives one part up. */
  drop(key: string): Promise<void> {
    return this.#without(key, 0);
  }

  /** One part was sent: what somebody changes of it later is another change. */
  done(key: string): Promise<void> {
    return this.#without(key, 1);
  }

  /** Gives everything up. */
  async dropAll(): Promise<void> {
    this.#set(empty);
    await this.#forget();
  }

  /** Keeps what is typed here, where what was kept is gone: it was sent or given up in another window. */
  async keepAnew(): Promise<void> {
    this.saver.adopt({ version: 0, updated_at: "" });
    this.saver.changed();
    await this.saver.flush();
  }

  /** Shows what was kept in another window. */
  adopt(content: unknown): void {
    this.#set((content as EditContent | null) ?? empty);
  }

  #put(key: string, part: EditedPart): void {
    this.#set({ ...this.#content, parts: { ...this.#content.parts, [key]: part } });
    this.saver.changed();
  }

  async #without(key: string, rounds: number): Promise<void> {
    const { [key]: gone, ...parts } = this.#content.parts;
    if (!gone) return;
    this.#set({ parts, rounds: { ...this.#content.rounds, [key]: gone.round + rounds } });
    if (Object.keys(parts).length === 0) return this.#forget();
    this.saver.changed();
    await this.saver.flush();
  }

  /** With nothing left to send there is nothing to keep, and the next change is a new edit. */
  async #forget(): Promise<void> {
    await this.saver.flush();
    await this.door.drop();
    this.#content = empty;
    this.saver.adopt({ version: 0, updated_at: "" });
  }

  #set(content: EditContent): void {
    this.#content = content;
    for (const listener of this.#listeners) listener();
  }
}

/** What Klarna confirmed while nobody looked isn't open any more. */
function withoutDone({ content, standing }: Edit): EditContent {
  const open = Object.entries(content.parts).filter(([key]) => standing[key] !== "confirmed");
  const done = Object.entries(content.parts).filter(([key]) => standing[key] === "confirmed");
  return {
    parts: Object.fromEntries(open),
    rounds: { ...content.rounds, ...Object.fromEntries(done.map(([key, { round }]) => [key, round + 1])) },
  };
}
