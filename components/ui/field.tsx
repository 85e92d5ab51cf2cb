import clsx from "clsx";
import { CircleAlert, TriangleAlert } from "lucide-react";
import { type ReactNode, useId } from "react";

export interface FieldWords {
  readonly label: string;
  /** Under the input: what to write, or where to find it. */
  readonly help?: ReactNode;
  /** What is wrong and what to do. It blocks. */
  readonly error?: string | undefined;
  /** What looks odd. It never blocks. */
  readonly warning?: string | undefined;
  /** Fields are required unless this says that they may stay empty; "quietly" where everybody knows, as in filters. */
  readonly optional?: boolean | "quietly";
  readonly className?: string;
}

/** What an input must carry to belong to its words. */
export interface FieldWiring {
  readonly id: string;
  readonly "aria-invalid": true | undefined;
  readonly "aria-describedby": string | undefined;
  readonly "aria-required": true | undefined;
}

export interface FieldProps extends FieldWords {
  readonly id?: string | undefined;
  readonly children: (wiring: FieldWiring) => ReactNode;
}

/** A label above, an input, and under it the help and what is wrong; tied together for those who listen. */
export function Field({ id: given, label, help, error, warning, optional = false, className, children }: FieldProps) {
  const own = useId();
  const id = given ?? own;
  return (
    <div className={clsx("grid min-w-0 content-start gap-1.5", className)}>
      <label htmlFor={id} className="flex items-baseline justify-between gap-3 font-medium">
        {label}
        {optional === true && <span className="font-normal text-muted text-xs">Optional</span>}
      </label>
      {children(wiring(id, { help, error, warning, optional }))}
      <FieldNotes id={id} help={help} error={error} warning={warning} />
    </div>
  );
}

type Notes = Pick<FieldWords, "help" | "error" | "warning">;

/** The `aria-*` of an input whose notes are drawn by `FieldNotes` under the same id. */
export function wiring(id: string, { help, error, warning, optional }: Notes & { readonly optional?: FieldWords["optional"] }): FieldWiring {
  const notes = [error && `${id}-error`, warning && `${id}-warning`, help && `${id}-help`].filter(Boolean).join(" ");
  return { id, "aria-invalid": error ? true : undefined, "aria-describedby": notes || undefined, "aria-required": optional ? undefined : true };
}

/** Error, warning and help of a field. They appear politely, so that typing isn't talked over. */
export function FieldNotes({ id, help, error, warning }: Notes & { readonly id: string }) {
  return (
    <div className="grid gap-1 text-xs empty:hidden" aria-live="polite">
      {error && (
        <p id={`${id}-error`} className="flex gap-1.5 text-wrong">
          <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          {error}
        </p>
      )}
      {warning && (
        <p id={`${id}-warning`} className="flex gap-1.5 text-waiting">
          <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          {warning}
        </p>
      )}
      {help && (
        <p id={`${id}-help`} className="text-pretty text-muted">
          {help}
        </p>
      )}
    </div>
  );
}

/** How every input looks. 16 px of text under 768 px, where a phone would otherwise zoom in. */
export const inputClass =
  "w-full min-w-0 rounded border border-edge bg-raised px-2.5 text-sm text-ink hover:border-muted focus-visible:border-focus focus-visible:outline-offset-0 aria-invalid:border-wrong disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted [&[readonly]]:bg-sunken max-md:text-base";
