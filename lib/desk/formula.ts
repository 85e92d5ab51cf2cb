/**
 * A text with an apostrophe wherever a spreadsheet would take it for a formula, which makes it a text again; a plain number is none. Where lists are parted
 * by semicolons or tabs, a spreadsheet begins a cell after each of them, whatever the file parts its cells by.
 */
export function defused(text: string): string {
  if (/^-?\d+(\.\d+)?$/.test(text)) return text;
  return text.replace(/^(?=\s*[=+\-@\t\r])|(?<=[;\t])(?=[^\S\t]*[=+\-@])/g, "'");
}

/** The text that was defused, as far as can be told. */
export function released(text: string): string {
  return text.replace(/(?<=^|[;\t])'(?=[^\S\t]*[=+\-@])/g, "");
}
