/**
 * 旧称: what earlier versions of this program called a thing, and what it is called now. Headings and choices of forms made then are read by both.
 */
const FORMERLY: readonly (readonly [string, string])[] = [
  ["拨付滞后", "拨付间隔"],
  ["盈亏平衡点舒适线", "盈亏平衡点控制线"],
  ["不爬坡", "不设培育期"],
  ["爬坡", "培育期"],
  ["按偿债备付率倒推(塑形)", "按偿债备付率倒推还本"],
  ["按DSCR塑形", "按偿债备付率倒推还本"],
  ["无支持", "不含政策资金"],
  ["规则包", "政策参数"],
  ["步长", "计算周期"],
  ["方案", "情景"],
];

/** A heading or a choice in the words used now; any other text as it is. */
export function asNamedNow(text: string): string {
  return FORMERLY.reduce((now, [before, after]) => now.replaceAll(before, after), text);
}
