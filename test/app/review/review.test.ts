import { describe, expect, it } from "vitest";
import { findingsJson } from "../../../app/model/findings.ts";
import { recordResultsOf } from "../../../app/model/results.ts";
import { reviewIn, trustIn, trustView } from "../../../app/model/trust.ts";
import { AUDITED_TOTALS, auditOf } from "../../../app/review/audit.ts";
import { opinionOf } from "../../../app/review/opinion/text.ts";
import { remarkViews } from "../../../app/review/remarks.ts";
import { headlineOf } from "../../../app/revisions/headline.ts";
import rebuild from "../../../examples/rebuild.json" with { type: "json" };
import { prepareScenario } from "../../../models/compile/prepare.ts";
import { GraphShelf } from "../../../models/compile/shelf.ts";
import { parseDocument } from "../../../models/document/parse.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { RecordDecimal } from "../../../models/engines/arithmetic/decimal.ts";
import { mechanisms } from "../../../models/mechanisms/index.ts";
import type { Result } from "../../../models/wording/problem.ts";

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

const shelf = new GraphShelf(mechanisms);
const documentWith = (added: object): ModelDocument =>
  value(parseDocument({ ...rebuild, ...added }, mechanisms)).document;
const prepared = (document: ModelDocument) => value(prepareScenario(document, undefined, shelf));

const remark = (id: string, on: string, anchor: string, more: object = {}) => ({
  id,
  on,
  anchor,
  severity: "Q",
  state: "open",
  author: "王审",
  at: "2026-11-28T10:00:00Z",
  text: "请补充依据",
  ...more,
});
const PRICE = "components/works/inputs/items/above/price";
const LIFTS = "components/works/inputs/items/lifts/quantity";

const remarks = [
  remark("r1", "input", PRICE),
  remark("r2", "cell", "stmt_investment.r4@2027-05", { severity: "N", state: "answered" }),
  remark("r3", "record", "records/gone", { severity: "R" }),
  remark("r4", "line", "no.such.line"),
  remark("r5", "row", "components/works/inputs/items/lifts"),
  remark("r6", "cell", "stmt_investment.r4@2099-01"),
  remark("r7", "finding", "B2-none"),
  remark("r8", "file", ""),
];
const audit = [
  { id: "a1", path: PRICE, value: "3200.37", reason: "按近三年同类中标价", clause: "zhejiang/1", author: "王审" },
  { id: "a2", path: LIFTS, value: "25", reason: "漏计三台" },
];

describe("what a reviewer adds", () => {
  it("enters no number, verdict, finding or condition of the plan", () => {
    const told = (document: ModelDocument) => {
      const ready = prepared(document);
      const results = recordResultsOf(ready);
      const findings = reviewIn(results);
      const trust = trustView(trustIn(results, findings), "zh");
      return [headlineOf(results), findingsJson(findings, ready, "zh"), trust, ready.problems];
    };
    const text = "借款充作资本金，土地出让收入返还企业，保底回购";
    const added = {
      remarks: remarks.map((one) => ({ ...one, text })),
      audit,
      declared: [{ id: "d", line: "x", value: "1" }],
    };
    expect(told(documentWith(added))).toEqual(told(documentWith({})));
  });

  it("is pinned to a place in words; a place that is gone is said and the remark stays", () => {
    const document = documentWith({ remarks });
    const views = remarkViews(document, prepared(document), [{ id: "C1", path: "" }], "zh");
    expect(views.map(({ id, there }) => [id, there])).toEqual([
      ["r1", true],
      ["r2", true],
      ["r3", false],
      ["r4", false],
      ["r5", true],
      ["r6", false],
      ["r7", false],
      ["r8", true],
    ]);
    expect(views[0]?.place).toContain("单价");
    expect(views[1]?.place).toBe("总投资 2027-05");
    expect(remarkViews(document, undefined, undefined, "zh").map(({ there }) => there)).toEqual([
      true,
      false,
      false,
      false,
      true,
      false,
      null,
      true,
    ]);
  });
});

describe("送审—审定—核增减", () => {
  const answer = value(auditOf(documentWith({ audit }), { of: AUDITED_TOTALS, lang: "zh" }, shelf));
  const of = (text: string | undefined) => new RecordDecimal(text ?? Number.NaN);
  const sum = (texts: readonly string[]) => texts.reduce((all, text) => all.plus(text), of("0"));

  it("adds up to the fen: rows to the total, up and down too, years to their row, up less down to the difference", () => {
    const { years = [], rows = [] } = answer.table ?? {};
    expect(years).toContain("2027");
    const leaves = rows.filter((row, index) => row.no !== "4" && (rows[index + 1]?.level ?? 0) <= row.level);
    const total = rows.at(-1);
    for (const column of ["before", "after", "increase", "decrease"] as const) {
      expect(sum(leaves.map((row) => row[column])).toFixed(2), column).toBe(total?.[column]);
      if (column === "before" || column === "after")
        for (const row of rows)
          expect(sum(row.years.map((year) => year[column])).toFixed(2), row.label).toBe(row[column]);
      for (const [at, year] of years.entries())
        expect(sum(leaves.map((row) => row.years[at]?.[column] ?? "NaN")).toFixed(2), year).toBe(
          total?.years[at]?.[column],
        );
    }
    for (const row of rows.flatMap((one) => [one, ...one.years])) {
      expect(of(row.after).minus(row.before).toFixed(2)).toBe(of(row.increase).minus(row.decrease).toFixed(2));
    }
    for (const row of leaves.flatMap((one) => [one, ...one.years]))
      expect(of(row.increase).isZero() || of(row.decrease).isZero()).toBe(true);
    expect(sum(leaves.map(({ increase }) => increase)).gt(0) && sum(leaves.map(({ decrease }) => decrease)).gt(0)).toBe(
      true,
    );
  });

  it("states the totals of the plans, and each audited figure's part in them", () => {
    const indicator = (plan: typeof answer.before) =>
      plan.indicators.find(({ id }) => id === "investment.total")?.value;
    const total = answer.table?.rows.at(-1);
    expect([total?.before, total?.after]).toEqual([indicator(answer.before), indicator(answer.after)]);
    const [bridge] = answer.bridges;
    expect(bridge?.steps).toHaveLength(2);
    expect(sum(bridge?.steps.map(({ share }) => share) ?? []).toFixed(2)).toBe(
      of(total?.after)
        .minus(total?.before ?? 0)
        .toFixed(2),
    );
    expect(answer.figures.map(({ before, after, difference }) => [before, after, difference])).toEqual([
      ["3350", "3200.37", "-149.63"],
      ["22", "25", "3"],
    ]);
    expect(answer.problems).toEqual([]);
  });

  it("comes to what a scenario with the same changes comes to", () => {
    const set = Object.fromEntries(audit.map(({ path, value: to }) => [path, to]));
    const document = documentWith({ scenarios: [{ id: "same", label: "同", set }] });
    const results = recordResultsOf(value(prepareScenario(document, "same", shelf)));
    const margins = results.verdicts.map(({ id, pass }) => [id, pass]);
    expect(answer.after.verdicts.map(({ id, pass }) => [id, pass])).toEqual(margins);
    const total = results.values.scalar("investment.total");
    expect(of(answer.after.indicators.find(({ id }) => id === "investment.total")?.value ?? "").toFixed(2)).toBe(
      total?.toFixed(2),
    );
  });

  it("names figures without a reason, and those that cannot stand, which move nothing", () => {
    const bad = [
      { id: "b1", path: PRICE, value: "3200.37" },
      { id: "b2", path: "components/none/inputs/x", value: "1", reason: "有" },
      { id: "b3", path: LIFTS, value: "-1", reason: "有" },
      { id: "b4", path: PRICE, value: "1", reason: "有" },
      { id: "b5", path: "project/name", value: "改名", reason: "有" },
    ];
    const { problems, figures } = value(auditOf(documentWith({ audit: bad }), { of: [], lang: "zh" }, shelf));
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ["audit.reason", "audit/b1/reason"],
      ["document.path_unknown", "audit/b2/value"],
      ["document.below_range", "audit/b3/value"],
      ["audit.twice", "audit/b4/path"],
      ["audit.place", "audit/b5/path"],
    ]);
    expect(figures.map(({ stands }) => stands)).toEqual([true, false, false, false, false]);
  });

  it("holds figures of the paper plan against the model, the difference stated", () => {
    const total = answer.table?.rows.at(-1);
    const declared = [
      { id: "d1", line: "stmt_investment.r4", place: "total", value: total?.before ?? "", source: "表 3" },
      { id: "d2", line: "stmt_investment.r4", place: "total", value: of(total?.before).plus("0.01").toFixed(2) },
      { id: "d3", line: "no.such", value: "1" },
      { id: "d4", line: "stmt_investment.r4", place: "2099", value: "1" },
      { id: "d5", line: "npv.project.posttax", place: "2027", value: "1" },
    ];
    const found = value(auditOf(documentWith({ declared }), { of: [], lang: "zh" }, shelf)).declared;
    expect(found.map(({ difference, problem }) => [difference, problem === null])).toEqual([
      ["0.00", true],
      ["0.01", true],
      [null, false],
      [null, false],
      [null, false],
    ]);
  });
});

describe("the opinion", () => {
  const document = documentWith({
    remarks,
    audit,
    declared: [{ id: "d", line: "stmt_investment.r4", place: "total", value: "1" }],
  });
  const text = (lang: "zh" | "en") => value(opinionOf(document, { of: [], lang }, shelf));

  it("holds findings with their clauses, remarks, audited and declared figures, and leaves the decision blank", () => {
    const zh = text("zh");
    for (const part of [
      "平衡结论",
      "否决事项",
      "依据《",
      "批注（8 项）",
      "（所注位置已不存在）",
      "按近三年同类中标价",
      "核减",
      "申报数与测算数不一致",
      "审核结论：____",
    ])
      expect(zh).toContain(part);
    expect(zh).toMatch(/B2 静态总平衡：送审未达标，余量 -17,461,274\.28 元；审定/);
    expect(zh).not.toMatch(/[,:;()](?=\p{Script=Han})/u);
    const en = text("en");
    for (const part of [
      "Grounds for rejection",
      "Remarks (8)",
      "submitted 3,350 CNY, audited 3,200.37 CNY",
      "Decision: ____",
    ])
      expect(en).toContain(part);
  });
});
