/** What can be pressed from the palette: the button that does it says so by `data-command`. */
export type Command = "suspend" | "reactivate" | "change-category" | "write-note" | "refresh" | "add-person" | "connect-payouts" | "download";

/** Longer than a page takes to come; after that a press would surprise. */
const patience = 10_000;

/** Whether this is the page of an address, however it is narrowed. */
export function isAt(address: string): boolean {
  return new URL(address, window.location.href).pathname === window.location.pathname;
}

/** Presses a page's own button, at once or when the page has come. What isn't offered there isn't pressed: the page says why. */
export function pressWhenThere(command: Command, address: string): void {
  const press = () => {
    const button = isAt(address) ? document.querySelector<HTMLElement>(`[data-command="${command}"]`) : null;
    button?.click();
    return button !== null;
  };
  if (press()) return;
  const observer = new MutationObserver(() => press() && observer.disconnect());
  observer.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => observer.disconnect(), patience);
}
