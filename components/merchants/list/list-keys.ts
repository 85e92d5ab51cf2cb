import type { KeyGroup } from "@/components/ui/key-help";
import { rowKeys } from "@/components/ui/use-row-keys";

/** What the keys of the list do. */
export const listKeys: readonly KeyGroup[] = [
  {
    title: "In the list",
    keys: [...rowKeys("merchant"), { press: ["X"], does: "Select it, or not" }],
  },
  {
    title: "In the search",
    keys: [
      { press: ["/"], does: "Go to the search" },
      { press: ["Enter"], does: "To the first that was found" },
      { press: ["Esc"], does: "Empty it" },
    ],
  },
];
