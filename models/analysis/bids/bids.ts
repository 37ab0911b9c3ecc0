import { bindingsOf } from "../../compile/bind.ts";
import type { InputLine } from "../../compile/context.ts";
import { clockLines } from "../../compile/expand/clock.ts";
import { parameterLine, parameterOfLine } from "../../compile/expand/parameters.ts";
import type { Prepared } from "../../compile/prepare.ts";
import { BASE_SCENARIO } from "../../document/scenario.ts";
import type { ModelDocument, TenderSpec } from "../../document/schema.ts";
import { compileKernel, type Kernel } from "../../engines/index.ts";
import { buildGraph } from "../../language/build.ts";
import { readMonth, writeMonth } from "../../language/calendar.ts";
import type { Bindings, Graph } from "../../language/graph.ts";
import type { FormulaDecl } from "../../language/line.ts";
import { buildTimeline, type Timeline } from "../../language/timeline.ts";
import { loadPacks } from "../../policy/load.ts";
import { frameOf } from "../../results/frame.ts";
import { conventionsOf } from "../../terms/conventions.ts";
import { bidsProblem } from "../../wording/bids.ts";
import { mergeProblems, suggestion } from "../../wording/document.ts";
import { fail, type Problem, type Result, succeed } from "../../wording/problem.ts";
import { text } from "../../wording/text.ts";
import { type BidContext, offerPieces } from "./lines/bid.ts";
import { ownPieces } from "./lines/own.ts";
import type { Piece } from "./lines/piece.ts";
import { roomPieces } from "./lines/rooms.ts";
import { type TenderContext, tenderPieces, yearsOf } from "./lines/tender.ts";
import { differencePieces, valuePieces } from "./lines/value.ts";
import { missingNotice, type ReferenceQuestion, type ReferenceYears, referenceYears } from "./reference.ts";

export interface BidsQuestion extends ReferenceQuestion {
  /** The bid the others are set against; the first where left out. */
  readonly against?: string | undefined;
}

/** Bids ready to evaluate: a graph over the base date and the years after it, whose inputs are the offers and the reference model by year. */
export interface PreparedBids extends Prepared {
  readonly tender: TenderSpec;
  readonly bids: ModelDocument["bids"];
  readonly against: string | undefined;
  /** Years after the base date. */
  readonly years: number;
}

/** Computes the reference model where it is named, and writes the bids out as lines. Fails only where there is no tender to compare by. */
export function prepareBids(document: ModelDocument, question: BidsQuestion): Result<PreparedBids> {
  const composed = composeBids(document, question);
  return composed.ok ? succeed(graphOf(document, composed.value)) : composed;
}

/** The lines of a comparison, and what they stand on. */
export interface Composed {
  readonly tender: TenderSpec;
  readonly pieces: readonly Piece[];
  readonly years: number;
  readonly base: number;
  readonly against: string | undefined;
}

export function composeBids(document: ModelDocument, question: BidsQuestion): Result<Composed> {
  const { tender, bids } = document;
  if (tender === undefined) return fail(bidsProblem("no_tender", "tender"));
  const base = readMonth(tender.notice.baseMonth ?? "");
  if (base === undefined) return fail(missingNotice("baseMonth", text("基准日", "base month")));
  const against = question.against ?? bids[0]?.id;
  const ids = bids.map(({ id }) => id);
  if (against !== undefined && !ids.includes(against))
    return fail(bidsProblem("unknown_bid", "against", { found: against, suggestion: suggestion(against, ids) }));
  const years = yearsOf(document);
  const level = tender.notice.priceLevel;
  const context: TenderContext = {
    tender,
    years,
    hasModel: document.components.length > 0,
    inflates: bids.some(({ priceLevel }) => priceLevel !== undefined && priceLevel !== level),
    reference: onceOnly(() => referenceYears(document, question)),
  };
  const common = tenderPieces(context);
  const hasSelf = common.some((piece) => "id" in piece && piece.id === "self.npv");
  const pieces = [...common, ...bids.flatMap((bid) => bidPieces({ bid, tender, years }, against, hasSelf))];
  return succeed({ tender, pieces, years, base, against });
}

/** Every line of one bid. */
function bidPieces(context: BidContext, against: string | undefined, hasSelf: boolean): readonly Piece[] {
  return [
    ...offerPieces(context),
    ...valuePieces(context),
    ...(against === undefined ? [] : differencePieces(context, against, hasSelf)),
    ...roomPieces(context),
    ...ownPieces(context),
  ];
}

function onceOnly(work: () => Result<ReferenceYears>): () => Result<ReferenceYears> {
  let known: Result<ReferenceYears> | undefined;
  return () => {
    known ??= work();
    return known;
  };
}

/** Period 1 is the base date, as the year that ends with it; period n + 1 is year n. */
function timelineOf(base: number, years: number): Timeline {
  return buildTimeline({ start: writeMonth(base - 12), step: "year", periods: years + 1 });
}

const isInput = (piece: Piece): piece is InputLine => "decl" in piece;

/** Everything that has a value from outside the graph. */
function inputsOf({ pieces, years, base }: Composed, document: ModelDocument) {
  const timeline = timelineOf(base, years);
  const frame = frameOf(timeline, conventionsOf({ yearBasis: "calendar" }));
  // Law as in force at the base date.
  const law = {
    packs: loadPacks(document),
    timeline: buildTimeline({ start: writeMonth(base), step: "year", periods: 1 }),
  };
  return { timeline, frame, law, inputs: [...clockLines({ timeline, frame }), ...pieces.filter(isInput)] };
}

/** Values of the input lines of a graph from offers of the same structure. */
export function bindBids(graph: Graph, composed: Composed, document: ModelDocument): Bindings {
  const { timeline, frame, law, inputs } = inputsOf(composed, document);
  const byId = new Map(inputs.map((line) => [line.decl.id, line]));
  const unbound = new Map<number, Problem>();
  const bound = bindingsOf(graph, { timeline, frame }, (id, index) => {
    const parameter = parameterOfLine(id);
    const found =
      byId.get(id) ?? (parameter === undefined ? undefined : parameterLine(law, parameter.id, parameter.axis));
    if (found?.missing !== undefined) unbound.set(index, found.missing);
    return found?.value;
  });
  return unbound.size === 0 ? bound : { ...bound, unbound };
}

function graphOf(document: ModelDocument, composed: Composed): PreparedBids {
  const { tender, pieces, years, against } = composed;
  const { timeline, frame, law, inputs } = inputsOf(composed, document);
  const formulas = pieces.filter((piece): piece is FormulaDecl => !isInput(piece));
  const graph = buildGraph([...inputs.map(({ decl }) => decl), ...formulas], {
    param: (id, axis) => parameterLine(law, id, axis)?.decl,
  });
  const bindings = bindBids(graph, composed, document);
  let kernel: Kernel | undefined;
  return {
    document,
    tender,
    bids: document.bids,
    against,
    years,
    scenario: BASE_SCENARIO,
    counts: [],
    timeline,
    frame,
    graph,
    bindings,
    problems: mergeProblems([...(bindings.unbound?.values() ?? [])], graph.problems),
    kernel: () => {
      kernel ??= compileKernel(graph);
      return kernel;
    },
  };
}
