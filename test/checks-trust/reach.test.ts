import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { reachOf } from "../../models/checks/trust/reach.ts";
import { parseDocument } from "../../models/document/parse.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { compiledOf } from "../support/prepared.ts";

describe("what a verdict rests on", () => {
  it("includes what a search moves and what it has to meet", () => {
    const raw = JSON.parse(readFileSync(new URL("../../examples/rebuild.json", import.meta.url), "utf8"));
    const parsed = parseDocument(raw, mechanisms);
    if (!parsed.ok) throw new Error("the example is sound");
    const { document } = parsed.value;
    const reach = reachOf(compiledOf(document).graph);
    // The break-even price of the comfort test is searched for: it rests on every cost and tax that the balance counts.
    for (const id of ["deed_tax", "lat", "income_tax", "land"]) expect(reach.component("B8", id), id).toBe(true);
  });
});
