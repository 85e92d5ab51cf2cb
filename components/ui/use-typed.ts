import { type FormEvent, useRef } from "react";

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What somebody has typed or chosen within an element, for as long as the fields are there and hold something. */
export function useTyped() {
  const fields = useRef(new Set<Field>());
  return {
    /** For the element. */
    onInput: ({ target }: FormEvent) => void fields.current.add(target as Field),
    holdsSome: () => [...fields.current].some(({ isConnected, value }) => isConnected && value.trim() !== ""),
  };
}
