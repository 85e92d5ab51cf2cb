/**
 * A loader for Lucide's icons: draws each as one path instead of two to seven shapes. A page has some eighty icons, and a browser finds the style, the place and
 * the bounds of each shape before the first frame. An icon with a shape that is filled, or that nobody here knows, stays as it is.
 * Source of the shapes' paths: SVG 2, chapter 10 ("equivalent path").
 */
module.exports = function onePath(source) {
  return source.replace(/\bnode: (\[[\s\S]*?\n {2}\])(?=,?\n)/, (whole, written) => {
    // What is evaluated is a file of the package that is built in anyway.
    const node = new Function(`return ${written}`)();
    const paths = node.map(([shape, { key: _, ...of }]) => drawn[shape]?.(of));
    return node.length > 1 && paths.every((path) => path !== undefined) ? `node: ${JSON.stringify([["path", { d: paths.join(""), key: "1" }]])}` : whole;
  });
};

const drawn = {
  // At its start a path's `m` counts from 0, 0; behind another path it doesn't.
  path: ({ d, ...rest }) => only(rest, () => (d.startsWith("m") ? `M0 0${d}` : d)),
  line: ({ x1, y1, x2, y2, ...rest }) => only(rest, () => `M${x1} ${y1}L${x2} ${y2}`),
  polyline: ({ points, ...rest }) => only(rest, () => `M${points}`),
  circle: ({ cx, cy, r, ...rest }) => only(rest, () => round(+cx, +cy, +r, +r)),
  ellipse: ({ cx, cy, rx, ry, ...rest }) => only(rest, () => round(+cx, +cy, +rx, +ry)),
  rect: ({ x = 0, y = 0, width, height, rx, ry, ...rest }) => only(rest, () => box(+x, +y, +width, +height, +(rx ?? ry ?? 0), +(ry ?? rx ?? 0))),
};

const only = (rest, draw) => (Object.keys(rest).length === 0 ? draw() : undefined);

const round = (cx, cy, rx, ry) => `M${cx + rx} ${cy}a${rx} ${ry} 0 1 1 ${-2 * rx} 0a${rx} ${ry} 0 1 1 ${2 * rx} 0z`;

function box(x, y, width, height, rx, ry) {
  if (rx === 0 || ry === 0) return `M${x} ${y}h${width}v${height}h${-width}z`;
  const corner = (dx, dy) => `a${rx} ${ry} 0 0 1 ${dx} ${dy}`;
  const [across, down] = [width - 2 * rx, height - 2 * ry];
  return `M${x + rx} ${y}h${across}${corner(rx, ry)}v${down}${corner(-rx, ry)}h${-across}${corner(-rx, -ry)}v${-down}${corner(rx, -ry)}z`;
}
