import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { inRoot, root } from "../../cli/setup/paths.mjs";
import { listFiles } from "./sources.ts";

/**
 * Words a finance clerk does not use, and what is said instead. One thing has one name on the screen, in papers, findings, the command line and the pages.
 * Packs and examples are left alone: they quote papers.
 */
const REPLACED: readonly (readonly [word: RegExp, now: string])[] = [
  [/反算/, "倒算"],
  [/步长/, "计算周期"],
  [/精算|快算/, "复核值、快速值"],
  [/拆改/, "拆除重建"],
  [/插花式(?!改建)/, "插花式改建"],
  [/代入的数/, "取值"],
  [/爬坡/, "培育期"],
  [/塑形/, "按偿债备付率倒推还本"],
  [/无支持/, "不含政策资金"],
  [/舒适线/, "控制线"],
  [/规则包/, "政策参数(包)"],
  [/第 \$\{a\.column\} 列/, "公式第 N 个字符"],
  [/(?:组件|测算项|阶段)编号|编号“/, "代码"],
  [/拨付滞后/, "拨付间隔"],
  [/无结论/, "不适用、资料不全"],
];

/** 方案 is a paper, what the advisor finds, the scheme a site is sold with; never a scenario (情景). */
const PAPERS =
  /(?:资金平衡|实施|改造|筹资|设计|送审|审定|带|建设运营|纸质|比选|业主|审核|求|各|本|更多随机|代价最小的|可行的|达到目标的|同时达到的|违反规则的|不同的|已有|其余|\d 个|} 个|每个)方案|方案(?:\.(?:xlsx|docx|pingheng|json)|清单|对地价|个数| \$\{i \+ 1\}| \{\{no\}\}|中的数)/g;
/** Words of papers that are read, not written. */
const READERS = /^models\/checks\/(?:review\/words\/|taxes\/grounds\.ts)|^app\/imports\/formerly\.ts$/;

const WRITTEN = /^(?:app|cli|electron|models|renderer)\/.*\.tsx?$|^(?:docs\/.*|README|AGENTS)\.md$|^docs\/.*\.ts$/;
/** Generated from packs, whose words are those of the paper. */
const QUOTED = /^docs\/rules\//;

const sources = listFiles(root)
  .filter((path) => WRITTEN.test(path) && !QUOTED.test(path) && !READERS.test(path))
  .map((path) => ({ path, lines: readFileSync(inRoot(path), "utf8").split("\n") }));

function found(word: RegExp, prepare: (line: string) => string = (line) => line): readonly string[] {
  return sources.flatMap(({ path, lines }) =>
    lines.flatMap((line, at) => (word.test(prepare(line)) ? [`${path}:${at + 1} ${line.trim().slice(0, 120)}`] : [])),
  );
}

describe("words that were replaced do not come back", () => {
  test.each(REPLACED)("%s", (word) => expect(found(word)).toEqual([]));

  test("nothing on screen speaks of the command line", () => {
    const screen = sources.filter(({ path }) => /^renderer\/language\/|^models\/wording\/sheet\.ts$/.test(path));
    const told = screen.flatMap(({ path, lines }) =>
      lines.filter((line) => /["“ (]--[a-z]|命令行|command line/.test(line)).map((line) => `${path} ${line.trim()}`),
    );
    expect(told).toEqual([]);
  });

  test("方案 stands for a paper, not for a scenario", () => {
    expect(found(/方案/, (line) => line.replace(PAPERS, ""))).toEqual([]);
  });
});
