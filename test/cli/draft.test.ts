import { expect, it } from "vitest";
import { overheard } from "../../cli/output.ts";
import { run } from "../../cli/run.ts";
import { keepDraft, saveAs } from "../../db/model-file.ts";
import { smallDocument } from "../app/fixtures/small.ts";
import { draftOf } from "../db/support/drafts.ts";
import { temporaryFolder } from "../db/support/folder.ts";
import { accepted } from "../db/support/result.ts";

const at = temporaryFolder();

it("a command on a file with a draft reads the last revision, and says that there is a draft and since when", async () => {
  const path = at("plan.pingheng");
  const saved = JSON.stringify(smallDocument());
  const file = accepted(await saveAs(path, draftOf(1, { document: saved, packs: [] })));
  const evaluate = () => overheard(() => run(["evaluate", path, "--json"]));
  const before = await evaluate();
  expect(before.problems.map(({ code }) => code)).not.toContain("draft.beside");
  const document = JSON.stringify({ ...smallDocument(), components: [] });
  const times = { since: "2026-05-06T07:08:09.000Z", at: "2026-05-06T08:00:00.000Z" };
  accepted(await keepDraft(file, { ...times, author: "", document, history: [] }));
  const after = await evaluate();
  expect(after.json).toBe(before.json);
  const told = after.problems.find(({ code }) => code === "draft.beside");
  expect(told?.message.en).toContain(times.since);
  expect(told?.message.zh).toContain("最后保存的版本");
});
