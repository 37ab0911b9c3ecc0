import { describe, expect, it } from "vitest";
import { chinesePunctuation } from "../../models/wording/punctuation.ts";

describe("Chinese punctuation", () => {
  it.each([
    ["总平衡(B2):缺口 1,746.13 万元", "总平衡（B2）：缺口 1,746.13 万元"],
    ["出租 900.00 ㎡,面积平衡表中 900.00 ㎡;一致", "出租 900.00 ㎡，面积平衡表中 900.00 ㎡；一致"],
    ["出借方 “银行”,不得为 “施工单位”", "出借方“银行”，不得为“施工单位”"],
    ["最低(2032 年) 0.9799,要求 1", "最低（2032 年）0.9799，要求 1"],
    ["见 https://a.cn/b?c=1 第 3(2) 条", "见 https://a.cn/b?c=1 第 3(2) 条"],
    ["开盘 12:30", "开盘 12:30"],
    ["用法:pingheng diff [--of LINE,B2,…]", "用法：pingheng diff [--of LINE,B2,…]"],
    ["lowest cash (B4): 1,000", "lowest cash (B4): 1,000"],
  ])("%s", (plain, set) => {
    expect(chinesePunctuation(plain)).toBe(set);
    expect(chinesePunctuation(set)).toBe(set);
  });
});
