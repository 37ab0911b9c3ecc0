import type { TrustPoint } from "../../checks/trust/index.ts";
import type { VerdictId } from "../../checks/verdicts/verdict.ts";
import { prepareDocument } from "../../compile/prepare.ts";
import type { GraphShelf } from "../../compile/shelf.ts";
import { EvaluationStopped } from "../../engines/evaluation.ts";
import type { Text } from "../../wording/text.ts";
import { standingOf } from "../confirm.ts";
import { BLOCK, type Drawing } from "./drawing.ts";
import { writtenAt } from "./movers.ts";
import type { Opened } from "./question.ts";

/** A draw computed again by the book of record, from the document with its values written in. */
export interface CheckedDraw {
  readonly draw: number;
  readonly agrees: boolean;
  /** Names of verdicts and figures that differ. */
  readonly differing: readonly string[];
}

/** What of the verdicts' odds can be believed. */
export interface Checks {
  readonly draws: readonly CheckedDraw[];
  /** Conditions under which a verdict is met, in the scenario as it stands or in a draw that was looked at. */
  readonly conditions: readonly { readonly verdict: VerdictId; readonly messages: readonly Text[] }[];
}

interface Hooks {
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly shouldStop?: (() => boolean) | undefined;
}

/** Asks the book of record about the scenario as it stands and about some draws. Throws `EvaluationStopped` when told to. */
export function checkDraws(
  opened: Opened,
  drawing: Drawing,
  draws: readonly number[],
  shelf: GraphShelf,
  hooks: Hooks = {},
): Checks {
  const { prepared, uncertain } = opened;
  const { shouldStop } = hooks;
  const patient = shouldStop === undefined ? {} : { shouldStop };
  const all = uncertain.map((_, index) => index);
  const base = standingOf({ ...prepared, ...patient });
  const known = new Set(base.conditions.map(keyOf));
  const conditions = new Map<VerdictId, Map<string, Text>>();
  const note = (standing: Pick<typeof base, "verdicts">, points: readonly TrustPoint[]): void => {
    for (const { id } of standing.verdicts.filter(({ pass }) => pass === true))
      for (const point of points.filter(({ verdicts }) => verdicts.includes(id)))
        conditions.set(id, (conditions.get(id) ?? new Map<string, Text>()).set(point.message.en, point.message));
  };
  note(base, base.conditions);
  hooks.onProgress?.(1, draws.length + 1);
  const checked = draws.map((draw, i): CheckedDraw => {
    if (shouldStop?.() === true) throw new EvaluationStopped();
    const document = writtenAt(prepared.document, all, uncertain, drawing.inputs(draw));
    if (document === undefined)
      return { draw, agrees: Number.isNaN(rowOf(drawing, draw)[drawing.columns.verdicts]), differing: [] };
    const there = standingOf({ ...prepareDocument(document, prepared.scenario, prepared.counts, shelf), ...patient });
    // A number that is drawn is on no paper: that is no condition of its draw.
    note(
      there,
      there.conditions.filter((point) => point.kind !== "paper" || known.has(keyOf(point))),
    );
    const differing = differences(opened, drawing, rowOf(drawing, draw), there);
    hooks.onProgress?.(i + 2, draws.length + 1);
    return { draw, agrees: differing.length === 0, differing };
  });
  return {
    draws: checked,
    conditions: [...conditions].map(([verdict, messages]) => ({ verdict, messages: [...messages.values()] })),
  };
}

const keyOf = ({ kind, path }: TrustPoint): string => `${kind} ${path}`;

/** The draw as the fast engine has it. */
function rowOf(drawing: Drawing, draw: number): Float64Array {
  const { width } = drawing.columns;
  const block = Math.floor(draw / BLOCK);
  const rows = new Float64Array((block + 1) * BLOCK * width);
  drawing.block(block, rows);
  return rows.slice(draw * width, (draw + 1) * width);
}

/** Beyond rounding of a float64. */
const SAME = 1e-6;

function differences(
  { verdicts, figures, targets }: Opened,
  { columns }: Drawing,
  row: Float64Array,
  there: ReturnType<typeof standingOf>,
): readonly string[] {
  const ofVerdicts = verdicts.ids.filter((id, i) => {
    const pass = there.verdicts.find((verdict) => verdict.id === id)?.pass ?? null;
    const state = row[columns.verdicts + i] as number;
    return pass !== (Number.isNaN(state) ? null : state === 1);
  });
  const differs = (exact: number | undefined, fast: number): boolean =>
    exact === undefined || Number.isNaN(fast)
      ? (exact === undefined) !== Number.isNaN(fast)
      : Math.abs(exact - fast) > SAME * Math.max(1, Math.abs(exact));
  const watched = [
    ...figures.map((one, i) => ({ ...one, fast: row[columns.figures + i] as number })),
    ...targets.map((one, i) => ({ ...one, fast: row[columns.targets + i] as number })),
  ];
  const ofFigures = watched.filter(({ figure, fast }) => differs(there.values.cell(figure.cell)?.toNumber(), fast));
  return [...ofVerdicts, ...ofFigures.map(({ name }) => name)];
}
