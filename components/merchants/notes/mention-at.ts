/** The colleague whom somebody is about to name: where the @ stands before the caret, and what was typed after it. */
export function mentionAt(text: string, caret: number): { readonly start: number; readonly text: string } | undefined {
  const before = text.slice(0, caret);
  const typed = /(?:^|[^\p{L}\p{N}])@([^@\n]{0,60})$/u.exec(before)?.[1];
  return typed === undefined ? undefined : { start: before.length - typed.length - 1, text: typed };
}
