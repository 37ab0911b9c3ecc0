import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { overheard } from "../../cli/output.ts";
import { run } from "../../cli/run.ts";
import { openModelFile, saveAs } from "../../db/model-file.ts";
import { smallDocument } from "../app/fixtures/small.ts";
import { draftOf } from "../db/support/drafts.ts";
import { temporaryFolder } from "../db/support/folder.ts";
import { accepted } from "../db/support/result.ts";

const at = temporaryFolder();
const rename = (...words: readonly string[]) => overheard(() => run(["rename", ...words, "--json"]));
const codes = ({ problems }: { readonly problems: readonly { readonly code: string }[] }) =>
  problems.map(({ code }) => code);

it("gives an item another id as a revision of the file, or in another file", async () => {
  const path = at("plan.pingheng");
  accepted(await saveAs(path, draftOf(1, { document: JSON.stringify(smallDocument()), packs: [] })));
  expect((await rename(path, "parties/bank", "lender")).exit).toBe(0);
  const file = accepted(await openModelFile(path, { whole: true }));
  expect(file.revisions).toHaveLength(2);
  const document = JSON.parse(file.revision.document);
  expect(document.parties.map(({ id }: { id: string }) => id)).toContain("lender");
  const funding = document.components.find(({ id }: { id: string }) => id === "capital");
  expect(funding.inputs.lender).toBe("lender");

  const [from, to] = [at("plan.json"), at("new.json")];
  writeFileSync(from, JSON.stringify(smallDocument()));
  expect((await rename(from, "timeline/phases/build", "施工", "-o", to)).exit).toBe(0);
  expect(JSON.parse(readFileSync(to, "utf8")).timeline.phases[1].after).toBe("施工");
  expect(codes(await rename(from, "timeline/phases/build", "x", "-o", to))).toEqual(["save.exists"]);
});

it("refuses a list there is not, an item there is not, and an id that is taken or none", async () => {
  const path = at("other.json");
  writeFileSync(path, JSON.stringify(smallDocument()));
  const before = readFileSync(path, "utf8");
  expect(codes(await rename(path, "scenarios/a", "b"))).toEqual(["document.path_unknown"]);
  expect(codes(await rename(path, "parties/nobody", "b"))).toEqual(["document.path_unknown"]);
  expect(codes(await rename(path, "parties/bank", "city"))).toEqual(["document.rename_taken"]);
  expect(codes(await rename(path, "parties/bank", "1 2"))).toEqual(["document.rename_bad"]);
  expect(readFileSync(path, "utf8")).toBe(before);
});
