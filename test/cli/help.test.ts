import { afterEach, describe, expect, it, vi } from "vitest";
import { logText } from "../../app/log.ts";
import { run } from "../../cli/run.ts";

const NAMES = [
  "new",
  "evaluate",
  "lines",
  "explain",
  "check",
  "statements",
  "solve",
  "scenarios",
  "compare",
  "sensitivity",
  "verify",
  "serve",
];

afterEach(() => vi.restoreAllMocks());

/** What a call prints, and its exit status. */
async function said(...words: readonly string[]): Promise<{ out: string; err: string; status: number }> {
  const printed = { out: "", err: "" };
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed.out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    printed.err += String(text);
    return true;
  });
  const status = await run(words);
  vi.restoreAllMocks();
  return { ...printed, status };
}

describe("help COMMAND", () => {
  it.each(NAMES)("%s: usage, options, examples and exit status, in both languages", async (name) => {
    const [zh, en] = [await said("help", name), await said("help", name, "--lang", "en")];
    expect([zh.status, en.status, zh.err, en.err]).toEqual([0, 0, "", ""]);
    for (const head of ["用法", "选项", "示例", "退出码"]) expect(zh.out).toContain(head);
    for (const head of ["Usage", "Options", "Examples", "Exit status"]) expect(en.out).toContain(head);
    expect(en.out).not.toMatch(/\p{Script=Han}/u);
    expect(zh.out).toMatch(/^ {2}2 +\p{Script=Han}/mu);
  });

  it.each(NAMES)("%s: its examples and its usage line use options that are explained", async (name) => {
    const { out } = await said("help", name);
    const explained = new Set([...out.matchAll(/^ {2}--([\w-]+)/gm)].map(([, option]) => option));
    const used = [...out.matchAll(/(?:npm run -s pingheng -- |pingheng )(.*)/g)].flatMap(([, call = ""]) =>
      [...call.matchAll(/--([a-z][\w-]*)/g)].map(([, option]) => option),
    );
    expect(used.filter((option) => !explained.has(option))).toEqual([]);
  });

  it("is what COMMAND --help prints, and all commands without a name", async () => {
    expect((await said("check", "--help")).out).toBe((await said("help", "check")).out);
    const all = await said("help");
    for (const name of NAMES) expect(all.out).toContain(`  ${name} `);
  });

  it("names the nearest command where there is none of that name", async () => {
    const wrong = await said("evalute", "plan.json");
    expect(wrong).toMatchObject({ status: 2, out: "" });
    expect(wrong.err).toMatch(/^call\.command_unknown evalute: 没有此命令 .*evaluate/);
    expect((await said("help", "chek", "--lang", "en")).err).toMatch(/no such command .*check/);
  });
});

describe("what a log may hold", () => {
  const ESC = String.fromCharCode(27);

  it("is a line without commands to a terminal, cut short, and the places in the program", () => {
    const fault = new Error(`label ${ESC}]0;B1 ✓\u202e ${"x".repeat(5000)}`);
    const text = logText(fault);
    expect(text).not.toContain(ESC);
    expect(text).not.toContain("\u202e");
    const [first = "", second] = text.split("\n");
    expect(first.length).toBeLessThan(400);
    expect(first).toMatch(/^internal: Error: label \\u001b/);
    expect(second).toMatch(/help\.test/);
  });

  it("is one line of anything else that was thrown", () => {
    expect(logText(`a\n${ESC}[2J`)).toBe("internal: a\\u000a\\u001b[2J");
  });
});
