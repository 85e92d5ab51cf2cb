/** What jsdom, which draws nothing, lacks: dialogs that open and close, and scrolling. To be called before each test that shows some. */
export function haveDialogs(): void {
  Element.prototype.scrollIntoView = () => undefined;
  HTMLDialogElement.prototype.showModal = function show() {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function close() {
    this.open = false;
  };
}
