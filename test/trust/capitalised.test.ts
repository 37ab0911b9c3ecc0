import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { ModelDocument } from "../../models/document/schema.ts";
import { modelExamples } from "../support/examples.ts";
import { alike, documentOf } from "./outcome.ts";
import { tieOf } from "./tie.ts";
import { withInputs } from "./transform/parts.ts";

const FOLDER = new URL("../../examples/", import.meta.url);
const read = (name: string): ModelDocument => documentOf(JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")));

const kept = modelExamples().filter((name) =>
  read(name).components.some(({ mechanism }) => mechanism === "asset_books"),
);

describe("cost capitalised is investment", () => {
  it.each(kept)("in %s", (name) => {
    const { capitalised, invested } = tieOf(read(name));
    expect(capitalised).toBeGreaterThan(1_000_000);
    expect(alike(capitalised, invested), `${capitalised} for ${invested}`).toBe(true);
  });

  it("where interest of construction is paid in cash", () => {
    const { capitalised, invested } = tieOf(withInputs(read("infill.json"), "loan", { constructionInterest: "paid" }));
    expect(alike(capitalised, invested), `${capitalised} for ${invested}`).toBe(true);
  });

  it("is found where it is not: works another company of the project pays for, whose books nobody keeps", () => {
    const document = read("rebuild.json");
    const { capitalised, invested } = tieOf(withInputs(document, "works", { payer: "entity" }));
    expect(invested - capitalised).toBeGreaterThan(1_000_000);
  });
});
