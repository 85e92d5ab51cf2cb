import clsx from "clsx";

/** A grey stand-in of the size that its `className` gives. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <Bar className={clsx(pulse, className)} />;
}

/** The place of a table that is on its way: same rows, same heights, so that nothing jumps when it comes. */
export function TableSkeleton({ rows = 10, columns = 5 }: { readonly rows?: number; readonly columns?: number }) {
  const cells = Array.from({ length: columns }, (_, column) => column);
  return (
    <div role="status" aria-label="Loading" className={clsx("@container", pulse)}>
      {Array.from({ length: rows + 1 }, (_, row) => row).map((row) => (
        <div
          key={row}
          className={clsx(
            "flex h-9 items-center gap-4 border-b px-3 @max-2xl:h-24 @max-2xl:flex-col @max-2xl:items-start @max-2xl:justify-center",
            row === 0 && "@max-2xl:hidden",
          )}
        >
          {cells.map((column) => (
            <Bar key={column} className={clsx("h-3", column === 0 ? "w-1/4 @max-2xl:w-2/3" : "w-1/6 @max-2xl:w-1/3", column > 2 && "@max-2xl:hidden")} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** The place of a few label-and-value lines that are on their way. */
export function LinesSkeleton({ lines = 4 }: { readonly lines?: number }) {
  return (
    <div role="status" aria-label="Loading" className={clsx("grid grid-cols-1 gap-3", pulse)}>
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <div key={line} className="flex h-5 items-center gap-4">
          <Bar className="h-3 w-28" />
          <Bar className="h-3 w-48" />
        </div>
      ))}
    </div>
  );
}

// On the whole, not on each bar, so that they breathe as one.
const pulse = "animate-pulse motion-reduce:animate-none";

function Bar({ className }: { readonly className?: string }) {
  return <span aria-hidden className={clsx("block rounded-sm bg-hover", className)} />;
}
