import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parseStructure } from "../../models/document/parse.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { readMonth } from "../../models/language/calendar.ts";
import { buildTimeline } from "../../models/language/timeline.ts";
import { embedPacks, loadPacks } from "../../models/policy/load.ts";
import type { Pack, PackParameter } from "../../models/policy/pack.ts";
import { INSTALLED_PACKS } from "../../models/policy/packs.ts";
import { parameterAt, parameterSeries } from "../../models/policy/series.ts";
import { tinyDocument } from "../document/fakes.ts";
import { accepted, places } from "../document/support.ts";

const withPacks = (packs: unknown): ModelDocument => accepted(parseStructure({ ...tinyDocument(), packs }));
const installed = (id: string) => INSTALLED_PACKS.find((pack) => pack.id === id) as Pack;
const { version } = installed("jinhua-2020");
const national = installed("national-law");

describe("packs of a document", () => {
  it("are the installed ones it lists, the first listed winning", () => {
    const jinhua = loadPacks(
      withPacks([
        { id: "jinhua-2020", version },
        { id: "taizhou-2023-draft", version },
      ]),
    );
    expect(jinhua.problems).toEqual([]);
    expect(jinhua.parameter("far_exempt_allowed")?.values[0]?.value).toBe("1");
    expect(jinhua.packOf("far_exempt_allowed")?.id).toBe("jinhua-2020");
    const taizhou = loadPacks(
      withPacks([
        { id: "taizhou-2023-draft", version },
        { id: "jinhua-2020", version },
      ]),
    );
    expect(taizhou.parameter("far_exempt_allowed")?.values[0]?.value).toBe("0");
    expect(taizhou.clause("jinhua-2020/3(3)")?.title.zh).toBe("资金平衡");
    expect(taizhou.parameter("vat_sale")).toBeUndefined();
  });

  it.each([
    [
      [{ id: "nation-law", version: national.version }],
      "document.pack_unknown packs/nation-law",
      "did you mean national-law?",
    ],
    [[{ id: "national-law", version: "1999.1" }], "document.pack_version packs/national-law", undefined],
    [[{ id: "zhejiang", version, text: national }], "document.pack_mismatch packs/zhejiang", undefined],
  ])("%j is a problem", (packs, place, hint) => {
    const { problems } = loadPacks(withPacks(packs));
    expect(places(problems)).toEqual([place]);
    if (hint !== undefined) expect(problems[0]?.hint?.en).toBe(hint);
  });

  it("travel with the file and then win over the installed ones", () => {
    const saved = embedPacks(withPacks([{ id: "national-law", version: national.version }]));
    expect(saved.packs[0]?.text?.parameters.length).toBe(national.parameters.length);
    const reread = accepted(parseStructure(JSON.parse(JSON.stringify(saved))));
    expect(reread).toEqual(saved);
    expect(loadPacks(reread, []).problems).toEqual([]);
    expect(loadPacks(reread, []).parameter("cit")?.values[0]?.value).toBe("0.25");
    const older = { ...national, version: "2020.1", parameters: [] };
    expect(loadPacks(withPacks([{ id: "national-law", version: "2020.1", text: older }])).packs).toEqual([older]);
  });

  it("may be listed in a version published before, whose text is what it was", () => {
    const { problems, packs } = loadPacks(withPacks([{ id: "national-law", version: "2026.1" }]));
    expect(problems).toEqual([]);
    const hash = createHash("sha256").update(JSON.stringify(packs[0])).digest("hex");
    expect(hash).toBe("64c5e768141686b4eefba9fcacbde1e186f8c06ca0d71543ae9a3d13700aaf98");
  });

  it("are not needed for the law of the books, which a pack that is listed may replace", () => {
    const none = loadPacks(withPacks([]));
    expect(none.parameter("legal_reserve_rate")?.values[0]?.value).toBe("0.1");
    expect(none.packOf("legal_reserve_cap")?.id).toBe("national-law");
    expect(none.parameter("cit")).toBeUndefined();
    const rate = {
      ...national.parameters.find(({ id }) => id === "legal_reserve_rate"),
      values: [{ from: "2000-01", value: "0.2" }],
    };
    const own = { ...national, id: "own", version: "1", parameters: [rate as PackParameter], clauses: [] };
    const listed = loadPacks(withPacks([{ id: "own", version: "1", text: own }]));
    expect(listed.parameter("legal_reserve_rate")?.values[0]?.value).toBe("0.2");
    expect(listed.packOf("legal_reserve_rate")?.id).toBe("own");
  });

  it("that are not found stay as they are when embedding", () => {
    const document = withPacks([{ id: "elsewhere", version: "1" }]);
    expect(embedPacks(document)).toEqual(document);
  });
});

describe("dated parameters", () => {
  const parameter = (values: PackParameter["values"]): PackParameter => ({
    id: "probe",
    label: { zh: "试", en: "probe" },
    unit: "1",
    values,
    reference: { document: "x", article: "1" },
    status: "law",
  });
  const relief = parameter([
    { from: "2020-01", value: "1" },
    { from: "2027-07-01", value: "0" },
  ]);
  const quarter = buildTimeline({ start: "2027-01", step: "quarter", periods: 4 });

  it("hold from their date", () => {
    expect(parameterSeries(relief, quarter)).toEqual(["1", "1", "0", "0"]);
    expect(parameterAt(relief, readMonth("2027-06") ?? 0)).toBe("1");
    expect(parameterAt(relief, readMonth("2027-07") ?? 0)).toBe("0");
  });

  it("count by months where they change within a period", () => {
    expect(parameterSeries(relief, buildTimeline({ start: "2027-01", step: "year", periods: 2 }))).toEqual([
      "0.5",
      "0",
    ]);
    expect(parameterSeries(relief, buildTimeline({ start: "2027-05", step: "quarter", periods: 1 }))).toEqual([
      "0.666666666666666666666667",
    ]);
  });

  it("leave a gap before the first value and after an end", () => {
    expect(parameterSeries(parameter([{ from: "2027-04", value: "1" }]), quarter)).toEqual({ month: "2027-01" });
    expect(parameterSeries(parameter([{ from: "2020-01", to: "2027-09", value: "1" }]), quarter)).toEqual({
      month: "2027-10",
    });
    expect(parameterAt(parameter([{ from: "2027-04", value: "1" }]), readMonth("2027-03") ?? 0)).toEqual({
      month: "2027-03",
    });
  });

  it("do not depend on the order in which values are written", () => {
    expect(
      parameterSeries(
        parameter([
          { from: "2027-07-01", value: "0" },
          { from: "2020-01", value: "1" },
        ]),
        quarter,
      ),
    ).toEqual(["1", "1", "0", "0"]);
  });
});
