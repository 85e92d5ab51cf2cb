import { record } from "../as-sent";
import { type Leaves, leavesOf } from "./leaves";
import { pairsOf } from "./pairs";
import { account, bankAccounts, brands, business, type ListOf, owner, payouts, people, products, signUp, type ThingOf, websites } from "./parts";
import { type ComparedRow, type Names, rowsOf } from "./rows";

/** A thing, or two that belong together, with their fields. */
export interface ComparedPart {
  readonly key: string;
  /** What it is, where a section has several. */
  readonly title?: string;
  readonly only?: "left" | "right" | undefined;
  readonly rows: readonly ComparedRow[];
}

export interface ComparedSection {
  readonly title: string;
  readonly parts: readonly ComparedPart[];
  /** Set where this person's role may not see it: then there are no parts. */
  readonly hidden: boolean;
}

export interface ToCompare {
  /** Klarna's answers; undefined for a side that couldn't be read. */
  readonly left: unknown;
  readonly right: unknown;
  readonly names: Names;
  readonly seesPeople: boolean;
}

/** Two accounts as Klarna sent them, beside each other, section by section. Of people only their number and roles are taken. */
export function compareMerchants({ left, right, names, seesPeople }: ToCompare): readonly ComparedSection[] {
  const once = (part: ThingOf) => ({ title: part.title, parts: [thing(part, left, right, names)], hidden: false });
  const several = (part: ListOf) => ({ title: part.title, parts: things(part, left, right, names), hidden: false });
  const personal = (part: ThingOf) => (seesPeople ? once(part) : { title: part.title, parts: [], hidden: true });
  const money = once(payouts);
  return [
    once(account),
    personal(owner),
    once(signUp),
    once(business),
    several(products),
    several(websites),
    several(brands),
    personal(people),
    { ...money, parts: [...money.parts, ...several(bankAccounts).parts] },
  ];
}

function thing({ title, of, resource, counts = false }: ThingOf, left: unknown, right: unknown, names: Names): ComparedPart {
  const [one, other] = [left, right].map((side) => (side === undefined ? undefined : leavesOf(of(record(side)))));
  const rows = rowsOf(one, other, names, resource);
  return { key: title, rows: counts ? rows.map((row) => ({ ...row, named: true, left: counted(row.left), right: counted(row.right) })) : rows };
}

function counted(values: readonly string[] | undefined): readonly string[] | undefined {
  return values?.length === 0 ? ["0"] : values;
}

function things({ of, resource, keys, called, name }: ListOf, left: unknown, right: unknown, names: Names): readonly ComparedPart[] {
  const [ours = [], theirs = []] = [left, right].map((side) => of(record(side)).map((item) => leavesOf(item)));
  // Nothing stands on one side only while the other isn't known.
  const absent = left === undefined || right === undefined ? undefined : nothing;
  return pairsOf(ours, theirs, (leaves) => keys(leaves).filter((key) => key.trim() !== "")).map((pair, index) => {
    const rows = rowsOf(pair.left ?? absent, pair.right ?? absent, names, resource);
    const own = rows.find(({ path }) => path === name);
    const [title] = [...new Set([own?.left, own?.right].flatMap((values) => values?.[0] ?? []))];
    const shared = own?.verdict !== "differs" || !pair.left || !pair.right;
    return {
      key: `${called} ${index}`,
      title: title !== undefined && shared ? `${called}: ${title}` : called,
      only: absent && (pair.left ? (pair.right ? undefined : "left") : "right"),
      rows,
    };
  });
}

const nothing: Leaves = new Map();
