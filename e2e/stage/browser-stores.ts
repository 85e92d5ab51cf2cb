import type { Page } from "@playwright/test";

/** Whatever a page can keep in its browser. */
export function browserStores(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const databases = await Promise.all(
      (await indexedDB.databases()).map(async ({ name = "" }) => {
        const open = await new Promise<IDBDatabase>((resolve, reject) => {
          const asked = indexedDB.open(name);
          asked.onsuccess = () => resolve(asked.result);
          asked.onerror = () => reject(asked.error);
        });
        const all = [...open.objectStoreNames].map(
          (store) =>
            new Promise((resolve) => {
              const asked = open.transaction(store).objectStore(store).getAll();
              asked.onsuccess = () => resolve(asked.result);
            }),
        );
        return [name, await Promise.all(all)];
      }),
    );
    const cached = await Promise.all(
      (await caches.keys()).map(async (key) => {
        const cache = await caches.open(key);
        return Promise.all((await cache.keys()).map(async (request) => [request.url, await (await cache.match(request))?.text()]));
      }),
    );
    return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, window.name, history.state, location.href, databases, cached]);
  });
}
