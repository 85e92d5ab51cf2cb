import { Pause, Play } from "lucide-react";

import { Button, type ButtonProps } from "./button";
import { refuseHeld } from "./refuse-held";

export interface PauseButtonProps extends Pick<ButtonProps, "size" | "variant" | "loading"> {
  readonly paused: boolean;
  readonly onPress: (action: "pause" | "resume") => void;
}

/** Pauses what is under way and lets it go on: one button whose words change, so that it keeps the focus. */
export function PauseButton({ paused, onPress, ...look }: PauseButtonProps) {
  return (
    <Button
      {...look}
      icon={paused ? <Play aria-hidden /> : <Pause aria-hidden />}
      // The second press of a double click, and what a held key goes on pressing, were meant for what it said before.
      onKeyDown={refuseHeld}
      onClick={({ detail }) => detail < 2 && onPress(paused ? "resume" : "pause")}
    >
      {paused ? "Go on" : "Pause"}
    </Button>
  );
}
