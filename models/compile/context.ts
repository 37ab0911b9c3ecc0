import { type ReadComponent, readComponent } from "../document/component.ts";
import { COUNTED_BY_DEFAULT, type ComponentSpec, type ModelDocument, type Status } from "../document/schema.ts";
import type { InputDecl, LineDecl, LineMeta } from "../language/line.ts";
import { buildTimeline, type Timeline } from "../language/timeline.ts";
import type { Mechanism, Registry } from "../mechanisms/define/mechanism.ts";
import { type LoadedPacks, loadPacks } from "../policy/load.ts";
import { type Frame, frameOf } from "../results/frame.ts";
import { conventionsOf } from "../terms/conventions.ts";
import type { Problem } from "../wording/problem.ts";

/** A document made ready for expansion and binding: components read, packs found, periods laid out. */
export interface ExpandContext {
  readonly document: ModelDocument;
  readonly packs: LoadedPacks;
  readonly timeline: Timeline;
  readonly frame: Frame;
  readonly components: readonly ReadComponent<Mechanism>[];
  /** Components whose mechanism is not in the registry. */
  readonly unread: readonly ComponentSpec[];
  readonly registry: Registry;
  /** Statuses whose money counts. */
  readonly counts: readonly Status[];
  readonly overlay?: Overlay | undefined;
}

/** Lines laid over those of a document, with values of their own. */
export interface Overlay {
  /** Equal for two overlays only when they lay the same lines. */
  readonly key: string;
  readonly inputs: readonly InputLine[];
  /** All lines of the document, with those laid over in place of what they cover. */
  readonly over: (lines: readonly LineDecl[]) => readonly LineDecl[];
}

/** Reads a document against the mechanisms. */
export function contextOf(
  document: ModelDocument,
  registry: Registry,
  counts: readonly Status[] = COUNTED_BY_DEFAULT,
): ExpandContext {
  const packs = loadPacks(document);
  const context = { document, packs };
  const components = document.components.flatMap((component) => {
    const mechanism = registry.get(component.mechanism);
    return mechanism === undefined ? [] : [readComponent(component, mechanism, context)];
  });
  const timeline = buildTimeline(document.timeline);
  return {
    document,
    packs,
    timeline,
    frame: frameOf(timeline, conventionsOf(document.conventions)),
    components,
    unread: document.components.filter(({ mechanism }) => !registry.has(mechanism)),
    registry,
    counts,
  };
}

/** An input line with its value: one decimal literal for a scalar, one a period for a series; none where `missing` says what the document lacks. */
export interface InputLine {
  readonly decl: InputDecl;
  readonly value: string | readonly string[] | undefined;
  readonly missing?: Problem | undefined;
}

type Needed = Pick<LineMeta, "id" | "label" | "unit" | "kind" | "axis" | "path">;

export function inputLine(
  meta: Needed & Partial<Pick<InputDecl, "tags" | "clauses">>,
  value: InputLine["value"],
  missing?: Problem,
): InputLine {
  const decl: InputDecl = { source: "input", tags: {}, clauses: [], ...meta };
  return missing === undefined ? { decl, value } : { decl, value: undefined, missing };
}
