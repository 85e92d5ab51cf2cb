import { useId } from "react";

/**
 * All that stands before this has arrived when a page is first painted. A row of buttons of which only some have would be painted, and wrap anew once the others are there.
 * Read by browsers that know `rel="expect"`; others paint as they go.
 */
export function Arrived() {
  const id = useId();
  return (
    <>
      <link rel="expect" href={`#${id}`} blocking="render" />
      <i id={id} hidden />
    </>
  );
}
