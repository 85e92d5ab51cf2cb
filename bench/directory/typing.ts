/** What somebody types who misspells a name: letter by letter from the third on, with one mistake in its first word. The same ones each time. */
export function misspelt(names: readonly string[]): readonly string[] {
  return names.flatMap((name, index) => {
    const [first = "", second = ""] = name.split(" ");
    const typed = `${mistakes[index % mistakes.length]?.(first, 1 + (index % Math.max(1, first.length - 2))) ?? first} ${second}`;
    return Array.from({ length: typed.length - 2 }, (_, at) => typed.slice(0, at + 3));
  });
}

const mistakes: readonly ((word: string, at: number) => string)[] = [
  (word, at) => word.slice(0, at) + (word[at + 1] ?? "") + (word[at] ?? "") + word.slice(at + 2),
  (word, at) => word.slice(0, at) + word.slice(at + 1),
  (word, at) => word.slice(0, at) + (word[at] ?? "") + word.slice(at),
  (word, at) => `${word.slice(0, at)}e${word.slice(at + 1)}`,
];
