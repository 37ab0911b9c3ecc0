import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compileKernel } from "../../../models/engines/index.ts";
import { modelExamples } from "../../support/examples.ts";
import { preparedOf } from "../../support/prepared.ts";
import { documentOf } from "../../trust/outcome.ts";
import { printed } from "./yardstick.ts";

const FOLDER = new URL("../../../examples/", import.meta.url);

describe("the yardstick of the bench", () => {
  it.each(modelExamples())("has C for every operation of %s", (name) => {
    const { graph, bindings } = preparedOf(documentOf(JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"))));
    const { plan, text } = printed(compileKernel(graph).run(bindings));
    expect(text.match(/^static int block/gmu)?.length).toBeGreaterThanOrEqual(plan.levels.length);
  });
});
