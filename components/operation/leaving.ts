type Hold = (href: string) => void;

const holds = new Set<Hold>();

/** Has somebody asked before anything but a link leads away from this page; links are held where they are pressed. Answers how to let go of it. */
export function holdLeaving(hold: Hold): () => void {
  holds.add(hold);
  return () => void holds.delete(hold);
}

/** Whether one may leave to an address at once. If not, whoever holds the page asks the person, and leads there if they say so. */
export function mayLeaveTo(href: string): boolean {
  const [hold] = holds;
  hold?.(href);
  return hold === undefined;
}
