import { basename, extname } from "node:path";
import type { Hold } from "../../db/disk/hold.ts";
import type { ModelFile } from "../../db/model-file.ts";
import type { Attachment, HistoryStep, StoredModel } from "../../db/stored.ts";
import { parseDocument, valueProblems } from "../../models/document/parse.ts";
import { seenBy } from "../../models/document/scenario.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { sheetRefusal } from "../../models/document/tender/sheets.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { fail, type Problem, type Result, succeed } from "../../models/wording/problem.ts";
import type { Text } from "../../models/wording/text.ts";
import type { DraftView, Edit, HeldView, JsonObject, Lang, SessionView, TextView } from "../contract.ts";
import { refuse } from "../problems.ts";
import { problemViews } from "../wording.ts";
import { AttachedBytes } from "./attached.ts";
import { applyEdits } from "./edits.ts";
import { History } from "./history.ts";
import { changesBetween } from "./patch.ts";
import { Turns } from "./turns.ts";

/** Where an open model came from, and what saving goes on from. */
export interface Origin {
  readonly path?: string;
  /** Name of a model without a path that came with one, as a picked file does. */
  readonly name?: string;
  readonly file?: ModelFile;
  readonly stored?: StoredModel;
  /** What the JSON document at the path is known by. */
  readonly jsonRevision?: string;
  /** Says to other programs that the file at the path is open here. */
  readonly hold?: Hold;
  /** Why nothing can be changed. */
  readonly readOnly?: Text;
  /** Nothing is changed before the person says how to go on. */
  readonly held?: HeldView;
}

/** Work that was kept at an earlier time and on which nobody has decided yet: to go on with it, or to drop it. */
export interface OfferedDraft {
  readonly where: "file" | "profile";
  /** ISO 8601, UTC: its first and its last change. */
  readonly since: string;
  readonly at: string;
  readonly author: string;
  /** JSON text. */
  readonly document: string;
  readonly history: readonly HistoryStep[];
  /** The file has been changed since by somebody else. */
  readonly moved: boolean;
  /** Attachments it names that are not in the file. */
  readonly attached: readonly Attachment[];
}

export interface Resumed {
  readonly history: readonly HistoryStep[];
  readonly problems: readonly Problem[];
  readonly origin: Origin;
  /** Nothing was ever saved, and nobody knows what it began with. */
  readonly unsaved?: boolean;
}

const HELD: Text = { zh: "尚未选择在副本还是在原文件上工作", en: "say first whether to work on a copy or on the file" };

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
  /** What the last revision says; of a model never saved, what it began with, where that is known. */
  #saved: ModelDocument | undefined;
  #dirtyAt = { version: 1, dirty: false };
  #offered: OfferedDraft | undefined;
  /** Why what was changed could not be kept as a draft. */
  unkept: readonly Problem[] = [];
  /** Bytes of attachments that are not in the file yet. */
  readonly attached = new AttachedBytes();
  readonly #writes = new Turns();
  readonly #saves = new Turns();
  readonly #changed: (session: Session) => void;

  /**
   * @param problems what is known to be wrong with the document, where it was just looked through
   * @param changed told of every change of the document
   */
  constructor(
    id: string,
    document: ModelDocument,
    origin: Origin,
    {
      problems,
      changed = () => {},
    }: { problems?: readonly Problem[] | undefined; changed?: (session: Session) => void } = {},
  ) {
    this.id = id;
    this.#document = document;
    this.#saved = document;
    this.#problems = problems;
    this.#origin = origin;
    this.#changed = changed;
    this.#history.restore((origin.file ?? origin.stored)?.history ?? []);
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

  /** Why nothing can be changed now. */
  get readOnly(): Text | undefined {
    const { readOnly, held } = this.#origin;
    return readOnly ?? (held && HELD) ?? (this.#offered && DRAFT_OPEN);
  }

  /** Whether the document says something else than the last revision. */
  get dirty(): boolean {
    const version = this.#version;
    if (this.#dirtyAt.version !== version)
      this.#dirtyAt = { version, dirty: this.#saved === undefined || isChanged(this.#saved, this.#document) };
    return this.#dirtyAt.dirty;
  }

  get offered(): OfferedDraft | undefined {
    return this.#offered;
  }

  /** Work on the file one after the other: what writes it rests on what the writing before left. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    return this.#writes.take(work);
  }

  /** One save after the other: a state that took longer to work out does not come after a later one. */
  saving<T>(work: () => Promise<T>): Promise<T> {
    return this.#saves.take(work);
  }

  /** Resolves once every save that was begun has come to its end. */
  savesDone(): Promise<void> {
    return this.#saves.done();
  }

  get history(): History {
    return this.#history;
  }

  /** Whether its file is behind a passphrase. */
  get isLocked(): boolean {
    return (this.#origin.file ?? this.#origin.stored)?.vault !== undefined;
  }

  get name(): string {
    const file = this.#origin.path ?? this.#origin.name;
    return file === undefined ? this.#document.project.name : basename(file, extname(file));
  }

  edit({ edits, scenario, label, group }: EditRequest): Result<void> {
    const fixed = this.fixed();
    if (!fixed.ok) return fixed;
    const before = this.#document;
    const edited = applyEdits(before, edits, scenario);
    if (!edited.ok) return edited;
    if (edited.value === before) return succeed(undefined);
    const kept = sheetRefusal(before, edited.value);
    if (kept !== undefined) return fail(kept);
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

  /** Whether something can be changed, or why not. */
  fixed(): Result<void> {
    const { readOnly, held } = this.#origin;
    if (readOnly !== undefined || held !== undefined) return refuse("session.read_only", "");
    return this.#offered === undefined ? succeed(undefined) : refuse("session.draft_open", "");
  }

  /** Work kept earlier is there: nothing is changed before somebody has decided on it. */
  offer(draft: OfferedDraft): void {
    this.#offered = draft;
  }

  /** The work that was offered is not wanted. */
  decline(): void {
    this.#offered = undefined;
  }

  /** Goes on with work kept earlier; the document until now is what was saved. */
  resume(document: ModelDocument, { history, problems, origin, unsaved = false }: Resumed): void {
    if (unsaved) this.#saved = undefined;
    this.#offered = undefined;
    this.#origin = origin;
    this.#history.restore(history);
    this.#become(document, problems);
  }

  /** The same model, kept elsewhere or under other conditions. */
  moved(origin: Origin): void {
    this.#origin = origin;
  }

  /** A model without a file that goes on from the same revisions. */
  copied(): Origin {
    const stored = this.#origin.file ?? this.#origin.stored;
    return { name: this.name, ...(stored === undefined ? {} : { stored }) };
  }

  /** Makes the model another document, as one step that can be undone. */
  replace(document: ModelDocument, label: TextView): Result<void> {
    const fixed = this.fixed();
    if (!fixed.ok) return fixed;
    const kept = sheetRefusal(this.#document, document);
    if (kept !== undefined) return fail(kept);
    this.#history.record(this.#document, document, label, undefined);
    this.#become(document);
    return succeed(undefined);
  }

  /** Takes over the document in which a sheet has just been locked; nothing takes that back but `unlock`, where it could not be written. */
  lock(document: ModelDocument, label: TextView): void {
    this.#history.record(this.#document, document, label, undefined);
    this.#become(document);
  }

  /** Takes a lock back that is not in the file. */
  unlock(): void {
    const target = this.#history.step("undo", this.#document, documentIn);
    if (target !== undefined) this.#become(target);
  }

  #step(stack: "undo" | "redo"): Result<void> {
    const fixed = this.fixed();
    if (!fixed.ok) return fixed;
    const label = stack === "undo" ? this.#history.undoLabel : this.#history.redoLabel;
    if (label === undefined) return succeed(undefined);
    const kept = this.#refusedStep(stack);
    if (kept !== undefined) return fail(kept);
    const target = this.#history.step(stack, this.#document, documentIn);
    if (target === undefined) return refuse("session.history", "");
    this.#become(target);
    return succeed(undefined);
  }

  /** Why a step would break what was locked; a step that leads to no document is the history's to refuse. */
  #refusedStep(stack: "undo" | "redo"): Problem | undefined {
    const { tender } = this.#document;
    const next = this.#history.next(stack, this.#document) as Partial<ModelDocument> | undefined;
    if (next === undefined || (next.tender === tender && next.bids === this.#document.bids)) return undefined;
    const document = documentIn(next);
    return document === undefined ? undefined : sheetRefusal(this.#document, document);
  }

  /** The state that is about to be written; edits made while it is being written are not part of it. */
  mark(): ModelDocument {
    this.#history.endGroup();
    return this.#document;
  }

  /** The marked state is now a revision of the file. */
  saved(origin: Origin, mark: ModelDocument): void {
    this.#origin = origin;
    this.#saved = mark;
    this.#dirtyAt = { version: 0, dirty: false };
  }

  /** @param scenario the one chosen in the face, whose sight of the document is wanted too */
  view(lang: Lang, scenario?: string): SessionView {
    const { path } = this.#origin;
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
      ...this.#standing(lang),
    };
  }

  #standing(lang: Lang): Partial<Pick<SessionView, "readOnly" | "held" | "draft" | "unkept" | "locked">> {
    const { readOnly, held } = this.#origin;
    const offered = this.#offered;
    const why = this.readOnly;
    const unkept = problemViews(this.unkept, lang);
    return {
      ...(why === undefined ? {} : { readOnly: why[lang] }),
      ...(this.isLocked ? { locked: true as const } : {}),
      ...(held === undefined ? {} : { held }),
      ...(offered === undefined ? {} : { draft: draftView(offered, readOnly === undefined && held === undefined) }),
      ...(unkept.length === 0 ? {} : { unkept }),
    };
  }

  #seen(scenario: string | undefined): Pick<SessionView, "seen"> {
    if (scenario === undefined) return {};
    const { document, inherited, patched } = seenBy(this.#document, scenario, mechanisms);
    if (document === this.#document && patched.length === 0) return {};
    const json = (seen: ModelDocument) => seen as unknown as JsonObject;
    return { seen: { scenario, document: json(document), inherited: json(inherited), patched } };
  }

  #become(document: ModelDocument, problems?: readonly Problem[]): void {
    this.#document = document;
    this.#problems = problems;
    this.#version += 1;
    this.#changed(this);
  }
}

const isChanged = (from: ModelDocument, to: ModelDocument): boolean => changesBetween(from, to).length > 0;

const DRAFT_OPEN: Text = {
  zh: "有未保存的草稿，请先决定继续还是放弃",
  en: "there is work that was not saved: first decide whether to go on with it",
};

function draftView({ since, at, author, where, moved }: OfferedDraft, decide: boolean): DraftView {
  return { since, at, author, where, moved, decide };
}

/** The document a step of the undo log leads to, if it still is one. */
function documentIn(value: unknown): ModelDocument | undefined {
  if (value === undefined) return undefined;
  const parsed = parseDocument(value, mechanisms);
  return parsed.ok ? (value as ModelDocument) : undefined;
}
