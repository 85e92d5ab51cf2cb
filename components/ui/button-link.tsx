import type { ComponentProps, ReactNode } from "react";
import { type ButtonLook, buttonClass } from "./button-class";
import { Link } from "./link";

export interface ButtonLinkProps extends ComponentProps<typeof Link>, ButtonLook {
  readonly icon?: ReactNode;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function ButtonLink({ variant, size, icon, className, children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={buttonClass({ ...(variant && { variant }), ...(size && { size }) }, className)}>
      {icon}
      {children}
    </Link>
  );
}
