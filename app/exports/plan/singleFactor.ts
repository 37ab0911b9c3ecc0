import type { Lever, LeversAnswer, Move } from "../../../models/analysis/levers/levers.ts";
import { inputSpecOf } from "../../../models/compile/inputPaths.ts";
import { RecordDecimal } from "../../../models/engines/arithmetic/decimal.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import { amountText, grouped } from "../../../models/wording/grouped.ts";
import type { Problem } from "../../../models/wording/problem.ts";
import { placeLabel } from "../../scenarios/labels.ts";
import { unitWords } from "../tables/money.ts";
import { typedText } from "../template/kinds.ts";
import { isPercent, PERCENT } from "../template/units.ts";
import type { Block, TableCell } from "../word/blocks.ts";
import { heading, type PlanFacts, paragraph, sayIn, told } from "./facts.ts";
import { figure, quantity, unitText } from "./quantity.ts";

/** What one input at a time does to a verdict's margin or an indicator; or why that cannot be told. */
export interface SingleFactors {
  readonly of: string;
  readonly answer: LeversAnswer | undefined;
  readonly problems: readonly Problem[];
}

/** What the table is of: the cash test of the operating years, and the value of the project. */
export const SINGLE_FACTORS_OF = ["B2", "npv.project.posttax"] as const;

const ROWS = 12;

/** Labels that end with their unit or another remark in brackets. */
const SAYS_UNIT = /[)）]$/;

/** 单因素敏感性: the inputs that do most to each, one by one. */
export function singleFactorBlocks(facts: PlanFacts): readonly Block[] {
  const say = sayIn(facts.lang);
  if (facts.singleFactors.length === 0) return [];
  return [
    heading(2, say("单因素敏感性", "One input at a time")),
    paragraph(
      say(
        "各输入单独变动,其余不变;一般上下各变动 10%,月份前后各 12 个月,到该项输入的上下限为止。按影响大小排列,影响为变动后与本情景之差;? 表示变动后该结论不可判定。影响不含结论所附条件的变化。",
        "Each input changes alone: by 10% either way as a rule, a month by twelve, and no further than its own bounds. Sorted by what they do; the effect is the difference from this plan; ? where the test cannot be decided then. What the test then hangs on is not told here.",
      ),
      "note",
    ),
    ...facts.singleFactors.flatMap((one) => ofOne(one, facts)),
  ];
}

function ofOne({ of, answer, problems }: SingleFactors, facts: PlanFacts): readonly Block[] {
  const say = sayIn(facts.lang);
  const { title, unit } = subjectOf(of, facts);
  if (answer === undefined)
    return [
      paragraph(
        say(`${title}:未测算。`, `${title}: not worked out.`) +
          problems.map(({ message }) => told(facts, message)).join(""),
      ),
    ];
  const now = quantity(new RecordDecimal(answer.value), unit, of, facts);
  const words = unitText(unit, of, facts);
  const effect = say(`影响(${words})`, `effect (${words})`);
  return [
    { kind: "caption", text: say(`对“${title}”的影响(现为 ${now})`, `Effect on ${title} (now ${now})`) },
    {
      kind: "table",
      small: true,
      widths: [34, 12, 12, 15, 12, 15, 10],
      head: [
        say("输入", "input"),
        say("现值", "now"),
        say("下调至", "down to"),
        effect,
        say("上调至", "up to"),
        effect,
        say("敏感度系数", "elasticity"),
      ],
      rows: answer.levers.slice(0, ROWS).map((lever) => row(lever, { unit, of }, facts)),
    },
    ...(answer.levers.length === 0
      ? [paragraph(say("所测输入逐一变动,均不影响它。", "None of the inputs has any effect on it."))]
      : []),
  ];
}

function subjectOf(of: string, { results, lang }: PlanFacts): { readonly title: string; readonly unit: string } {
  const verdict = results.verdicts.find(({ id }) => id === of);
  const margin = lang === "zh" ? "余量" : "margin";
  if (verdict !== undefined) return { title: `${of} ${verdict.title[lang]} ${margin}`, unit: verdict.unit ?? "CNY" };
  const indicator = results.indicators.find(({ id }) => id === of);
  return { title: indicator?.label[lang] ?? of, unit: indicator?.unit ?? "CNY" };
}

function row(
  { path, unit, kind, now, down, up, saf }: Lever,
  subject: { readonly unit: string; readonly of: string },
  facts: PlanFacts,
): readonly TableCell[] {
  const spec = inputSpecOf(facts.prepared.document, path, mechanisms);
  const isRate = kind === "number" && (spec?.type === "number" || spec?.type === "profile") && isPercent(spec);
  const value = (literal: string): TableCell => ({
    text: (isRate ? typedText(literal, { places: 0, format: PERCENT }) : undefined) ?? entryText(literal, kind),
    align: "right",
  });
  const change = ({ change: by, undecided }: Move): TableCell => {
    const mark = undecided === true ? "?" : "";
    const text = by === undefined ? "–" : figure(new RecordDecimal(by), subject.unit, subject.of, facts);
    return { text: `${text}${mark}`, align: "right" };
  };
  const name = told(facts, placeLabel(facts.prepared.document, path));
  const words =
    kind === "number" && unit !== "1/a" && !SAYS_UNIT.test(name) ? unitWords(unit, "yuan")?.[facts.lang] : undefined;
  return [
    { text: words === undefined ? name : sayIn(facts.lang)(`${name}(${words})`, `${name} (${words})`) },
    value(now),
    value(down.value),
    change(down),
    value(up.value),
    change(up),
    { text: saf === undefined ? "–" : amountText(new RecordDecimal(saf)), align: "right" },
  ];
}

/** As it was entered; of a profile by how much it is multiplied. */
function entryText(literal: string, kind: Lever["kind"]): string {
  if (kind === "month") return literal;
  return `${kind === "factor" ? "×" : ""}${grouped(literal)}`;
}
