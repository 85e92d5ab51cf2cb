/** The parts that make up a merchant's file: where each lies in an account that was read with everything, and what names one of several. */
const places = {
  accounts: { at: [], id: undefined },
  businessInformation: { at: ["extra_account_data", "business_information"], id: undefined },
  accountInformation: { at: ["extra_account_data", "account_information"], id: undefined },
  stakeholders: { at: ["extra_account_data", "beneficiary_information", "stakeholders"], id: "stakeholder_id" },
  settlementInformation: { at: ["extra_account_data", "settlement_information"], id: undefined },
  bankAccounts: { at: ["extra_account_data", "settlement_information", "bank_accounts"], id: "bank_account_id" },
  websites: { at: ["channel", "websites"], id: "website_id" },
  collections: { at: ["channel", "collections"], id: "collection_id" },
} as const;

export type PartResource = keyof typeof places;
export const partResources = Object.keys(places) as readonly PartResource[];

/** One part of a file: a resource of the account and, where it has several, which. */
export interface Part {
  readonly resource: PartResource;
  /** Klarna's id, or a name of ours for one that Klarna hasn't got yet. */
  readonly id?: string | undefined;
}

/** Where a resource lies in an account. */
export function placeOf(resource: PartResource): readonly string[] {
  return places[resource].at;
}

/** What names one of several of a resource: `stakeholder_id`; undefined where there is only one. */
export function idField(resource: PartResource): string | undefined {
  return places[resource].id;
}

/** A part as a text, and back: `businessInformation`, `stakeholders krn:…`. */
export function partKey({ resource, id }: Part): string {
  return id === undefined ? resource : `${resource} ${id}`;
}

/** The part that a key names; undefined when it names none. */
export function partOf(key: string): Part | undefined {
  const [resource = "", ...rest] = key.split(" ");
  if (!Object.hasOwn(places, resource)) return undefined;
  const id = rest.length > 0 ? rest.join(" ") : undefined;
  return (idField(resource as PartResource) === undefined) === (id === undefined) ? { resource: resource as PartResource, id } : undefined;
}

/** A part as it stands in an account; undefined when it isn't there. Answers are kept as they came, so nothing is taken for granted. */
export function partIn(account: unknown, { resource, id }: Part): Fields | undefined {
  return id === undefined ? recordOf(at(account, places[resource].at)) : itemsIn(account, resource).find((item) => item.id === id)?.fields;
}

/** The several of a resource, each by its id, in Klarna's order. What has no id can't be changed by itself and is left out. */
export function itemsIn(account: unknown, resource: PartResource): readonly Item[] {
  const list = at(account, places[resource].at);
  return Array.isArray(list) ? list.flatMap((item) => itemOf(resource, item)) : [];
}

/** One of several, as an item of a list of them. */
export function itemOf(resource: PartResource, item: unknown): readonly Item[] {
  const fields = recordOf(item);
  const id = fields?.[idField(resource) ?? ""];
  return fields && typeof id === "string" ? [{ id, fields }] : [];
}

export type Fields = Readonly<Record<string, unknown>>;
export interface Item {
  readonly id: string;
  readonly fields: Fields;
}

/** What lies at a path of a value, or undefined. */
export function at(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, name) => {
    const fields = recordOf(inner);
    return fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
  }, value);
}

function recordOf(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}
