import { text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { shownToAfford, transfersIn } from "../transferred.ts";
import { answer, compare, lacks } from "./answers.ts";
import { type Check, check, type Judged } from "./check.ts";
import { approvedEstimates } from "./estimate.ts";
import { documented } from "./facts.ts";
import type { Review } from "./review.ts";
import { figure, ofLine, said, sumOf } from "./sides.ts";

/** C25: money between this project and another is a transfer on record, and whoever gives it has it: its figures stand in the record, or nobody can judge. */
const betweenProjects = check({
  ids: ["C25"],
  severity: "Q",
  clauses: ["taizhou-2023-draft/4(3)7"],
  of: (review) => {
    const moved = review.lines.filter((line) => [line.payer, line.payee].some((id) => review.partyRole(id) === "other_project") && review.total([line])?.isZero() === false);
    return moved.length === 0 ? [] : [moved];
  },
  none: text("本文件无项目间调剂;多个项目的调剂在组合文件中核对", "no transfer between projects in this file; those of several projects are reviewed in their portfolio"),
  judge: (moved, review): readonly Judged[] => {
    const facts = review.records("project_transfer");
    const recorded = sum(facts.filter((fact) => fact.holds && documented(fact)).map((fact) => fact.number("amount") ?? ZERO));
    const amount = sumOf(review, text("项目间调剂", "moved between projects"), moved);
    const path = facts[0]?.path ?? moved[0]?.id ?? "";
    const papered = compare(review, amount, "at_most", figure(text("有文件记录", "on record"), recorded, "CNY", path));
    if (papered.is === "fails") return [{ answer: papered, path }];
    const given = transfersIn(review.document, review.lines);
    const open = given.filter(({ payer, lines }) => review.total(lines)?.greaterThan(shownToAfford(review, payer)) === true);
    if (open.length === 0) return [{ answer: papered, path }];
    return open.map(({ payer }) => {
      const paper = facts.find((fact) => fact.word("from") === payer.id);
      return { about: payer.name, answer: lacks(LACKING, paper?.path ?? path), path: paper?.path ?? path };
    });
  },
});
const LACKING = text("载明调出项目及其调出后期末结余(不小于零)的调剂文件", "a paper that names the project it comes from and its closing balance after it, not below zero");

/** What is received for ceded space and what is given up, as recorded and as computed. */
const exchanges = (review: Review) => [
  ...review.records("ceded_space").map((fact) => ({
    about: fact.label,
    path: fact.path,
    received: fact.side("received"),
    ceded: fact.side("ceded"),
    tolerance: fact.number("tolerance"),
    basis: said(text("依据", "rests on"), fact.label, fact.path),
    based: true,
  })),
  ...review.parts
    .filter((part) => part.plays("ceded.receipt") && part.has("tolerance"))
    .map((part) => {
      const fact = review.record(part.word("basis"));
      const based = fact?.holds === true;
      return {
        about: part.label,
        path: part.at("payments"),
        received: ofLine(review, part.line("pv_received"), undefined, part.path),
        ceded: ofLine(review, part.line("pv_ceded"), undefined, part.path),
        tolerance: part.number("tolerance"),
        basis: said(text("招标结果或业主表决", "tender result or owners' vote"), based ? fact.label : text("无", "none"), fact?.path ?? part.at("basis")),
        based,
      };
    }),
];

/** M61: what is received for ceded space is worth what is given up, on a tender or a vote. */
const valueForMoney = check({
  ids: ["M61"],
  severity: "R",
  clauses: ["taizhou-2023-draft/4(5)12"],
  of: exchanges,
  none: text("无空间让渡,不适用", "no space is ceded: does not apply"),
  judge: ({ about, path, received, ceded, tolerance, basis, based }, review) => {
    const least = ceded.value?.times((tolerance ?? ZERO).neg().plus(1));
    const worth = compare(review, received, "at_least", { ...ceded, value: least });
    if (worth.is === "cannot_be_judged") return { about, answer: worth };
    const fair = worth.is === "holds";
    return {
      about,
      answer: answer(fair && based, received, ceded, basis),
      path,
      fails: fair ? text("须有招标结果或业主表决", "it takes a tender or a vote") : text("不等价", "not value for money"),
    };
  },
});

export const transfers: readonly Check[] = [betweenProjects, ...approvedEstimates, valueForMoney];
