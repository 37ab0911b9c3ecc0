import { openSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { overheard } from "../../cli/output.ts";
import { run } from "../../cli/run.ts";
import { saveAs } from "../../db/model-file.ts";
import { smallDocument } from "../app/fixtures/small.ts";
import { draftOf } from "../db/support/drafts.ts";
import { temporaryFolder } from "../db/support/folder.ts";
import { planted, shownUnder } from "../db/support/planted.ts";
import { accepted } from "../db/support/result.ts";
import { answersTo, example } from "./batch/support.ts";
import { pingheng } from "./support.ts";

const at = temporaryFolder();

const [first, second] = ["口令 number one", "口令 number two"];
let files = 0;

/** Runs a command in this process, with lines on a descriptor of its own. */
function told(lines: readonly string[], words: readonly string[]) {
  files += 1;
  const file = at(`lines/${files}`);
  writeFileSync(file, lines.map((line) => `${line}\n`).join(""));
  return overheard(() => run([...words, "--passphrase-fd", `${openSync(file, "r")}`]));
}

const codes = ({ problems }: { readonly problems: readonly { readonly code: string }[] }) =>
  problems.map(({ code }) => code);

describe("a locked file on the command line", () => {
  it("is locked, read, sealed, given another passphrase and unlocked; the passphrase comes by a descriptor", async () => {
    const path = at("model/plan.pingheng");
    const small = smallDocument() as { readonly project: object };
    const document = JSON.stringify({ ...small, project: { ...small.project, name: planted.words[0] } });
    accepted(await saveAs(path, draftOf(1, { document, packs: [] })));
    const locked = await told([first], ["lock", path]);
    expect(locked.exit).toBe(0);
    expect(locked.notes.join()).toContain("遗失");
    expect(shownUnder(dirname(path))).toEqual([]);
    expect(JSON.parse((await told([first], ["log", path, "--json"])).json ?? "").revisions).toHaveLength(1);
    expect((await told([first], ["seal", path, "--by", "张三", "--json"])).exit).toBe(0);
    expect(readFileSync(path).subarray(0, 8).toString()).toBe("PHNGLOCK");
    expect((await told([first, second], ["passphrase", path])).exit).toBe(0);
    const wrong = await told([first], ["log", path, "--json"]);
    expect(wrong.json).toBeUndefined();
    expect(codes(wrong)).toEqual(["vault.refused"]);
    expect(codes(await told([first], ["lock", path]))).toEqual(["vault.locked_already"]);
    // A scenario is made from it under its lock, and never as plain JSON.
    const made = (out: string) => told([second], ["scenarios", path, "--stress", "-o", at(out)]);
    expect(codes(await made("model/stress.json"))).toEqual(["vault.json"]);
    expect((await made("model/stress.pingheng")).exit).toBe(0);
    expect(shownUnder(dirname(path))).toEqual([]);
    expect((await told([second], ["unlock", path])).exit).toBe(0);
    expect((await overheard(() => run(["log", path, "--json"]))).exit).toBe(0);
    expect(codes(await told([second], ["unlock", path]))).toEqual(["vault.not_locked"]);
  });

  it("answers every line of a batch by itself: a job can ask nobody for a passphrase", async () => {
    const path = at("jobs.pingheng");
    accepted(await saveAs(path, draftOf(1, { document: JSON.stringify(smallDocument()), packs: [] })));
    expect((await told([first], ["lock", path])).exit).toBe(0);
    const locked = ["evaluate", "log", "check", "verify", "statements"].map((command) => ({
      id: command,
      command,
      file: path,
    }));
    const across = { id: "diff", command: "diff", args: [path, example("infill")] };
    const { answers } = await answersTo([
      ...locked,
      across,
      { id: "plain", command: "check", file: example("infill") },
    ]);
    const byId = new Map(answers.map((answer) => [answer.id, answer]));
    for (const { id } of [...locked, across])
      expect(byId.get(id), id).toMatchObject({
        exit: 2,
        error: { code: "vault.needed", message: "文件已用口令加密，作业不能询问口令，未读出任何内容", path },
      });
    expect(byId.get("plain")?.error).toBeUndefined();
  });

  it("says how to give the passphrase where there is no terminal, and takes none from arguments", async () => {
    const path = at("other.pingheng");
    accepted(await saveAs(path, draftOf(1, { packs: [] })));
    const fd = ["--passphrase-fd", "0"];
    expect((await pingheng(["lock", path, ...fd], { input: [first] })).status).toBe(0);
    const silent = await pingheng(["log", path, "--lang", "en"], { input: [] });
    expect(silent.status).toBe(2);
    expect(silent.stderr).toContain("--passphrase-fd");
    expect(codes(await told([], ["log", path]))).toEqual(["vault.no_line"]);
    expect(await run(["log", path, "--passphrase", first])).toBe(2);
    expect(await run(["log", path, "--passphrase-fd", "secret"])).toBe(2);
    expect(await run(["log", path, "--passphrase-fd", "999"])).toBe(2);
  });
});
