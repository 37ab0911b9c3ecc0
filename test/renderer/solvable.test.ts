import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { catalogueOf } from "../../app/catalogue/catalogue.ts";
import type { JsonObject } from "../../app/contract.ts";
import { enteredAt } from "../../models/analysis/entered.ts";
import { variableOf } from "../../models/analysis/variable.ts";
import { listPaths } from "../../models/document/list.ts";
import { writePath } from "../../models/document/path.ts";
import { isPatchable } from "../../models/document/scenario.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { solvableInputs, soughtAt } from "../../renderer/solve/inputs.ts";
import { shelf } from "../analysis/advise/support.ts";
import { modelExamples } from "../support/examples.ts";
import { documentOf } from "../trust/outcome.ts";

const views = catalogueOf(undefined).mechanisms;
const raw = (name: string): JsonObject =>
  JSON.parse(readFileSync(new URL(`../../examples/${name}`, import.meta.url), "utf8")) as JsonObject;

describe.each(modelExamples())("what the panel of goal seek offers for %s", (name) => {
  const document = documentOf(raw(name));
  const offered = solvableInputs(raw(name), views, "zh");
  const paths = offered.map(({ path }) => path);

  it("is every number the command line can vary", () => {
    const off = new Set(document.components.filter(({ enabled }) => !enabled).map(({ id }) => id));
    const known = listPaths(document, mechanisms)
      .filter(({ path }) => !off.has(path.split("/")[1] ?? ""))
      .map(({ path, kind }) => (kind === "profile" ? `${path}/profile/*` : path));
    // Shares of one whole are varied by nobody; where less than all is a value too, they are sought one by one.
    const varied = known.filter((path) => {
      const variable = variableOf(document, path, mechanisms);
      return variable.ok || variable.problems[0]?.code !== "solve.share";
    });
    const shares = varied.filter((path) => path.endsWith("*") && !paths.includes(path));
    for (const path of shares) expect(paths).toContain(path.replace("*", "values/0"));
    expect(varied.filter((path) => !paths.includes(path) && !shares.includes(path))).toEqual([]);
  });

  it("can be varied, and the answer can be taken over or kept as a scenario", () => {
    for (const { path, value } of offered) {
      const variable = variableOf(document, path, mechanisms);
      expect([path, variable.ok]).toEqual([path, true]);
      if (value === "") continue;
      const entered = enteredAt(document, { vary: path }, shelf)([value])[value];
      if (entered === undefined) throw new Error(`${path} cannot be taken over`);
      expect([path, isPatchable(entered.path)]).toEqual([path, true]);
      expect([path, writePath(document, entered.path, entered.value, mechanisms).ok]).toEqual([path, true]);
    }
    expect(new Set(paths).size).toBe(paths.length);
  });
});

describe("a rate that is one number throughout", () => {
  it("is offered, and sought from its field", () => {
    const [rate] = solvableInputs(raw("infill.json"), views, "zh").filter(({ path }) =>
      path.endsWith("loan/inputs/rate"),
    );
    expect([rate?.value, rate?.field.type]).toEqual(["0.036", "profile"]);
    if (rate === undefined) throw new Error("no rate");
    expect(soughtAt(rate.field, rate.path, rate.value)).toBe(rate.path);
    const byDate = { profile: { from: "2026-01", every: "year", values: ["0.03", "0.04"] } };
    expect(soughtAt(rate.field, rate.path, byDate)).toBe(`${rate.path}/profile/*`);
    expect(soughtAt({ ...rate.field, meaning: "share" }, rate.path, byDate)).toBeUndefined();
    expect(soughtAt(rate.field, rate.path, { formula: "0.03" })).toBeUndefined();
  });
});
