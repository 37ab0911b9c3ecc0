import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { leversOnce } from "../../app/model/levers.ts";
import type { Lever, LeversAnswer, LeversQuestion } from "../../models/analysis/levers/levers.ts";
import { LeverTable, openQuestion } from "../../models/analysis/levers/question.ts";
import { GraphShelf } from "../../models/compile/shelf.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { writePath } from "../../models/document/path.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { recordOf } from "../support/prepared.ts";

function read(url: string): ModelDocument {
  const parsed = parseDocument(JSON.parse(readFileSync(new URL(url, import.meta.url), "utf8")), mechanisms);
  if (!parsed.ok) throw new Error(`${url} does not open`);
  return parsed.value.document;
}

const example = (name: string): ModelDocument => read(`../../examples/${name}.json`);

function levers(document: ModelDocument, question: LeversQuestion): LeversAnswer {
  const answer = leversOnce(document, question);
  if (!answer.ok || answer.value === undefined) throw new Error(JSON.stringify(answer));
  return answer.value;
}

function leverAt({ levers: all }: LeversAnswer, path: string): Lever {
  const found = all.find((lever) => lever.path === `components/${path}`);
  if (found === undefined) throw new Error(`no lever ${path}`);
  return found;
}

/** The document with a lever at a value, by the book of record: a line's one value. */
function recorded(document: ModelDocument, { path, kind }: Lever, value: string, line: string): number {
  if (kind === "factor") throw new Error("not written here");
  const written = writePath(document, path, value, mechanisms);
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  const { graph, evaluation } = recordOf(written.value);
  return Number(evaluation.scalar(graph.indexById.get(line) ?? -1) ?? Number.NaN);
}

describe("a verdict that cannot be given", () => {
  // Shops let before anything is kept running: what that costs is missing then, whatever the margin says.
  const service = leverAt(levers(example("special-bond"), { of: "B5", top: 3 }), "service/inputs/start");

  it("is no light: where it begins to be undecided it flips", () => {
    const own = service.flips?.filter(({ watch }) => watch === "B5").map(({ value, met }) => [value, met]);
    expect(own).toEqual([
      ["2028-01", "above"],
      ["2028-08", "below"],
    ]);
  });

  it("is no light while a lever is dragged either", () => {
    const shelf = new GraphShelf(mechanisms);
    const opened = openQuestion(example("special-bond"), { of: "B5" }, shelf);
    if (!opened.ok) throw new Error("the question opens");
    const table = new LeverTable(opened.value, mechanisms);
    const spare = (month: string): number | undefined => {
      const turned = table.turned("components/service/inputs/start", month);
      if (!turned.ok) throw new Error(JSON.stringify(turned.problems));
      return turned.value.excesses.get("B5");
    };
    expect(["2027-06", "2027-12"].map(spare)).toEqual([undefined, undefined]);
    expect(spare("2028-01")).toBeGreaterThanOrEqual(0);
    expect(spare("2028-09")).toBeLessThan(0);
  });

  it("is marked beside the change of its number", () => {
    expect([service.down.value, service.down.undecided, service.up.undecided]).toEqual(["2027-01", true, undefined]);
  });
});

describe("levers of a target", () => {
  const document = example("rebuild");
  const answer = levers(document, { of: "B2", top: 12, confirmAll: true });

  it("come the strongest first, with what they do by the book of record", () => {
    const before = recordOf(document);
    const margin = Number(before.evaluation.scalar(before.graph.indexById.get("verdict.B2.margin") ?? -1));
    expect(answer.value).toBeCloseTo(margin, 1);
    const strength = ({ down, up }: Lever): number => Math.max(Math.abs(down.change ?? 0), Math.abs(up.change ?? 0));
    const strengths = answer.levers.map(strength);
    expect(strengths).toEqual(strengths.toSorted((a, b) => b - a));
    const asked = answer.levers.filter(({ kind, bound }) => kind !== "factor" && bound !== true).slice(0, 4);
    for (const lever of asked) {
      const change = recorded(document, lever, lever.up.value, "verdict.B2.margin") - margin;
      expect([lever.path, lever.up.change]).toEqual([lever.path, expect.closeTo(change, 1)]);
    }
  });

  it("have the slope that small changes show, where they are smooth", () => {
    const smooth = answer.levers.filter(({ character }) => character === "smooth");
    expect(smooth.length).toBeGreaterThan(60);
    for (const { slope } of smooth) expect(slope).toBeTypeOf("number");
    const price = leverAt(answer, "works/inputs/items/above/price");
    const [up, now] = [Number(price.up.value), Number(price.now)];
    expect((price.up.change ?? 0) / (up - now)).toBeCloseTo(price.slope ?? 0, -4);
  });

  it("flip verdicts at values on whose two sides the book of record disagrees", () => {
    const far = leverAt(answer, "area/inputs/far");
    const flip = far.flips?.find(({ watch }) => watch === "B2");
    expect(flip).toMatchObject({ met: "above", confirmed: true });
    const at = Number(flip?.value);
    expect(recorded(document, far, String(at), "verdict.B2.margin")).toBeGreaterThanOrEqual(0);
    expect(recorded(document, far, String(at * 0.9999), "verdict.B2.margin")).toBeLessThan(0);
    for (const { flips = [] } of answer.levers)
      for (const { confirmed } of flips) expect(confirmed).toBeTypeOf("boolean");
  });

  it("name the cap that takes over, and leave out what the law fixes", () => {
    expect(leverAt(answer, "flats/inputs/price").cap).toBe("components/flats/inputs/priceCap");
    expect(answer.levers.map(({ path }) => path)).not.toContain("components/flats/inputs/vatRate");
  });

  it("keep within their bounds, and dates within the horizon", () => {
    for (const { kind, from, to, down, up } of answer.levers) {
      if (kind === "month") expect([from <= down.value, up.value <= to, from >= "2026-01"]).toEqual([true, true, true]);
      else expect([Number(from) <= Number(down.value), Number(up.value) <= Number(to)]).toEqual([true, true]);
    }
  });
});

it("finds every crossing of a cliff, the leap as a leap", () => {
  // See the worked figures of the goal seek: 29 m from 7,900 to 7,920, and again from 8,457.142857… on.
  const answer = levers(read("./cliff.json"), { of: "balance.static>=29000000" });
  const flips = leverAt(answer, "flats/inputs/price").flips?.filter(({ watch }) => watch === "target") ?? [];
  expect(flips.map(({ met, jump, confirmed }) => [met, jump, confirmed])).toEqual([
    ["above", false, true],
    ["below", true, true],
    ["above", false, true],
  ]);
  expect(flips.map(({ value }) => Number(value))).toEqual([
    expect.closeTo(7900, 3),
    expect.closeTo(7920, 3),
    expect.closeTo(59_200_000 / 7000, 2),
  ]);
});

it("counts what is not turned, which is not to say that it does nothing", () => {
  // By hand: rate of VAT, exempt area, rate of rooms; phasing, absorption, the one instalment; community and property rooms, 0.
  const { idle, levers: turned, unturned } = levers(read("./cliff.json"), { of: "balance.static", top: 0 });
  expect(unturned).toMatchObject({ count: 8, by: { law: 3, shares: 3, counts: 0, still: 2 } });
  expect(unturned.message?.en).toContain("3 fixed by law or a rule pack, 3 shares of one whole, 2 at 0");
  expect(turned.length + idle).toBe(15);
  // Years of the ramps (4 and 3) and years between renewals (3) name rows or are whole.
  expect(levers(example("new-build"), { of: "balance.static", top: 0 }).unturned.by.counts).toBe(10);
});

it("leads slopes through values that are searched for", () => {
  const document = example("new-build");
  const answer = levers(document, { of: "bep.sale_price", top: 0 });
  const smooth = answer.levers.filter(
    ({ character, slope }) => character === "smooth" && slope !== undefined && slope !== 0,
  );
  expect(smooth.length).toBeGreaterThan(10);
});

describe("refuses what cannot be analysed", () => {
  const codes = (question: LeversQuestion): readonly string[] => {
    const answer = leversOnce(example("zhegong"), question);
    return answer.ok ? [] : answer.problems.map(({ code }) => code);
  };

  it.each([
    ["a line that is not there", { of: "npv.nothing" }, "solve.indicator_unknown"],
    ["an indicator without a value", { of: "npv.project.pretax" }, "levers.no_value"],
    ["a scenario that is not there", { of: "balance.static", scenario: "nowhere" }, "document.scenario_unknown"],
    ["what is no target", { of: "balance.static = 3" }, "solve.target_unreadable"],
    ["a value no number holds", { of: "balance.static >= 1e400" }, "solve.target_unreadable"],
  ])("%s", (_what, question, code) => {
    expect(codes(question)).toContain(code);
  });

  it("says why an indicator has no value", () => {
    const said = (of: string) => {
      const answer = leversOnce(example("zhegong"), { of });
      return answer.ok ? [] : answer.problems.map(({ message, hint }) => `${message.zh} ${hint?.zh}`);
    };
    expect(said("firr.project.posttax")).toEqual([expect.stringMatching(/:存在多个内部收益率 换一个指标/)]);
    expect(said("npv.project.pretax")).toEqual([expect.stringContaining("未填写基准收益率 ic")]);
  });

  it("stops when it is told to", () => {
    let asked = 0;
    const answer = leversOnce(example("rebuild"), { of: "B2", shouldStop: () => asked++ > 5 });
    expect(answer).toEqual({ ok: true, value: undefined });
    expect(asked).toBeLessThan(10);
  });
});
