const from = new WeakMap<HTMLDialogElement, Element | null>();

/** What jsdom, which draws nothing, lacks: dialogs that open and close and give the focus back, and scrolling. To be called before each test that shows some. */
export function haveDialogs(): void {
  Element.prototype.scrollIntoView = () => undefined;
  HTMLDialogElement.prototype.showModal = function show() {
    from.set(this, document.activeElement);
    this.open = true;
    this.querySelector<HTMLElement>("input, button")?.focus();
  };
  HTMLDialogElement.prototype.close = function close() {
    if (!this.open) return;
    this.open = false;
    (from.get(this) as HTMLElement | null | undefined)?.focus();
  };
}
