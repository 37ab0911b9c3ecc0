import type { Decimal } from "decimal.js";
import { STEP_MONTHS } from "../../language/timeline.ts";
import { areaBalance } from "../../mechanisms/area/areaBalance.ts";
import type { InputName } from "../../mechanisms/index.ts";
import { boundOf, within } from "../../policy/bounds.ts";
import { parameterCitation } from "../../policy/cite.ts";
import type { PackedParameter } from "../../policy/load.ts";
import { grouped } from "../../wording/grouped.ts";
import { type Text, text } from "../../wording/text.ts";
import { answer } from "./answers.ts";
import type { Judged } from "./check.ts";
import { ALTERNATIVES, GOVERNED, NONRESIDENTIAL } from "./governed.ts";
import type { Given, Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { ruleOf, statedBy } from "./rules.ts";
import { figure } from "./sides.ts";

/** An input beside the rule that governs it. */
export interface Pair {
  readonly part: Part;
  readonly place: Given;
  readonly name: InputName;
  readonly rule: PackedParameter;
  readonly entered: Decimal;
  readonly stated: Decimal;
}

/** Every input that is entered, beside every parameter that governs it. */
export function pairsOf(review: Review): readonly Pair[] {
  return review.parts.flatMap((part) => [...takingValues(review, part), ...always(review, part)]);
}

/** Inputs that would take the value of a rule were they left out, cells of tables among them. */
function takingValues(review: Review, part: Part): readonly Pair[] {
  const inputs = Object.entries(part.mechanism.inputs) as [InputName, Part["mechanism"]["inputs"][string]][];
  return inputs.flatMap(([name, spec]) => {
    if (spec.type === "number" && spec.policy !== undefined) return pairAt(review, part, part, name, spec.policy);
    if (spec.type !== "table") return [];
    const columns = Object.entries(spec.columns) as [InputName, (typeof spec.columns)[string]][];
    return columns.flatMap(([column, cell]) =>
      cell.type === "number" && cell.policy !== undefined ? part.rows(name).flatMap((row) => pairAt(review, part, row, column, cell.policy ?? "")) : [],
    );
  });
}

function always(review: Review, part: Part): readonly Pair[] {
  return GOVERNED.flatMap(({ parameters, places, when }) =>
    places.flatMap(({ mechanism, input, column }) => {
      if (mechanism.id !== part.mechanism.id || when?.(review, part) === false) return [];
      const rows = column === undefined ? [part] : part.rows(input);
      return rows.flatMap((row) => parameters.flatMap((id) => pairAt(review, part, row, column ?? input, id)));
    }),
  );
}

function pairAt(review: Review, part: Part, place: Given, name: InputName, governing: string): readonly Pair[] {
  const empty = part.mechanism.id === areaBalance.id && part.number("householdsPlanned")?.isZero() === true;
  const id = empty ? (NONRESIDENTIAL[governing] ?? governing) : governing;
  const entered = place.has(name) ? place.number(name) : undefined;
  const rule = ruleOf(review, id);
  const value = rule === undefined ? undefined : statedBy(review, rule);
  if (entered === undefined || rule === undefined || value === undefined) return [];
  const inMonths = place.side(name).unit === "mo" && rule.parameter.unit === "a";
  return [{ part, place, name, rule, entered, stated: inMonths ? value.times(STEP_MONTHS.year) : value }];
}

export const keeps = ({ entered, rule, stated }: Pair): boolean => within(entered, boundOf(rule.parameter), stated);

const BOUND_WORDS: Readonly<Record<string, Text>> = {
  floor: { zh: "不低于", en: "at least" },
  cap: { zh: "不超过", en: "at most" },
};
const EXACTLY: Text = { zh: "为", en: "has" };

/** An input that departs from its rule; one that is another rule's value is asked about only. */
export function departure(review: Review, { part, place, name, rule, entered, stated }: Pair): Judged {
  const { parameter, pack } = rule;
  const other = (ALTERNATIVES[parameter.id] ?? []).map((one) => ruleOf(review, one)).find((one) => one !== undefined && statedBy(review, one)?.equals(entered));
  const bound = BOUND_WORDS[boundOf(parameter) ?? ""] ?? EXACTLY;
  const source = parameterCitation(pack, parameter).text;
  const [own, wanted] = [grouped(entered.toFixed()), grouped(stated.toFixed())];
  return {
    about: part.label,
    severity: other === undefined ? "Q" : "N",
    ...(other === undefined && parameter.status === "law" && BOUND_WORDS[boundOf(parameter) ?? ""] !== undefined ? { weighs: true as const } : {}),
    path: place.at(name),
    answer: answer(
      false,
      { ...place.side(name), what: parameter.label },
      figure(text(`政策参数包 ${pack.id}`, `rule pack ${pack.id}`), stated, place.side(name).unit ?? "1", `packs/${pack.id}`),
    ),
    says: text(
      `“${parameter.label.zh}”填写 ${own},政策参数包 ${pack.id} ${bound.zh} ${wanted}(${source.zh})`,
      `“${parameter.label.en}” is entered as ${own}, rule pack ${pack.id} ${bound.en} ${wanted} (${source.en})`,
    ),
    fails:
      other === undefined
        ? text("测算采用填写值", "the entered value is used")
        : text(`与“${other.parameter.label.zh}”一致,须属该情形`, `it is that of “${other.parameter.label.en}”, which must be the case`),
  };
}
