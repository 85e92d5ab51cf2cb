import "server-only";
import type { Want } from "./budget";
import { Busiest } from "./busiest";
import { TokenBucket } from "./token-bucket";
import { Window } from "./window";

interface Waiter {
  readonly accountId: string | undefined;
  readonly go: () => void;
}

type Priority = "interactive" | "background";

/** Background work leaves people what they took in their busiest second of late, up to this part of the share, less what they have taken in this one. */
const mostReserved = 0.25;

/**
 * One category of Klarna's rate limit in one environment, as far as it is this process's: its share for all accounts together, and a window
 * for each account. Interactive requests go first; nobody waits behind an account that has used up its own.
 */
export class RateLane {
  private readonly together: Window;
  private readonly pace: TokenBucket;
  private readonly accounts = new Map<string, Window>();
  private readonly waiting = { interactive: [] as Waiter[], background: [] as Waiter[] };
  private readonly people = new Busiest();
  private readonly takenByPeople = new Window(1);
  private jobsAt = Number.NEGATIVE_INFINITY;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private shareNow: number,
    private account: number,
  ) {
    this.together = new Window(shareNow);
    this.pace = new TokenBucket(shareNow);
  }

  get share(): number {
    return this.shareNow;
  }

  /** Resolves to true when the turn has come, to false when it didn't come within `patience` milliseconds. */
  turn(accountId: string | undefined, priority: Priority, patience: number): Promise<boolean> {
    if (priority === "interactive") this.people.note(performance.now());
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

  /** From now on so many requests a second are this process's. */
  setShare(share: number): void {
    if (share <= 0) return;
    this.shareNow = share;
    this.together.setRate(share);
    // A tenth more than the share, which the window holds to: so a moment in which the process was busy is made up for.
    this.pace.setRate(share * 1.1);
  }

  setAccountLimit(account: number): void {
    if (account <= 0 || account === this.account) return;
    this.account = account;
    for (const window of this.accounts.values()) window.setRate(account);
  }

  /** After a 429: the account (or all together) gets nothing for a while. */
  holdBack(accountId: string | undefined, milliseconds: number): void {
    (this.windowOf(accountId) ?? this.together).pause(performance.now(), milliseconds);
  }

  isHeldBack(): boolean {
    return this.together.isPaused(performance.now());
  }

  /** What this process could use, and how it fares. */
  want(): Want {
    const now = performance.now();
    const { interactive, background } = this.waiting;
    return {
      people: this.people.peak(now),
      jobs: background.length > 0 || now - this.jobsAt < 2_000,
      used: this.together.lately(now),
      waiting: interactive.length + background.length,
    };
  }

  private take(accountId: string | undefined, priority: Priority): boolean {
    const now = performance.now();
    const own = this.windowOf(accountId);
    if (this.together.free(now) <= this.reserved(now, priority) || (own && own.free(now) <= 0)) return false;
    if (priority === "background" && !this.pace.has(now)) return false;
    this.together.take(now);
    own?.take(now);
    if (priority === "interactive") this.takenByPeople.take(now);
    if (priority === "background") {
      this.pace.take();
      this.jobsAt = now;
    }
    return true;
  }

  private reserved(now: number, priority: Priority): number {
    if (priority === "interactive") return 0;
    const theirs = Math.min(Math.floor(this.shareNow * mostReserved), this.people.peak(now));
    return Math.max(0, theirs - this.takenByPeople.lately(now));
  }

  private windowOf(accountId: string | undefined): Window | undefined {
    if (accountId === undefined || this.account === 0) return undefined;
    const known = this.accounts.get(accountId);
    if (known) return known;
    // Empty windows hold no knowledge: an account that has rested is forgotten.
    const now = performance.now();
    if (this.accounts.size > 5_000) for (const [id, window] of this.accounts) if (window.lately(now) === 0 && !window.isPaused(now)) this.accounts.delete(id);
    const made = new Window(this.account);
    this.accounts.set(accountId, made);
    return made;
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.serve("interactive");
      this.serve("background");
      if (this.waiting.interactive.length + this.waiting.background.length > 0) this.schedule();
    }, this.wait());
  }

  /** Until all together may send again; looked at again soon, for those who wait for their account's own. */
  private wait(): number {
    const now = performance.now();
    const priority = this.waiting.interactive.length > 0 ? "interactive" : "background";
    const wait = Math.max(this.together.wait(now, this.reserved(now, priority)), priority === "background" ? this.pace.wait(now) : 0);
    return Math.max(1, Math.min(10, Math.ceil(wait)));
  }

  private serve(priority: Priority): void {
    this.waiting[priority] = this.waiting[priority].filter((waiter) => {
      const came = this.take(waiter.accountId, priority);
      if (came) waiter.go();
      return !came;
    });
  }
}
