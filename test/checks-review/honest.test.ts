import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readExample } from "../../app/files/examples.ts";
import { reviewOf } from "../../app/model/review.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import { Draw } from "../random/draw.ts";
import { preparedOf } from "../support/prepared.ts";
import { documentOf } from "../trust/outcome.ts";
import { honestVariant } from "./support/honest.ts";
import { soundDraft } from "./support/review.ts";

/** The same changes in every run; PINGHENG_HONEST=n tries n of them on each project. */
const RUNS = { seed: 20261128, numRuns: Number(process.env["PINGHENG_HONEST"] ?? 2) };

const EXAMPLES = ["infill", "new-build", "rebuild", "rehabilitation", "special-bond", "zhegong"];

async function projectOf(name: string): Promise<ModelDocument> {
  if (name === "sound") return documentOf(soundDraft());
  const read = await readExample(name);
  if (!read.ok) throw new Error(name);
  return read.value;
}

/** Red findings on what a file says, by check. */
function redOf(document: ModelDocument): Map<string, string[]> {
  const red = reviewOf(preparedOf(document)).findings.filter(
    // That a verdict is not met is no breach: whether the money balances is what the file is for.
    ({ answer, severity, path }) => answer.is === "fails" && severity === "R" && !path.startsWith("verdict."),
  );
  const said = new Map<string, string[]>();
  for (const { id, path, message } of red) said.set(id, [...(said.get(id) ?? []), `${path}: ${message.zh}`]);
  return said;
}

describe("an honest project that is told otherwise, moved, doubled or better endowed raises nothing red", () => {
  it.each(["sound", ...EXAMPLES])("%s", async (name) => {
    const project = await projectOf(name);
    const before = redOf(project);
    fc.assert(
      fc.property(fc.gen(), (value) => {
        const { done, variant } = honestVariant(project, new Draw(value));
        const found = [...redOf(documentOf(variant))].filter(([id]) => !before.has(id)).flatMap(([, said]) => said);
        expect(found, done).toEqual([]);
      }),
      RUNS,
    );
  });
});
