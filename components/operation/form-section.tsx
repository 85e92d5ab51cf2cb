import { Plus, Trash2 } from "lucide-react";
import { type MouseEvent, type ReactNode, useId } from "react";

import { Button } from "@/components/ui/button";

/** Fields that belong together, under a heading. */
export function Section({ title, description, children }: { readonly title: string; readonly description?: ReactNode; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-4 border-t pt-6 first:border-0 first:pt-0">
      <div>
        <h3 id={id} className="font-semibold">
          {title}
        </h3>
        {description && <p className="mt-0.5 text-pretty text-muted">{description}</p>}
      </div>
      {children}
    </section>
  );
}

/** Two fields side by side where there is room. */
export function Pair({ children }: { readonly children: ReactNode }) {
  return <div className="grid gap-4 sm:grid-cols-2">{children}</div>;
}

/** Several of a kind, with a button at the end that adds one. */
export function Entries({ children }: { readonly children: ReactNode }) {
  return (
    <div data-entries className="grid gap-4">
      {children}
    </div>
  );
}

interface EntryProps {
  readonly title: string;
  readonly removeLabel: string;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

/** One of several: a person, a bank account, a website. */
export function Entry({ title, removeLabel, onRemove, children }: EntryProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="rounded border">
      <header className="flex min-h-11 items-center justify-between gap-3 border-b py-1 pr-1.5 pl-4">
        <h3 id={id} className="min-w-0 truncate font-semibold">
          {title}
        </h3>
        <RemoveButton label={removeLabel} onRemove={onRemove}>
          Remove
        </RemoveButton>
      </header>
      <div className="grid gap-4 p-4">{children}</div>
    </section>
  );
}

interface RemoveButtonProps {
  readonly label: string;
  readonly onRemove: () => void;
  readonly className?: string;
  /** Its words, where they aren't only read aloud. */
  readonly children?: ReactNode;
}

/** Takes one of several away; the focus goes to the button that adds one, since this one goes too. */
export function RemoveButton({ label, onRemove, className, children }: RemoveButtonProps) {
  function remove(event: MouseEvent): void {
    const entries = event.currentTarget.closest("[data-entries]");
    onRemove();
    requestAnimationFrame(() => [...(entries?.querySelectorAll<HTMLElement>("[data-adds]") ?? [])].at(-1)?.focus());
  }
  return (
    <Button variant="ghost" size={children ? "sm" : "icon"} icon={<Trash2 aria-hidden />} aria-label={label} onClick={remove} {...(className && { className })}>
      {children}
    </Button>
  );
}

/** Adds one more. */
export function AddButton({ children, onClick }: { readonly children: ReactNode; readonly onClick: () => void }) {
  return (
    <div>
      <Button data-adds icon={<Plus aria-hidden />} onClick={onClick}>
        {children}
      </Button>
    </div>
  );
}
