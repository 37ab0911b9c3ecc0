import type { Calls, Json, JsonObject, ProblemView, Reply, ScenarioView, SessionView } from "../../../app/contract.ts";
import { isObject, labelOf, objectsOf, textOf, valueAt, withValue } from "../../../renderer/session/json.ts";

type EditArgs = Calls["edit"]["args"];

interface Step {
  readonly before: JsonObject;
  readonly label: string;
  readonly group: string | undefined;
}

export function refuse(code: string, message: string, path: string): Reply<never> {
  return { ok: false, problems: [{ code, message, path, hint: "fake" }] };
}

const setOf = (document: JsonObject, scenario: string): JsonObject => {
  const set = valueAt(document, `scenarios/${scenario}/set`);
  return isObject(set) ? set : {};
};

/** Patches as they stand, the ancestors' first; the stand-in moves nothing with a start. */
function patchedBy(document: JsonObject, scenario: string): JsonObject {
  if (valueAt(document, `scenarios/${scenario}`) === undefined) return document;
  const parent = patchedBy(document, textOf(valueAt(document, `scenarios/${scenario}/parent`)));
  return Object.entries(setOf(document, scenario)).reduce(
    (seen, [path, value]) => withValue(seen, path, value ?? undefined),
    parent,
  );
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

  view(scenario = "base"): SessionView {
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
      ...this.#seen(scenario),
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
    const scenario = args.edits.every(({ path }) => /^components\/[^/]+\/(inputs\/|enabled$)/.test(path))
      ? args.scenario
      : undefined;
    for (const { path, value } of args.edits) {
      if (scenario === undefined) this.document = withValue(this.document, path, value ?? undefined);
      else {
        const { [path]: _, ...others } = setOf(this.document, scenario);
        const set = value === undefined ? others : { ...others, [path]: value };
        this.document = withValue(this.document, `scenarios/${scenario}/set`, set);
      }
    }
    return this.#changed(args.scenario);
  }

  step(name: "undo" | "redo", scenario?: string): Reply<SessionView> {
    const [from, to] = name === "undo" ? [this.#past, this.#future] : [this.#future, this.#past];
    const step = from.pop();
    if (!step) return refuse("session.nothing", "nothing", "");
    to.push({ ...step, before: this.document, group: undefined });
    this.document = step.before;
    return this.#changed(scenario);
  }

  save(path: string | undefined, scenario?: string): Reply<SessionView> {
    this.#path = path ?? this.#path;
    if (this.#path === undefined) return refuse("session.needs_path", "还没有保存位置", "");
    this.#dirty = false;
    return { ok: true, value: this.view(scenario) };
  }

  effective(scenario: string): JsonObject {
    return patchedBy(this.document, scenario);
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

  #changed(scenario: string | undefined): Reply<SessionView> {
    this.#version += 1;
    this.#dirty = true;
    return { ok: true, value: this.view(scenario) };
  }

  #seen(scenario: string): Pick<SessionView, "seen"> {
    const patched = Object.keys(setOf(this.document, scenario));
    const document = this.effective(scenario);
    const inherited = this.effective(textOf(valueAt(this.document, `scenarios/${scenario}/parent`)));
    return document === this.document ? {} : { seen: { scenario, document, inherited, patched } };
  }

  #problems(): readonly ProblemView[] {
    return objectsOf(this.document["components"]).flatMap((component) => {
      if (component["mechanism"] !== "sale" || valueAt(component, "inputs/price") !== undefined) return [];
      const path = `components/${textOf(component["id"])}/inputs/price`;
      return [{ code: "document.input_missing", message: "“含税单价”未填", path, hint: "请填写" }];
    });
  }
}
