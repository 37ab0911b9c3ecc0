import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openModelFile } from "../../db/model-file.ts";
import { embedPacks, type PackRef } from "../../models/policy/load.ts";
import { smallDocument } from "./fixtures/small.ts";
import { inputOf, label, Running } from "./support/running.ts";

const price = "components/flats/inputs/price";

let running: Running;
beforeAll(() => {
  running = new Running();
});
afterEach(() => expect(running.logged).toEqual([]));
afterAll(() => running.end());

const edit = (session: string, value: string) =>
  running.value("edit", { session, edits: [{ path: price, value }], label: { zh: `改为${value}`, en: `to ${value}` } });

describe("saving a model", () => {
  it("asks for a name first, then keeps the file and its undo steps", async () => {
    const { session } = await running.value("newModel", { type: "renovation" });
    expect(await running.problems("save", { session, lang: "zh" })).toMatchObject([{ code: "session.needs_path" }]);
    const path = running.path("新 模型.pingheng");
    const saved = await running.value("saveAs", { session, path });
    expect(saved).toMatchObject({ path, name: "新 模型", dirty: false });
    expect(existsSync(path)).toBe(true);
  });

  it("lets undo go on after a restart, labels in both languages", async () => {
    const { session } = await running.open();
    await edit(session, "61");
    await edit(session, "62");
    await running.value("undo", { session });
    const path = running.path("kept.pingheng");
    await running.value("saveAs", { session, path });
    await edit(session, "64");
    await running.value("save", { session });
    await running.value("undo", { session });
    await running.value("save", { session });
    await running.value("close", { session });

    const again = new Running();
    try {
      const opened = await again.value("openPath", { path, lang: "en" });
      expect(opened).toMatchObject({
        dirty: false,
        canUndo: true,
        undoLabel: "to 61",
        canRedo: true,
        redoLabel: "to 64",
      });
      // Another data folder is another computer: there the file is somebody else's.
      await again.value("release", { session: opened.session, to: "file" });
      const undone = await again.value("undo", { session: opened.session });
      expect(inputOf(undone, "flats", "price")).toBe("60");
      expect(undone).toMatchObject({ canUndo: false, dirty: true, redoLabel: "改为61" });
      const redone = await again.value("redo", { session: opened.session });
      expect(redone.dirty).toBe(false);
      expect(inputOf(await again.value("redo", { session: opened.session }), "flats", "price")).toBe("64");
    } finally {
      await again.end();
    }
  });

  it("writes plain JSON where the name says so, with the packs it rests on", async () => {
    const { session } = await running.open();
    await edit(session, "63");
    const path = running.path("plain.json");
    expect(await running.value("saveAs", { session, path })).toMatchObject({ path, dirty: false });
    const written = JSON.parse(readFileSync(path, "utf8"));
    expect(inputOf({ document: written }, "flats", "price")).toBe("63");
    expect(written.packs[0].text.parameters.length).toBeGreaterThan(10);
    const { session: other, document } = await running.value("openPath", {
      path: running.write("again.json", written),
    });
    expect(document["packs"]).toEqual([{ id: "national-law", version: "2026.1" }]);
    await running.value("close", { session: other });
  });

  it("refuses another kind of name and leaves the model as it is", async () => {
    const { session } = await running.open();
    await edit(session, "65");
    const problems = await running.problems("saveAs", { session, path: running.path("a.xlsx"), lang: "en" });
    expect(problems).toMatchObject([{ code: "save.name" }]);
    expect((await running.value("session", { session })).dirty).toBe(true);
    expect(existsSync(running.path("a.xlsx"))).toBe(false);
  });

  it("does not write over what somebody else saved meanwhile", async () => {
    const { session } = await running.open();
    const path = running.path("shared.pingheng");
    await running.value("saveAs", { session, path });
    writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.from("x")]));
    const before = readFileSync(path);
    await edit(session, "66");
    expect(await running.problems("save", { session, lang: "zh" })).toMatchObject([{ code: "disk.changed_elsewhere" }]);
    expect(readFileSync(path).equals(before)).toBe(true);
    expect((await running.value("session", { session })).dirty).toBe(true);
  });

  it("does not write over JSON that somebody else changed meanwhile", async () => {
    const { session } = await running.open();
    const path = running.path("shared.json");
    await running.value("saveAs", { session, path });
    await edit(session, "67");
    await running.value("save", { session });
    writeFileSync(path, readFileSync(path, "utf8").replace('"67"', '"68"'));
    await edit(session, "69");
    expect(await running.problems("save", { session, lang: "zh" })).toMatchObject([{ code: "disk.changed_elsewhere" }]);
    expect(readFileSync(path, "utf8")).toContain('"68"');
  });

  it("replaces another file only when told to, where no picker has asked", async () => {
    const { session } = await running.open();
    const path = running.path("theirs.json");
    writeFileSync(path, "theirs");
    expect(await running.problems("saveAs", { session, path, lang: "en" })).toMatchObject([{ code: "session.exists" }]);
    expect(readFileSync(path, "utf8")).toBe("theirs");
    expect((await running.value("saveAs", { session, path, replace: true })).path).toBe(path);
    expect((await running.value("saveAs", { session, path })).path).toBe(path);
  });

  it("goes on with the revisions after a detour through JSON", async () => {
    const { session } = await running.open();
    const [first, second] = [running.path("r1.pingheng"), running.path("r2.pingheng")];
    await running.value("saveAs", { session, path: first });
    await edit(session, "70");
    await running.value("saveAs", { session, path: running.path("detour.json") });
    await running.value("saveAs", { session, path: second });
    const opened = await openModelFile(second);
    expect(opened.ok && opened.value.revisions).toHaveLength(2);
    const one = await openModelFile(first);
    expect(one.ok && one.value.revisions).toHaveLength(1);
  });

  it("keeps a pack that came with the file and is not the installed one", async () => {
    const [installed]: readonly PackRef[] = embedPacks({ packs: [{ id: "national-law", version: "2026.1" }] }).packs;
    const own = structuredClone(installed?.text) as unknown as { id: string; title: unknown };
    own.id = "local-town";
    const document = { ...smallDocument(), packs: [{ id: "local-town", version: "2026.1", text: own }] };
    const { session, problems } = await running.value("openPath", { path: running.write("town.json", document) });
    expect(problems).toEqual([]);
    const path = running.path("town.pingheng");
    await running.value("saveAs", { session, path });
    await running.value("close", { session });
    const opened = await running.value("openPath", { path });
    expect(opened.problems).toEqual([]);
    expect(opened.document["packs"]).toMatchObject([{ id: "local-town", text: { id: "local-town" } }]);
  });
});

describe("opening a model", () => {
  it("answers with the session a file is open in already", async () => {
    const path = running.write("twice.json");
    const first = await running.value("openPath", { path });
    expect((await running.value("openPath", { path })).session).toBe(first.session);
  });

  it("opens bytes, and hands them back as a download", async () => {
    const base64 = Buffer.from(JSON.stringify(smallDocument())).toString("base64");
    const view = await running.value("openBytes", { name: "拖入.json", base64 });
    expect(view).toMatchObject({ name: "拖入", dirty: false });
    expect(view.path).toBeUndefined();
    const file = await running.value("download", { session: view.session, form: "pingheng" });
    expect(file.name).toBe("拖入.pingheng");
    const again = await running.value("openBytes", { name: file.name, base64: file.base64 });
    expect(again.document).toEqual(view.document);
  });

  it.each([
    ["broken.json", "{", "document.json"],
    ["foreign.json", '{"a":1}', "document.not_a_document"],
    ["damaged.pingheng", "SQLite format 3\0 and then nothing of the kind", "file."],
    ["binary.json", "\xff\xfe\x00", "document."],
  ])("refuses %s with a problem", async (name, text, code) => {
    writeFileSync(running.path(name), text, "latin1");
    const problems = await running.problems("openPath", { path: running.path(name), lang: "zh" });
    expect(problems[0]?.code.startsWith(code) || problems[0]?.code === "file.not_utf8").toBe(true);
    const base64 = Buffer.from(text, "latin1").toString("base64");
    expect((await running.problems("openBytes", { name, base64, lang: "zh" }))[0]?.code).toBe(problems[0]?.code);
  });

  it("says that a file is missing", async () => {
    expect(await running.problems("openPath", { path: running.path("none.pingheng"), lang: "en" })).toMatchObject([
      { code: "disk.missing" },
    ]);
  });

  it.skipIf(process.getuid?.() === 0)("shows a file it must not write as read-only", async () => {
    const path = running.write("locked.json");
    chmodSync(path, 0o444);
    const { session, readOnly } = await running.value("openPath", { path });
    expect(readOnly).toMatch(/权限/);
    expect(
      await running.problems("edit", { session, edits: [{ path: price, value: "1" }], label, lang: "zh" }),
    ).toMatchObject([{ code: "session.read_only" }]);
  });

  it("opens examples as copies without a path", async () => {
    const examples = await running.value("examples", {});
    expect(examples.map(({ id }) => id)).toContain("rebuild");
    for (const { title, summary } of examples) expect(`${title.en} ${summary.en}`).not.toMatch(/[\u4e00-\u9fff]/);
    const copy = await running.value("openExample", { id: "rebuild" });
    expect(copy.path).toBeUndefined();
    const byPath = await running.value("openPath", { path: "examples/rebuild.json" });
    expect(byPath.path).toBeUndefined();
    expect(await running.problems("save", { session: byPath.session, lang: "zh" })).toMatchObject([
      { code: "session.needs_path" },
    ]);
    expect(await running.problems("openExample", { id: "../package", lang: "zh" })).toMatchObject([
      { code: "example.unknown" },
    ]);
  });

  it.each(["rebuild", "infill", "rehabilitation"] as const)(
    "starts a new %s project without problems",
    async (mode) => {
      const view = await running.value("newModel", { type: "renovation", mode });
      expect(view).toMatchObject({ dirty: false, problems: [] });
      expect(view.document["project"]).toMatchObject({ type: "renovation", mode });
    },
  );

  it("starts a new-build project without problems", async () => {
    const view = await running.value("newModel", { type: "new-build" });
    expect(view.problems).toEqual([]);
    expect(view.document["timeline"]).toMatchObject({ start: "2027-01" });
  });
});

describe("recent files", () => {
  it("list what was opened and saved, latest first, and say what is gone", async () => {
    const own = new Running();
    try {
      const path = own.write("one.json");
      const { session } = await own.value("openPath", { path });
      const saved = own.path("two.pingheng");
      await own.value("saveAs", { session, path: saved });
      expect(await own.value("recent", {})).toEqual([
        { path: saved, name: "two.pingheng", openedAt: "2026-03-04T05:06:07.000Z", missing: false },
        { path, name: "one.json", openedAt: "2026-03-04T05:06:07.000Z", missing: false },
      ]);
    } finally {
      await own.end();
    }
  });

  it.each(["", "{", "[]", '{"version":2}', '{"version":1,"files":[{"path":3}]}'])(
    "start anew where the list is damaged: %j",
    async (text) => {
      const own = new Running();
      try {
        await own.open();
        writeFileSync(own.path("data/recent.json"), text);
        expect(await own.value("recent", {})).toEqual([]);
      } finally {
        await own.end();
      }
    },
  );
});
