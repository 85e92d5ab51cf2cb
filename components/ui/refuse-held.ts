import type { KeyboardEvent } from "react";

/** For a button that has come where another stood: what a held key goes on pressing was meant for that one. Keys that move, such as Tab, go on. */
export function refuseHeld(event: KeyboardEvent): void {
  if (event.repeat && (event.key === "Enter" || event.key === " ")) event.preventDefault();
}
