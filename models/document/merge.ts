import type { Result } from "../wording/problem.ts";
import { figureClashes } from "./actuals/clashes.ts";
import { withoutFigures } from "./actuals/figures.ts";
import { diffDocuments, mergeDocuments } from "./diff.ts";
import type { Json } from "./location.ts";
import { parseStructure } from "./parse.ts";
import { readPath } from "./path.ts";
import { withBothReplies } from "./review/replies.ts";
import { REVIEW_KEYS } from "./review/schema.ts";
import type { ActualsSpec, ModelDocument } from "./schema.ts";

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
): Merged {
  const common = filled(base);
  const [own, other] = withBothReplies(common, filled(mine), filled(theirs));
  const [ownUnits, otherPaths] = [unitsOf(common, own), diffDocuments(common, other).map(({ path }) => path)];
  const otherUnits = new Set(otherPaths.map(unitOf));
  const conflicts = clashes(ownUnits, otherUnits, own, other).map(
    (path): MergeConflict => ({
      path,
      base: valueIn(common, path),
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
    !keptMine(path) && otherPaths.some((one) => isWithin(path, one) || isWithin(one, path));
  const whole = mergeDocuments(withMine, other, isTheirs) as ModelDocument;
  const reported = reportedTwice(common, own, other, choices);
  return {
    document: parseStructure(emptied({ ...whole, actuals: withoutFigures(actualsIn(whole), reported.gone) })),
    conflicts: [...conflicts, ...reported.conflicts],
    taken: [...otherUnits].filter(
      (path) => !conflicts.some((one) => isWithin(path, one.path) || isWithin(one.path, path)),
    ),
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

/** Lists a document may leave out: two copies that each begin one do not clash over it. */
const LEFT_OUT = [...REVIEW_KEYS, "absences"] as const;

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
