import clsx from "clsx";
import { Check } from "lucide-react";
import type { Ref } from "react";

import type { ComboboxAnswer, ComboboxOption } from "./combobox-options";

export interface ComboboxListProps extends ComboboxAnswer {
  readonly ref: Ref<HTMLDivElement>;
  readonly id: string;
  readonly label: string;
  readonly open: boolean;
  /** How many answers aren't drawn. */
  readonly more: number;
  readonly active: number;
  readonly chosen: string;
  readonly onTake: (option: ComboboxOption) => void;
}

/** The id of the option at an index, for `aria-activedescendant`. */
export function optionId(id: string, index: number): string {
  return `${id}-option-${index}`;
}

/** What a combobox offers, under its input. The focus stays in the input. */
export function ComboboxList({ ref, id, label, open, options, state, more, active, chosen, onTake }: ComboboxListProps) {
  const words = !open ? "" : sentence(options.length + more, state);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps a press on the list or its scroll bar from taking the input's focus.
    <div
      ref={ref}
      onMouseDown={(event) => event.preventDefault()}
      className={clsx("absolute inset-x-0 top-full z-15 mt-1 scroll-my-4 rounded bg-raised shadow-float", !open && "hidden")}
    >
      <div id={`${id}-list`} role="listbox" aria-label={label} className="max-h-72 overflow-y-auto p-1 empty:hidden">
        {open &&
          options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the input, which keeps the focus.
            // biome-ignore lint/a11y/useFocusableInteractive: as above; `aria-activedescendant` points here.
            <div
              key={option.value}
              id={optionId(id, index)}
              role="option"
              aria-selected={option.value === chosen}
              onClick={() => onTake(option)}
              className={clsx(
                "flex min-h-8 cursor-pointer items-center gap-2 rounded-[6px] px-2 py-1 hover:bg-hover max-md:min-h-11",
                index === active && "bg-hover",
              )}
            >
              <Check aria-hidden className={clsx("size-4 shrink-0 text-accent-ink", option.value !== chosen && "invisible")} />
              <span dir="auto" className="wrap-anywhere min-w-0 flex-1">
                {option.label}
              </span>
              {option.detail && <span className="wrap-anywhere max-w-[45%] shrink-0 text-right font-mono text-muted text-xs">{option.detail}</span>}
            </div>
          ))}
      </div>
      <p role="status" className={clsx("px-3 py-2 text-muted text-xs", options.length > 0 && more === 0 && "sr-only")}>
        {words}
      </p>
    </div>
  );
}

function sentence(count: number, state: ComboboxAnswer["state"]): string {
  if (state === "failed") return "The search didn't answer. Type again to repeat it.";
  if (state === "searching" && count === 0) return "Searching…";
  if (count === 0) return "Nothing fits. Try another word.";
  return count > 100 ? `The first 100 of ${count}. Type more to narrow them.` : `${count} ${count === 1 ? "choice" : "choices"}`;
}
