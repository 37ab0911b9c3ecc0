import { describe, expect, it } from "vitest";
import { listPaths, scalePath } from "../../models/document/list.ts";
import type { Json } from "../../models/document/location.ts";
import { readPath, writePath } from "../../models/document/path.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { bidOf, tenderDocument } from "../analysis/bids/support.ts";
import { fakes } from "./fakes.ts";
import { accepted, documentOf, places, problemsOf } from "./support.ts";

const document = documentOf();
const write = (path: string, value: Json) => writePath(document, path, value, fakes);
const refusal = (path: string, value: Json) => places(problemsOf(write(path, value)))[0];

describe("reading a path", () => {
  it.each([
    ["components/sale_1/inputs/price", "20000.5"],
    ["components/works_1/inputs/parts/b/amount", "50.25"],
    ["components/works_1/inputs/spend/profile/values/0", "1200000"],
    ["components/sale_1/enabled", true],
    ["timeline/start", "2026-01"],
    ["timeline/phases/operate/months", 24],
    ["conventions/icProject", "0.08"],
    ["parties/entity/openingCash", "500"],
    ["project/name", "试点社区"],
    ["components/sale_1/inputs/cap", undefined],
  ])("%s", (path, value) => {
    expect(accepted(readPath(document, path))).toEqual(value);
  });

  it.each([
    "components/sale_2/inputs/price",
    "components/works_1/inputs/parts/z/amount",
    "components/works_1/inputs/spend/profile/values/9",
    "",
    "components//inputs",
    "nothing/here",
    `components/${"a/".repeat(40)}`,
  ])("%s leads nowhere", (path) => {
    expect(places(problemsOf(readPath(document, path)))).toEqual([`document.path_unknown ${path}`]);
  });

  it("suggests the nearest name", () => {
    expect(problemsOf(readPath(document, "components/sale1/inputs/price"))[0]?.hint?.en).toBe("did you mean sale_1?");
  });
});

describe("writing a path", () => {
  it.each<[string, Json, Json]>([
    ["components/sale_1/inputs/price", 18000, "18000"],
    ["components/sale_1/inputs/cap", "15000.00", "15000.00"],
    ["components/works_1/inputs/parts/b/cap", 12, "12"],
    ["components/works_1/inputs/spend/profile/values/0", 7, "7"],
    ["components/sale_1/inputs/price", { formula: "1" }, { formula: "1" }],
    ["components/sale_1/enabled", false, false],
    ["timeline/phases/build/months", 6, 6],
    ["conventions/icEquity", 0.1, "0.1"],
    ["parties/city/openingCash", "1e3", "1000"],
    ["project/households", 100, "100"],
  ])("%s takes %j", (path, value, stored) => {
    const before = structuredClone(document);
    const after = accepted(write(path, value));
    expect(accepted(readPath(after, path))).toEqual(stored);
    expect(document).toEqual(before);
  });

  it("opens what a document may leave out, and takes out what stands under a name of its own", () => {
    const recorded = documentOf((draft) => {
      Object.assign(draft, { records: [{ id: "vote", label: "表决", date: "2026-03", kind: "vote" }] });
    });
    const place = "records/vote/values/totalArea";
    const filled = accepted(writePath(recorded, place, "10000", fakes));
    expect(accepted(readPath(filled, place))).toBe("10000");
    expect(accepted(readPath(accepted(writePath(filled, place, null, fakes)), place))).toBeUndefined();
    expect(places(problemsOf(writePath(recorded, "records/vote/value/totalArea", "1", fakes)))).toEqual([
      "document.path_unknown records/vote/value/totalArea",
    ]);
    const explained = accepted(write("absences/land", { id: "land", reason: "划拨用地" }));
    expect(explained.absences).toEqual([{ id: "land", reason: "划拨用地" }]);
    expect(accepted(writePath(explained, "absences/land", null, fakes)).absences).toEqual([]);
    expect(places(problemsOf(write("absences/land", { id: "land", reason: "" })))[0]).toMatch(/absences\/land/);
    expect(document.absences).toBeUndefined();
  });

  it("shares what it does not change", () => {
    const after = accepted(write("components/sale_1/inputs/price", "1"));
    expect(after.components[1]).toBe(document.components[1]);
    expect(after.timeline).toBe(document.timeline);
  });

  it("adds and removes rows and optional values", () => {
    const added = accepted(write("components/works_1/inputs/parts/c", { amount: "1", at: "2026-01", lag: "0" }));
    expect(accepted(readPath(added, "components/works_1/inputs/parts/c"))).toEqual({
      id: "c",
      amount: "1",
      at: "2026-01",
      lag: "0",
    });
    const removed = accepted(writePath(added, "components/works_1/inputs/parts/c", null, fakes));
    expect(removed).toEqual(document);
    const without = accepted(write("components/works_1/inputs/spend", null));
    expect(accepted(readPath(without, "components/works_1/inputs/spend"))).toBeUndefined();
    expect(accepted(readPath(accepted(write("conventions/icProject", null)), "conventions/icProject"))).toBeUndefined();
    // A required input may be emptied: the model then says what is missing instead of going on with the old value.
    const emptied = accepted(write("components/sale_1/inputs/price", null));
    expect(accepted(readPath(emptied, "components/sale_1/inputs/price"))).toBeUndefined();
  });

  it("adds a row that is still empty, to be filled in cell by cell", () => {
    const path = "components/works_1/inputs/parts/c";
    const added = accepted(write(path, {}));
    expect(accepted(readPath(added, path))).toEqual({ id: "c" });
    const whole = accepted(write("components/works_1/inputs/parts", [{ id: "c" }]));
    expect(accepted(readPath(whole, path))).toEqual({ id: "c" });
    const filled = accepted(writePath(added, `${path}/amount`, "5", fakes));
    expect(accepted(readPath(filled, `${path}/amount`))).toBe("5");
    expect(places(problemsOf(writePath(added, `${path}/amount`, "five", fakes)))[0]).toBe(
      `document.bad_number ${path}/amount`,
    );
  });

  it.each<[string, Json, string]>([
    ["components/sale_1/inputs/price", "1,000", "document.bad_number components/sale_1/inputs/price"],
    ["components/sale_1/inputs/area", -1, "document.out_of_range components/sale_1/inputs/area"],
    ["components/sale_1/inputs/prise", "1", "document.path_unknown components/sale_1/inputs/prise"],
    [
      "components/sale_1/inputs/share/profile/values/0",
      "2",
      "document.out_of_range components/sale_1/inputs/share/profile/values/0",
    ],
    [
      "components/sale_1/inputs/share/profile/values/5",
      "0.1",
      "document.path_unknown components/sale_1/inputs/share/profile/values/5",
    ],
    [
      "components/works_1/inputs/parts/a/amonut",
      "1",
      "document.column_unknown components/works_1/inputs/parts/a/amonut",
    ],
    [
      "components/works_1/inputs/parts/1x",
      { amount: "1", at: "2026-01", lag: "0" },
      "document.row_id components/works_1/inputs/parts/2",
    ],
    ["components/sale_1/enabled", "no", "document.wrong_type components/sale_1/enabled"],
    ["timeline/phases/build/months", 1.5, "document.wrong_type timeline/phases/build/months"],
    ["timeline/start", "soon", "document.bad_month timeline/start"],
    ["timeline/start", null, "document.missing_key timeline/start"],
    ["conventions/discountRate", "0.1", "document.path_unknown conventions/discountRate"],
    ["components/sale_1/id", "x", "document.path_fixed components/sale_1/id"],
    ["version", 2, "document.path_fixed version"],
  ])("%s refuses %j", (path, value, place) => {
    expect(refusal(path, value)).toBe(place);
  });
});

describe("paths to vary", () => {
  it("are every given number, with unit and bounds", () => {
    const paths = listPaths(document, fakes);
    const found = Object.fromEntries(paths.map((entry) => [entry.path, entry]));
    expect(found["components/sale_1/inputs/area"]).toMatchObject({
      unit: "m2",
      kind: "number",
      value: "1000",
      from: 0,
      to: 100000,
      label: { zh: "住宅销售:面积" },
    });
    expect(found["components/works_1/inputs/parts/b/lag"]).toMatchObject({ unit: "mo", value: "3" });
    expect(found["components/works_1/inputs/spend"]).toMatchObject({ kind: "profile", value: ["1200000"] });
    expect(found["timeline/phases/build/months"]).toMatchObject({ kind: "months", value: "12", integer: true });
    expect(found["conventions/icProject"]).toMatchObject({ value: "0.08" });
    expect(found["components/sale_1/inputs/cap"]).toBeUndefined();
    for (const { path } of paths) expect(readPath(document, path).ok, path).toBe(true);
  });

  it("can be scaled, profiles as a whole", () => {
    const half = accepted(scalePath(document, "components/works_1/inputs/spend", "0.5", fakes));
    expect(accepted(readPath(half, "components/works_1/inputs/spend"))).toEqual({
      profile: { from: "2026-01", every: "year", values: ["600000"] },
    });
    expect(
      accepted(
        readPath(
          accepted(scalePath(document, "components/sale_1/inputs/price", "1.1", fakes)),
          "components/sale_1/inputs/price",
        ),
      ),
    ).toBe("22000.55");
    expect(places(problemsOf(scalePath(document, "components/sale_1/inputs/seller", "2", fakes)))).toEqual([
      "document.not_numeric components/sale_1/inputs/seller",
    ]);
    expect(places(problemsOf(scalePath(document, "components/sale_1/inputs/area", "200", fakes)))).toEqual([
      "document.out_of_range components/sale_1/inputs/area",
    ]);
  });
});

describe("an amount for all years or by year", () => {
  const bid = (amounts: unknown) => tenderDocument({}, {}, [bidOf("A", { fee: { amounts } })]);
  const written = (document: ModelDocument, year: string) =>
    writePath(document, `bids/A/fee/amounts/${year}`, "5", mechanisms);

  it("is written year by year where it is by year", () => {
    const found = written(bid({ 1: "1", 2: "2" }), "2");
    expect(found.ok && found.value.bids[0]?.fee.amounts).toEqual({ 1: "1", 2: "5" });
  });

  it("is not written in a year no contract has, nor in a year of one amount", () => {
    expect(written(bid({ 1: "1" }), "61").ok).toBe(false);
    expect(written(bid("1"), "2").ok).toBe(false);
  });
});
