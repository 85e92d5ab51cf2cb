/** Whether a press of a key isn't meant for the page's own keys: somebody types, or a dialog is open over the page, wherever the focus is. */
export function areKeysTaken(target: EventTarget | null): boolean {
  if (document.querySelector("dialog[open]")) return true;
  if (!(target instanceof HTMLElement)) return false;
  // A ticked box takes no letters.
  const typed = target instanceof HTMLInputElement ? target.type !== "checkbox" : /^(?:TEXTAREA|SELECT)$/.test(target.tagName);
  return target.isContentEditable || typed;
}
