import clsx from "clsx";

export interface ButtonLook {
  readonly variant?: "primary" | "secondary" | "ghost" | "danger";
  /** `sm` 28 px, `md` 32 px; `icon` is a square of 32. Under 768 px each is at least 44 px, a thumb wide. */
  readonly size?: "sm" | "md" | "icon";
}

/** How anything that acts looks, be it a button or a link. */
export function buttonClass({ variant = "secondary", size = "md" }: ButtonLook, className?: string): string {
  return clsx(
    "relative print:hidden inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded border font-medium",
    "disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:not-aria-busy:cursor-not-allowed aria-disabled:not-aria-busy:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
    variants[variant],
    sizes[size],
    className,
  );
}

const variants = {
  primary: "border-transparent bg-accent text-on-accent enabled:hover:bg-accent-strong [a&]:hover:bg-accent-strong",
  secondary: "border-line bg-raised text-ink enabled:hover:bg-hover [a&]:hover:bg-hover",
  ghost: "border-transparent text-muted enabled:hover:bg-hover enabled:hover:text-ink [a&]:hover:bg-hover [a&]:hover:text-ink",
  danger: "border-transparent bg-wrong-fill text-on-wrong enabled:hover:bg-wrong-fill-strong [a&]:hover:bg-wrong-fill-strong",
};

const sizes = {
  sm: "h-7 px-2 text-xs max-md:h-11 max-md:px-3 max-md:text-sm",
  md: "h-8 px-3 text-sm max-md:h-11 max-md:px-4",
  icon: "size-8 text-sm max-md:size-11",
};
