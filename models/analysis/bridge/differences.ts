import { diffDocuments, mergeDocuments } from "../../document/diff.ts";
import type { Json } from "../../document/location.ts";
import { parseStructure } from "../../document/parse.ts";
import { readPath } from "../../document/path.ts";
import { REVIEW_KEYS } from "../../document/review/schema.ts";
import {
  ancestry,
  canonicalText,
  type Patch,
  patchedWith,
  type ResolvedScenario,
  resolveScenario,
  START,
} from "../../document/scenario.ts";
import type { ModelDocument, Status } from "../../document/schema.ts";
import type { Forms } from "../../terms/inputs.ts";
import { type Result, succeed } from "../../wording/problem.ts";

/** One thing in which two plans differ: a place, or several that cannot be taken apart. */
export interface PlanDifference {
  /** The first of its paths; `counts` for the statuses whose money counts. */
  readonly id: string;
  readonly changes: readonly {
    readonly path: string;
    /** Absent where it is not there. */
    readonly before?: Json;
    readonly after?: Json;
  }[];
}

/** A document as one combination of differences makes it. */
export interface Mixture {
  readonly document: ModelDocument;
  readonly counts: readonly Status[];
}

/** Two plans and everything between them. */
export interface Differences {
  readonly before: ResolvedScenario;
  readonly after: ResolvedScenario;
  /** In the order of their ids, whatever the order in the files. */
  readonly list: readonly PlanDifference[];
  /** The plan before with the chosen differences carried out; undefined where they make no document. */
  readonly mix: (chosen: readonly boolean[]) => Mixture | undefined;
}

export const COUNTS = "counts";

/** What two scenarios of one document change: each patched place is a difference. */
export function scenarioDifferences(
  document: ModelDocument,
  from: string,
  to: string,
  registry: Forms,
): Result<Differences> {
  const [before, after] = [resolveScenario(document, from, registry), resolveScenario(document, to, registry)];
  if (!before.ok) return before;
  if (!after.ok) return after;
  const clusters = clustersOf(patchesThrough(document, from), patchesThrough(document, to));
  const moves = clusters.some(({ paths, differs }) => differs && paths.includes(START));
  const at = (side: ResolvedScenario, path: string) => canonicalText(valueIn(side, path));
  // Where the start moves, holding a date is a change though it reads the same at both ends.
  const [apart, common] = halves(
    clusters,
    ({ differs, paths }) =>
      differs && (moves || paths.some((path) => at(before.value, path) !== at(after.value, path))),
  );
  const counted = countsDifference(before.value, after.value);
  const list = [...apart.map((cluster) => differenceAt(cluster.paths, before.value, after.value)), ...counted];
  const mix = (chosen: readonly boolean[]): Mixture | undefined => {
    const patches = [
      ...common.flatMap(({ after: patch }) => patch),
      ...apart.flatMap((cluster, index) => (chosen[index] === true ? cluster.after : cluster.before)),
    ];
    const mixed = patchedWith(document, patches, registry);
    const counts = (counted.length > 0 && chosen.at(-1) === true ? after : before).value.counts;
    return mixed.problems.length > 0 ? undefined : { document: mixed.document, counts };
  };
  return succeed({ before: before.value, after: after.value, list, mix });
}

/** What does not enter any number of one scenario. */
const ASIDE: readonly string[] = [
  "scenarios",
  "notes",
  "targets",
  "tender",
  "bids",
  "uncertainty",
  "actuals",
  ...REVIEW_KEYS,
];

/** What two documents differ in, as their scenarios see them: places, components, rows, packs, the timeline. */
export function documentDifferences(before: ResolvedScenario, after: ResolvedScenario): Differences {
  const [left, right] = [before.document, after.document].map((document) => without(document)) as [
    ModelDocument,
    ModelDocument,
  ];
  const paths = [...new Set(diffDocuments(left, right).map(({ path }) => placeOf(path)))].sort(byText);
  const counted = countsDifference(before, after);
  const list = [...paths.map((path) => differenceAt([path], before, after)), ...counted];
  const indexOf = new Map(paths.map((path, index) => [path, index]));
  const mix = (chosen: readonly boolean[]): Mixture | undefined => {
    const isChosen = (path: string) => chosen[indexOf.get(placeOf(path)) ?? -1] === true;
    const mixed = parseStructure(mergeDocuments(left, right, isChosen));
    const { counts } = counted.length > 0 && chosen.at(-1) === true ? after : before;
    return mixed.ok ? { document: mixed.value, counts } : undefined;
  };
  return { before, after, list, mix };
}

function without(document: ModelDocument): ModelDocument {
  const kept = Object.entries(document).filter(([key]) => !ASIDE.includes(key));
  return Object.fromEntries(kept) as unknown as ModelDocument;
}

/** A cell is as fine as differences are told; a pack is one thing. */
const CELL_STEPS = 6;
const ITEM_STEPS = 2;

function placeOf(path: string): string {
  const steps = path.split("/");
  const [root] = steps;
  return steps.slice(0, root === "components" ? CELL_STEPS : root === "timeline" ? undefined : ITEM_STEPS).join("/");
}

/** Patches from the root ancestor down, later ones over earlier ones. */
function patchesThrough(document: ModelDocument, id: string): ReadonlyMap<string, Patch> {
  const chain = ancestry(document, id);
  const scenarios = chain.ok ? chain.value : [];
  return new Map(
    scenarios.flatMap((scenario) =>
      Object.entries(scenario.set).map(([path, value]) => [
        path,
        { scenario: scenario.id, path, value: value as Json },
      ]),
    ),
  );
}

/** Patches of one place, or of a table and of cells in it, which cannot be carried out apart. */
interface Cluster {
  readonly paths: readonly string[];
  readonly before: readonly Patch[];
  readonly after: readonly Patch[];
  readonly differs: boolean;
}

function clustersOf(before: ReadonlyMap<string, Patch>, after: ReadonlyMap<string, Patch>): readonly Cluster[] {
  const groups: string[][] = [];
  for (const path of [...new Set([...before.keys(), ...after.keys()])].sort(byText)) {
    const group = groups.find(([first = ""]) => path.startsWith(`${first}/`));
    if (group === undefined) groups.push([path]);
    else group.push(path);
  }
  const of = (paths: readonly string[], patches: ReadonlyMap<string, Patch>): readonly Patch[] =>
    // In the order in which the scenario writes them: a cell over its table.
    [...patches.values()].filter(({ path }) => paths.includes(path));
  const text = (patches: readonly Patch[]) =>
    patches.map(({ path, value }) => `${path} ${canonicalText(value)}`).join();
  return groups.map((paths) => {
    const [own, other] = [of(paths, before), of(paths, after)];
    return { paths, before: own, after: other, differs: text(own) !== text(other) };
  });
}

function differenceAt(paths: readonly string[], before: ResolvedScenario, after: ResolvedScenario): PlanDifference {
  const changes = paths.map((path) => {
    const [own, other] = [valueIn(before, path), valueIn(after, path)];
    return { path, ...(own === undefined ? {} : { before: own }), ...(other === undefined ? {} : { after: other }) };
  });
  return { id: paths[0] ?? "", changes };
}

function valueIn({ document }: ResolvedScenario, path: string): Json | undefined {
  const read = readPath(document, path);
  return read.ok ? read.value : undefined;
}

function countsDifference(before: ResolvedScenario, after: ResolvedScenario): readonly PlanDifference[] {
  const same = (a: readonly string[], b: readonly string[]) =>
    [...a].sort(byText).join() === [...b].sort(byText).join();
  if (same(before.counts, after.counts)) return [];
  return [{ id: COUNTS, changes: [{ path: COUNTS, before: before.counts, after: after.counts }] }];
}

/** Not as a language sorts, which differs between machines. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function halves<T>(items: readonly T[], isFirst: (item: T) => boolean): readonly [readonly T[], readonly T[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
