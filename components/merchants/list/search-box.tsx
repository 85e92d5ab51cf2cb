import { Search, X } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ClipboardEvent, KeyboardEvent, RefObject } from "react";

import { Spinner } from "@/components/ui/spinner";
import { longestText } from "@/lib/desk/directory";
import { accountIdIn } from "@/lib/desk/krn";
import type { Environment } from "@/lib/klarna/environment";
import { routes } from "@/lib/routes";

export interface SearchBoxProps {
  readonly environment: Environment;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly busy: boolean;
  readonly tooLong: boolean;
  readonly input: RefObject<HTMLInputElement | null>;
  /** Before an id leads to its merchant: what is typed isn't searched for any more. */
  readonly onOpen: () => void;
  /** Enter: to the first that was found. */
  readonly onEnter: () => void;
}

/** Where one types what one knows of a merchant. A pasted account id leads straight to its merchant. */
export function SearchBox({ environment, text, onText, busy, tooLong, input, onOpen, onEnter }: SearchBoxProps) {
  const router = useRouter();
  const open = (id: string) => {
    onOpen();
    router.push(routes.merchant(environment, id));
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = accountIdIn(event.clipboardData.getData("text"));
    if (text !== "" || !pasted) return;
    event.preventDefault();
    open(pasted);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const typed = accountIdIn(text);
    if (event.key === "Escape" && text !== "") onText("");
    else if (event.key === "Enter" && typed) open(typed);
    else if (event.key === "Enter" || event.key === "ArrowDown") onEnter();
    else return;
    event.preventDefault();
  };
  return (
    <search className="relative min-w-0 flex-1 basis-72">
      <Search aria-hidden className="pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2 text-muted" />
      <input
        ref={input}
        type="text"
        inputMode="search"
        aria-label="Search merchants"
        aria-keyshortcuts="/"
        aria-invalid={tooLong || undefined}
        aria-describedby={tooLong ? "search-too-long" : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder="Name, reference, id, domain, number or IBAN"
        value={text}
        onChange={(event) => onText(event.target.value)}
        onPaste={onPaste}
        onKeyDown={onKeyDown}
        className="h-8 w-full min-w-0 rounded border border-edge bg-raised pr-9 pl-8 text-sm hover:border-muted focus-visible:border-focus focus-visible:outline-offset-0 aria-invalid:border-wrong max-md:h-11 max-md:text-base"
      />
      <span className="absolute top-1/2 right-1 flex size-7 -translate-y-1/2 items-center justify-center text-muted">
        {busy ? (
          <Spinner />
        ) : text === "" ? (
          <kbd aria-hidden className="rounded-sm border px-1.5 font-mono text-xs max-md:hidden">
            /
          </kbd>
        ) : (
          <button
            type="button"
            aria-label="Clear the search"
            onClick={() => {
              onText("");
              input.current?.focus();
            }}
            className="flex size-7 items-center justify-center rounded-sm hover:text-ink"
          >
            <X aria-hidden className="size-4" />
          </button>
        )}
      </span>
      {tooLong && (
        <p id="search-too-long" role="alert" className="mt-1 text-wrong text-xs">
          Search for at most {longestText} characters: a part of a name is enough.
        </p>
      )}
    </search>
  );
}
