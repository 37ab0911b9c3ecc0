import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { FindingView, Lang } from "../../app/contract.ts";
import { clausesOf } from "../../app/model/clauses.ts";
import { findingsJson, findingViews } from "../../app/model/findings.ts";
import { reviewOf } from "../../app/model/review.ts";
import { chinesePunctuation } from "../../models/wording/punctuation.ts";
import { modelExamples } from "../support/examples.ts";
import { preparedOf } from "../support/prepared.ts";
import { documentOf } from "../trust/outcome.ts";

const FOLDER = new URL("../../examples/", import.meta.url);
const raw = (name: string) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));

function viewsOf(json: unknown, lang: Lang): readonly FindingView[] {
  const prepared = preparedOf(documentOf(json));
  return findingViews(reviewOf(prepared).findings, prepared, lang);
}

describe("findings as people read them", () => {
  it.each(modelExamples())("name every place of %s in words", (name) => {
    const views = viewsOf(raw(name), "zh");
    expect(views.length).toBeGreaterThan(0);
    const unnamed = views.filter(({ path, place }) => path !== "" && place === path);
    expect(unnamed.map(({ id, path }) => `${id} ${path}`)).toEqual([]);
  });

  it("make a paragraph of law, number, what was found and where", () => {
    const rebuild = raw("rebuild.json");
    rebuild.components.find(({ id }: { id: string }) => id === "rebate").inputs.approval = "";
    const views = viewsOf(rebuild, "zh");
    const found = views.find(
      ({ clause, answer, path }) => answer !== "holds" && clause?.source !== undefined && path !== "",
    );
    if (found?.clause?.source === undefined) throw new Error("no finding rests on a clause");
    const { source } = found.clause;
    expect(source.zh).toMatch(/^《.+》\(.+\)./u);
    const law = chinesePunctuation(source.zh);
    expect(found.opinion).toContain(`依据${law}，经审查：${found.message}（见“${found.place}”）。`);
    expect(found.opinion).toMatch(
      /。(?:该项不符合要求，应修改后重新报审|请项目单位说明理由并补充依据|请补充上述资料后再行审查|提请注意|本项目不涉及该项)。$/u,
    );
    const english = viewsOf(rebuild, "en").find(({ id, path }) => id === found.id && path === found.path);
    expect(english?.opinion).toContain(source.en);
  });

  it.each(modelExamples())("of %s cite law, number and article, also where the file lists no pack", (name) => {
    const cited = viewsOf({ ...raw(name), packs: [] }, "zh").flatMap(({ clause }) => clause ?? []);
    expect(cited.length).toBeGreaterThan(0);
    const bare = cited.filter(
      ({ id, title, law, number, article }) => title.zh === id || law === undefined || !number || !article,
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it("find a clause of an earlier pack under the name it had there", () => {
    const packs = [{ id: "jinhua-2020", version: "2026.1" }];
    const [clause] = clausesOf({ document: { packs } }, ["jinhua-2020/1(2)3"]);
    expect(clause?.title.zh).not.toBe("jinhua-2020/1(2)3");
    expect(clause?.source?.zh).toMatch(/^《.+》/u);
  });

  it("say to programs whether each holds, what was compared and the clause by law, number and article", () => {
    const PASS = { holds: true, fails: false, cannot_be_judged: null, does_not_apply: null };
    const REASON = { cannot_be_judged: "incomplete", does_not_apply: "inapplicable" };
    const rehabilitation = raw("rehabilitation.json");
    rehabilitation.components.find(({ id }: { id: string }) => id === "central").inputs.approval = "";
    const prepared = preparedOf(documentOf(rehabilitation));
    const { findings } = reviewOf(prepared);
    const told = findingsJson(findings, prepared, "zh");
    expect(new Set(told.map(({ answer }) => answer))).toEqual(new Set(Object.keys(PASS)));
    for (const [index, one] of told.entries()) {
      expect(one.pass).toBe(PASS[one.answer]);
      expect((one as { reason?: string }).reason).toBe((REASON as Record<string, string>)[one.answer]);
      const { answer, clause } = findings[index] ?? { answer: undefined, clause: null };
      const numbers = answer !== undefined && "compared" in answer ? answer.compared : [];
      for (const { what, value } of numbers) if (value !== undefined) expect(one.numbers[what.zh]).toBe(value);
      expect(one.clause?.id ?? null).toBe(clause);
      if (one.clause !== null) expect(one.clause.text).not.toBe("");
      expect(one.opinion).toContain(one.message);
    }
    const laws = told.flatMap(({ clause }) => (clause?.law == null ? [] : [clause]));
    expect(laws.length).toBeGreaterThan(0);
    for (const { law, number, article } of laws) expect([law, number, article]).not.toContain("");
  });
});
