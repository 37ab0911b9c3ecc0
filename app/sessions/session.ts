import { basename, extname } from "node:path";
import type { ModelFile } from "../../db/model-file.ts";
import type { StoredModel } from "../../db/stored.ts";
import { parseDocument, valueProblems } from "../../models/document/parse.ts";
import { seenBy } from "../../models/document/scenario.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import type { Text } from "../../models/wording/text.ts";
import type { Edit, JsonObject, Lang, SessionView, TextView } from "../contract.ts";
import { refuse } from "../problems.ts";
import { problemViews } from "../wording.ts";
import { applyEdits } from "./edits.ts";
import { History } from "./history.ts";

/** Where an open model came from, and what saving goes on from. */
export interface Origin {
  readonly path?: string;
  /** Name of a model without a path that came with one, as a picked file does. */
  readonly name?: string;
  readonly file?: ModelFile;
  readonly stored?: StoredModel;
  /** What the JSON document at the path is known by. */
  readonly jsonRevision?: string;
  /** Why nothing can be changed. */
  readonly readOnly?: Text;
}

export interface EditRequest {
  readonly edits: readonly Edit[];
  readonly scenario?: string | undefined;
  readonly label: TextView;
  readonly group?: string | undefined;
}

/** One open model: its document, how it came to be so, and where it is kept. */
export class Session {
  readonly id: string;
  readonly #history = new History();
  #document: ModelDocument;
  #problems: readonly Problem[] | undefined;
  #origin: Origin;
  #version = 1;
  #savedState: number;

  /** @param problems what is known to be wrong with the document, where it was just looked through */
  constructor(id: string, document: ModelDocument, origin: Origin, problems?: readonly Problem[]) {
    this.id = id;
    this.#document = document;
    this.#problems = problems;
    this.#origin = origin;
    this.#history.restore((origin.file ?? origin.stored)?.history ?? []);
    this.#savedState = this.#history.state;
  }

  get document(): ModelDocument {
    return this.#document;
  }

  /** Grows with every change. */
  get version(): number {
    return this.#version;
  }

  get origin(): Origin {
    return this.#origin;
  }

  /** Whether there is something that is not in the file. */
  get dirty(): boolean {
    return this.#history.state !== this.#savedState;
  }

  get history(): History {
    return this.#history;
  }

  get name(): string {
    const file = this.#origin.path ?? this.#origin.name;
    return file === undefined ? this.#document.project.name : basename(file, extname(file));
  }

  edit({ edits, scenario, label, group }: EditRequest): Result<void> {
    if (this.#origin.readOnly !== undefined) return refuse("session.read_only", "");
    const before = this.#document;
    const edited = applyEdits(before, edits, scenario);
    if (!edited.ok) return edited;
    if (edited.value === before) return succeed(undefined);
    this.#history.record(before, edited.value, label, group === undefined ? undefined : `${scenario ?? ""} ${group}`);
    this.#become(edited.value);
    return succeed(undefined);
  }

  undo(): Result<void> {
    return this.#step("undo");
  }

  redo(): Result<void> {
    return this.#step("redo");
  }

  #step(stack: "undo" | "redo"): Result<void> {
    if (this.#origin.readOnly !== undefined) return refuse("session.read_only", "");
    const label = stack === "undo" ? this.#history.undoLabel : this.#history.redoLabel;
    if (label === undefined) return succeed(undefined);
    const target = this.#history.step(stack, this.#document, documentIn);
    if (target === undefined) return refuse("session.history", "");
    this.#become(target);
    return succeed(undefined);
  }

  /** The state that is about to be written; edits made while it is being written are not part of it. */
  mark(): number {
    this.#history.endGroup();
    return this.#history.state;
  }

  /** The marked state is now in the file. */
  saved(origin: Origin, mark: number): void {
    this.#origin = origin;
    this.#savedState = mark;
  }

  /** @param scenario the one chosen in the face, whose sight of the document is wanted too */
  view(lang: Lang, scenario?: string): SessionView {
    const { path, readOnly } = this.#origin;
    const { undoLabel, redoLabel } = this.#history;
    this.#problems ??= valueProblems(this.#document, mechanisms);
    return {
      session: this.id,
      name: this.name,
      ...(path === undefined ? {} : { path }),
      dirty: this.dirty,
      canUndo: undoLabel !== undefined,
      canRedo: redoLabel !== undefined,
      ...(undoLabel === undefined ? {} : { undoLabel: undoLabel[lang] }),
      ...(redoLabel === undefined ? {} : { redoLabel: redoLabel[lang] }),
      version: this.#version,
      document: this.#document as unknown as JsonObject,
      ...this.#seen(scenario),
      problems: problemViews(this.#problems, lang),
      ...(readOnly === undefined ? {} : { readOnly: readOnly[lang] }),
    };
  }

  #seen(scenario: string | undefined): Pick<SessionView, "seen"> {
    if (scenario === undefined) return {};
    const { document, inherited, patched } = seenBy(this.#document, scenario, mechanisms);
    if (document === this.#document && patched.length === 0) return {};
    const json = (seen: ModelDocument) => seen as unknown as JsonObject;
    return { seen: { scenario, document: json(document), inherited: json(inherited), patched } };
  }

  #become(document: ModelDocument): void {
    this.#document = document;
    this.#problems = undefined;
    this.#version += 1;
  }
}

/** The document a step of the undo log leads to, if it still is one. */
function documentIn(value: unknown): ModelDocument | undefined {
  if (value === undefined) return undefined;
  const parsed = parseDocument(value, mechanisms);
  return parsed.ok ? (value as ModelDocument) : undefined;
}
