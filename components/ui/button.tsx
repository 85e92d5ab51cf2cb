import { type ComponentProps, type MouseEvent, type ReactNode, useId } from "react";

import { type ButtonLook, buttonClass } from "./button-class";
import { Hint } from "./hint";
import { Spinner } from "./spinner";

export interface ButtonProps extends Omit<ComponentProps<"button">, "disabled">, ButtonLook {
  readonly icon?: ReactNode;
  /** Keeps its width and its name, turns a spinner, and refuses a second press. */
  readonly loading?: boolean;
  readonly disabled?: boolean;
  /** Why it can't be pressed now, in words. It stays focusable so that everyone can read them. */
  readonly unavailable?: string | undefined;
}

/** A button that acts on this page. `type` is "button" unless said otherwise, so that none submits by accident. */
export function Button({ variant, size, icon, loading = false, unavailable, className, children, type = "button", ...rest }: ButtonProps) {
  const hintId = useId();
  const button = (
    <button
      {...rest}
      type={type}
      className={buttonClass({ ...(variant && { variant }), ...(size && { size }) }, className)}
      // Not `disabled`: that would drop the focus of whoever has just pressed it.
      {...(loading && { "aria-disabled": true, "aria-busy": true, onClick: refuse })}
      // Without a handler, so that the server can draw it; a plain button submits nothing.
      {...(unavailable && { "aria-disabled": true, "aria-describedby": hintId, type: "button", onClick: undefined })}
    >
      <span className={loading ? "inline-flex items-center gap-1.5 opacity-0" : "contents"}>
        {icon}
        {children}
      </span>
      {loading && <Spinner className="absolute" />}
    </button>
  );
  return unavailable ? (
    <Hint id={hintId} text={unavailable}>
      {button}
    </Hint>
  ) : (
    button
  );
}

function refuse(event: MouseEvent): void {
  event.preventDefault();
  event.stopPropagation();
}
