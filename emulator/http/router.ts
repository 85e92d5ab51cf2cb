import { type Operation, paramNames } from "@/lib/klarna/operation";

/** What a request means. */
export interface Match {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
}

interface Node {
  readonly fixed: Map<string, Node>;
  any?: Node;
  readonly ends: Map<string, Route>;
}

interface Route {
  readonly operation: Operation;
  readonly names: readonly string[];
}

interface Found {
  readonly ends: ReadonlyMap<string, Route>;
  readonly values: readonly string[];
}

/** Finds the row that a method and a path mean, with its path parameters decoded; a fixed segment wins over a parameter. */
export class Router {
  readonly #root = newNode();

  constructor(operations: Iterable<Operation>) {
    for (const operation of operations) this.#add(operation);
  }

  match(method: string, path: string): Match | undefined {
    const found = find(this.#root, path.split("/"), 1, []);
    const route = found?.ends.get(method);
    if (!found || !route) return undefined;
    return { operation: route.operation, params: Object.fromEntries(route.names.map((name, index) => [name, decode(found.values[index] ?? "")])) };
  }

  #add(operation: Operation): void {
    let node = this.#root;
    for (const segment of operation.path.split("/").slice(1)) node = segment.startsWith("{") ? any(node) : fixed(node, segment);
    node.ends.set(operation.method, { operation, names: paramNames(operation.path) });
  }
}

function newNode(): Node {
  return { fixed: new Map(), ends: new Map() };
}

function fixed(node: Node, segment: string): Node {
  const next = node.fixed.get(segment) ?? newNode();
  node.fixed.set(segment, next);
  return next;
}

function any(node: Node): Node {
  node.any ??= newNode();
  return node.any;
}

function find(node: Node, segments: readonly string[], at: number, values: readonly string[]): Found | undefined {
  const segment = segments[at];
  if (segment === undefined) return node.ends.size > 0 ? { ends: node.ends, values } : undefined;
  const exact = node.fixed.get(segment);
  const found = exact && find(exact, segments, at + 1, values);
  return found ?? (node.any && segment !== "" ? find(node.any, segments, at + 1, [...values, segment]) : undefined);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // Whatever it is, it's no id: the check of ids refuses it.
    return segment;
  }
}
