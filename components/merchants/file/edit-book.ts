import { type DraftDoor, DraftSaver, type Reading } from "@/components/operation/draft-saver";
import { isSame } from "@/components/operation/same";
import type { Edit, EditContent, EditedPart } from "@/lib/desk/file";
import type { Values } from "@/lib/klarna/file/values";

/** What the desk keeps of it, with how what was sent stands; the content is null where nothing is kept. */
interface KeptEdit extends Reading {
  readonly standing?: Edit["standing"];
}

/** The desk's door for what a person has changed on one merchant and not sent. */
export interface EditDoor extends DraftDoor<KeptEdit> {
  /** Forgets it, unless another window kept something since this version; however often it is asked. */
  readonly drop: (version: number, leaving: boolean) => Promise<void>;
}

const empty: EditContent = { parts: {}, rounds: {} };
/** What the desk keeps where there is nothing to keep. */
const nothing = { version: 0, updated_at: "" };

/** All that a person has changed on a merchant and not sent, across its sections; kept on the server as it is typed. For `useSyncExternalStore`. */
export class EditBook {
  readonly saver: DraftSaver<KeptEdit>;
  #content: EditContent;
  #held: ReadonlySet<string>;
  readonly #listeners = new Set<() => void>();

  constructor(
    private readonly door: EditDoor,
    edit: Edit | null,
  ) {
    this.#content = edit?.content ?? empty;
    this.#held = heldIn(edit?.standing);
    this.saver = new DraftSaver({ read: door.read, save: this.#keep }, () => this.#content, edit ?? nothing);
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly content = (): EditContent => this.#content;
  /** The parts that are sent, and of which nobody knows yet whether they were done: nobody changes them. */
  readonly held = (): ReadonlySet<string> => this.#held;

  /** Opens a part to be changed; one that is open already stays as it is. */
  begin(key: string, part: Omit<EditedPart, "round">): void {
    if (!this.#content.parts[key]) this.#put(key, { ...part, round: this.#content.rounds[key] ?? 0 });
  }

  change(key: string, values: Values): void {
    const part = this.#content.parts[key];
    // A form that is filled with what was loaded says so too: that is no change, to be saved over another window's.
    if (part && JSON.stringify(part.values) !== JSON.stringify(values)) this.#put(key, { ...part, values });
  }

  /** What somebody chose where others had changed the same: from where they go on, and with what. */
  rebase(key: string, start: Values, stamps: EditedPart["stamps"], values: Values): void {
    const part = this.#content.parts[key];
    if (part) this.#put(key, { ...part, start: { ...part.start, ...start }, stamps: { ...part.stamps, ...stamps }, values: { ...part.values, ...values } });
  }

  /** A part is being sent. */
  hold(key: string): void {
    this.#hold(new Set([...this.#held, key]));
  }

  /** It is clear that a part wasn't done. */
  release(key: string): void {
    this.#hold(new Set([...this.#held].filter((other) => other !== key)));
  }

  /** Gives one part up. */
  drop(key: string): Promise<void> {
    return this.#without(key, 0);
  }

  /** One part was sent: what somebody changes of it later is another change, and so is what stands here if it is something else. */
  async done(key: string, sent: EditedPart): Promise<void> {
    if (!isSame(this.#content.parts[key], sent)) return this.next(key);
    await this.#without(key, 1);
    this.release(key);
  }

  /** One part was sent as it was before: what stands here is another change, and stays. */
  async next(key: string): Promise<void> {
    const part = this.#content.parts[key];
    if (part) this.#put(key, { ...part, round: part.round + 1 });
    this.release(key);
    await this.saver.flush();
  }

  /** Gives up everything that isn't sent. */
  async dropAll(): Promise<void> {
    const parts = Object.fromEntries(Object.entries(this.#content.parts).filter(([key]) => this.#held.has(key)));
    this.#set({ ...this.#content, parts });
    if (Object.keys(parts).length === 0) return this.#forget();
    this.saver.changed();
    await this.saver.flush();
  }

  /** Keeps what is typed here, where what was kept is gone: it was sent or given up in another window. */
  async keepAnew(): Promise<void> {
    this.saver.adopt(nothing);
    this.saver.changed();
    await this.saver.flush();
  }

  /** Shows what was kept in another window, and holds what was sent of it. */
  adopt({ content, standing }: KeptEdit): void {
    this.#held = heldIn(standing);
    this.#set((content as EditContent | null) ?? empty);
  }

  /** Shows what the desk was still being told as this page was made, or that it was sent or given up since; unless something was changed here. */
  async catchUp(): Promise<void> {
    const before = this.#content;
    if (!this.saver.isSaved()) return;
    const kept = await this.door.read().catch(() => undefined);
    // What was given up while it was asked doesn't come back.
    if (!kept || this.#content !== before || !this.saver.isBehind(kept)) return;
    this.adopt(kept);
    this.saver.adopt(kept);
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

  async #forget(): Promise<void> {
    this.saver.changed();
    await this.saver.flush();
    const { kind } = this.saver.saving();
    // What was kept meanwhile, in another window, isn't thrown away unseen; what is gone there already needn't be.
    if (kind === "changed") await this.saver.takeTheirs((theirs) => this.adopt(theirs));
    if (kind === "gone") this.saver.adopt(nothing);
  }

  /** With nothing left to send there is nothing to keep, and the next change is a new edit. */
  readonly #keep: EditDoor["save"] = async (version, content, leaving) => {
    if (Object.keys((content as EditContent).parts).length > 0) return this.door.save(version, content, leaving);
    await this.door.drop(version, leaving);
    if (Object.keys(this.#content.parts).length === 0) this.#content = empty;
    return nothing;
  };

  #hold(held: ReadonlySet<string>): void {
    this.#held = held;
    for (const listener of this.#listeners) listener();
  }

  #set(content: EditContent): void {
    this.#content = content;
    for (const listener of this.#listeners) listener();
  }
}

/** The parts that were sent. What was confirmed meanwhile is held too, until the desk has said whether it is all that stands here. */
function heldIn(standing: Edit["standing"] = {}): ReadonlySet<string> {
  return new Set(Object.entries(standing).flatMap(([key, state]) => (state && state !== "rejected" ? [key] : [])));
}
