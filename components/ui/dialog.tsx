"use client";

import clsx from "clsx";
import { X } from "lucide-react";
import { type FormEvent, type MouseEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from "react";

import { Button } from "./button";
import { useTyped } from "./use-typed";

export interface DialogProps {
  readonly open: boolean;
  /** Asked for by Escape, the cross, or a press beside the dialog; whoever holds `open` answers. */
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: ReactNode;
  readonly children?: ReactNode;
  /** The buttons, the primary one last. It says the verb and the object, never "OK". */
  readonly footer?: ReactNode;
  readonly size?: "md" | "lg";
  /** Whether what is typed in it is nowhere else: then no slip of the hand throws it away, but only who says so. */
  readonly asks?: boolean;
}

/** A question or a small task over the page. The page behind is out of reach meanwhile; the focus goes back to where it came from. */
export function Dialog({ asks = false, onClose, ...shown }: DialogProps) {
  const typed = useTyped();
  const [asking, setAsking] = useState(false);
  // Nor is it asked any more, or at the next opening, once there is nothing to lose.
  if (asking && !(shown.open && asks)) setAsking(false);
  return (
    <>
      {/* First, so that it goes first where both do: what closes under another can't give the focus back. */}
      {asking && (
        <Shown
          open
          onSlip={() => setAsking(false)}
          title="Throw away what you typed?"
          footer={
            <>
              <Button onClick={() => setAsking(false)}>Go on typing</Button>
              <Button variant="danger" onClick={onClose}>
                Throw it away
              </Button>
            </>
          }
        />
      )}
      <Shown {...shown} onInput={typed.onInput} onSlip={() => (asks && typed.holdsSome() ? setAsking(true) : onClose())} />
    </>
  );
}

interface ShownProps extends Omit<DialogProps, "onClose" | "asks"> {
  /** Asked for by Escape, the cross, or a press beside the dialog. */
  readonly onSlip: () => void;
  readonly onInput?: (event: FormEvent) => void;
}

function Shown({ open, onSlip, onInput, title, description, children, footer, size = "md" }: ShownProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  // `close` gives the focus back; taking the element away wouldn't, and most are taken away with their question.
  useLayoutEffect(() => {
    const shown = dialog.current;
    return () => shown?.close();
  }, []);

  // The press, not the click: a selection that ends beside the dialog isn't one. Nor is the second press of a double click: it was meant for what the dialog came over.
  const closeBeside = ({ target, detail }: MouseEvent) => target === dialog.current && detail < 2 && onSlip();
  // Browsers don't let a page refuse each Escape. It stands again before its owner is asked: what the owner asks in turn stands over it.
  const standAgain = () => {
    if (!open || dialog.current?.open !== false) return;
    dialog.current.showModal();
    onSlip();
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby={`${id}-title`}
      aria-describedby={description ? `${id}-description` : undefined}
      onMouseDown={closeBeside}
      onCancel={(event) => {
        // A file field tells in the same way that no file was chosen. And what can't be refused is followed by `close`.
        if (event.target !== dialog.current || !event.cancelable) return;
        event.preventDefault();
        onSlip();
      }}
      onClose={standAgain}
      onInput={onInput}
      className={clsx("dialog m-auto max-h-[calc(100dvh-32px)] w-[calc(100vw-32px)] rounded bg-raised text-ink shadow-float backdrop:bg-veil", sizes[size])}
    >
      {open && (
        <div className="flex max-h-[calc(100dvh-32px)] flex-col">
          <header className="pt-4 pr-14 pl-5">
            <h2 id={`${id}-title`} className="wrap-anywhere min-w-0 pt-1 font-semibold text-base">
              {title}
            </h2>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-5">
            {description && (
              <div id={`${id}-description`} className="mt-1 text-pretty text-muted">
                {description}
              </div>
            )}
            {children && <div className="mt-4">{children}</div>}
          </div>
          {footer && (
            <footer className="flex flex-wrap items-center justify-end gap-2 border-t px-5 py-3">
              <World />
              {footer}
            </footer>
          )}
          {/* Last in order, so that the focus begins at the first field or at the button that changes nothing. */}
          <Button variant="ghost" size="icon" aria-label="Close" onClick={onSlip} className="absolute! top-3 right-3 max-md:top-1.5 max-md:right-1.5">
            <X aria-hidden />
          </Button>
        </div>
      )}
    </dialog>
  );
}

/** In which of Klarna's worlds it would be done: what says so on the page is behind the veil. The frame tells by its attribute, and nothing where it is bound to neither. */
function World() {
  return (
    <>
      <span className={clsx(world, "striped text-on-band group-data-[environment=test]/shell:inline-flex")}>TEST</span>
      <span className={clsx(world, "bg-hover text-ink group-data-[environment=live]/shell:inline-flex")}>LIVE</span>
    </>
  );
}

const world = "mr-auto hidden h-6 items-center rounded-[6px] px-2 font-medium text-xs";

const sizes = { md: "max-w-md", lg: "max-w-2xl" };
