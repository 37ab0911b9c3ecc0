/** 文件名称: what nobody issues as a paper, whatever its record is called. */
export const NO_PAPER: readonly string[] = [
  ...["录音", "录像", "电话", "通话", "来电", "短信", "聊天", "邮件往来", "照片"],
  ...["便条", "字条", "条子", "批示", "签批单", "领导签字", "口信", "转述"],
  ...["网页", "新闻", "网络", "公众号", "微博", "朋友圈", "媒体"],
  ...["PPT", "幻灯", "演示文稿", "讲话", "发言", "日记"],
];

/** What is a paper, and no decision of an authority: what the applicant tells, and what parties agree on. */
export const NO_DECISION_PAPER: readonly string[] = [
  ...["情况说明", "说明材料", "汇报", "介绍信", "简报", "承诺书", "倡议书"],
  ...["合同", "协议", "订单", "发票", "收据", "清单", "台账", "报价", "效果图", "测算表"],
];

/** What names a decision all the same: a paper about any of these. */
export const DECISION_WORDS: readonly string[] = [
  "批复",
  "批准",
  "核准",
  "通知",
  "决定",
  "公告",
  "许可",
  "意见",
  "验收",
  "认定",
  "同意",
  "备案",
  "下达",
];

/** What else public money builds: a paper about it is about another project, unless the file speaks of it too. */
export const OTHER_WORKS: readonly string[] = [
  ...["道路工程", "公路", "桥梁", "隧道", "高速", "机场", "港口", "铁路"],
  ...["水库", "农田", "灌区", "堤防", "河道整治", "防洪", "农村饮水", "高标准"],
  ...["产业园", "景区", "医院", "中学", "小学", "体育场", "污水处理厂", "垃圾焚烧"],
];

/** 年: a vote, a test or an assessment this old says little of those it binds today. */
export const PAPER_YEARS_MOST = 3;
