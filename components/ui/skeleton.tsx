import clsx from "clsx";

/** A grey stand-in of the size that its `className` gives. */
export function Skeleton({ className }: { readonly className?: string }) {
  return <span aria-hidden className={clsx("block animate-pulse rounded-sm bg-hover motion-reduce:animate-none", className)} />;
}

/** The place of a table that is on its way: same rows, same heights, so that nothing jumps when it comes. */
export function TableSkeleton({ rows = 10, columns = 5 }: { readonly rows?: number; readonly columns?: number }) {
  const cells = Array.from({ length: columns }, (_, column) => column);
  return (
    <div role="status" aria-label="Loading">
      {Array.from({ length: rows + 1 }, (_, row) => row).map((row) => (
        <div
          key={row}
          className={clsx(
            "flex h-9 items-center gap-4 border-b px-3 max-md:h-24 max-md:flex-col max-md:items-start max-md:justify-center",
            row === 0 && "max-md:hidden",
          )}
        >
          {cells.map((column) => (
            <Skeleton key={column} className={clsx("h-3", column === 0 ? "w-1/4 max-md:w-2/3" : "w-1/6 max-md:w-1/3", column > 2 && "max-md:hidden")} />
          ))}
        </div>
      ))}
    </div>
  );
}

/** The place of a few label-and-value lines that are on their way. */
export function LinesSkeleton({ lines = 4 }: { readonly lines?: number }) {
  return (
    <div role="status" aria-label="Loading" className="grid gap-3">
      {Array.from({ length: lines }, (_, line) => line).map((line) => (
        <div key={line} className="flex h-5 items-center gap-4">
          <Skeleton className="h-3 w-28" />
          <Skeleton className="h-3 w-48" />
        </div>
      ))}
    </div>
  );
}
