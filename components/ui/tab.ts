/** What this tab keeps under a key until it is closed; a reload doesn't end it. `otherwise` in a browser that keeps nothing. */
export function keptInTab(key: string, otherwise?: string): string | undefined {
  try {
    return window.sessionStorage.getItem(key) ?? undefined;
  } catch {
    return otherwise;
  }
}

/** Keeps a text in this tab, or nothing any more. A browser that keeps nothing is no fault. */
export function keepInTab(key: string, text: string | undefined): void {
  try {
    if (text === undefined) window.sessionStorage.removeItem(key);
    else window.sessionStorage.setItem(key, text);
  } catch {
    // It lives as long as its page.
  }
}
