import { type Operation, type OutputOf, type ParamsOf, pickParams, type QueryOf } from "./operation";

/**
 * A read, as data: made from its row on the server, handed to the browser as a prop. So a page that only reads
 * carries no schemas, and no value that isn't a parameter of the operation can reach a URL.
 */
export interface Call<Output = unknown> {
  readonly name: string;
  readonly resource: string;
  readonly search: Readonly<Record<string, string>>;
  /** Only for the type checker: what the answer is. */
  readonly output?: Output;
}

/** `callOf(accounts.get, { account_id }, { expand: ["products"] })` */
export function callOf<Op extends Operation>(operation: Op, params: ParamsOf<Op>, query?: QueryOf<Op>): Call<OutputOf<Op>> {
  const given = Object.entries((query ?? {}) as Record<string, unknown>).filter(([, value]) => value !== undefined);
  const search = Object.fromEntries(given.map(([name, value]) => [name, String(value)]));
  return { name: operation.name, resource: operation.resource, search: { ...search, ...pickParams(operation, params) } };
}
