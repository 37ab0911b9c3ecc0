import { compileKernel, type Kernel } from "../engines/index.ts";
import type { Graph } from "../language/graph.ts";
import type { Registry } from "../mechanisms/define/mechanism.ts";
import type { Problem } from "../wording/problem.ts";
import { bindInputs } from "./bind.ts";
import { compile } from "./compile.ts";
import type { ExpandContext } from "./context.ts";
import { structureKey } from "./structure.ts";

export interface Shelved {
  readonly graph: Graph;
  readonly kernel: () => Kernel;
  /** What is wrong with the lines themselves; what is wrong with values is said anew each time they are bound. */
  readonly problems: readonly Problem[];
}

/** Graphs by the structure they were built from: an edit that changes values only, or a scenario that does, finds its graph here. */
export class GraphShelf {
  /** Mechanisms its documents are read with. */
  readonly registry: Registry;
  readonly #shelf = new Map<string, Shelved>();
  readonly #sizeMax: number;

  constructor(registry: Registry, sizeMax = 8) {
    this.registry = registry;
    this.#sizeMax = sizeMax;
  }

  /** The compiled graph of a document, from the shelf where its structure is known. */
  take(context: ExpandContext): Shelved {
    const key = structureKey(context);
    const known = this.#shelf.get(key) ?? shelved(context);
    this.#shelf.delete(key);
    this.#shelf.set(key, known);
    const oldest = this.#shelf.keys().next().value;
    if (this.#shelf.size > this.#sizeMax && oldest !== undefined) this.#shelf.delete(oldest);
    return known;
  }
}

function shelved(context: ExpandContext): Shelved {
  const { graph, problems } = compile(context);
  const ofValues = new Set(bindInputs(graph, context).problems.map(keyOf));
  let kernel: Kernel | undefined;
  return {
    graph,
    kernel: () => {
      kernel ??= compileKernel(graph);
      return kernel;
    },
    problems: problems.filter((problem) => !ofValues.has(keyOf(problem))),
  };
}

const keyOf = ({ code, path, message }: Problem): string => `${code} ${path} ${message.en}`;
