import { describe, expect, it } from "vitest";
import { type Command, readArguments } from "../../cli/arguments.ts";

const command: Command = {
  takes: "try FILE [--min X]",
  does: { zh: "试", en: "tries" },
  words: [1, 1],
  options: { min: { zh: "最小", en: "least" } },
  repeated: { with: { zh: "同", en: "with" } },
  flags: { force: { zh: "覆盖", en: "replaces" } },
  examples: [],
  run: async () => 0,
};

const read = (...words: readonly string[]) => readArguments(command, ["file", ...words]);
const said = (...words: readonly string[]) => {
  const found = read(...words);
  return found.ok ? undefined : found.problems[0];
};

describe("options of a command", () => {
  it.each([["-5"], ["-.5"], ["-1e3"], ["5"]])("take the number %s as a value", (value) => {
    const found = read("--min", value);
    expect(found.ok && found.value.option("min")).toBe(value);
  });

  it("may be given with a sign of equality, and those that repeat several times", () => {
    const found = read("--min=-5", "--with", "a", "--with", "b", "--force");
    expect(found.ok && [found.value.option("min"), found.value.list("with"), found.value.flag("force")]).toEqual([
      "-5",
      ["a", "b"],
      true,
    ]);
  });

  it.each([
    ["that do not exist", ["--nobody", "1"], "没有选项 --nobody", "there is no option --nobody"],
    ["without their value", ["--min"], "选项 --min 缺少值", "the option --min needs a value"],
    ["followed by another", ["--min", "--force"], "选项 --min 缺少值", "the option --min needs a value"],
    ["that take no value", ["--force=1"], "选项 --force 不带值", "the option --force takes no value"],
    ["of one letter", ["-x"], "没有选项 -x", "there is no option -x"],
  ])("%s are said in one language each", (_what, words, zh, en) => {
    const problem = said(...words);
    expect(problem?.code).toBe("call.option");
    expect(problem?.message.zh).toContain(zh);
    expect(problem?.message.en).toContain(en);
    expect(problem?.message.en).not.toMatch(/[\u4e00-\u9fff\n]/);
  });
});
