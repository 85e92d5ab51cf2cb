let over: Promise<void> = Promise.resolve();

/**
 * Resolves when nothing is being pressed. Leaving a field by pressing a button checks the field; an error that appeared between
 * press and release would move the button away from under the pointer, and the press would come to nothing.
 */
export function pressOver(): Promise<void> {
  return over;
}

/** Watches the page's presses from now on, however often it is called: several forms may be open, and each needs it to its end. */
export function watchPresses(): void {
  document.addEventListener("pointerdown", begin, { capture: true });
}

function begin(): void {
  over = new Promise((resolve) => {
    const ends = ["pointerup", "pointercancel"];
    const end = () => {
      for (const name of ends) document.removeEventListener(name, end, { capture: true });
      // After the click that follows.
      setTimeout(resolve);
    };
    for (const name of ends) document.addEventListener(name, end, { capture: true });
  });
}
