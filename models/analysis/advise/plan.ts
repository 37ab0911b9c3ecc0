import type { Decimal } from "decimal.js";
import { statementFrame } from "../../compile/expand.ts";
import type { Json } from "../../document/location.ts";
import { readPath } from "../../document/path.ts";
import type { ModelDocument } from "../../document/schema.ts";
import type { Results } from "../../results/results.ts";
import { type Side, sidesOf } from "../../statements/sides.ts";
import type { Text } from "../../wording/text.ts";
import { type LeverInput, written } from "../levers/lever.ts";
import { type Bearer, bearerOf } from "./bearers.ts";
import type { Field, Point } from "./field.ts";
import { painOf } from "./goal.ts";
import type { EndKind, Handle } from "./handle.ts";
import type { Proof } from "./proof.ts";
import { movedAt } from "./search.ts";

/** One input changed. Values are decimal literals; of a month `YYYY-MM`, of a profile a factor. */
export interface Change {
  readonly path: string;
  readonly component: string;
  readonly label: Text;
  readonly unit: string;
  readonly kind: LeverInput["kind"];
  readonly now: string;
  readonly to: string;
  /** What stands in the document then, to set it in a scenario. */
  readonly value: Json;
  readonly bearer: Bearer;
  readonly pain: number;
  /** It goes as far as it may, and what ends it there. */
  readonly endBy?: EndKind | "rule";
}

/** Net cash of one side over the whole life, before and after: a line of the graph each time. */
export interface Share {
  /** The line, `party.buyers.net` for example. */
  readonly line: string;
  readonly label: Text;
  readonly bearer: Bearer;
  readonly before: string;
  readonly after: string;
  readonly change: string;
}

export interface TargetState {
  readonly until: string;
  /** What it has to spare by the book of record; null without a value. */
  readonly before: string | null;
  readonly after: string | null;
  readonly change: string | null;
}

/** A set of changes that meets every target, proved by the book of record. */
export interface Plan {
  readonly changes: readonly Change[];
  readonly pain: number;
  readonly targets: readonly TargetState[];
  readonly shares: readonly Share[];
  /** Papers its targets' money still needs. */
  readonly papers: readonly Text[];
}

export interface Written {
  readonly until: readonly string[];
  readonly field: Field;
  readonly ends: readonly { readonly from: number; readonly to: number }[];
  readonly before: Proof;
}

export function planOf({ until, field, ends, before }: Written, point: Point, proof: Proof): Plan {
  const changes = movedAt(field, point).map((i): Change => {
    const handle = field.handles[i] as Handle;
    return changeOf(handle, point[i] as number, { proof, end: ends[i] as { from: number; to: number } });
  });
  return {
    changes: changes.toSorted((a, b) => b.pain - a.pain),
    pain: changes.reduce((sum, { pain }) => sum + pain, 0),
    targets: until.map((text, i) => {
      const [was, is] = [before.spare[i], proof.spare[i]];
      const change = was === undefined ? undefined : is?.minus(was);
      return { until: text, before: textOf(was), after: textOf(is), change: textOf(change) };
    }),
    shares: sharesOf(proof.document, before.results, proof.results),
    papers: proof.papers,
  };
}

const textOf = (value: Decimal | undefined): string | null => value?.toFixed() ?? null;

function changeOf(
  handle: Handle,
  x: number,
  { proof, end }: { readonly proof: Proof; readonly end: { readonly from: number; readonly to: number } },
): Change {
  const { input } = handle;
  const { path, label, unit, kind, now } = input;
  const way = x > now ? handle.up : handle.down;
  const read = readPath(proof.document, path);
  return {
    ...{ path, component: path.split("/")[1] ?? "", label, unit, kind },
    ...{ now: written(input, now), to: written(input, x) },
    value: read.ok && read.value !== undefined ? read.value : null,
    bearer: way?.bearer ?? "project",
    pain: painOf(handle, x),
    ...(way !== undefined && (x === end.from || x === end.to) ? { endBy: x === way.end ? way.endBy : "rule" } : {}),
  };
}

/** Sides whose net cash over the whole life changes. */
function sharesOf(document: ModelDocument, before: Results<Decimal>, after: Results<Decimal>): readonly Share[] {
  const { parties } = statementFrame(document);
  const inside = new Set(parties.filter(({ inProject }) => inProject).map(({ id }) => id));
  const sides = sidesOf(parties).filter(({ id }) => id !== TOGETHER);
  const grouped = new Set(sides.filter(({ id }) => id.startsWith("group.")).flatMap((side) => side.parties ?? []));
  const single = ({ id, parties: own = [] }: Side): boolean =>
    !id.startsWith("party.") || own.every((party) => !grouped.has(party) && !inside.has(party));
  return sides.filter(single).flatMap((side): readonly Share[] => {
    const line = `${side.id}.net`;
    const [was, is] = [before, after].map((results) => results.cell({ line, place: { kind: "total" } }));
    if (was === undefined || is === undefined || was.equals(is)) return [];
    const role = document.parties.find(({ id }) => side.parties?.includes(id) === true)?.role;
    const bearer = role === undefined || side.id === "project" ? "project" : bearerOf(role);
    return [
      {
        line,
        label: side.label,
        bearer,
        before: was.toFixed(2),
        after: is.toFixed(2),
        change: is.minus(was).toFixed(2),
      },
    ];
  });
}

/** The project together with the budgets: its members stand by themselves. */
const TOGETHER = "group.project_and_budgets";
