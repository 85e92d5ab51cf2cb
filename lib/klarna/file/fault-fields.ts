import { fieldRow, fileFields } from "./fields";
import type { PartResource } from "./parts";

/** What is wrong with a field, by the field's name. */
export type Faults = Readonly<Record<string, string>>;

/** What a refusal says of a part, by the part's fields: `urls.0` is said of `urls`. */
export function byField(
  resource: PartResource,
  faults: readonly { readonly path: string; readonly message: string }[],
  names = fileFields[resource].map(({ name }) => name),
): Faults {
  const own = faults.flatMap(({ path, message }) => {
    const name = names.find((one) => path === one || path.startsWith(`${one}.`) || one.startsWith(`${path}.`));
    return name === undefined ? [] : [[name, `${whichOf(resource, name, path)}${message}`] as const];
  });
  return Object.fromEntries(own.reverse());
}

/** Of many that are typed one a line, which it is said of. Empty lines aren't sent, so they don't count. */
function whichOf(resource: PartResource, name: string, path: string): string {
  const index = path.slice(name.length + 1);
  return fieldRow(resource, name)?.kind === "lines" && /^\d+$/.test(index) ? `Address ${Number(index) + 1}: ` : "";
}
