import type { KeyGroup } from "@/components/ui/key-help";

/** What the keys of the list do. */
export const listKeys: readonly KeyGroup[] = [
  {
    title: "In the list",
    keys: [
      { press: ["J"], does: "To the next merchant" },
      { press: ["K"], does: "To the one before" },
      { press: ["Enter"], does: "Open it" },
      { press: ["X"], does: "Select it, or not" },
    ],
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
