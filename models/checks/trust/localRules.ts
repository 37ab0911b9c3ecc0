import { parameterOfLine } from "../../compile/expand/parameters.ts";
import { mechanisms } from "../../mechanisms/index.ts";
import { areaOf, isForeign, liesIn } from "../../policy/area.ts";
import { type LoadedPacks, loadPacks, type PackedParameter } from "../../policy/load.ts";
import type { Pack } from "../../policy/pack.ts";
import { INSTALLED_PACKS } from "../../policy/packs.ts";
import type { ColumnSpec, InputSpec } from "../../terms/inputs.ts";
import { listed, type Text } from "../../wording/text.ts";
import type { Concern } from "./point.ts";
import { SAFE, type Subject } from "./subject.ts";

interface StandIn extends PackedParameter {
  readonly line: number;
}

/** Local rules the file does not list, named once, with what the base under every file gives in their stead; and listed ones of another place. */
export function localRuleConcerns(subject: Subject): readonly Concern[] {
  const packs = loadPacks(subject.document);
  return [...foreignRules(subject, packs), ...lackingRules(subject, packs)];
}

/** Rules of another city or province are none here: what is reckoned by them stands under a condition, and so does the whole they are quoted in. */
function foreignRules({ document, graph, reach }: Subject, packs: LoadedPacks): readonly Concern[] {
  const { city = "" } = document.project;
  const lines = graph.lines.flatMap(({ id, index }) => {
    const named = parameterOfLine(id);
    return named === undefined ? [] : [{ of: packs.packOf(named.id), line: index }];
  });
  return packs.packs
    .filter((pack) => isForeign(pack, city))
    .map((pack) => ({
      kind: "missing",
      path: city === "" ? "project/city" : "packs",
      message: foreignWords(pack, city),
      touches: (verdict) => lines.some(({ of, line }) => of === pack && reach.line(verdict, line)),
      always: true,
    }));
}

function foreignWords(pack: Pack, city: string): Text {
  const place = areaOf(pack)?.names[0] ?? "";
  const { zh, en } = pack.title;
  if (city === "")
    return {
      zh: `没有填写项目所在城市,“${zh}”(${place})是否适用无从判断`,
      en: `the file does not say in which city the project lies: whether “${en}” (${place}) holds there cannot be told`,
    };
  return {
    zh: `“${zh}”是${place}的规定,不适用于${city}:请换用当地的政策参数包`,
    en: `“${en}” holds in ${place} and not in ${city}: list the rules of the place instead`,
  };
}

function lackingRules(subject: Subject, packs: LoadedPacks): readonly Concern[] {
  const stands = standIns(subject, packs);
  const missing = new Map(lacking(subject, packs).map((parameter) => [parameter.id, parameter.label]));
  for (const { parameter } of stands) missing.set(parameter.id, parameter.label);
  if (missing.size === 0) return [];
  const assumed = stands.filter((stand) => !isSafe(stand, subject.document.project.city));
  const head = { kind: "missing", path: pathOf(subject, stands), message: wording(subject, missing, stands) } as const;
  if (assumed.length === 0) return [{ ...head, touches: () => false, against: SAFE }];
  return [{ ...head, touches: (verdict) => assumed.some(({ line }) => subject.reach.line(verdict, line)) }];
}

/** Values in use that no listed pack has. */
function standIns({ graph }: Subject, packs: LoadedPacks): readonly StandIn[] {
  return graph.lines.flatMap(({ id, index }) => {
    const named = parameterOfLine(id);
    const found = named === undefined || packs.parameter(named.id) !== undefined ? undefined : packs.base(named.id);
    return found === undefined ? [] : [{ ...found, line: index }];
  });
}

/** Rules of a province or city that govern an input of this file, where no pack of its city is listed. */
function lacking({ document }: Subject, packs: LoadedPacks): readonly PackedParameter["parameter"][] {
  if (packs.packs.some((pack) => isOfCity(pack) && !isForeign(pack, document.project.city))) return [];
  const governing = new Set(
    document.components.flatMap(({ enabled, mechanism }) =>
      enabled ? policiesOf(mechanisms.get(mechanism)?.inputs ?? {}) : [],
    ),
  );
  const local = INSTALLED_PACKS.filter(({ area }) => area?.level === "city" || area?.level === "province");
  return local
    .flatMap(({ parameters }) => parameters)
    .filter(({ id }) => governing.has(id) && packs.parameter(id) === undefined);
}

function policiesOf(inputs: Readonly<Record<string, InputSpec | ColumnSpec>>): readonly string[] {
  return Object.values(inputs).flatMap((spec) => {
    if (spec.type === "table") return policiesOf(spec.columns);
    return spec.type === "number" && spec.policy !== undefined ? [spec.policy] : [];
  });
}

/** Somebody's own pack that does not say where it holds is taken for a local one. */
const isOfCity = (pack: Pack): boolean => (areaOf(pack)?.level ?? "city") === "city";

/** National rules hold everywhere, provincial ones in their province; a default only where nothing could be less. */
function isSafe({ pack, parameter }: StandIn, city = ""): boolean {
  if (pack.area?.level === "national") return true;
  if (pack.area?.level === "province") return liesIn(pack.area, city);
  return parameter.bound === "floor";
}

/** The first input that takes such a value, otherwise the list of packs. */
function pathOf({ graph }: Subject, stands: readonly StandIn[]): string {
  const formulas = new Set(stands.map(({ parameter }) => `param(${parameter.id})`));
  const input = graph.lines.find(({ formula, path }) => formulas.has(formula) && path?.startsWith("components/"));
  return input?.path ?? "packs";
}

function wording({ document }: Subject, missing: ReadonlyMap<string, Text>, stands: readonly StandIn[]): Text {
  const { city = "" } = document.project;
  const taken = new Map(stands.map(({ pack, parameter }) => [parameter.id, { pack, parameter }]));
  const national = [...taken.values()].filter(({ pack }) => pack.area?.level === "national");
  const local = [...missing].filter(([id]) => taken.get(id)?.pack.area?.level !== "national");
  const value = (id: string, zh: string, en: string) => {
    const last = taken.get(id)?.parameter.values.at(-1)?.value;
    return last === undefined ? { zh: "", en: "" } : { zh: `(${zh} ${last})`, en: ` (${en} ${last})` };
  };
  const rules = local.map(([id, label]) => {
    const stand = value(id, "暂按", "taken as");
    return { zh: `“${label.zh}”${stand.zh}`, en: `“${label.en}”${stand.en}` };
  });
  const count = national.length;
  const { zh, en } = listed(rules);
  const lead = {
    zh: `文件未列出${city}的当地规则:${zh}`,
    en: `no listed rule pack has these local rules${city === "" ? "" : ` of ${city}`}: ${en}`,
  };
  const law = {
    zh: `${count} 项国家规定未列政策参数包,按现行规定取值`,
    en: `${count} national rules are not listed and taken as they stand today`,
  };
  if (local.length === 0) return law;
  return count === 0 ? lead : { zh: `${lead.zh};另有 ${law.zh}`, en: `${lead.en}; ${law.en}` };
}
