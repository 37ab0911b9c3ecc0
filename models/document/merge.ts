import { z } from "zod";
import type { Result } from "../wording/problem.ts";
import { figureClashes } from "./actuals/clashes.ts";
import { withoutFigures } from "./actuals/figures.ts";
import { diffDocuments, mergeDocuments } from "./diff.ts";
import type { Json } from "./location.ts";
import { parseStructure } from "./parse.ts";
import { readPath } from "./path.ts";
import { withBothReplies } from "./review/replies.ts";
import { type ActualsSpec, documentSchema, type ModelDocument } from "./schema.ts";

export type MergeChoice = "mine" | "theirs";

/** A place both copies changed, and not to the same; null where it is not there. */
export interface MergeConflict {
  readonly path: string;
  readonly base: Json;
  readonly mine: Json;
  readonly theirs: Json;
  /** Undefined until somebody has chosen. */
  readonly choice: MergeChoice | undefined;
}

export interface Merged {
  /** What both copies come to; an unchosen conflict stands as mine has it. */
  readonly document: Result<ModelDocument>;
  readonly conflicts: readonly MergeConflict[];
  /** Places that only the other copy changed, and that were taken from it. */
  readonly taken: readonly string[];
  /** Places the other copy changed that stay as mine has them, whoever changed them. */
  readonly left: readonly string[];
}

export interface MergeManner {
  /** The base does not tell who changed a place last: every difference is a conflict. */
  readonly apart?: boolean;
  /** Places that stay as mine has them. */
  readonly stays?: (path: string) => boolean;
}

/**
 * Two copies edited apart, against the state both come from: what one of them changed is taken, what both changed to the same stands, and what they changed
 * differently is a conflict, told by its place and never settled by itself; replies to one remark are both kept. Items of named lists are known by their ids.
 */
export function mergeThree(
  base: ModelDocument,
  mine: ModelDocument,
  theirs: ModelDocument,
  choices: ReadonlyMap<string, MergeChoice>,
  { apart = false, stays = () => false }: MergeManner = {},
): Merged {
  const origin = filled(base);
  const [own, other] = withBothReplies(origin, filled(mine), withMergesOf(filled(theirs), mine));
  const common = apart ? own : origin;
  const otherPaths = diffDocuments(common, other).map(({ path }) => path);
  const otherUnits = new Set(otherPaths.map(unitOf).filter((path) => !isMerge(path)));
  const ownUnits = apart ? otherUnits : unitsOf(common, own);
  const found = clashes(ownUnits, otherUnits, own, other).filter((path) => !isMerge(path));
  const conflicts = found
    .filter((path) => !stays(path))
    .map(
      (path): MergeConflict => ({
        path,
        base: valueIn(origin, path),
        mine: valueIn(own, path),
        theirs: valueIn(other, path),
        choice: choices.get(path),
      }),
    );
  const within = (side: MergeChoice) => {
    const paths = conflicts.filter(({ choice = "mine" }) => choice === side).map(({ path }) => path);
    return (path: string) => paths.some((place) => isWithin(path, place));
  };
  const [keptMine, keptTheirs] = [within("mine"), within("theirs")];
  const withMine = mergeDocuments(common, own, (path) => !keptTheirs(path)) as ModelDocument;
  const isTheirs = (path: string) =>
    !keptMine(path) && !stays(path) && otherPaths.some((one) => isWithin(path, one) || isWithin(one, path));
  const whole = mergeDocuments(withMine, other, isTheirs) as ModelDocument;
  const reported = reportedTwice(origin, own, other, choices);
  const differs = (path: string) => JSON.stringify(valueIn(own, path)) !== JSON.stringify(valueIn(other, path));
  return {
    document: parseStructure(emptied({ ...whole, actuals: withoutFigures(actualsIn(whole), reported.gone) })),
    conflicts: [...conflicts, ...reported.conflicts],
    taken: [...otherUnits].filter(
      (path) => !stays(path) && !conflicts.some((one) => isWithin(path, one.path) || isWithin(one.path, path)),
    ),
    left: [...otherUnits].filter((path) => stays(path) && differs(path)),
  };
}

/** Figures of the actuals both reported for one line and time: one of them goes, mine unless theirs is chosen. */
function reportedTwice(
  common: ModelDocument,
  own: ModelDocument,
  other: ModelDocument,
  choices: ReadonlyMap<string, MergeChoice>,
): { readonly conflicts: readonly MergeConflict[]; readonly gone: ReadonlySet<string> } {
  const clashes = figureClashes(actualsIn(common), actualsIn(own), actualsIn(other));
  return {
    conflicts: clashes.map(({ path, mine, theirs }) => ({
      ...{ path, base: null, theirs, choice: choices.get(path) },
      mine: mine.size === 1 ? ([...mine.values()][0] ?? null) : Object.fromEntries(mine),
    })),
    gone: new Set(clashes.flatMap(({ path, mine }) => (choices.get(path) === "theirs" ? [...mine.keys()] : [path]))),
  };
}

/** Every merge that either copy tells of is told: they are acts, which nobody edits. */
function withMergesOf(theirs: ModelDocument, { merges = [] }: ModelDocument): ModelDocument {
  const known = new Map(merges.map((one) => [one.id, one]));
  const rest = (theirs.merges ?? []).filter(({ id }) => !known.has(id));
  return { ...theirs, merges: [...merges, ...rest] };
}
const isMerge = (path: string): boolean => path === "merges" || path.startsWith("merges/");

const isWithin = (path: string, place: string): boolean => path === place || path.startsWith(`${place}/`);

function unitsOf(base: ModelDocument, document: ModelDocument): ReadonlySet<string> {
  return new Set(diffDocuments(base, document).map(({ path }) => unitOf(path)));
}

/** How far down one thing reaches: half a profile, half a phase or half a record of one copy with the other half of the other would be neither's. */
const UNITS: readonly (readonly [pattern: RegExp, steps: number])[] = [
  [/^components\/[^/]+\/inputs\/[^/]+\/(profile|formula|notNeeded)(\/|$)/, 4],
  [/^components\/[^/]+\/inputs\//, 6],
  [/^components\/[^/]+\/evidence\//, 4],
  [/^timeline\/phases\//, 3],
  [/^(packs|records|audit|declared|stress|uncertainty|absences|merges|customLines|members)\//, 2],
  [/^remarks\//, 3],
];

function unitOf(path: string): string {
  const steps = UNITS.find(([pattern]) => pattern.test(path))?.[1];
  return path.split("/").slice(0, steps).join("/");
}

/** Places both changed, the coarser of the two where one lies within the other; those that came to the same are none. */
function clashes(
  own: ReadonlySet<string>,
  other: ReadonlySet<string>,
  mine: ModelDocument,
  theirs: ModelDocument,
): readonly string[] {
  const found = new Set<string>();
  for (const left of own)
    for (const right of other) {
      if (!isWithin(left, right) && !isWithin(right, left)) continue;
      const place = left.length < right.length ? left : right;
      if (JSON.stringify(valueIn(mine, place)) !== JSON.stringify(valueIn(theirs, place))) found.add(place);
    }
  const all = [...found].sort();
  return all.filter((path) => !all.some((place) => place !== path && isWithin(path, place)));
}

function valueIn(document: ModelDocument, path: string): Json {
  const read = readPath(document, path);
  return read.ok ? (read.value ?? null) : null;
}

/** Lists a document may leave out and mean none: two copies that each begin one do not clash over it. With `members` a document is a portfolio. */
const LEFT_OUT = (Object.entries(documentSchema.shape) as [keyof ModelDocument, z.ZodType][])
  .filter(([, schema]) => schema instanceof z.ZodOptional && schema.unwrap() instanceof z.ZodArray)
  .map(([key]) => key)
  .filter((key) => key !== "members");

function filled(document: ModelDocument): ModelDocument {
  const lists = Object.fromEntries(LEFT_OUT.map((key) => [key, document[key] ?? []]));
  const components = document.components.map((component) => ({ evidence: {}, ...component }));
  return { ...document, ...lists, components, actuals: actualsIn(document) };
}

const NO_ACTUALS: ActualsSpec = { reports: [] };
const actualsIn = ({ actuals = NO_ACTUALS }: ModelDocument): ActualsSpec => actuals;

/** Without what was filled in and stayed empty. */
function emptied(document: ModelDocument): unknown {
  const entries = Object.entries(document).filter(
    ([key, value]) =>
      !((LEFT_OUT as readonly string[]).includes(key) && Array.isArray(value) && value.length === 0) &&
      !(key === "actuals" && JSON.stringify(value) === JSON.stringify(NO_ACTUALS)),
  );
  const components = document.components.map(({ evidence, ...component }) =>
    evidence === undefined || Object.keys(evidence).length === 0 ? component : { ...component, evidence },
  );
  return { ...Object.fromEntries(entries), components };
}
