import clsx from "clsx";

import { looks, type Question } from "./question";

/** How the prices are looked at. */
export function LookTabs({ question, ask }: { readonly question: Question; readonly ask: (next: Partial<Question>) => void }) {
  return (
    <nav aria-label="How to look at it" className="flex gap-1 overflow-x-auto border-b">
      {looks.map((look) => (
        <button
          key={look}
          type="button"
          aria-current={look === question.look ? "page" : undefined}
          onClick={() => ask({ look })}
          className={clsx(
            "-mb-px inline-flex h-9 shrink-0 items-center border-b-2 px-3 font-medium max-md:h-11",
            look === question.look ? "border-accent text-ink" : "border-transparent text-muted hover:text-ink",
          )}
        >
          {words[look]}
        </button>
      ))}
    </nav>
  );
}

const words = { rates: "Rates", cost: "What would it cost", compare: "Compare", plans: "Plans and changes" };
