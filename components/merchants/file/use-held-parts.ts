import { useEffect } from "react";

import type { Edit } from "@/lib/desk/file";
import type { Environment } from "@/lib/klarna/environment";
import { send } from "@/lib/query/send";

import { useEdit } from "./edit-context";
import { type Step, stepsOf } from "./steps";

export interface HeldParts {
  /** The door of the edit. */
  readonly path: string;
  readonly environment: Environment;
  /** Whether somebody looks at how it goes on. */
  readonly watched: boolean;
  readonly isBeingSent: (step: Step) => boolean;
  /** It was done. */
  readonly conclude: (step: Step) => Promise<void>;
  /** It wasn't. */
  readonly letGo: (step: Step) => void;
}

/** Asks the desk how each part stands that was sent and isn't clear, until it is. */
export function useHeldParts({ path, environment, watched, isBeingSent, conclude, letGo }: HeldParts): void {
  const { book, held } = useEdit();
  const open = () => stepsOf(book.content()).filter((step) => book.held().has(step.key) && !isBeingSent(step));
  const waits = stepsOf(book.content()).some(({ key }) => held.has(key));
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for as long as anything is held, whatever is drawn meanwhile.
  useEffect(() => {
    if (!waits) return;
    let asking = false;
    const look = async () => {
      if (asking || open().length === 0) return;
      asking = true;
      const edit = await send<Edit | null>(path, { search: { environment } }).catch(() => undefined);
      if (edit !== undefined)
        for (const step of open()) {
          const standing = edit?.standing[step.key];
          // Another window has settled it, given it up or gone on from it: that says nothing of what became of it.
          if (edit?.content.parts[step.key]?.round !== step.edited.round) await book.catchUp();
          else if (standing === "confirmed") await conclude(step);
          else if (standing !== "sent" && standing !== "unknown") letGo(step);
        }
      asking = false;
    };
    void look();
    const timer = setInterval(look, watched ? 2_000 : 10_000);
    return () => clearInterval(timer);
  }, [waits, watched]);
}
