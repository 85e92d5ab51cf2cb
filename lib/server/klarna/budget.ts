import "server-only";

/** One category of Klarna's rate in one environment, and who has which part of it. Rates are requests a second, times milliseconds of the database's clock. */
export interface Budget {
  /** What Klarna says: for all accounts together, and for one; 0 is no limit of its own. */
  readonly limit: number;
  readonly account: number;
  /** What its refusals taught, when that was less, and when. It rises again bit by bit. */
  readonly ceiling: number | null;
  readonly ceilingAt: number;
  readonly members: Readonly<Record<string, Member>>;
}

/** A process that calls Klarna. */
export interface Member extends Want {
  readonly share: number;
  /** Who says nothing until then has left. */
  readonly until: number;
}

/** What a process could use, and how it fares. */
export interface Want {
  /** Requests a second that people asked for in their busiest second of late. */
  readonly people: number;
  /** Whether jobs would take whatever is left. */
  readonly jobs: boolean;
  /** Sent in the last second. */
  readonly used: number;
  readonly waiting: number;
}

/** How long a share is kept for a process that is silent. */
export const memberLease = 6_000;

/** What may be used of a budget now, by all together. */
export function allowedNow({ limit, ceiling, ceilingAt }: Budget, now: number): number {
  if (ceiling === null) return limit;
  const recovered = Math.floor((now - ceilingAt) / 5_000) * Math.max(1, limit / 50);
  return Math.min(limit, ceiling + Math.max(0, recovered));
}

/**
 * The budget after a process has said what it wants: its own share set, everybody else's untouched. It lowers its share at once, and takes
 * more only of what nobody holds; so the shares never add up to more than is allowed, but for the little that a newcomer begins with.
 */
export function divide(budget: Budget, me: string, want: Want, now: number): Budget {
  const others = Object.entries(budget.members).filter(([id, { until }]) => id !== me && until > now);
  const allowed = allowedNow(budget, now);
  const held = sum(others.map(([, { share }]) => share));
  const wants: Readonly<Record<string, Want>> = { ...Object.fromEntries(others), [me]: want };
  const fair = fairShare(allowed, me, wants);
  const share = Math.max(Math.min(fair, allowed - held), little(allowed));
  return { ...budget, members: { ...Object.fromEntries(others), [me]: { ...want, share, until: now + memberLease } } };
}

/** What a process may use before it has been given a share. */
export function little(allowed: number): number {
  return Math.min(1, allowed / 20);
}

/** People's first: what they need, up to an equal part. The rest is for those with jobs, or for all alike while there are none. In whole requests. */
function fairShare(allowed: number, me: string, wants: Readonly<Record<string, Want>>): number {
  const all = Object.entries(wants).sort(([one], [other]) => (one < other ? -1 : 1));
  const first = all.map(([, { people }]) => Math.max(little(allowed), Math.min(allowed / all.length, headroom(people, allowed))));
  const rest = Math.max(0, allowed - sum(first));
  const busy = all.filter(([, { jobs }]) => jobs);
  const takers = busy.length > 0 ? busy : all;
  const partOf = dividing(
    rest,
    takers.map(([, want]) => want),
  );
  const parts = all.map((one, at) => whole((first[at] ?? 0) + (takers.includes(one) ? partOf(one[1]) : 0)));
  // What is left over by whole numbers goes to the first of those who take.
  const left = Math.floor(allowed - sum(parts));
  const at = all.findIndex(([id]) => id === me);
  return (parts[at] ?? 0) + (takers.slice(0, left).some(([id]) => id === me) ? 1 : 0);
}

/** To equal parts; but whoever keeps nothing waiting gets no more than twice what it used, where others could use the rest. */
function dividing(rest: number, takers: readonly Want[]): (want: Want) => number {
  const part = rest / takers.length;
  const isModest = ({ waiting }: Want) => waiting === 0;
  const modestly = ({ used }: Want) => Math.min(part, 2 * used + 1);
  const modest = takers.filter(isModest);
  const eager = takers.length - modest.length;
  if (eager === 0) return () => part;
  const left = rest - sum(modest.map(modestly));
  return (want) => (isModest(want) ? modestly(want) : left / eager);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Twice what people took at most, and a tenth where there are any: a page asks for several things at once. */
function headroom(people: number, allowed: number): number {
  return people === 0 ? 0 : Math.min(allowed / 4, Math.max(2 * people, allowed / 10));
}

/** Klarna counts whole requests. */
function whole(share: number): number {
  return share < 1 ? share : Math.floor(share + 1e-9);
}
