import type { JsonObject, Lang, MechanismView } from "../../app/contract.ts";
import { inBoth } from "../language/i18n.ts";
import { edit } from "../session/edit.ts";
import { currentDocument } from "../session/effective.ts";
import { freshId } from "../session/ids.ts";
import { isObject, labelOf, objectsOf, textOf } from "../session/json.ts";
import { goTo } from "../shell/navigation.ts";

/** Name of a component: its own label, else what its mechanism is called. */
export function componentLabel(component: JsonObject, mechanism: MechanismView | undefined, lang: Lang): string {
  return labelOf(component["label"], lang) || mechanism?.title[lang] || textOf(component["id"]);
}

/** Ids in use: components and custom lines share one name space, that of line ids. */
export function takenIds(): ReadonlySet<string> {
  const document = currentDocument();
  const lists = ["components", "customLines"].flatMap((list) => objectsOf(document[list]));
  return new Set(lists.map((item) => textOf(item["id"])));
}

/** Parties and plots of which the model has only one that fits are no question. */
function soleChoices({ fields }: MechanismView): JsonObject {
  const document = currentDocument();
  const [parties, plots] = [objectsOf(document["parties"]), objectsOf(document["plots"])];
  const found = fields.flatMap(({ name, type, optional, partyRoles = [] }) => {
    if (optional || (type !== "party" && type !== "plot")) return [];
    const fitting = type === "plot" ? plots : parties.filter((party) => partyRoles.includes(textOf(party["role"])));
    const [only] = fitting;
    return only === undefined || fitting.length > 1 ? [] : [[name, textOf(only["id"])] as const];
  });
  return Object.fromEntries(found);
}

export function addComponent(mechanism: MechanismView, id: string): void {
  const inputs = soleChoices(mechanism);
  const value: JsonObject = { id, mechanism: mechanism.id, label: { ...mechanism.title }, enabled: true, inputs };
  edit([{ path: `components/${id}`, value }], { label: inBoth("item.added", { what: id }) });
  const first = mechanism.fields.find(({ name, optional }) => !optional && inputs[name] === undefined);
  const focus = `components/${id}/inputs/${(first ?? mechanism.fields[0])?.name ?? ""}`;
  goTo({ page: "components", item: id, focus });
}

export function duplicateComponent(component: JsonObject): void {
  const id = freshId(textOf(component["id"]), takenIds());
  const label = component["label"];
  const copy = (lang: Lang) => inBoth("item.copyOf", { what: labelOf(label, lang) })[lang];
  const value: JsonObject = { ...component, id, label: { zh: copy("zh"), en: copy("en") } };
  edit([{ path: `components/${id}`, value }], { label: inBoth("item.added", { what: id }) });
  goTo({ page: "components", item: id });
}

/** Takes the component out, and with it what scenarios change in it. */
export function removeComponent(component: JsonObject): void {
  const id = textOf(component["id"]);
  const scenarios = objectsOf(currentDocument()["scenarios"]).flatMap((scenario) => {
    const set = isObject(scenario["set"]) ? scenario["set"] : {};
    const kept = Object.fromEntries(Object.entries(set).filter(([path]) => !path.startsWith(`components/${id}/`)));
    if (Object.keys(kept).length === Object.keys(set).length) return [];
    return [{ path: `scenarios/${textOf(scenario["id"])}/set`, value: kept }];
  });
  edit([...scenarios, { path: `components/${id}` }], { label: inBoth("item.removed", { what: id }) });
}

export function renameItem(path: string, label: JsonObject["label"], lang: Lang, text: string): void {
  const value = isObject(label) ? { ...label, [lang]: text } : text;
  edit([{ path, value }], { label: inBoth("item.renamed"), group: path });
}
