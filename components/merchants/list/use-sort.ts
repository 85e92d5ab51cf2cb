import type { TableSort } from "@/components/ui/table-column";
import { type DirectoryQuery, sortKeys } from "@/lib/desk/directory";

const newestFirst: ReadonlySet<string> = new Set(["first_seen", "changed", "seen"]);

/** How the table says that the list is sorted. Pressed once a column sorts as it is mostly wanted, twice the other way, a third time not at all. */
export function useSort(asked: DirectoryQuery, onAsk: (asked: DirectoryQuery) => void): TableSort {
  const { sort } = asked;
  const onSort = (pressed: string) => {
    const key = sortKeys.find((one) => one === pressed);
    if (!key) return;
    const { sort: _, ...unsorted } = asked;
    const usual = newestFirst.has(key);
    if (sort?.key !== key) onAsk({ ...asked, sort: { key, descending: usual } });
    else onAsk(sort.descending === usual ? { ...asked, sort: { key, descending: !usual } } : unsorted);
  };
  const onChoose = (chosen: string | undefined, descending: boolean) => {
    const key = sortKeys.find((one) => one === chosen);
    const { sort: _, ...unsorted } = asked;
    onAsk(key ? { ...asked, sort: { key, descending } } : unsorted);
  };
  return { key: sort?.key, descending: sort?.descending ?? false, onSort, onChoose, usual: asked.text === "" ? "Newest first" : "Best first" };
}
