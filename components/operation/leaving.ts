/** The link by which a click leads away from this page, if it does: not to another window or into a file, and not within the page. */
export function wayOf(event: MouseEvent): HTMLAnchorElement | undefined {
  const link = event.target instanceof Element ? event.target.closest("a") : null;
  const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0 || link?.target === "_blank" || link?.hasAttribute("download");
  if (!link || opensElsewhere || link.origin !== window.location.origin || link.getAttribute("href")?.startsWith("#")) return undefined;
  return link;
}

type Hold = (href: string, onLeft?: () => void) => void;

const holds = new Set<Hold>();

/** Has somebody asked before anything but a link leads away from this page; links are held where they are pressed. Answers how to let go of it. */
export function holdLeaving(hold: Hold): () => void {
  holds.add(hold);
  return () => void holds.delete(hold);
}

/** Whether one may leave to an address at once. If not, whoever holds the page asks the person, and leads there if they say so; `onLeft` is what was to be done there. */
export function mayLeaveTo(href: string, onLeft?: () => void): boolean {
  const [hold] = holds;
  hold?.(href, onLeft);
  return hold === undefined;
}
