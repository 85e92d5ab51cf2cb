import { useState } from "react";

import { remember } from "@/components/ui/remember";

import { rowsCookie } from "./rows-cookie";

/** How tall the rows are; remembered on this machine. */
export function useRows(known: boolean) {
  const [comfortable, set] = useState(known);
  const setComfortable = (next: boolean) => {
    set(next);
    remember(rowsCookie, next ? "comfortable" : "dense");
  };
  return { comfortable, setComfortable };
}
