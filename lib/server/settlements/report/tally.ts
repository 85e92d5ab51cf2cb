import "server-only";

/** What some rows come to: exact, however many they are. */
export interface Sum {
  readonly rows: number;
  readonly amount: bigint;
  readonly tax: bigint;
}

const most = Number.MAX_SAFE_INTEGER;

/** Sums by numbers from 0 on. Adds as fast as numbers do, and stays exact beyond 2^53. */
export class Tally {
  private rows: number[] = [];
  private amounts: number[] = [];
  private taxes: number[] = [];
  private readonly carried = new Map<number, { amount: bigint; tax: bigint }>();

  add(at: number, amount: number, tax: number): void {
    if (at >= this.rows.length) this.makeRoom(at);
    const { rows, amounts, taxes } = this;
    const sum = (amounts[at] as number) + amount;
    const taxSum = (taxes[at] as number) + tax;
    rows[at] = (rows[at] as number) + 1;
    if (sum <= most && sum >= -most && taxSum <= most && taxSum >= -most) {
      amounts[at] = sum;
      taxes[at] = taxSum;
    } else this.carry(at, amount, tax);
  }

  /** What a number has come to. */
  sum(at: number): Sum {
    const { amount = 0n, tax = 0n } = this.carried.get(at) ?? {};
    return { rows: this.rows[at] ?? 0, amount: amount + BigInt(this.amounts[at] ?? 0), tax: tax + BigInt(this.taxes[at] ?? 0) };
  }

  /** Every number that something was added to, with its sum. */
  *entries(): Generator<readonly [number, Sum]> {
    for (const [at, rows] of this.rows.entries()) if (rows > 0) yield [at, this.sum(at)];
  }

  private makeRoom(at: number): void {
    while (this.rows.length <= at) {
      this.rows.push(0);
      this.amounts.push(0);
      this.taxes.push(0);
    }
  }

  private carry(at: number, amount: number, tax: number): void {
    const { amount: whole = 0n, tax: wholeTax = 0n } = this.carried.get(at) ?? {};
    this.carried.set(at, { amount: whole + BigInt(this.amounts[at] ?? 0) + BigInt(amount), tax: wholeTax + BigInt(this.taxes[at] ?? 0) + BigInt(tax) });
    this.amounts[at] = 0;
    this.taxes[at] = 0;
  }
}
