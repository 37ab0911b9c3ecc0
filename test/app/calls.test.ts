import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dispatch, type Handlers } from "../../app/calls/dispatch.ts";
import { argumentSchemas } from "../../app/calls/schemas.ts";
import { label, Running } from "./support/running.ts";

let running: Running;
beforeAll(() => {
  running = new Running();
});
afterAll(() => running.end());

const deep = (): unknown => {
  let value: unknown = 1;
  for (let depth = 0; depth < 20_000; depth += 1) value = [value];
  return value;
};

describe("calls from outside", () => {
  it.each([
    ["nothing", undefined],
    ["null", null],
    ["a text", "x"],
    ["a list", []],
    ["a deep list", deep()],
    ["a function", () => 1],
    ["wrong kinds", { session: 3, scenario: {}, edits: "x", lang: "fr", path: 1, id: [], job: null, form: "exe" }],
    ["a hostile key", JSON.parse('{"__proto__": {"lang": "zh"}, "session": "x", "lang": "zh"}')],
    ["an unknown session", { session: "x", scenario: "base", lang: "zh", edits: [], label: { zh: "", en: "" } }],
  ])("never throw: %s", async (_name, args) => {
    for (const name of Object.keys(argumentSchemas)) {
      const reply = await running.app.call(name, args);
      expect(reply).toSatisfy((value: { ok: boolean }) => typeof value.ok === "boolean");
      if (reply.ok) continue;
      expect(reply.problems.length).toBeGreaterThan(0);
      for (const problem of reply.problems) expect(problem.code).not.toBe("internal");
    }
    expect(running.logged).toEqual([]);
  });

  it.each(["nothing", "__proto__", "constructor", "toString", ""])("refuse the unknown call %j", async (name) => {
    expect(await running.problems(name, {})).toMatchObject([{ code: "call.unknown" }]);
  });

  it("name the argument that does not fit, in the language of the call", async () => {
    expect(await running.problems("openPath", { lang: "en" })).toMatchObject([
      { code: "call.arguments", path: "openPath", message: expect.stringContaining("path") },
    ]);
    expect((await running.problems("openPath", {}))[0]?.message).toMatch(/^调用的参数不符合约定：path/);
  });

  it("answer `internal` for a mistake of the program, which is logged and not shown", async () => {
    const logged: unknown[] = [];
    const broken = {
      recent: () => {
        throw new Error("secret of the program");
      },
    } as unknown as Handlers;
    const reply = await dispatch(broken, "recent", {}, (error) => logged.push(error));
    expect(reply).toMatchObject({ ok: false, problems: [{ code: "internal" }] });
    expect(JSON.stringify(reply)).not.toContain("secret");
    expect(logged).toHaveLength(1);
  });

  it("refuse work on a model that was closed", async () => {
    const { session } = await running.open();
    expect(await running.value("close", { session })).toEqual({ closed: true });
    expect(await running.value("close", { session })).toEqual({ closed: false });
    for (const name of ["session", "undo", "save", "board", "scenarios"]) {
      const args = { session, scenario: "base", lang: "en" };
      expect(await running.problems(name, args)).toMatchObject([{ code: "session.unknown" }]);
    }
  });

  it("let models without changes give way to new ones, and refuse more than that", async () => {
    const own = new Running();
    try {
      const edits = [{ path: "project/name", value: "改过" }];
      const first = await own.value("newModel", { type: "renovation" });
      const second = await own.value("newModel", { type: "renovation" });
      for (let count = 2; count < 64; count += 1) {
        const { session } = await own.value("newModel", { type: "renovation" });
        await own.value("edit", { session, edits, label });
      }
      await own.value("session", { session: first.session });
      await own.value("newModel", { type: "renovation" });
      expect(await own.problems("session", { session: second.session, lang: "zh" })).toMatchObject([
        { code: "session.unknown" },
      ]);
      const { session } = await own.value("session", { session: first.session });
      await own.value("edit", { session, edits, label });
      const last = await own.value("newModel", { type: "renovation" });
      await own.value("edit", { session: last.session, edits, label });
      const refused = await own.problems("newModel", { type: "renovation", lang: "zh" });
      expect(refused).toMatchObject([{ code: "session.too_many" }]);
    } finally {
      await own.end();
    }
  });
});
