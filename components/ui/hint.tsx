"use client";

import { type PointerEvent, type ReactNode, useEffect, useRef, useState } from "react";

export interface HintProps {
  /** The trigger inside names it in its `aria-describedby`. */
  readonly id: string;
  readonly text: ReactNode;
  readonly children: ReactNode;
}

/**
 * Words about what it wraps: shown on hover, on focus and on a tap; hidden on Escape, on leaving and on scrolling.
 * They stay while the pointer or the focus is on them, and float above everything, so that no table or dialog cuts them off. Those that are longer than
 * the screen are reached with Tab and scrolled with the keys that scroll.
 */
export function Hint({ id, text, children }: HintProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);
  const words = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    const [trigger, floating, scrolled] = [anchor.current, bubble.current, words.current];
    if (!open || !trigger || !floating || !scrolled) return;
    floating.showPopover();
    place(floating, trigger.getBoundingClientRect());
    // Nobody has to step over words that they see whole.
    if (scrolled.scrollHeight > scrolled.clientHeight) scrolled.tabIndex = 0;
    const hide = () => {
      // What is hidden can't have the focus: it goes back to where the words were reached from.
      if (floating.contains(document.activeElement)) trigger.querySelector<HTMLElement>("[aria-describedby]")?.focus({ preventScroll: true });
      setOpen(false);
    };
    const hideOnEscape = (event: KeyboardEvent) => event.key === "Escape" && hide();
    const hideElsewhere = (event: Event) => trigger.contains(event.target as Node) || hide();
    document.addEventListener("keydown", hideOnEscape);
    document.addEventListener("pointerdown", hideElsewhere);
    // Words that are longer than the screen are scrolled themselves; at their end the page stays where it is.
    const hideOnScroll = (event: Event) => floating.contains(event.target as Node) || hide();
    document.addEventListener("scroll", hideOnScroll, { capture: true, passive: true });
    return () => {
      document.removeEventListener("keydown", hideOnEscape);
      document.removeEventListener("pointerdown", hideElsewhere);
      document.removeEventListener("scroll", hideOnScroll, { capture: true });
      floating.hidePopover();
      scrolled.removeAttribute("tabindex");
    };
  }, [open]);

  // A finger "leaves" when it lifts; only a tap elsewhere hides the words from it.
  const byMouse = (shown: boolean) => (event: PointerEvent) => event.pointerType === "touch" || setOpen(shown || words.current === document.activeElement);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it listens to what happens to the trigger inside, which takes the focus and is described by the words.
    <span
      ref={anchor}
      role="presentation"
      className="relative inline-flex min-w-0 max-w-full align-middle"
      onPointerEnter={byMouse(true)}
      onPointerLeave={byMouse(false)}
      onFocus={() => setOpen(true)}
      onBlur={({ relatedTarget }) => anchor.current?.contains(relatedTarget) || setOpen(false)}
      onClick={() => setOpen(true)}
    >
      {children}
      <span
        ref={bubble}
        id={id}
        role="tooltip"
        popover="manual"
        className="fixed inset-auto m-0 w-max max-w-72 overflow-visible border-0 bg-transparent py-1.5 text-ink"
      >
        <span
          ref={words}
          className="block max-h-[calc(100dvh-28px)] overflow-y-auto overscroll-contain whitespace-pre-line rounded bg-raised px-3 py-2 text-left font-normal text-xs shadow-float"
        >
          {text}
        </span>
      </span>
    </span>
  );
}

/** Below the trigger and centred on it; above where there is no room; over it where there is none there either; never off the screen. */
function place(floating: HTMLElement, trigger: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = floating;
  const centred = trigger.left + trigger.width / 2 - width / 2;
  const below = trigger.bottom + height <= window.innerHeight;
  floating.style.left = `${Math.max(8, Math.min(centred, document.documentElement.clientWidth - width - 8))}px`;
  floating.style.top = `${below ? trigger.bottom : Math.max(8, trigger.top - height)}px`;
}
