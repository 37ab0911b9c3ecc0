import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { readDateMonth } from "../../language/calendar.ts";
import { within } from "../../policy/bounds.ts";
import { parameterCitation } from "../../policy/cite.ts";
import type { Pack, PackParameter } from "../../policy/pack.ts";
import { INSTALLED_PACKS } from "../../policy/packs.ts";
import { provenanceOf } from "../../policy/provenance.ts";
import { alteredWords } from "../../policy/provenanceWords.ts";
import { parameterAt } from "../../policy/series.ts";
import { namesOf, text } from "../../wording/text.ts";
import { answer } from "./answers.ts";
import { type Check, checkOfFile, type Judged } from "./check.ts";
import { departure as departureOf, keeps, pairsOf } from "./departures.ts";
import { BINDING_EVERYWHERE } from "./finding.ts";
import { highRise, losses, smallProfit } from "./qualified.ts";
import type { Review } from "./review.ts";
import { figure, said } from "./sides.ts";
import { vatRates } from "./vatRates.ts";

interface Fixed {
  readonly pack: Pack;
  readonly parameter: PackParameter;
}

/** What law fixes about a parameter: other packs of the document, the program's own text of the same pack, and laws that hold everywhere. */
function fixedBy(review: Review, of: Pack, id: string): readonly Fixed[] {
  const listed = review.packs.packs.filter((pack) => pack !== of);
  const isOwn = !INSTALLED_PACKS.some((pack) => pack.id === of.id);
  const ours = INSTALLED_PACKS.filter((pack) => pack.id === of.id || BINDING_EVERYWHERE.includes(pack.id));
  return [...listed, ...ours].flatMap((pack) => {
    const parameter = pack.parameters.find((one) => one.id === id);
    if (pack === of || parameter === undefined || pack.status !== "in_force") return [];
    // Somebody's own pack may be stricter than a policy it stands in for; what is looser is asked about.
    return parameter.status === "law" || (isOwn && parameter.status === "policy") ? [{ pack, parameter }] : [];
  });
}

/** First month of the project in which a pack departs from the law; a stricter minimum or maximum is no contradiction. */
function breach(review: Review, own: PackParameter, law: PackParameter): { readonly month: number; readonly value: string; readonly fixed: string } | undefined {
  const { startMonth, endMonth } = review.timeline;
  const changes = [...own.values, ...law.values].flatMap(({ from, to }) => [readDateMonth(from), to === undefined ? undefined : (readDateMonth(to) ?? 0) + 1]);
  const months = [startMonth, ...changes.flatMap((month) => (month === undefined || month < startMonth || month > endMonth ? [] : [month]))];
  for (const month of months) {
    const [value, fixed] = [parameterAt(own, month), parameterAt(law, month)];
    if (typeof value !== "string" || typeof fixed !== "string" || new RecordDecimal(value).equals(fixed)) continue;
    if (within(new RecordDecimal(value), law.bound, new RecordDecimal(fixed))) continue;
    return { month, value, fixed };
  }
  return undefined;
}

/** Whether a parameter stands as it does in the pack of that name that comes with the program. */
function isOurs(pack: Pack, parameter: PackParameter): boolean {
  const own = INSTALLED_PACKS.find(({ id }) => id === pack.id)?.parameters.find(({ id }) => id === parameter.id);
  return own !== undefined && JSON.stringify(own) === JSON.stringify(parameter);
}

/** M16: a rule pack that contradicts what law fixes is reported, with the value that is in use. */
function contradictions(review: Review): readonly Judged[] {
  return review.packs.packs.flatMap((pack) =>
    pack.parameters.flatMap((parameter) => {
      if (isOurs(pack, parameter)) return [];
      for (const law of fixedBy(review, pack, parameter.id)) {
        const found = breach(review, parameter, law.parameter);
        if (found === undefined) continue;
        const used = review.packs.packOf(parameter.id)?.id ?? pack.id;
        const source = parameterCitation(law.pack, law.parameter).text;
        const [own, fixed] = [found.value, found.fixed].map((value) => new RecordDecimal(value));
        return [
          {
            path: `packs/${pack.id}`,
            ...(law.parameter.status === "law" ? {} : { severity: "Q" as const }),
            answer: answer(false, figure(parameter.label, own, parameter.unit, `packs/${pack.id}`), figure(law.parameter.label, fixed, law.parameter.unit, `packs/${law.pack.id}`)),
            says: text(
              `政策参数包 ${pack.id} 的“${parameter.label.zh}”为 ${found.value},${source.zh}为 ${found.fixed}(政策参数包 ${law.pack.id});测算采用 ${used} 的取值`,
              `rule pack ${pack.id} has ${found.value} for “${parameter.label.en}”, ${source.en} has ${found.fixed} (pack ${law.pack.id}); the computation uses ${used}`,
            ),
          },
        ];
      }
      return [];
    }),
  );
}

/** M16: a text that bears the name and version of a published rule pack and is not it. */
function altered(review: Review): readonly Judged[] {
  return review.document.packs.flatMap((ref) => {
    const found = provenanceOf(ref);
    if (found?.kind !== "changed") return [];
    const path = `packs/${ref.id}`;
    const name = `${ref.id} ${ref.version}`;
    return [
      {
        path,
        answer: answer(false, said(text("政策参数包", "rule pack"), name, path), said(text("与已发布文本", "published text"), text("不同", "differs"), path)),
        says: alteredWords(ref, found),
      },
    ];
  });
}

/** M16: clauses a listed pack carries as mere encouragement although our text of them is a condition. */
function softened(review: Review): readonly Judged[] {
  return review.packs.packs.flatMap((pack) =>
    pack.clauses.flatMap((clause) => {
      const ours = INSTALLED_PACKS.flatMap(({ clauses }) => clauses).find(({ id, hard, former = [] }) => (id === clause.id || former.includes(clause.id)) && hard === true);
      if (ours === undefined || clause.hard === true) return [];
      const path = `packs/${pack.id}`;
      return [
        {
          path,
          answer: answer(false, said(text("条款", "clause"), clause.title, path), said(text("应为", "must be"), text("强制", "a condition"), path)),
          says: text(`政策参数包 ${pack.id} 把强制条款“${clause.title.zh}”改成了非强制`, `rule pack ${pack.id} turns the condition “${clause.title.en}” into an encouragement`),
        },
      ];
    }),
  );
}

/** M16: what the rule packs and the inputs say against the law; where nothing does, how much was compared. */
const agreement = checkOfFile({
  ids: ["M16"],
  severity: "R",
  // Of some departures only: the others rest on the rule they depart from.
  also: ["national-law/vat", "national-law/income-tax", "national-law/small-profit", "zhejiang-expropriation/23"],
  judge: (review) => {
    const pairs = pairsOf(review);
    const found = [
      ...altered(review),
      ...contradictions(review),
      ...softened(review),
      ...pairs.filter((pair) => !keeps(pair)).map((pair) => departureOf(review, pair)),
      ...vatRates(review),
      ...losses(review),
      ...smallProfit(review),
      ...highRise(review),
    ];
    if (found.some((one) => one.answer.is === "fails")) return found;
    const { packs } = review.packs;
    return [
      ...found,
      {
        path: "packs",
        answer: answer(
          true,
          said(text("与法律规定无冲突的政策参数包", "packs that agree with the law"), namesOf(packs.map(({ id }) => id)), "packs"),
          figure(text("与所辖规则核对一致的输入", "inputs that keep to the rule that governs them"), review.count(pairs.length), "item", "components"),
        ),
      },
    ];
  },
});

export const packRules: readonly Check[] = [agreement];
