import { recordProblems } from "../../document/recordProblems.ts";
import { BASE_COUNTS } from "../../document/scenario.ts";
import type { InputName } from "../../mechanisms/index.ts";
import { INPUT_UNUSED } from "../../results/doubts.ts";
import { UNLIKELY } from "../../results/plausible.ts";
import type { Problem } from "../../wording/problem.ts";
import { listed, listedOrNone, plus, type Text, text } from "../../wording/text.ts";
import { ZERO } from "../amounts.ts";
import { TAX_EASED } from "../taxes/index.ts";
import { answer, compare } from "./answers.ts";
import { type Check, check, checkOfFile, type Judged } from "./check.ts";
import { figure, said } from "./sides.ts";

const names = (of: readonly (readonly [string, Text, ...unknown[]])[]): Text => listed(of.map(([, name]) => name));

/** C01: base month, VAT and price basis, document number and author are stated. */
const stated = checkOfFile({
  ids: ["C01"],
  severity: "Q",
  judge: (review) => {
    const { project, conventions } = review.document;
    const wanted: readonly (readonly [string, Text, string | undefined])[] = [
      ["conventions/vatBasis", text("增值税口径", "VAT basis"), conventions.vatBasis],
      ["conventions/priceBasis", text("价格口径", "price basis"), conventions.priceBasis],
      ["project/priceBaseMonth", text("价格基准月", "base month of prices"), project.priceBaseMonth],
      ["project/author", text("编制单位或编制人", "author"), project.author],
      ["project/documentNumber", text("文号", "document number"), project.documentNumber],
    ];
    const missing = wanted.filter(([, , value]) => value === undefined || value === "");
    const sides = wanted.map(([path, what, value]) => said(what, value === undefined || value === "" ? text("未写明", "not stated") : value, path));
    return {
      answer: answer(missing.length === 0, ...sides),
      says: missing.length === 0 ? text(`已写明:${names(wanted).zh}`, `stated: ${names(wanted).en}`) : text(`未写明:${names(missing).zh}`, `not stated: ${names(missing).en}`),
      path: missing[0]?.[0] ?? "",
    };
  },
});

/** Inputs that say from which month prices count; they may lie before the project. */
const PRICE_DATES: ReadonlySet<InputName> = new Set<InputName>(["priceFrom", "estimateMonth"]);

/** C01: dates of the plan do not lie before the project begins, where money would be lost. */
const dates = check({
  ids: ["C01"],
  severity: "Q",
  of: (review) => {
    const all = review.parts.flatMap((part) =>
      (Object.entries(part.mechanism.inputs) as [InputName, { readonly type: string }][]).flatMap(([name]) => {
        const month = part.month(name);
        return month === undefined || PRICE_DATES.has(name) ? [] : [{ part, name, month }];
      }),
    );
    return all.length === 0 ? [] : [all];
  },
  none: text("无日期,不适用", "no dates: does not apply"),
  judge: (all, review) => {
    const { start, startMonth } = review.timeline;
    const early = all.filter(({ month }) => month < startMonth);
    const first = said(text("计算起始月", "first month"), start, "timeline/start");
    if (early.length === 0) {
      const count = figure(text("日期不早于起始月的项数", "dates not before it"), review.count(all.length), "item", "components");
      return { answer: answer(true, first, count) };
    }
    return early.map(({ part, name }) => ({
      about: part.label,
      answer: answer(false, part.monthSide(name, text("日期", "date")), first),
      fails: text("早于起始月,当月收支不会计入", "before the first month: money of that month is not counted"),
    }));
  },
});

/** What is entered and not used is on the safe side; what is left open has a stated meaning, and is a condition of the verdicts: no error either of them. */
const REMARKS = new Set([INPUT_UNUSED, "document.left_open"]);

/** C05: values and formulas hold no errors; results that rest on them are not shown, so totals cannot be accepted. */
const soundness = checkOfFile({
  ids: ["C05"],
  severity: "R",
  judge: (review) => {
    // A number that is only unlikely is asked for under C04, what a base counts under C07, a tax that is eased under C13, M16 and C21.
    const wrong = review.problems.filter(({ code }) => !UNLIKELY.has(code) && !TAX_EASED.has(code) && code !== BASE_COUNTS);
    const unused = wrong.filter(({ code }) => REMARKS.has(code));
    const problems = [...wrong.filter(({ code }) => !REMARKS.has(code)), ...recordProblems(review.document)];
    const count = figure(text("输入与公式的错误", "errors in inputs and formulas"), review.count(problems.length), "item", "");
    const sound: Judged = { answer: compare(review, count, "at_most", figure(text("允许", "allowed"), ZERO, "1", "")) };
    const told =
      (severity: "R" | "N") =>
      ({ path, message }: Pick<Problem, "path" | "message">): Judged => ({
        severity,
        answer: answer(false, said(text("错误", "error"), message, path)),
        says: message,
        path,
      });
    return [...(problems.length === 0 ? [sound] : problems.map(told("R"))), ...unused.map(told("N"))];
  },
});

/** C30: the rule packs and their drafts are named. */
const rulePacks = checkOfFile({
  ids: ["C30"],
  severity: "N",
  judge: (review) => {
    const { packs } = review.packs;
    const marks = { zh: "(征求意见稿)", en: " (draft for comment)" };
    const names = listedOrNone(packs.map(({ id, version, status }) => plus(text(`${id} ${version}`, `${id} ${version}`), status === "draft", marks.zh, marks.en)));
    return {
      answer: answer(packs.length > 0, said(text("依据政策参数包", "rule packs"), names, "packs")),
      fails: text("未选用任何政策参数包", "no rule pack is used"),
    };
  },
});

export const completeness: readonly Check[] = [stated, dates, soundness, rulePacks];
