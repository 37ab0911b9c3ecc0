import { describe, expect, it } from "vitest";
import { type FromReport, withReport } from "../../../app/actuals/import.ts";
import type { ModelDocument } from "../../../models/document/schema.ts";
import { smallDocument } from "../fixtures/small.ts";

const january = { document: "一月报", date: "2026-02-05", by: "张三" };
const plan = smallDocument() as unknown as ModelDocument;

function taken(document: ModelDocument, from: FromReport, amount: string, replaces = false) {
  const next = withReport(document, from, { "works.paid": { "2026": amount } }, replaces);
  if (!next.ok) throw new Error(next.problems.map(({ code }) => code).join(" "));
  return next.value;
}

describe("a figure of the actuals", () => {
  it("goes into a report that is there, beside what it has", () => {
    const first = taken(plan, january, "1");
    const next = withReport(first.document, { report: first.report }, { "flats.receipt": { "2026": "2" } }, false);
    if (!next.ok) throw new Error("taken");
    expect(next.value.document.actuals?.reports).toEqual([
      {
        ...january,
        id: expect.stringMatching(/^report_20260205_[0-9a-f]{6}$/),
        figures: { "works.paid": { "2026": "1" }, "flats.receipt": { "2026": "2" } },
      },
    ]);
  });

  it("replaces what the same or another report has only when that is meant; a report keeps its place without figures", () => {
    const first = taken(plan, january, "1");
    const into = { report: first.report };
    const refused = withReport(first.document, into, { "works.paid": { "2026-03": "3" } }, false);
    expect(refused.ok ? [] : refused.problems.map(({ code }) => code)).toEqual(["actuals.there"]);
    const again = taken(first.document, into, "3", true);
    expect(again).toMatchObject({ report: first.report, replaced: 1 });
    expect(again.document.actuals?.reports).toEqual([
      { ...january, id: first.report, figures: { "works.paid": { "2026": "3" } } },
    ]);
  });

  it("is refused for a report that is not there", () => {
    const none = withReport(plan, { report: "gone" }, { "works.paid": { "2026": "1" } }, true);
    expect(none.ok ? [] : none.problems.map(({ code, path }) => [code, path])).toEqual([
      ["actuals.no_report", "actuals/reports/gone"],
    ]);
  });
});
