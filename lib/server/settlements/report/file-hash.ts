import "server-only";
import { createHash } from "node:crypto";
import { Worker } from "node:worker_threads";

const slotLength = 128 * 1024;
const slotCount = 8;

// It makes nothing but views of the slots: a heap that is left to grow by itself would take as much memory as all the rest of the reading.
const resourceLimits = { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 16 };

/** Where both threads look: how many slots are full, how many of these are hashed, and how long each is; one without a length is the end. */
const filled = 0;
const hashed = 1;
const lengths = 2;

/**
 * The SHA-256 of a file that comes in pieces. What is longer than a few pieces is hashed by a thread of its own, which would cost whoever reads the file a sixth of
 * the time; shorter ones aren't worth a thread.
 */
export class FileHash {
  private readonly state = new Int32Array(new SharedArrayBuffer((lengths + slotCount) * Int32Array.BYTES_PER_ELEMENT));
  private readonly slots = new Uint8Array(new SharedArrayBuffer(slotCount * slotLength));
  private at = 0;
  private worker: Worker | undefined;
  private digested: Promise<Buffer> | undefined;

  /** Takes a copy of a piece, which stays as it is until that is over: later where the hash has fallen behind. */
  async add(piece: Uint8Array): Promise<void> {
    for (let from = 0; from < piece.length; ) {
      const slot = this.filled % slotCount;
      const part = piece.subarray(from, from + slotLength - this.at);
      this.slots.set(part, slot * slotLength + this.at);
      this.at += part.length;
      from += part.length;
      if (this.at === slotLength) await this.pass();
    }
  }

  async digest(): Promise<Buffer> {
    if (!this.digested) return this.digestHere();
    if (this.at > 0) await this.pass();
    await this.pass();
    return this.digested;
  }

  /** Lets the thread go, also where the file wasn't read to its end. */
  async stop(): Promise<void> {
    await this.worker?.terminate();
  }

  private get filled(): number {
    return Atomics.load(this.state, filled);
  }

  /** Hands the slot on, and waits until there is a free one. */
  private async pass(): Promise<void> {
    this.state[lengths + (this.filled % slotCount)] = this.at;
    this.at = 0;
    Atomics.add(this.state, filled, 1);
    Atomics.notify(this.state, filled);
    if (this.filled < slotCount) return;
    this.digested ??= this.start();
    for (let done = Atomics.load(this.state, hashed); this.filled - done >= slotCount; done = Atomics.load(this.state, hashed))
      await Promise.race([Atomics.waitAsync(this.state, hashed, done).value, this.digested]);
  }

  private start(): Promise<Buffer> {
    const { state, slots } = this;
    const worker = new Worker(hashSlots, { eval: true, workerData: { state, slots, slotLength, slotCount }, resourceLimits });
    this.worker = worker;
    const digested = new Promise<Buffer>((resolve, reject) =>
      worker.once("message", (digest: Uint8Array) => resolve(Buffer.from(digest))).once("error", reject),
    );
    // Whoever adds or asks for it is told; nobody else has to hear of it.
    digested.catch(() => undefined);
    return digested;
  }

  private digestHere(): Buffer {
    const hash = createHash("sha256");
    for (let slot = 0; slot < this.filled; slot += 1) hash.update(this.slots.subarray(slot * slotLength, (slot + 1) * slotLength));
    return hash.update(this.slots.subarray(this.filled * slotLength, this.filled * slotLength + this.at)).digest();
  }
}

// A text, since a bundle has no file of it that a thread could begin with.
const hashSlots = `
  const { parentPort, workerData } = require("node:worker_threads");
  const { state, slots, slotLength, slotCount } = workerData;
  const hash = require("node:crypto").createHash("sha256");
  for (let done = 0; ; done += 1) {
    Atomics.wait(state, ${filled}, done);
    const slot = done % slotCount;
    const length = state[${lengths} + slot];
    if (length === 0) break;
    hash.update(slots.subarray(slot * slotLength, slot * slotLength + length));
    Atomics.add(state, ${hashed}, 1);
    Atomics.notify(state, ${hashed});
  }
  parentPort.postMessage(hash.digest());
`;
