import { openSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { overheard } from "../../cli/output.ts";
import { run } from "../../cli/run.ts";
import { saveAs } from "../../db/model-file.ts";
import { smallDocument } from "../app/fixtures/small.ts";
import { draftOf } from "../db/support/drafts.ts";
import { temporaryFolder } from "../db/support/folder.ts";
import { accepted } from "../db/support/result.ts";

const at = temporaryFolder();
const WORD = "口令 of the key";
const COPY = "口令 of the copy";
let files = 0;

beforeEach(() => {
  vi.stubEnv("PINGHENG_DATA", at("data"));
});
afterEach(() => vi.unstubAllEnvs());

function told(lines: readonly string[], words: readonly string[]) {
  files += 1;
  const file = at(`lines/${files}`);
  writeFileSync(file, lines.map((line) => `${line}\n`).join(""));
  return overheard(() => run([...words, "--passphrase-fd", `${openSync(file, "r")}`]));
}

describe("the user's keys on the command line", () => {
  it("sign under a passphrase, are copied under another, and come back from the copy", async () => {
    const path = at("plan.pingheng");
    accepted(await saveAs(path, draftOf(1, { document: JSON.stringify(smallDocument()), packs: [] })));
    const seal = ["seal", path, "--by", "张三", "--sign", "--json"];
    const first = JSON.parse((await told([], seal)).json ?? "") as { key: { fingerprint: string } };
    const locked = await told([WORD], ["key", "lock", "signing"]);
    expect(locked.notes.join()).toMatch(/遗失.*不能找回/s);
    expect((await told([], seal)).problems).toMatchObject([{ code: "vault.no_line" }]);
    const again = JSON.parse((await told([WORD], seal)).json ?? "") as { key: { fingerprint: string } };
    expect(again.key.fingerprint).toBe(first.key.fingerprint);

    const copy = at("copy.key");
    const exported = await told([WORD, COPY], ["key", "export", "signing", "-o", copy, "--json"]);
    expect(JSON.parse(exported.json ?? "")).toMatchObject({ fingerprint: first.key.fingerprint, locked: true });
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    for (const secret of [WORD, COPY, "PRIVATE KEY"]) expect(readFileSync(copy, "utf8")).not.toContain(secret);
    expect((await told([WORD, COPY], ["key", "export", "signing", "-o", copy])).exit).not.toBe(0);

    vi.stubEnv("PINGHENG_DATA", at("elsewhere"));
    expect((await told([WORD], ["key", "import", "signing", copy])).problems).toMatchObject([
      { code: "vault.refused" },
    ]);
    expect((await told([COPY], ["key", "import", "signing", copy])).exit).toBe(0);
    expect(JSON.parse((await told([], ["key", "--json"])).json ?? "")).toMatchObject([
      { kind: "signing", fingerprint: first.key.fingerprint, locked: true },
    ]);
    expect((await told([COPY], ["key", "unlock", "signing"])).exit).toBe(0);
    expect((await told([], seal)).exit).toBe(0);
  });
});
