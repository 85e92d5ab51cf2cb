import "server-only";
import type { Environment } from "@/lib/klarna/environment";
import { partRows } from "@/lib/klarna/file/contract";
import { type Fields, type Item, idField, itemOf, type Part, type PartResource } from "@/lib/klarna/file/parts";
import type { Operation } from "@/lib/klarna/operation";
import { ProblemError } from "@/lib/klarna/problem";

import { isNotThere } from "../klarna/from-klarna";
import { read } from "../operations/read";

interface Place {
  readonly environment: Environment;
  readonly accountId: string;
}

/** A part as it stands at Klarna at this moment; undefined when this one of several is gone. */
export async function freshPart(place: Place, part: Part): Promise<Fields | undefined> {
  const { get } = partRows[part.resource];
  if (!get) return (await freshItems(place, part.resource)).find(({ id }) => id === part.id)?.fields;
  try {
    return ((await ask(place, get, part)) ?? {}) as Fields;
  } catch (error) {
    if (part.id !== undefined && isNotThere(ProblemError.of(error).problem)) return undefined;
    throw error;
  }
}

/** All of a kind as they stand at Klarna at this moment. */
export async function freshItems(place: Place, resource: PartResource): Promise<readonly Item[]> {
  const { list } = partRows[resource];
  const items = list ? await ask(place, list, { resource }) : [];
  return Array.isArray(items) ? items.flatMap((item) => itemOf(resource, item)) : [];
}

/** The path parameters of a part's operations. */
export function partParams({ accountId }: Place, { resource, id }: Part, operation: Operation): Readonly<Record<string, string>> {
  const name = idField(resource);
  return { account_id: accountId, ...(name && id !== undefined && operation.path.includes(`{${name}}`) && { [name]: id }) };
}

async function ask(place: Place, operation: Operation, part: Part): Promise<unknown> {
  const { environment } = place;
  const { output } = await read({ environment, operation, params: partParams(place, part, operation), aside: true }, "interactive");
  return output;
}
