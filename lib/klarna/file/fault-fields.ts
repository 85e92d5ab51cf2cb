import { fileFields } from "./fields";
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
    return name === undefined ? [] : [[name, message] as const];
  });
  return Object.fromEntries(own.reverse());
}
