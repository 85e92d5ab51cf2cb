/** The desk's mark and name. */
export function Brand() {
  return (
    <span className="flex items-center gap-2.5 overflow-hidden font-medium">
      <svg aria-hidden="true" viewBox="0 0 32 32" className="size-6 shrink-0">
        <rect width="32" height="32" rx="8" className="fill-accent" />
        <path
          d="M10 23.5V8.5h6.6a5.4 5.4 0 0 1 0 10.8H14.2"
          className="fill-none stroke-on-accent"
          strokeWidth="3"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        <circle cx="21.6" cy="22.9" r="1.9" className="fill-on-accent" />
      </svg>
      <span className="hide-collapsed whitespace-nowrap">Partner Desk</span>
    </span>
  );
}
