import { afterAll, beforeAll, expect, it } from "vitest";
import { parseDocument } from "../../models/document/parse.ts";
import { evaluationHash } from "../../models/document/tender/hash.ts";
import { mechanisms } from "../../models/mechanisms/index.ts";
import { okay } from "../analysis/bids/support.ts";
import { Running } from "./support/running.ts";
import { evaluatedTender } from "./support/tender.ts";

let running: Running;
beforeAll(() => {
  running = new Running();
});
afterAll(() => running.end());

const sheetsOf = async (session: string) => (await running.value("bids", { session, job: `sheets ${session}` })).sheets;

it("a sheet is not shown as locked on the word of a document alone, nor printed as such, before it is locked anew", async () => {
  const document = evaluatedTender();
  const locked = { at: "2026-03-01T00:00:00.000Z", by: "自称", hash: evaluationHash(document) };
  const { tender } = document;
  if (tender === undefined) throw new Error("no tender");
  const { session } = await running.open(
    okay(
      parseDocument({ ...document, tender: { ...tender, evaluation: { ...tender.evaluation, locked } } }, mechanisms),
    ).document,
  );
  const printed = async () => {
    const { base64 } = await running.value("exportWorkbook", {
      ...{ session, scenario: "base", job: "paper", form: "bids", as: "html", unit: "wan" },
    });
    return Buffer.from(base64, "base64").toString("utf8");
  };
  const { evaluation, award } = await sheetsOf(session);
  expect([evaluation.state, award.state]).toEqual(["claimed", "closed"]);
  expect(await printed()).toContain("文件称已由自称于");
  await running.value("saveAs", { session, path: running.path("claimed.pingheng") });
  await running.value("lockSheet", { session, sheet: "evaluation", by: "张三" });
  const after = await sheetsOf(session);
  expect([after.evaluation.state, after.evaluation.by, after.award.state]).toEqual(["locked", "张三", "open"]);
  expect(await printed()).toContain("已由张三于");
});
