import { useState } from "react";

/** What new recovery codes come with: they are asked for through it. */
export type HoldCodes = (asked: Promise<MadeCodes>) => Promise<MadeCodes>;

export interface MadeCodes {
  readonly recovery_codes: readonly string[];
}

/** Whether recovery codes are on their way or shown: then what shows them isn't closed by a slip of the hand, since their answer comes only once. */
export function useHeldCodes() {
  const [held, setHeld] = useState<"making" | "shown">();
  const [closing, setClosing] = useState(false);
  const hold: HoldCodes = async (asked) => {
    setHeld("making");
    setClosing(false);
    try {
      const made = await asked;
      setHeld("shown");
      return made;
    } catch (error) {
      setHeld(undefined);
      throw error;
    }
  };
  return { held, hold, closing, setClosing };
}
