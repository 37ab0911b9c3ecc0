import { z } from "zod";
import type { HistoryStep } from "../../db/stored.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import type { TextView } from "../contract.ts";
import { jsonIn } from "../files/json.ts";
import { applyChanges, type Change, changesBetween } from "./patch.ts";

/** One step of undo or redo: what it is called and how it leads back. */
interface Step {
  readonly label: TextView;
  readonly changes: readonly Change[];
}

const textSchema = z.strictObject({ zh: z.string().max(500), en: z.string().max(500) });
const atSchema = z.array(z.union([z.string(), z.int().min(0)])).max(40);
const changeSchema = z.discriminatedUnion("op", [
  z.strictObject({ op: z.literal("set"), at: atSchema, value: z.json() }),
  z.strictObject({ op: z.literal("remove"), at: atSchema }),
  z.strictObject({
    op: z.literal("splice"),
    at: atSchema,
    index: z.int().min(0),
    remove: z.int().min(0),
    insert: z.array(z.json()),
  }),
]);
const stepSchema = z.strictObject({ label: textSchema, changes: z.array(changeSchema) });

/** What a file keeps of the stacks; older steps give way. */
const KEPT_STEPS = 2000;
const KEPT_TEXT = 8_000_000;

/** Undo and redo without limit. */
export class History {
  #undo: readonly Step[] = [];
  #redo: readonly Step[] = [];
  /** The group the last step belongs to, with the document before it. */
  #open: { readonly group: string; readonly before: ModelDocument } | undefined;

  get undoLabel(): TextView | undefined {
    return this.#undo.at(-1)?.label;
  }

  get redoLabel(): TextView | undefined {
    return this.#redo.at(-1)?.label;
  }

  /** Notes a change; one of the same group as the step before joins it. */
  record(before: ModelDocument, after: ModelDocument, label: TextView, group: string | undefined): void {
    const joins = group !== undefined && this.#open?.group === group;
    const start = joins && this.#open !== undefined ? this.#open.before : before;
    const step: Step = { label, changes: changesBetween(after, start) };
    const earlier = joins ? this.#undo.slice(0, -1) : this.#undo;
    // What was changed and given back within one group is no step.
    this.#undo = step.changes.length === 0 ? earlier : [...earlier, step];
    this.#redo = [];
    this.#open = group === undefined || step.changes.length === 0 ? undefined : { group, before: start };
  }

  /** The next edit is a step of its own even where its group is the same. */
  endGroup(): void {
    this.#open = undefined;
  }

  /** Where a step would lead, which may be no document; nothing is taken. */
  next(stack: "undo" | "redo", document: ModelDocument): unknown {
    const step = (stack === "undo" ? this.#undo : this.#redo).at(-1);
    return step === undefined ? undefined : applyChanges(document, step.changes);
  }

  /**
   * Takes one step back (or forth again).
   * @param accept checks the document a step leads to; a step kept in a file may fit no longer
   * @returns the document, or undefined where there is no step that fits; the stack it came from is then empty
   */
  step(
    stack: "undo" | "redo",
    document: ModelDocument,
    accept: (value: unknown) => ModelDocument | undefined,
  ): ModelDocument | undefined {
    const [from, onto] = stack === "undo" ? [this.#undo, this.#redo] : [this.#redo, this.#undo];
    const step = from.at(-1);
    this.#open = undefined;
    if (step === undefined) return undefined;
    const target = accept(applyChanges(document, step.changes));
    const back = target && { label: step.label, changes: changesBetween(target, document) };
    const [taken, put] = back === undefined ? [[], onto] : [from.slice(0, -1), [...onto, back]];
    [this.#undo, this.#redo] = stack === "undo" ? [taken, put] : [put, taken];
    return target;
  }

  /** Both stacks as a file keeps them: the latest steps that fit. */
  stored(): readonly HistoryStep[] {
    return [...keep("undo", this.#undo), ...keep("redo", this.#redo)];
  }

  /** Takes over the stacks of a file; a stack with a step of unknown shape is left empty. */
  restore(steps: readonly HistoryStep[]): void {
    this.#undo = this.#read(steps, "undo");
    this.#redo = this.#read(steps, "redo");
  }

  #read(steps: readonly HistoryStep[], stack: HistoryStep["stack"]): readonly Step[] {
    const found: Step[] = [];
    for (const { step } of steps.filter((candidate) => candidate.stack === stack)) {
      const parsed = stepSchema.safeParse(jsonIn(step));
      if (!parsed.success) return [];
      found.push(parsed.data);
    }
    return found;
  }
}

const texts = new WeakMap<Step, string>();

/** A step never changes, and drafts keep all of them again and again. */
function textOf(step: Step): string {
  const known = texts.get(step);
  if (known !== undefined) return known;
  const { label, changes } = step;
  const text = JSON.stringify({ label, changes });
  texts.set(step, text);
  return text;
}

function keep(stack: HistoryStep["stack"], steps: readonly Step[]): readonly HistoryStep[] {
  const kept: HistoryStep[] = [];
  let room = KEPT_TEXT;
  for (const one of steps.slice(-KEPT_STEPS).reverse()) {
    const step = textOf(one);
    room -= step.length;
    if (room < 0) break;
    kept.unshift({ stack, step });
  }
  return kept;
}
