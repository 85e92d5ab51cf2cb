import type { CSSProperties, ReactNode } from "react";

import type { TableRoom } from "./table-room";

/**
 * What a table stands in: two containers. `card:` asks the outer one, which is narrower than the table by as much as this one needs more than `leastRoom`: a
 * container's condition knows no variables, so one line of the style sheet says for every table when its rows are cards. All else asks the inner one, as
 * wide as the table. Never by more than half: a telephone may have less than that to take away, and both are cards.
 */
export function TableFrame({ more, children }: Pick<TableRoom, "more"> & { readonly children: ReactNode }) {
  return (
    <div className="@container/cards pr-[min(var(--more),50%)]" style={{ "--more": `${more}rem` } as CSSProperties}>
      <div className="@container w-[min(100%+var(--more),200%)]">{children}</div>
    </div>
  );
}
