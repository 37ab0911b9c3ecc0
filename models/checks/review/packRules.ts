import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { readDateMonth } from "../../language/calendar.ts";
import { within } from "../../policy/bounds.ts";
import { parameterCitation } from "../../policy/cite.ts";
import type { Pack, PackParameter } from "../../policy/pack.ts";
import { INSTALLED_PACKS } from "../../policy/packs.ts";
import { provenanceOf } from "../../policy/provenance.ts";
import { alteredWords } from "../../policy/provenanceWords.ts";
import { parameterAt } from "../../policy/series.ts";
import type { Finding } from "../findings.ts";
import { BINDING_EVERYWHERE, finding } from "./finding.ts";
import { departures } from "./governed.ts";
import type { Check, Review } from "./review.ts";

interface Fixed {
  readonly pack: Pack;
  readonly parameter: PackParameter;
}

/** What law fixes about a parameter: other packs of the document, the program's own text of the same pack, and laws that hold everywhere. */
function fixedBy(review: Review, of: Pack, id: string): readonly Fixed[] {
  const listed = review.packs.packs.filter((pack) => pack !== of);
  const ours = INSTALLED_PACKS.filter((pack) => pack.id === of.id || BINDING_EVERYWHERE.includes(pack.id));
  return [...listed, ...ours].flatMap((pack) => {
    const parameter = pack.parameters.find((one) => one.id === id);
    return pack !== of && parameter?.status === "law" && pack.status === "in_force" ? [{ pack, parameter }] : [];
  });
}

/** First month of the project in which a pack departs from the law; a stricter minimum or maximum is no contradiction. */
function departure(
  review: Review,
  own: PackParameter,
  law: PackParameter,
): { readonly month: number; readonly value: string; readonly fixed: string } | undefined {
  const { startMonth, endMonth } = review.timeline;
  const changes = [...own.values, ...law.values].flatMap(({ from, to }) => [
    readDateMonth(from),
    to === undefined ? undefined : (readDateMonth(to) ?? 0) + 1,
  ]);
  const months = [
    startMonth,
    ...changes.flatMap((month) => (month === undefined || month < startMonth || month > endMonth ? [] : [month])),
  ];
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
function contradictions(review: Review): readonly Finding[] {
  return review.packs.packs.flatMap((pack) =>
    pack.parameters.flatMap((parameter) => {
      if (isOurs(pack, parameter)) return [];
      for (const law of fixedBy(review, pack, parameter.id)) {
        const found = departure(review, parameter, law.parameter);
        if (found === undefined) continue;
        const used = review.packs.packOf(parameter.id)?.id ?? pack.id;
        const source = parameterCitation(law.pack, law.parameter).text;
        return [
          finding(review, {
            id: "M16",
            severity: "R",
            pass: false,
            numbers: { pack: new RecordDecimal(found.value), law: new RecordDecimal(found.fixed) },
            path: `packs/${pack.id}`,
            message: {
              zh: `规则包 ${pack.id} 的“${parameter.label.zh}”为 ${found.value},${source.zh}为 ${found.fixed}(规则包 ${law.pack.id});测算采用 ${used} 的取值`,
              en: `rule pack ${pack.id} has ${found.value} for “${parameter.label.en}”, ${source.en} has ${found.fixed} (pack ${law.pack.id}); the computation uses ${used}`,
            },
          }),
        ];
      }
      return [];
    }),
  );
}

/** M16: a text that bears the name and version of a published rule pack and is not it. */
function altered(review: Review): readonly Finding[] {
  return review.document.packs.flatMap((ref) => {
    const found = provenanceOf(ref);
    if (found?.kind !== "changed") return [];
    const message = alteredWords(ref, found);
    return [finding(review, { id: "M16", severity: "R", pass: false, path: `packs/${ref.id}`, message })];
  });
}

/** M16: clauses a listed pack carries as mere encouragement although our text of them is a condition. */
function softened(review: Review): readonly Finding[] {
  return review.packs.packs.flatMap((pack) =>
    pack.clauses.flatMap((clause) => {
      const ours = INSTALLED_PACKS.flatMap(({ clauses }) => clauses).find(
        ({ id, hard, former = [] }) => (id === clause.id || former.includes(clause.id)) && hard === true,
      );
      if (ours === undefined || clause.hard === true) return [];
      return [
        finding(review, {
          id: "M16",
          severity: "R",
          pass: false,
          path: `packs/${pack.id}`,
          message: {
            zh: `规则包 ${pack.id} 把强制条款“${clause.title.zh}”改成了非强制`,
            en: `rule pack ${pack.id} turns the condition “${clause.title.en}” into an encouragement`,
          },
        }),
      ];
    }),
  );
}

/** M16: what the rule packs and the inputs say against the law; one line where nothing does. */
function agreement(review: Review): readonly Finding[] {
  const found = [...altered(review), ...contradictions(review), ...softened(review), ...departures(review)];
  if (found.some(({ pass }) => pass === false)) return found;
  const message = {
    zh: "规则包与法律规定无冲突,输入未偏离规则取值",
    en: "the rule packs agree with the law and no input sets a rule aside",
  };
  return [...found, finding(review, { id: "M16", severity: "R", pass: true, path: "packs", message })];
}

export const packRules: readonly Check[] = [{ ids: ["M16"], run: agreement }];
