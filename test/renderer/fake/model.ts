import type { Calls, Json, JsonObject, ProblemView, Reply, ScenarioView, SessionView } from "../../../app/contract.ts";
import { isObject, labelOf, objectsOf, textOf, valueAt } from "../../../renderer/session/json.ts";
import { effectiveDocument, withEdits } from "../../../renderer/session/patch.ts";

type EditArgs = Calls["edit"]["args"];

interface Step {
  readonly before: JsonObject;
  readonly label: string;
  readonly group: string | undefined;
}

export function refuse(code: string, message: string, path: string): Reply<never> {
  return { ok: false, problems: [{ code, message, path, hint: "fake" }] };
}

/** One open model of the stand-in host: a document, its versions and its undo steps. */
export class FakeModel {
  readonly id: string;
  document: JsonObject;
  #version = 1;
  #dirty = false;
  #path: string | undefined;
  #past: Step[] = [];
  #future: Step[] = [];

  /** Why nothing can be changed, if so. */
  readonly #readOnly: string | undefined;

  constructor(id: string, document: JsonObject, readOnly?: string) {
    this.id = id;
    this.document = document;
    this.#readOnly = readOnly;
  }

  view(): SessionView {
    const [undo, redo] = [this.#past.at(-1), this.#future.at(-1)];
    return {
      session: this.id,
      name: labelOf(valueAt(this.document, "project/name"), "zh"),
      ...(this.#path === undefined ? {} : { path: this.#path }),
      dirty: this.#dirty,
      canUndo: undo !== undefined,
      canRedo: redo !== undefined,
      ...(undo ? { undoLabel: undo.label } : {}),
      ...(redo ? { redoLabel: redo.label } : {}),
      version: this.#version,
      document: this.document,
      problems: this.#problems(),
      ...(this.#readOnly === undefined ? {} : { readOnly: this.#readOnly }),
    };
  }

  edit(args: EditArgs): Reply<SessionView> {
    const negative = args.edits.find((edit) => edit.path.endsWith("/price") && textOf(edit.value).startsWith("-"));
    const whole = args.edits.find((edit) => !edit.path.includes("/"));
    if (whole) return refuse("document.path_fixed", "不能整体改写", whole.path);
    if (negative) return refuse("document.below_range", "含税单价不能小于 0", negative.path);
    const last = this.#past.at(-1);
    if (args.group === undefined || last?.group !== args.group)
      this.#past.push({ before: this.document, label: args.label[args.lang], group: args.group });
    this.#future = [];
    this.document = withEdits(
      this.document,
      args.scenario,
      args.edits.map((edit) => (edit.value === null && args.scenario === undefined ? { path: edit.path } : edit)),
    );
    return this.#changed();
  }

  step(name: "undo" | "redo"): Reply<SessionView> {
    const [from, to] = name === "undo" ? [this.#past, this.#future] : [this.#future, this.#past];
    const step = from.pop();
    if (!step) return refuse("session.nothing", "nothing", "");
    to.push({ ...step, before: this.document, group: undefined });
    this.document = step.before;
    return this.#changed();
  }

  save(path: string | undefined): Reply<SessionView> {
    this.#path = path ?? this.#path;
    if (this.#path === undefined) return refuse("session.needs_path", "还没有保存位置", "");
    this.#dirty = false;
    return { ok: true, value: this.view() };
  }

  effective(scenario: string): JsonObject {
    return effectiveDocument(this.document, scenario);
  }

  get version(): number {
    return this.#version;
  }

  scenarios(lang: "zh" | "en"): readonly ScenarioView[] {
    return objectsOf(this.document["scenarios"]).map((scenario) => {
      const set: JsonObject = isObject(scenario["set"]) ? scenario["set"] : {};
      const parent = textOf(scenario["parent"]);
      const counts = scenario["counts"];
      return {
        id: textOf(scenario["id"]),
        label: labelOf(scenario["label"], lang),
        ...(parent === "" ? {} : { parent }),
        counts: Array.isArray(counts) ? counts.map((word: Json) => textOf(word)) : ["approved", "received"],
        changes: Object.entries(set).map(([path, to]) => ({
          path,
          label: path,
          from: valueAt(this.document, path) ?? null,
          to,
        })),
      };
    });
  }

  #changed(): Reply<SessionView> {
    this.#version += 1;
    this.#dirty = true;
    return { ok: true, value: this.view() };
  }

  #problems(): readonly ProblemView[] {
    return objectsOf(this.document["components"]).flatMap((component) => {
      if (component["mechanism"] !== "sale" || valueAt(component, "inputs/price") !== undefined) return [];
      const path = `components/${textOf(component["id"])}/inputs/price`;
      return [{ code: "document.input_missing", message: "缺少必填输入“含税单价”", path, hint: "请填写" }];
    });
  }
}
