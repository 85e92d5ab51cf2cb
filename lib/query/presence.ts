// Long enough to read a page or to make a telephone call beside it; far below what a session may stand idle.
const presentFor = 10 * 60_000;
const signs = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;

let lastSign = Date.now();
if (typeof document !== "undefined") for (const sign of signs) document.addEventListener(sign, noticed, { capture: true, passive: true });

/** Whether somebody has moved, typed or scrolled here within the last minutes. */
export function isAttended(): boolean {
  return Date.now() - lastSign < presentFor;
}

function noticed(): void {
  lastSign = Date.now();
}
