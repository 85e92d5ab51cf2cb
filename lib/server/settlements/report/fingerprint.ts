import "server-only";
import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";

const pageLength = 128 * 1024;
const [free, over] = [0, -1];

/**
 * The SHA-256 of a file that comes in pieces. A long one is hashed by a thread of its own, which otherwise would take a third of the time that reading takes; one
 * that fits a page is hashed where it is.
 */
export class Fingerprint {
  /** Two pages that are filled in turn: while one is hashed the other is written. */
  private readonly pages = new Uint8Array(new SharedArrayBuffer(2 * pageLength));
  /** Of each page how many bytes are to be hashed. */
  private readonly waiting = new Int32Array(new SharedArrayBuffer(8));
  private page = 0;
  private filled = 0;
  private thread: { readonly worker: Worker; readonly digest: Promise<Uint8Array> } | undefined;
  private failure: unknown;

  async push(piece: Uint8Array): Promise<void> {
    for (let from = 0; from < piece.length; ) {
      await this.untilFree();
      const part = piece.subarray(from, from + pageLength - this.filled);
      this.pages.set(part, this.page * pageLength + this.filled);
      this.filled += part.length;
      from += part.length;
      if (this.filled === pageLength) this.turn();
    }
  }

  async digest(): Promise<Buffer> {
    if (!this.thread) return createHash("sha256").update(this.pages.subarray(0, this.filled)).digest();
    if (this.filled > 0) this.turn();
    await this.untilFree();
    this.tell(over);
    return Buffer.from(await this.thread.digest);
  }

  /** Ends the thread, also in the middle. */
  async close(): Promise<void> {
    await this.thread?.worker.terminate();
  }

  /** Has the page hashed, and goes on with the other one. */
  private turn(): void {
    this.thread ??= this.begin();
    this.tell(this.filled);
    this.page = 1 - this.page;
    this.filled = 0;
  }

  private async untilFree(): Promise<void> {
    for (;;) {
      if (this.failure !== undefined) throw this.failure;
      const length = Atomics.load(this.waiting, this.page);
      if (length === free) return;
      await Atomics.waitAsync(this.waiting, this.page, length).value;
    }
  }

  private tell(length: number): void {
    Atomics.store(this.waiting, this.page, length);
    Atomics.notify(this.waiting, this.page);
  }

  private begin() {
    const { pages, waiting } = this;
    const worker = new Worker(script, { eval: true, execArgv: [], workerData: { pages, waiting }, resourceLimits });
    const digest = new Promise<Uint8Array>((done, fail) => {
      worker.once("message", done).once("error", fail);
      worker.once("exit", () => fail(new Error("The thread that hashes a report has ended before its end")));
    });
    // Whoever waits for a page is woken, and finds that none will be free any more.
    digest.catch((error: unknown) => {
      this.failure = error;
      for (const page of [0, 1]) Atomics.notify(waiting, page);
    });
    return { worker, digest };
  }
}

/** It keeps nothing but a hash. What Node itself needs in a thread is 5 MB, or 7 in later versions. */
const resourceLimits = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 32, codeRangeSizeMb: 4, stackSizeMb: 1 };

// As text: then it needs no file of its own beside the built server, nor what builds it.
const script = `
  const { createHash } = require("node:crypto");
  const { parentPort, workerData: { pages, waiting } } = require("node:worker_threads");
  const hash = createHash("sha256");
  for (let page = 0; ; page = 1 - page) {
    Atomics.wait(waiting, page, ${free});
    const length = Atomics.load(waiting, page);
    if (length === ${over}) break;
    hash.update(pages.subarray(page * ${pageLength}, page * ${pageLength} + length));
    Atomics.store(waiting, page, ${free});
    Atomics.notify(waiting, page);
  }
  parentPort.postMessage(hash.digest());
`;
