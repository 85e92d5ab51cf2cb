/** Rows of tables and lanes of charts that stand in the document. */
const rows = "tbody tr, [data-lane]";

/**
 * Scrolls down and up again for so many frames, a tenth of a screen each, and answers the time between frames and the most rows that stood in the document meanwhile.
 * `inside` is what scrolls, where it isn't the page itself.
 */
export async function scrolled(page, { frames, inside }) {
  return page.evaluate(
    async ({ frames, inside, rows }) => {
      const box = inside ? document.querySelector(inside) : document.scrollingElement;
      const step = Math.round(box.clientHeight / 10);
      const times = [];
      let most = 0;
      let direction = 1;
      let last = await new Promise(requestAnimationFrame);
      for (let frame = 0; frame < frames; frame += 1) {
        const before = box.scrollTop;
        box.scrollTop += direction * step;
        if (Math.abs(box.scrollTop - before) < step / 2) direction = -direction;
        const now = await new Promise(requestAnimationFrame);
        times.push(now - last);
        last = now;
        most = Math.max(most, document.querySelectorAll(rows).length);
      }
      return { times, most };
    },
    { frames, inside, rows },
  );
}
