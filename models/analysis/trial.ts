import { inputLineOf } from "../compile/inputPaths.ts";
import { type Prepared, prepareDocument } from "../compile/prepare.ts";
import type { GraphShelf } from "../compile/shelf.ts";
import { readPath, writePath } from "../document/path.ts";
import type { ModelDocument } from "../document/schema.ts";
import { RecordDecimal } from "../engines/arithmetic/decimal.ts";
import { compileKernel, evaluateRecord, type Kernel } from "../engines/index.ts";
import { bindSolved, restsOnSearch } from "../engines/solved.ts";
import type { Bindings, Graph } from "../language/graph.ts";

/** One input of one scenario varied, one single-valued line watched. */
export interface Trial {
  /** The watched value in float64; undefined where the model has none. */
  value(x: number): number | undefined;
  /** The same by the book of record at a decimal literal. */
  exact(literal: string): InstanceType<typeof RecordDecimal> | undefined;
  /** The document with the input at this value; undefined where it cannot be that. */
  document(x: number): ModelDocument | undefined;
}

/**
 * @param vary path of the input
 * @param target index of the line in the graph
 */
export function trialOf(prepared: Prepared, vary: string, target: number, shelf: GraphShelf): Trial {
  const line = inputLineOf(vary);
  const index = line === undefined ? undefined : prepared.graph.indexById.get(line);
  const given = valueAt(prepared.document, vary);
  // Only a number that reaches the engines unchanged may be set directly; anything else goes through the document.
  const direct = index !== undefined && prepared.bindings.scalars.get(index) === String(given);
  const place = { prepared, vary, target, shelf };
  return direct ? new LineTrial(place, index) : new DocumentTrial(place);
}

interface Place {
  readonly prepared: Prepared;
  readonly vary: string;
  readonly target: number;
  readonly shelf: GraphShelf;
}

function documentWith({ prepared, vary, shelf }: Place, x: number): ModelDocument | undefined {
  const written = writePath(prepared.document, vary, literalOf(x), shelf.registry);
  return written.ok ? written.value : undefined;
}

/** The input is a line: a trial computes what lies between it and the target, and nothing else. */
class LineTrial implements Trial {
  readonly #place: Place;
  readonly #line: number;
  /** Whether roots that were searched for lie in between; they are searched anew for each trial. */
  readonly #searches: boolean;
  readonly #kernel: Kernel;
  #running = false;

  constructor(place: Place, line: number) {
    this.#place = place;
    this.#line = line;
    const { graph } = place.prepared;
    this.#searches = restsOnSearch(graph, place.target);
    const outputs = [place.target];
    this.#kernel = compileKernel(graph, this.#searches ? { outputs } : { outputs, varying: [line] });
  }

  value(x: number): number | undefined {
    const { prepared, target } = this.#place;
    if (this.#searches) return this.#kernel.run(this.#bindings(String(x))).scalar(target);
    if (!this.#running) this.#kernel.run(prepared.bindings);
    this.#running = true;
    this.#kernel.setScalar(this.#line, x);
    return this.#kernel.update().scalar(target);
  }

  exact(literal: string): InstanceType<typeof RecordDecimal> | undefined {
    const { prepared, target } = this.#place;
    return evaluateRecord(prepared.graph, this.#bindings(literal)).scalar(target);
  }

  document(x: number): ModelDocument | undefined {
    return documentWith(this.#place, x);
  }

  #bindings(literal: string): Bindings {
    const { graph, bindings } = this.#place.prepared;
    const changed = { ...bindings, scalars: new Map(bindings.scalars).set(this.#line, literal) };
    return this.#searches ? bindSolved(graph, changed) : changed;
  }
}

/** The input is no line of its own: each trial binds the document anew. */
class DocumentTrial implements Trial {
  readonly #place: Place;
  readonly #kernels = new Map<Graph, Kernel>();

  constructor(place: Place) {
    this.#place = place;
  }

  value(x: number): number | undefined {
    const found = this.#prepared(literalOf(x));
    if (found === undefined) return undefined;
    const { graph, bindings, target } = found;
    const kernel = this.#kernels.get(graph) ?? compileKernel(graph, { outputs: [target] });
    this.#kernels.set(graph, kernel);
    return kernel.run(bindings).scalar(target);
  }

  exact(literal: string): InstanceType<typeof RecordDecimal> | undefined {
    const found = this.#prepared(literal);
    return found === undefined ? undefined : evaluateRecord(found.graph, found.bindings).scalar(found.target);
  }

  document(x: number): ModelDocument | undefined {
    return documentWith(this.#place, x);
  }

  /** The target may have another place, or none, in the graph of a document with another structure. */
  #prepared(
    literal: string,
  ): { readonly graph: Graph; readonly bindings: Bindings; readonly target: number } | undefined {
    const { prepared, vary, target, shelf } = this.#place;
    const written = writePath(prepared.document, vary, literal, shelf.registry);
    if (!written.ok) return undefined;
    const { graph, bindings } = prepareDocument(written.value, prepared.scenario, prepared.counts, shelf);
    const place = graph.indexById.get(prepared.graph.lines[target]?.id ?? "");
    return place === undefined || graph.broken.has(place) ? undefined : { graph, bindings, target: place };
  }
}

export function valueAt(document: ModelDocument, path: string): unknown {
  const read = readPath(document, path);
  return read.ok ? read.value : undefined;
}

/** Shortest decimal literal of a float64. */
export function literalOf(value: number): string {
  return new RecordDecimal(value).toFixed();
}
