import { cleanup, configure } from "@testing-library/react";

// Files with a page of jsdom's share it in a worker. Each finds it empty, with nothing drawn, kept or taught to its elements by the file before.
cleanup();
// On a busy machine what comes in a moment may take seconds; what never comes is found all the same.
configure({ asyncUtilTimeout: 20_000 });
for (const part of [document.documentElement, document.head, document.body]) {
  for (const name of part.getAttributeNames()) part.removeAttribute(name);
  if (part !== document.documentElement) part.replaceChildren();
}
localStorage.clear();
sessionStorage.clear();
history.replaceState(null, "", "/");

const page = globalThis as { taughtAtFirst?: ReadonlyMap<object, PropertyDescriptorMap> };
page.taughtAtFirst ??= new Map(prototypes().map((prototype) => [prototype, Object.getOwnPropertyDescriptors(prototype)]));
for (const [prototype, known] of page.taughtAtFirst) {
  for (const name of Object.getOwnPropertyNames(prototype)) if (!(name in known)) Reflect.deleteProperty(prototype, name);
  Object.defineProperties(prototype, Object.fromEntries(Object.entries(known).filter(([, { configurable }]) => configurable)));
}

/** Of all elements: what jsdom doesn't know (dialogs, scrolling, sizes) tests teach them. */
function prototypes(): readonly object[] {
  return Object.getOwnPropertyNames(globalThis)
    .filter((name) => name.endsWith("Element"))
    .map((name) => (globalThis as unknown as Record<string, { readonly prototype: object }>)[name]?.prototype)
    .filter((prototype) => prototype !== undefined);
}
