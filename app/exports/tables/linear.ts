import type { Graph, GraphLine, Node } from "../../../models/language/graph.ts";

/** What a sum is made of: a line in the period or the one before, or something that is no sum; under a condition if it has one. */
export interface Atom {
  readonly times: number;
  /** Absent for what is no sum. */
  readonly line?: number;
  readonly before: boolean;
  /** The condition, and what is no sum, as one key; empty for a line that always counts. */
  readonly key: string;
}

/** A sum by what it is made of; two with the same atoms are equal in every period. */
export interface Linear {
  readonly atoms: ReadonlyMap<string, Atom>;
  readonly constant: number;
  /** A rounding was looked through. */
  readonly rounds: boolean;
}

/** How far lines are looked into, and whether through roundings. */
interface How {
  readonly opens: (line: GraphLine) => boolean;
  readonly throughRounding: boolean;
}

/** Reads nodes of a graph as sums and differences. */
export class LinearForms {
  readonly #graph: Graph;
  readonly #scalarOf: (line: number) => number | undefined;
  readonly #ids = new Map<Node, number>();
  readonly #whole = new Map<number, Linear>();

  /** @param scalarOf the value of a line that has one for all periods: a condition on it holds always or never */
  constructor(graph: Graph, scalarOf: (line: number) => number | undefined) {
    this.#graph = graph;
    this.#scalarOf = scalarOf;
  }

  /** A node over the lines it names. Lines of formulas that nobody sees are looked into, others as told. */
  of(node: Node, also: ReadonlySet<number>, throughRounding = false): Linear {
    const opens = ({ source, index }: GraphLine): boolean => source === "hidden" || also.has(index);
    return this.#read(node, "", { opens, throughRounding });
  }

  /** A node over the lines it names, whichever they are. */
  closed(node: Node): Linear {
    return this.#read(node, "", { opens: () => false, throughRounding: false });
  }

  /** A line over whatever is no sum of others, all the way down. */
  whole(line: number): Linear {
    const known = this.#whole.get(line);
    if (known !== undefined) return known;
    const node = this.nodeOf(line);
    const found = node === undefined ? lineAtom(line, false, "") : this.wholeOf(node);
    this.#whole.set(line, found);
    return found;
  }

  wholeOf(node: Node): Linear {
    return this.#read(node, "", { opens: () => true, throughRounding: false });
  }

  /** The formula of a line that changes by period or not at all, where it can be calculated. */
  nodeOf(line: number): Node | undefined {
    const { axis, node } = this.#graph.lines[line] as GraphLine;
    return axis === "year" || this.#graph.broken.has(line) ? undefined : node;
  }

  #read(node: Node, given: string, how: How): Linear {
    const { op, args, line } = node;
    const [first, second, third] = args;
    if (op === "const")
      return isZero(node) || given === "" ? { ...NONE, constant: Number(node.text) } : this.#opaque(node, given);
    if (op === "line" && line !== undefined) return this.#line(line, given, how);
    if (op === "prev" && line !== undefined) return lineAtom(line, true, given);
    if (op === "add") return added(args.map((arg) => this.#read(arg, given, how)));
    if (op === "sub" && first !== undefined && second !== undefined)
      return added([this.#read(first, given, how), negative(this.#read(second, given, how))]);
    if (op === "neg" && first !== undefined) return negative(this.#read(first, given, how));
    if (op === "if" && first !== undefined && second !== undefined && isZero(third)) {
      const holds = this.#holds(first);
      if (holds !== undefined) return holds ? this.#read(second, given, how) : NONE;
      return this.#read(second, `${given}${this.#id(first)}?`, how);
    }
    if (op === "round" && how.throughRounding && first !== undefined)
      return { ...this.#read(first, given, how), rounds: true };
    return this.#opaque(node, given);
  }

  #line(line: number, given: string, how: How): Linear {
    const node = how.opens(this.#graph.lines[line] as GraphLine) ? this.nodeOf(line) : undefined;
    return node === undefined ? lineAtom(line, false, given) : this.#read(node, given, how);
  }

  #holds({ op, line }: Node): boolean | undefined {
    if (op !== "line" || line === undefined || this.#graph.lines[line]?.axis !== "scalar") return undefined;
    const value = this.#scalarOf(line);
    return value === undefined ? undefined : value !== 0;
  }

  #opaque(node: Node, given: string): Linear {
    return single({ times: 1, before: false, key: `${given}#${this.#id(node)}` });
  }

  #id(node: Node): number {
    const id = this.#ids.get(node) ?? this.#ids.size;
    this.#ids.set(node, id);
    return id;
  }
}

const NONE: Linear = { atoms: new Map(), constant: 0, rounds: false };

const isZero = (node: Node | undefined): boolean => node?.op === "const" && Number(node.text) === 0;

const single = (atom: Atom): Linear => ({
  ...NONE,
  atoms: new Map([[`${atom.key} ${atom.line} ${atom.before}`, atom]]),
});

const lineAtom = (line: number, before: boolean, key: string): Linear => single({ times: 1, line, before, key });

/** The same taken away. */
export function negative({ atoms, constant, rounds }: Linear): Linear {
  return {
    atoms: new Map([...atoms].map(([key, atom]) => [key, { ...atom, times: -atom.times }])),
    constant: -constant,
    rounds,
  };
}

/** The sum of sums; what cancels is left out. */
export function added(parts: readonly Linear[]): Linear {
  const atoms = new Map<string, Atom>();
  for (const part of parts) {
    for (const [key, atom] of part.atoms) {
      const times = atom.times + (atoms.get(key)?.times ?? 0);
      if (times === 0) atoms.delete(key);
      else atoms.set(key, { ...atom, times });
    }
  }
  return {
    atoms,
    constant: parts.reduce((sum, { constant }) => sum + constant, 0),
    rounds: parts.some(({ rounds }) => rounds),
  };
}

export function isSame(a: Linear, b: Linear): boolean {
  if (a.constant !== b.constant || a.atoms.size !== b.atoms.size) return false;
  return [...a.atoms].every(([key, { times }]) => b.atoms.get(key)?.times === times);
}
