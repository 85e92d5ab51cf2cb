import "server-only";
import type { Environment } from "@/lib/klarna/environment";

import { query } from "../db/client";
import { isDatabaseDown } from "../door";
import { logFault } from "../log";
import { processId } from "../process-id";
import { allowedNow, type Budget, divide, little, memberLease, type Want } from "./budget";
import { RateLane } from "./rate-lane";
import type { RateName } from "./rate-name";

const beatEvery = 1_000;
/** Not sooner than this after the last, however much somebody wants. */
const breath = 100;
const idleAfter = 60_000;
/** A refusal of one that had almost all of its share sent within the second is a matter of milliseconds; of one that hadn't, of another limit. */
const almostAll = 0.9;
/** And so is the third within two seconds: a network that was slow for a moment brings one or two. */
const chance = { refusals: 2, within: 2_000 } as const;

/**
 * This process's part in one lane's budget, which all processes share through the database: a beat a second while the lane is used, never a
 * statement for a call. With the database away the last share stays.
 */
export class Membership {
  readonly lane: RateLane;
  private limit: number;
  private account: number;
  private told: Want = { people: 0, jobs: false, used: 0, waiting: 0 };
  private news: { limits?: true; factor?: number; less?: number } = {};
  private settled = false;
  private away = false;
  private beatAt = Number.NEGATIVE_INFINITY;
  private usedAt = Number.NEGATIVE_INFINITY;
  private refusedAt: readonly number[] = [];
  private timer: NodeJS.Timeout | undefined;
  private beating: Promise<void> | undefined;

  constructor(
    private readonly environment: Environment,
    private readonly name: RateName,
    [acquirer, account]: readonly [number, number],
    private readonly me: string = processId(),
  ) {
    this.limit = acquirer;
    this.account = account;
    this.lane = new RateLane(little(acquirer), account);
  }

  /** Waits for a turn within this process's share. A share is asked for if there is none (any more), or if it has become too small. */
  turn(accountId: string | undefined, priority: "interactive" | "background", patience: number): Promise<boolean> {
    this.takePart();
    const turn = this.lane.turn(accountId, priority, patience);
    const small = this.lane.share < this.limit && this.lane.want().people > this.told.people;
    if (!this.settled || small) this.beatSoon(performance.now() - this.beatAt > breath ? 0 : breath);
    return turn;
  }

  private takePart(): void {
    const now = performance.now();
    this.usedAt = now;
    // Who was frozen, or had nothing to do, may find that others have its share.
    if (!this.away && !this.beating && now - this.beatAt > memberLease) {
      this.settled = false;
      this.lane.setShare(little(this.limit));
    }
    if (!this.timer && !this.beating) this.beatSoon(beatEvery);
  }

  /** Klarna has said what the limits are. */
  learn(acquirer: number | undefined, account: number | undefined): void {
    const limit = acquirer !== undefined && acquirer > 0 ? acquirer : this.limit;
    const one = account !== undefined && account > 0 ? account : this.account;
    if (limit === this.limit && one === this.account) return;
    // In proportion, at once: if all do so, it adds up as before.
    this.lane.setShare((this.lane.share * limit) / this.limit);
    this.lane.setAccountLimit(one);
    Object.assign(this, { limit, account: one });
    this.news = { ...this.news, limits: true };
    this.settled = false;
  }

  /** Klarna has refused: a little slower when it was a matter of milliseconds; else as much slower as what got through says. */
  refused(milliseconds: number): void {
    const now = performance.now();
    if (this.lane.isHeldBack()) return;
    const share = this.lane.share;
    const through = this.lane.want().used / share;
    const lately = this.refusedAt.filter((at) => now - at < chance.within);
    const slight = through >= almostAll && lately.length < chance.refusals;
    // Of all that is allowed one request less, however small a part of it is this process's.
    const [factor, less] = slight ? [1, Math.min(1, share * (1 - almostAll))] : [Math.min(0.7, Math.max(0.4, through)), 0];
    this.refusedAt = [...lately, now];
    this.lane.holdBack(undefined, slight ? breath : milliseconds);
    this.lane.setShare(Math.max(little(this.limit), share * factor - less));
    this.news = { ...this.news, factor: (this.news.factor ?? 1) * factor, less: (this.news.less ?? 0) + less };
    this.settled = false;
    this.beatSoon(0);
  }

  /** Says now what this process wants, and takes its share. Never throws. */
  beat(): Promise<void> {
    this.usedAt = performance.now();
    return this.beatNow();
  }

  private beatNow(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.beatAt = performance.now();
    this.beating ??= this.say().finally(() => {
      this.beating = undefined;
      if (performance.now() - this.usedAt < idleAfter) this.beatSoon(beatEvery);
    });
    return this.beating;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.usedAt = Number.NEGATIVE_INFINITY;
  }

  private beatSoon(milliseconds: number): void {
    if (this.beating) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.beatNow(), milliseconds);
    this.timer.unref();
  }

  private async say(): Promise<void> {
    try {
      // Several at once: one writes, the others look again.
      for (let tries = 0; tries < 20; tries += 1) if (await this.trySaying()) return;
    } catch (error) {
      this.away = true;
      if (!isDatabaseDown(error)) logFault("rate budget not divided", error, { environment: this.environment });
    }
  }

  private async trySaying(): Promise<boolean> {
    const { news } = this;
    const [row] = await query<{ budget: Budget | null; version: number | null; now: number }>(readStatement, [this.environment, this.name]);
    if (!row) return false;
    const known = this.withNews(row.budget, news, row.now);
    const want = this.lane.want();
    const budget = divide(known, this.me, want, row.now);
    const written = await query(writeStatement, [this.environment, this.name, JSON.stringify(budget), row.version ?? 0]);
    if (written.length === 0) return false;
    this.away = false;
    this.told = want;
    // What was learned meanwhile is told with the next beat.
    if (this.news !== news) return true;
    this.news = {};
    this.settled = true;
    this.limit = budget.limit;
    this.account = budget.account;
    this.lane.setAccountLimit(budget.account);
    this.lane.setShare(budget.members[this.me]?.share ?? little(budget.limit));
    return true;
  }

  private withNews(budget: Budget | null, { limits, factor, less = 0 }: Membership["news"], now: number): Budget {
    const own = { limit: this.limit, account: this.account };
    const known: Budget = { ceiling: null, ceilingAt: 0, members: {}, ...own, ...budget, ...(limits && own) };
    if (factor !== undefined) return { ...known, ceiling: Math.max(1, allowedNow(known, now) * factor - less), ceilingAt: now };
    return known.ceiling !== null && allowedNow(known, now) >= known.limit ? { ...known, ceiling: null } : known;
  }
}

const readStatement = `
  SELECT b.budget, b.version, extract(epoch FROM clock_timestamp())::float8 * 1000 AS now
  FROM (VALUES (1)) one LEFT JOIN rate_budgets b ON b.environment = $1 AND b.lane = $2`;

const writeStatement = `
  INSERT INTO rate_budgets AS b (environment, lane, budget) VALUES ($1, $2, $3)
  ON CONFLICT (environment, lane) DO UPDATE SET budget = excluded.budget, version = b.version + 1 WHERE b.version = $4
  RETURNING version`;
