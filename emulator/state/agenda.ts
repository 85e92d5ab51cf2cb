import type { Clock } from "./clock";

interface Task {
  readonly due: number;
  readonly run: () => void;
  timer?: NodeJS.Timeout;
}

// setTimeout takes at most this many milliseconds.
const longest = 2 ** 31 - 1;

/** What is to happen later, by the emulator's clock. One task an id; the newest replaces the older. */
export class Agenda {
  readonly #tasks = new Map<string, Task>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Runs a task once, at `due` (milliseconds of the emulator's clock) or as soon after as possible. */
  at(id: string, due: number, run: () => void): void {
    this.cancel(id);
    const task: Task = { due, run };
    this.#tasks.set(id, task);
    this.#arm(id, task);
  }

  cancel(id: string): void {
    clearTimeout(this.#tasks.get(id)?.timer);
    this.#tasks.delete(id);
  }

  cancelAll(): void {
    for (const id of [...this.#tasks.keys()]) this.cancel(id);
  }

  /** After the clock was moved or let run: does what has become due, in order, and waits anew for the rest. */
  catchUp(): void {
    for (let next = this.#overdue(); next; next = this.#overdue()) this.#finish(...next);
    for (const [id, task] of this.#tasks) this.#arm(id, task);
  }

  #overdue(): [string, Task] | undefined {
    let first: [string, Task] | undefined;
    for (const entry of this.#tasks) {
      if (entry[1].due <= this.#clock.now() && (!first || entry[1].due < first[1].due)) first = entry;
    }
    return first;
  }

  #arm(id: string, task: Task): void {
    clearTimeout(task.timer);
    if (this.#clock.held && task.due > this.#clock.now()) return;
    const wait = Math.min(Math.max(task.due - this.#clock.now(), 0), longest);
    task.timer = setTimeout(() => (task.due <= this.#clock.now() ? this.#finish(id, task) : this.#arm(id, task)), wait);
  }

  #finish(id: string, task: Task): void {
    this.cancel(id);
    task.run();
  }
}
