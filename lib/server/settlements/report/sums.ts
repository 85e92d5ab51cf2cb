import "server-only";
import type { Line } from "./lines";
import { type Sum, Tally } from "./tally";

/** What a report's transactions of one kind come to. Texts stand by their numbers. */
export interface KindSum extends Sum {
  readonly type: number;
  readonly detailed: number;
}

const dayLength = 86_400_000;

/** The sums of a report by kind, for each account and for each day, made row by row. */
export class Sums {
  private readonly kinds: { readonly type: number; readonly detailed: number }[] = [];
  /** The place of a kind in that list, by the numbers of its two texts. */
  private readonly places: (number[] | undefined)[] = [];
  private readonly accounts: (Tally | undefined)[] = [];
  private readonly days = new Map<number, Tally>();
  private lastDay = Number.NaN;
  private lastTally = new Tally();

  add({ type, detailed, account, createdAt, amount, tax }: Line): void {
    const kind = this.places[type]?.[detailed] ?? this.newKind(type, detailed);
    const ofAccount = this.accounts[account] ?? this.newAccount(account);
    ofAccount.add(kind, amount, tax ?? 0);
    const day = Math.floor(createdAt / dayLength);
    if (day !== this.lastDay) this.turnTo(day);
    this.lastTally.add(kind, amount, tax ?? 0);
  }

  byKind(): readonly KindSum[] {
    const all = this.byAccount();
    return this.kinds.map(({ type, detailed }) => {
      const own = all.filter((sum) => sum.type === type && sum.detailed === detailed);
      return { type, detailed, rows: total(own, ({ rows }) => rows), amount: whole(own, ({ amount }) => amount), tax: whole(own, ({ tax }) => tax) };
    });
  }

  byAccount(): readonly (KindSum & { readonly account: number })[] {
    return this.accounts.flatMap((tally, account) => (tally ? this.sumsOf(tally).map((sum) => ({ account, ...sum })) : []));
  }

  /** Days since 1970, in UTC. */
  byDay(): readonly (KindSum & { readonly day: number })[] {
    return [...this.days].flatMap(([day, tally]) => this.sumsOf(tally).map((sum) => ({ day, ...sum })));
  }

  private sumsOf(tally: Tally): readonly KindSum[] {
    return [...tally.entries()].flatMap(([kind, sum]) => {
      const found = this.kinds[kind];
      return found ? [{ ...found, ...sum }] : [];
    });
  }

  private newKind(type: number, detailed: number): number {
    const kind = this.kinds.length;
    this.kinds.push({ type, detailed });
    const places = this.places[type] ?? [];
    places[detailed] = kind;
    this.places[type] = places;
    return kind;
  }

  private newAccount(account: number): Tally {
    const tally = new Tally();
    this.accounts[account] = tally;
    return tally;
  }

  private turnTo(day: number): void {
    const tally = this.days.get(day) ?? new Tally();
    this.days.set(day, tally);
    this.lastDay = day;
    this.lastTally = tally;
  }
}

function total(sums: readonly Sum[], part: (sum: Sum) => number): number {
  return sums.reduce((all, sum) => all + part(sum), 0);
}

function whole(sums: readonly Sum[], part: (sum: Sum) => bigint): bigint {
  return sums.reduce((all, sum) => all + part(sum), 0n);
}
