import { DECISION_WORDS, NO_DECISION_PAPER, NO_PAPER } from "../terms/paperNames.ts";
import { saysSomething } from "../wording/substance.ts";
import { any, inRow } from "./review/words/patterns.ts";
import { plainText } from "./review/words/sentences.ts";

/** What the words of a paper say against it: taken back, refused, not there yet, no issued paper, no decision, under a condition. */
export type PaperFault =
  | "no_name"
  | "no_paper"
  | "no_official"
  | "repayable"
  | "revoked"
  | "refused"
  | "pending"
  | "draft"
  | "no_decision"
  | "conditional";

const anyCase = (...patterns: readonly RegExp[]): RegExp => new RegExp(any(...patterns).source, "i");

/** 已撤销、作废: what the record itself says of its paper. */
const REVOKED =
  /(?:已|被|予以|现|判决|裁定|决定)[^,。;]{0,12}(?:撤销|撤回|作废|废止|失效|终止|无效)|(?:撤销|作废|废止)(?:通知|决定)|\b(?:revoked|withdrawn|repealed|annulled|void)\b/i;

/** What an authority does when it grants. */
const GRANTS =
  /批准|通过|许可|同意|核准|批复|受理|安排|补助|支持|立项|备案|登记|认定|下达|拨付|拨款|支付|出具|签发|审批|审定|验收|评审|审查|入库|生效|达标|合格|取得|获批|公布/;
const REFUSED = anyCase(
  inRow(/不(?:予以?|能|准|宜|再)/, GRANTS),
  /(?:未|没有|未能|未予|未获|暂不|不)(?:能|予|获)?通过|驳回|退件|(?:被|申请|申报|材料|予以)退回|否决|不合格|不批准|不同意|不达标/,
  /未达(?:到)?[^,。;]{0,8}(?:四分之三|三分之二|[23]\/[34]|法定|规定|标准|比例|双过)|不[足够](?:四分之三|三分之二|法定)/,
  /\b(?:refus\w+|reject\w+|declin\w+|denied|disapprov\w+|not (?:been )?(?:approved|granted|passed|accepted))\b/,
);
/** What a paper has not become while it is none. */
const BECOMES =
  /批准|通过|许可|核准|批复|同意|立项|备案|登记|认定|下达|出具|签发|审批|审定|验收|评审|审查|入库|生效|取得|获批|办理|领取|签订|落实|召开|表决|评估|公示|确定|核定|核实|盖章|编制|完成|认可|获得/;
const PENDING = anyCase(
  inRow(/(?:未|没有)(?:能|曾|予|获得?|被|经|正式|全部){0,2}(?:[^,。;]{0,6}局|[^,。;]{0,4}厅)?/, BECOMES),
  inRow(BECOMES, /(?:手续)?(?:均|尚)?未(?:办理|完成|取得|通过|落实)/),
  /(?<![期招接看款对虐])待(?:批|审(?!计)|定|补|核|评|签|取得|下达|确认|落实|出具|发改|财政)/,
  /(?<![模虚])拟(?:批|同意|下达|安排|给予|补助|拨|核|准|予|争取|申请|取得|上报|报|签)/,
  /(?:预计|预期|有望|可望|力争|将于)[^,。;]{0,16}(?:取得|批复|获批|批准|下达|核准|出具|签发|安排|争取)/,
  /(?:正在|积极|尚在|仍在)[^,。;]{0,6}(?:办理|申报|审批|争取|报批|申请|审核|审查)/,
  /(?:审批|审核|审查|评审|办理|申报|报批|流程|进行)中(?!心)|[还正尚]在(?:办|批|审|报)|尚无|未定(?!稿)|能否|整改后再/,
  /暂缓|暂停|缓[拨批办]|搁置|中止|同意(?:上报|转报|申报|开展前期)|预申报/,
  /\b(?:pending|not yet|awaiting|applied for|to be (?:approved|issued|confirmed)|expected (?:in|by))\b/,
);
/** 未定稿: a draft, an application or a picture of a chat is no paper of its issuer. What answers an application is one. */
const DRAFT =
  /送审稿|征求意见[稿函]|草案|草稿|初稿|讨论稿|报批稿|公示稿|申(?:请|报)(?:表|书|报告|材料|稿|函)(?![^,;]{0,4}的?(?:批复|答复|复函|批准|决定|意见))|请示(?![^,;]{0,3}的?(?:批复|答复|复函|批准|决定|意见))|受理通知|截图|微信|接龙|口头|\b(?:draft|application form|screenshot)\b/i;
/** 不是批复的文件: a bank's credit letter, minutes of a meeting. */
const NO_DECISION = /授信|会议纪要|意向|洽谈|备忘录|\b(?:credit letter|minutes|letter of intent|memorandum)\b/i;
/** 附条件: what is granted depends on what is not known yet. */
const CONDITIONAL =
  /附(?:生效)?条件|视[^,。;]{0,12}(?:情况|结果|财力|进度|程度)[^,。;]{0,6}(?:安排|补助|拨|定|给予)|后(?:方|才)(?:可|能)?(?:生效|有效|下达|核定|确定)|另行(?:核定|下达|确定|安排)|以[^,。;]{0,16}(?:核定|决算|评审|审核|审计|下达|文件)[^,。;]{0,4}为准|力争|暂按|\b(?:subject to|conditional (?:on|upon)|provided that)\b/i;
/** 原则同意: of money it grants no amount yet; of a plan or a design it is how approvals are worded. */
const IN_PRINCIPLE = /原则上?同意|\bin principle\b/i;

/** What speaks of what would be if, of others, or of what is not so. */
const SUPPOSED =
  /如(?![期下上实])|若(?!干)|一旦|假如|逾期|的情况下|未(?:被)?(?:撤销|撤回|作废|废止|失效|终止)|(?:无|没有|未发现|不存在|未见)[^,。;]{0,8}(?:不合格|不符合|未通过|驳回|退件)|(?:不合格|未通过|未取得|未登记|未办理|不同意)(?:的|者|部分|面积|户)|\bnot (?:been )?(?:revoked|withdrawn|repealed)|\bif\b/i;

/** One clause of a text says so, and does not only suppose it. */
const says = (pattern: RegExp, text: string): boolean =>
  text.split(/[;。,]/).some((clause) => pattern.test(clause) && !SUPPOSED.test(clause));

/** Whether a text says that what it is about was refused or taken back, or is not there yet. */
export const deniesGrant = (text: string): boolean => {
  const plain = plainText(text);
  return says(REFUSED, plain) || says(PENDING, plain);
};

/** What is written down about a paper: the name or number it goes by, what its record is called, and what is noted beside. */
export interface PaperText {
  readonly document: string | undefined;
  readonly label: string;
  readonly note: string;
}

/** What kind of paper it is by what it is for: only a decision of a body is one, and one about money names its amount. */
export interface PaperNature {
  readonly decision: boolean;
  readonly money: boolean;
  /** Whether only what an authority itself issues is such a paper, and no contract or list either. */
  readonly official?: boolean;
}

/** The worst that the words about a paper say of it. */
export function paperFault(
  { document, label, note }: PaperText,
  { decision, money, official = false }: PaperNature,
): PaperFault | undefined {
  const [own, title, beside] = [document ?? "", label, note].map(plainText) as [string, string, string];
  const all = [own, title, beside].join(";");
  if (says(REVOKED, all)) return "revoked";
  if (says(REFUSED, all)) return "refused";
  if (says(PENDING, all) || (own.trim() !== "" && EMPTY.test(own.trim()) && !saysSomething(own))) return "pending";
  if (own.trim() !== "" && !isName(own)) return "no_name";
  if (isAbout(own, NO_PAPER) && !isAbout(own, DECISION_WORDS)) return "no_paper";
  if (official && isAbout(own, NO_DECISION_PAPER) && !isAbout(own, DECISION_WORDS)) return "no_official";
  if (money && all.split(/[;。,]/).some((clause) => REPAYABLE.test(clause) && !NOT_REPAID.test(clause)))
    return "repayable";
  if ((DRAFT.test(own) && !ISSUED.test(own)) || DRAFT.test(title) || /^拟/.test(title)) return "draft";
  if (decision && NO_DECISION.test(own)) return "no_decision";
  if (says(CONDITIONAL, all) || (money && IN_PRINCIPLE.test(all))) return "conditional";
  return undefined;
}

/** A name has words: a number alone, a dash or a sign names nothing. */
const isName = (text: string): boolean => /\p{Script=Han}.*\p{Script=Han}|\p{L}{3}/u.test(text);
const isAbout = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));

/** 有偿使用: what is paid back is lent. */
const REPAYABLE =
  /有偿使用|周转金|借(?:给|款|支)|计息|有息|垫付|(?:到期|逐年|分年|分期|按期|[\d一二三四五六七八九十两]+年(?:后|内|期满)?)[^,。;]{0,8}(?:归还|偿还|还款|还本|返还|收回)|(?:须|需|应|应当|负责)(?:予以|足额)?(?:归还|偿还|还本)|\b(?:repayable|to be repaid|on loan)\b/i;
const NOT_REPAID =
  /(?:无须|无需|不需|不须|不用|不必|不)[^,。;]{0,3}(?:归还|偿还|返还|计息)|(?:结余|剩余|未使用|逾期未)/;

/** What ends with the name of an issued paper, or its number, is one, whatever it answers. */
const ISSUED = /(?:公告|批复|答复|通知|决定|许可证)(?:\([^)]*号\))?$/;
/** Where a name is asked for and there is none. */
const EMPTY = /^(?:无|暂无|没有|略|待定|待补(?:充)?|none|tbd|n\/?a|-+|\/)[。.!]?$/i;

/** 有效期至: the month a paper says it ends in, as “YYYY-MM”. */
export function endOf(text: string): string | undefined {
  const [, year, month] =
    /有效期[^\d]{0,6}(\d{4})[-年./](\d{1,2})/.exec(plainText(text)) ??
    /(\d{4})[-年./](\d{1,2})[^,;]{0,8}(?:前有效|到期|失效)/.exec(plainText(text)) ??
    [];
  return year === undefined || month === undefined ? undefined : `${year}-${month.padStart(2, "0")}`;
}

/** 收款单位: who a paper says it pays. */
export const payeeOf = (text: string): string | undefined =>
  /(?:收款(?:单位|人|方)|拨付对象|补助对象)(?:为|是|:)?([^,。;()]{2,30})/.exec(plainText(text))?.[1];

/** 自编: the applicant's own reckoning proves nothing of what he plans. */
const OWN_WORDS =
  /自(?:编|制|拟|评|测|行(?:编|测|估|评|拟|核|计))|(?:本|我)(?:公司|单位|司)[^,;]{0,8}(?:编|测算|估|评|出具)|内部(?:测算|估算|评估)|\b(?:own (?:estimate|assessment|valuation)|in-house|self-(?:made|assessed)|internal (?:estimate|assessment))\b/i;
const DRAWN_UP = /^[^,;]{0,10}?(?:编制|测算|估价|估算|评估|自评|出具|提供|报告|测试|分析|表$)/;
const GRANTED = /批复|批准|意见|决定|公告|通知|证/;
/** A shorter name stands in other words. */
export const LONG_ENOUGH = /.{3}/u;
/** Somebody else looked at it. */
const INDEPENDENT = /评审中心|事务所|(?:评估|咨询)(?:公司|机构|单位)|第三方|研究院|设计院|复核|(?:审核|评审)意见/;

/** Whether the applicant drew a paper up itself: it says so, or one of the names of the project's own parties stands where the issuer does. */
export function isSelfMade({ document = "", label, note }: PaperText, own: readonly string[]): boolean {
  const plain = [document, label, note].map(plainText).join(";");
  if (INDEPENDENT.test(plain) && !/未[经由]/.test(plain)) return false;
  if (OWN_WORDS.test(plain)) return true;
  return own.some((name) => {
    const at = LONG_ENOUGH.test(name) ? plain.indexOf(name) : -1;
    if (at < 0 || /(?:关于|同意|对|给|致)$/.test(plain.slice(0, at))) return false;
    const [rest = ""] = plain.slice(at + name.length).split(";");
    return (DRAWN_UP.test(rest) && !GRANTED.test(rest)) || /编制(?:单位|人|方):?$/.test(plain.slice(0, at));
  });
}

/** Whether the name of a paper, with what is noted beside it, is evidence at all: something is named that was issued, by somebody else than who relies on it. */
export function isEvidence(document: string | undefined, note = ""): boolean {
  const words: PaperText = { document, label: "", note };
  return (
    saysSomething(document) &&
    paperFault(words, { decision: true, money: false }) === undefined &&
    !isSelfMade(words, [])
  );
}
