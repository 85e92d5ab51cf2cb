import "server-only";

/** The values in a value with their paths: `channel.websites.0.urls.0`. What is null or not there has none. */
export function leaves(value: unknown, path = ""): readonly (readonly [path: string, value: string])[] {
  if (value === null || value === undefined) return [];
  if (typeof value !== "object") return [[path, String(value)]];
  return Object.entries(value).flatMap(([name, field]) => leaves(field, path === "" ? name : `${path}.${name}`));
}
