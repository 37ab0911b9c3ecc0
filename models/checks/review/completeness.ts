import { recordProblems } from "../../document/recordProblems.ts";
import { RecordDecimal } from "../../engines/arithmetic/decimal.ts";
import { INPUT_UNUSED } from "../../results/doubts.ts";
import { UNLIKELY } from "../../results/plausible.ts";
import type { Problem } from "../../wording/problem.ts";
import type { Text } from "../../wording/text.ts";
import type { Finding } from "../findings.ts";
import { finding } from "./finding.ts";
import type { Check, Review } from "./review.ts";

/** C01: base month, VAT and price basis, document number and author are stated. */
function stated(review: Review): readonly Finding[] {
  const { project, conventions } = review.document;
  const wanted: readonly (readonly [string, Text, unknown])[] = [
    ["conventions/vatBasis", { zh: "增值税口径", en: "VAT basis" }, conventions.vatBasis],
    ["conventions/priceBasis", { zh: "价格口径", en: "price basis" }, conventions.priceBasis],
    ["project/priceBaseMonth", { zh: "价格基准月", en: "base month of prices" }, project.priceBaseMonth],
    ["project/author", { zh: "编制单位或编制人", en: "author" }, project.author],
    ["project/documentNumber", { zh: "文号", en: "document number" }, project.documentNumber],
  ];
  const missing = wanted.filter(([, , value]) => value === undefined || value === "");
  const names = (lang: "zh" | "en") => missing.map(([, name]) => name[lang]);
  const message =
    missing.length === 0
      ? {
          zh: "基准月、增值税口径、价格口径、编制人、文号齐备",
          en: "base month, VAT and price basis, author and document number are stated",
        }
      : { zh: `未写明:${names("zh").join("、")}`, en: `not stated: ${names("en").join(", ")}` };
  return [
    finding(review, { id: "C01", severity: "Q", pass: missing.length === 0, path: missing[0]?.[0] ?? "", message }),
  ];
}

/** Inputs that say from which month prices count; they may lie before the project. */
const PRICE_DATES = /^(?:priceFrom|estimateMonth)$/;

/** C01: dates of the plan do not lie before the project begins, where money would be lost. */
function dates(review: Review): readonly Finding[] {
  const first = review.timeline.startMonth;
  return review.parts.flatMap((part) => {
    const spec = review.document.components.find(({ id }) => id === part.id);
    return Object.keys(spec?.inputs ?? {}).flatMap((name) => {
      const month = part.month(name);
      if (month === undefined || month >= first || PRICE_DATES.test(name)) return [];
      const [date, start] = [part.word(name) ?? "", review.timeline.start];
      return [
        finding(review, {
          id: "C01",
          severity: "Q",
          pass: false,
          numbers: { monthsBefore: new RecordDecimal(first - month) },
          path: `${part.path}/${name}`,
          message: {
            zh: `${part.label.zh}的日期 ${date} 早于计算起始月 ${start},当月收支不会计入`,
            en: `the date ${date} of ${part.label.en} is before the first month ${start}: money of that month is not counted`,
          },
        }),
      ];
    });
  });
}

/** C05: values and formulas hold no errors; results that rest on them are not shown, so totals cannot be accepted. */
function soundness(review: Review): readonly Finding[] {
  // A number that is only unlikely is asked for under C04, what a base counts under C07.
  const wrong = review.problems.filter(({ code }) => !UNLIKELY.has(code) && code !== "document.base_counts");
  const [unused, errors] = [true, false].map((is) => wrong.filter(({ code }) => (code === INPUT_UNUSED) === is));
  const problems = [...(errors ?? []), ...recordProblems(review.document)];
  const sound =
    problems.length > 0
      ? []
      : [
          finding(review, {
            id: "C05",
            severity: "R",
            pass: true,
            message: { zh: "输入与公式无错误", en: "no errors in inputs and formulas" },
          }),
        ];
  const said =
    (severity: "R" | "N") =>
    ({ path, message }: Problem) =>
      finding(review, { id: "C05", severity, pass: false, path, message });
  // What was entered and is not used is on the safe side: a remark.
  return [...sound, ...problems.map(said("R")), ...(unused ?? []).map(said("N"))];
}

/** C30: the rule packs and their drafts are named. */
function rulePacks(review: Review): readonly Finding[] {
  const { packs } = review.packs;
  const marked = (draft: boolean, lang: "zh" | "en") =>
    draft ? { zh: "(征求意见稿)", en: " (draft for comment)" }[lang] : "";
  const list = (lang: "zh" | "en") =>
    packs
      .map(({ id, version, status }) => `${id} ${version}${marked(status === "draft", lang)}`)
      .join(lang === "zh" ? "、" : ", ");
  const message =
    packs.length > 0
      ? { zh: `依据规则包:${list("zh")}`, en: `rule packs: ${list("en")}` }
      : { zh: "未选用任何规则包", en: "no rule pack is used" };
  return [finding(review, { id: "C30", severity: "N", pass: packs.length > 0, path: "packs", message })];
}

export const completeness: readonly Check[] = [
  { ids: ["C01"], run: stated },
  { ids: ["C01"], run: dates },
  { ids: ["C05"], run: soundness },
  { ids: ["C30"], run: rulePacks },
];
