import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { overheard } from "../../cli/output.ts";
import { run } from "../../cli/run.ts";
import { keepDraft, openModelFile, saveAs } from "../../db/model-file.ts";
import { smallDocument } from "../app/fixtures/small.ts";
import { draftOf } from "../db/support/drafts.ts";
import { temporaryFolder } from "../db/support/folder.ts";
import { accepted } from "../db/support/result.ts";

const at = temporaryFolder();
const attach = (...words: readonly string[]) => overheard(() => run(["attach", ...words, "--json"]));
const codes = ({ problems }: { readonly problems: readonly { readonly code: string }[] }) =>
  problems.map(({ code }) => code);

it("attaches a scan to the evidence of an input as a revision, lists it, and saves a copy", async () => {
  const path = at("plan.pingheng");
  const scan = at("批复.pdf");
  writeFileSync(scan, "%PDF-1.7");
  const saved = JSON.stringify(smallDocument());
  accepted(await saveAs(path, draftOf(1, { document: saved, packs: [] })));
  const place = "components/flats/inputs/price";
  expect(codes(await attach(path, scan, "--to", "components/nobody/inputs/price"))).toEqual(["attach.place"]);
  expect(codes(await attach(path, at("nowhere.pdf"), "--to", place))).toEqual(["disk.missing"]);
  const added = JSON.parse((await attach(path, scan, "--to", place)).json ?? "");
  const file = accepted(await openModelFile(path, { whole: true }));
  expect(added.revision).toBe(file.head);
  expect(file.revisions).toHaveLength(2);
  const document = JSON.parse(file.revision.document);
  const evidence = document.components.find(({ id }: { id: string }) => id === "flats").evidence.price;
  expect(evidence).toEqual({ document: "批复.pdf", attachments: [added.sha256] });
  const { attachments } = JSON.parse((await attach(path)).json ?? "");
  expect(attachments).toMatchObject([{ name: "批复.pdf", bytes: 8, sha256: added.sha256 }]);
  const copy = at("copy.pdf");
  expect((await attach(path, "--save", added.sha256.slice(0, 8), "-o", copy)).exit).toBe(0);
  expect(readFileSync(copy, "utf8")).toBe("%PDF-1.7");
  expect(codes(await attach(path, "--save", added.sha256, "-o", copy))).toEqual(["save.exists"]);
  expect(codes(await attach(path, "--save", "abc", "-o", at("x")))).toEqual(["attachment.missing"]);
  const times = { since: "2026-05-06T07:08:09.000Z", at: "2026-05-06T08:00:00.000Z" };
  accepted(await keepDraft(file, { ...times, author: "", document: "{}", history: [] }));
  expect(codes(await attach(path, scan, "--to", place))).toEqual(["session.draft_open"]);
});
