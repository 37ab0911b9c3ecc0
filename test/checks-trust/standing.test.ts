import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { kernelResultsOf } from "../../app/model/results.ts";
import { standingsOf } from "../../models/checks/documents/standing.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { preparedOf } from "../support/prepared.ts";

interface RawRecord {
  id: string;
  date: string;
  kind?: string;
  values?: Record<string, unknown>;
}

/** What is said of one record of the rebuild example after a change. */
function standing(id: string, change: (record: RawRecord) => void = () => {}) {
  const raw = JSON.parse(readFileSync(new URL("../../examples/rebuild.json", import.meta.url), "utf8")) as {
    records: RawRecord[];
  };
  const record = raw.records.find((one) => one.id === id);
  if (record === undefined) throw new Error(`the example has no record ${id}`);
  change(record);
  const parsed = parseDocument(raw, mechanisms);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message.en).join("\n"));
  const prepared = preparedOf(parsed.value.document);
  const found = standingsOf(prepared.document, kernelResultsOf(prepared).values).find((one) => one.id === id);
  if (found === undefined) throw new Error(`nothing is said of ${id}`);
  return found;
}

const put = (values: Record<string, unknown>) => (record: RawRecord) => {
  record.values = { ...record.values, ...values };
};

describe("a record on screen", () => {
  it("holds from its date on, and names every input that rests on it", () => {
    const vote = standing("rebuild_vote");
    expect(vote).toMatchObject({ holds: true, because: { zh: "自 2025-11-20 起", en: "from 2025-11-20 on" } });
    const permit = standing("presale_permit");
    expect(permit.uses.length).toBeGreaterThan(0);
    for (const { path, name, holds } of permit.uses) {
      expect(path).toMatch(/^components\/\w+\/inputs\//);
      expect(name.zh).toContain(" · ");
      expect(holds).toBe(true);
    }
  });

  // 30,000 ㎡ and 480 owners in all: two thirds are 20,000 and 320; of 27,000 and 430 that take part three quarters are 20,250 and 322.5.
  it.each<[string, Record<string, unknown>, string]>([
    ["too little area takes part", { partArea: "19999" }, "参与表决面积 19,999 ㎡,应达到专有部分总面积 30,000 ㎡的"],
    ["too few owners take part", { partOwners: "319" }, "参与表决人数 319 人,应达到业主总人数 480 人的 66.67%"],
    ["too little area agrees", { yesArea: "20249" }, "同意面积 20,249 ㎡,应达到参与表决面积 27,000 ㎡的 75%"],
    ["too few owners agree", { yesOwners: "322" }, "同意人数 322 人,应达到参与表决人数 430 人的 75%"],
    ["more agree than take part", { yesOwners: "431" }, "同意人数 431 人大于参与表决人数 430 人"],
    ["an ordinary item needs more than half", { major: false, yesArea: "13500" }, "应超过参与表决面积 27,000 ㎡的 50%"],
  ])("a vote does not hold where %s, and says by which figure", (_name, values, because) => {
    const { holds, because: said } = standing("rebuild_vote", put(values));
    expect(holds).toBe(false);
    expect(said.zh).toContain(because);
    expect(said.en).not.toMatch(/\p{Script=Han}/u);
  });

  it("a vote just at its limits holds", () => {
    expect(standing("rebuild_vote", put({ partArea: "20000", yesArea: "15000" })).holds).toBe(true);
    expect(standing("rebuild_vote", put({ yesOwners: "323" })).holds).toBe(true);
  });

  it("names the figures that are not written down", () => {
    const { holds, because } = standing("rebuild_vote", (record) => {
      delete record.values?.["yesArea"];
      delete record.values?.["partOwners"];
    });
    expect([holds, because.zh]).toEqual([false, "未填参与表决人数、同意面积"]);
  });

  it.each<[string, (record: RawRecord) => void, string]>([
    ["acceptance", (record) => delete record.values?.["passed"], "“通过”未填"],
    ["acceptance", put({ passed: false }), "“通过”为否"],
    ["rebate_approval", put({ refused: true }), "“未予批准”为是"],
    ["acceptance", (record) => Object.assign(record, { date: "2198-01-01" }), "日期 2198-01-01 晚于计算期"],
    ["rebate_approval", put({ validUntil: "2020-01" }), "日期 2026-12-20、有效期至 2020-01,计算期内没有有效的期间"],
  ])("%s: what speaks against it (%#)", (id, change, because) => {
    const found = standing(id, change);
    expect([found.holds, found.because.zh]).toEqual([false, because]);
  });
});
