/** What stands at a path, as `channel.websites.0.urls.0`, or undefined where nothing does. */
export function valueAt(thing: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => (isParent(value) && Object.hasOwn(value, name) ? value[name] : undefined), thing);
}

/** Whether anything can stand inside it. */
export function isParent(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
