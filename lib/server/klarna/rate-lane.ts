import "server-only";
import { TokenBucket } from "./token-bucket";

interface Waiter {
  readonly accountId: string | undefined;
  readonly go: () => void;
}

/** Background work leaves this share of the rate to people, as long as somebody has been here lately. */
const reservedShare = 0.25;
const lately = 5_000;

/**
 * One category of Klarna's rate limit in one environment: a bucket for all accounts together and one for each account.
 * Interactive requests go first; nobody waits behind an account that has used up its own share.
 */
export class RateLane {
  private readonly together: TokenBucket;
  private readonly accounts = new Map<string, TokenBucket>();
  private readonly waiting = { interactive: [] as Waiter[], background: [] as Waiter[] };
  private timer: NodeJS.Timeout | undefined;
  private lastInteractive = Number.NEGATIVE_INFINITY;

  constructor(
    acquirer: number,
    private account: number,
  ) {
    this.together = new TokenBucket(acquirer);
  }

  /** Resolves to true when the turn has come, to false when it didn't come within `patience` milliseconds. */
  turn(accountId: string | undefined, priority: "interactive" | "background", patience: number): Promise<boolean> {
    if (priority === "interactive") this.lastInteractive = performance.now();
    if (this.waiting[priority].length === 0 && this.take(accountId, priority)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const go = () => {
        clearTimeout(patienceEnds);
        resolve(true);
      };
      const waiter: Waiter = { accountId, go };
      const patienceEnds = setTimeout(() => {
        const at = this.waiting[priority].indexOf(waiter);
        if (at >= 0) this.waiting[priority].splice(at, 1);
        resolve(false);
      }, patience);
      this.waiting[priority].push(waiter);
      this.schedule();
    });
  }

  setLimits(acquirer: number | undefined, account: number | undefined): void {
    if (acquirer !== undefined) this.together.setRate(acquirer);
    if (account === undefined || account === this.account) return;
    this.account = account;
    for (const bucket of this.accounts.values()) bucket.setRate(account);
  }

  /** After a 429: the account's bucket (or the common one) gives nothing for a while. */
  holdBack(accountId: string | undefined, milliseconds: number): void {
    (this.bucketOf(accountId) ?? this.together).pause(milliseconds);
  }

  private take(accountId: string | undefined, priority: "interactive" | "background"): boolean {
    const someoneHere = performance.now() - this.lastInteractive < lately;
    const reserve = priority === "background" && someoneHere ? this.together.burst * reservedShare : 0;
    const own = this.bucketOf(accountId);
    if (!this.together.has(1 + reserve) || own?.has(1) === false) return false;
    this.together.take();
    own?.take();
    return true;
  }

  private bucketOf(accountId: string | undefined): TokenBucket | undefined {
    if (accountId === undefined || this.account === 0) return undefined;
    const known = this.accounts.get(accountId);
    if (known) return known;
    // Full buckets hold no knowledge: an account that has rested is forgotten.
    if (this.accounts.size > 5_000) for (const [id, bucket] of this.accounts) if (bucket.isFull()) this.accounts.delete(id);
    const made = new TokenBucket(this.account);
    this.accounts.set(accountId, made);
    return made;
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.serve("interactive");
      this.serve("background");
      if (this.waiting.interactive.length + this.waiting.background.length > 0) this.schedule();
    }, 10);
  }

  private serve(priority: "interactive" | "background"): void {
    this.waiting[priority] = this.waiting[priority].filter((waiter) => {
      const came = this.take(waiter.accountId, priority);
      if (came) waiter.go();
      return !came;
    });
  }
}
