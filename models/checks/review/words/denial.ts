import { PUBLIC } from "./vocabulary.ts";

/** Words with a character of negation that state a condition or a quantity and deny nothing. */
const CONDITIONS =
  /未来|不可撤[销回]|不可变更|无条件|不附条件|不得不|不[少低小](?:于|$)|不[超高大](?:过|$)|不足|不够|还不[上起了清出完]|[租卖售]不[掉完出]|不敷|不能(?=按期|按时|足额|偿|归还|还|支付|覆盖|实现|达|满足|收回)|不到|达不到|(?:没有|未能?)(?:按期|按时|如期|足额|完全|全部|实现|达|满足|覆盖|偿|归还|还清|还|收回|支付|纳入|列入|售|租|到期|付|缴|回本)|不(?=达|满足)|无法|无力|无论|不论|不管|不分|不计|不问|不仅|不但|不限|不只|不受|不变|不良|不动产|不参与|不参加|不承担(?:经营|市场|项目)?(?:风险|亏损)|不予扣减|无关|无偿|无息|非经营|非住宅|非营利|未(?:取得|领取|办理)(?=[^,。]{0,8}?(?:证|许可))|不(?:签约?|同意|配合|搬迁?|改造)(?=的|者|户|改造)|未(?:签约?|同意|缴纳?|交|搬迁?)[^,。]{0,4}?(?:的|者|户)|拒(?:绝|不)(?:签约?|改造|搬迁|配合|缴费)|无固定期限|未分配|不符|不合格|不一致|除非|\b(?:that|who|which) (?:refuses?|do not|does not|have not|has not|did not)\b[^,.]{0,24}?\b(?:sign|signed|agree|agreed|consent|pay)\b/g;

/** A refusal to refuse is a promise. */
const DOUBLED =
  /(?:不得|不能|不可|不会|不应|不准|不予|绝不|决不|无权|不)[^,、]{0,8}(?:拒绝|拒不|拒付|免除|推脱|推卸|推诿|解除|撤销|撤回|减免|拖延|推迟|豁免|取消|放弃|逃避|不(?=$|兜|回|补|承|履|担|还))|(?:并非|不是|绝非|并不是)不/g;

const DENIES =
  /不|未|无|没有|没|非|勿|严禁|禁止|杜绝|避免|拒绝|取消|排除|删除|剔除|废止|停止|终止|防止|制止|\b(?:no|non|not|without|never|none|nor|neither|free of|forbidden|prohibit\w*|exclud\w*|cannot|refus\w*)\b/gi;

/** What follows a denial and ends its reach: the denied part was only a condition of what comes. */
const CONDITION_ENDS = /的(?!任何|形式|方式).{0,10}?[由应将须]|的部分|的情况下|时|(?<!售)后(?!续)|则|[，,]/;

/** A rule that forbids, whose list may go on after a comma. */
const FORBIDS = /不得|严禁|禁止|不存在|不准|不允许|杜绝|不涉及|不包括/;
const NEW_STATEMENT = /由|但|而|应|须|将|可|到期|同意|仍|均/;

const DENIED_AFTER =
  /^[^,。]{0,24}?(?:一律不|均不|都不|概不|(?:不予|不再)(?!扣减|免除|退还|撤销|变更|调整|减少|追究)|不采用|不适用|不接受|不允许|不存在|不成立|不涉及|不作数|(?:一律|均|都|概|自始|当然|该[^,。]{0,6}|视为)?(?:无效|不具(?:有)?效力|不(?:发生|产生)效力|不生效)|已?(?:全部|均|全|被)*(?:收回|删除|取消|作废|废止|解除|终止|清理|失效|撤销|剔除|清退)(?!.{0,6}(?:由|的))|予以(?:删除|取消|清理|剔除)|严禁|禁止|不得(?:出现|采用|有|存在|发生|约定|写入|使用|作为|再)|\b(?:is|are|was|were|has been|have been) (?:not|never|excluded|forbidden|prohibited|deleted|cancelled|withdrawn)\b)/i;
/** The same after a comma, where the statement goes on about the same thing. */
const DENIED_ON = /^[^,。]{0,12},(?:本项目|本方案|本合同|该|均|一律|已|亦|也|全部|现|今|不得)/;

/** Speaking about such promises is not giving one. */
const ABOUT = /核查|排查|检查|审查|自查|清查|清理|整治|防范|化解|培训|学习|宣讲|识别|警惕|查处|纠正|严控|遏制|规避|审计|甄别|清退|整改|有无|是否/;
/** A worry or a question somebody had; removing one is no such report. */
const WORRIES = /担心|担忧|忧虑|顾虑|疑虑|质疑|误以为|误认为|谣传|传言|询问|\b(?:fear\w*|worr(?:y|ied|ies)|were concerned|asked whether|doubt\w*|rumou?rs?)\b/i;
const RELIEVED = /打消|消除|解除|化解|回应|为了?[^,。]{0,8}?(?:担心|担忧|顾虑|疑虑)|\b(?:remove|dispel|calm|allay)\w*/i;
const GIVES = /由|向|承诺|同意|应当|将|予以|提供|合格|通过|后|时|完成/;
const NAMED_ONLY = /^[^,。]{0,12}?(?:字样|字眼|等(?:变相|违规|违法|形式|情形|问题|行为|现象|做法|概念|术语)|的(?:定义|含义|概念|风险点|识别))/;
const EXAMPLES = /(?:^|,)(?:如|例如|包括|比如|含|即)/;

/** Whether what stands at a place of a sentence is denied there, or only spoken about. */
export function denied(sentence: string, start: number, end: number): boolean {
  const clauseStart = Math.max(...[",", ":"].map((mark) => sentence.lastIndexOf(mark, start - 1))) + 1;
  const before = sentence.slice(clauseStart, start);
  const after = sentence.slice(end);
  return (
    // A wording of several words may hold its own denial: “财政不承担还款”.
    deniedBefore(before + sentence.slice(start, end - 2)) ||
    carriedOver(sentence.slice(0, clauseStart), before, sentence.slice(start, end)) ||
    DENIED_AFTER.test(after) ||
    (DENIED_ON.test(after) && DENIED_AFTER.test(after.replace(/^[^,]*,/, ""))) ||
    spokenAbout(sentence.slice(0, clauseStart), before, after)
  );
}

/** Whether a rule forbids what words that refuse something would do. */
export function forbidden(sentence: string, start: number, end: number): boolean {
  const before = sentence.slice(sentence.lastIndexOf(",", start - 1) + 1, start);
  return /不得|不(?:应|准|许|能|可|会)|严禁|禁止|杜绝|\b(?:no|not|never|without)\b/i.test(before) || DENIED_AFTER.test(sentence.slice(end));
}

function deniedBefore(before: string): boolean {
  const statement = before.replace(DOUBLED, "").replace(CONDITIONS, "");
  return [...statement.matchAll(DENIES)].some(({ index, 0: word }) => !CONDITION_ENDS.test(statement.slice(index + word.length)));
}

function carriedOver(earlier: string, before: string, word: string): boolean {
  const clauses = earlier.split(",").filter((clause) => clause !== "");
  const at = clauses.findLastIndex((clause) => FORBIDS.test(clause.replace(DOUBLED, "")) && !/的$/.test(clause));
  const list = [...clauses.slice(at + 1), before + word.slice(0, 2)];
  return at >= 0 && list.every((clause) => !NEW_STATEMENT.test(clause) && !PUBLIC.test(clause));
}

function spokenAbout(earlier: string, before: string, after: string): boolean {
  if (NAMED_ONLY.test(after)) return !GIVES.test(before);
  if (WORRIES.test(before) && !RELIEVED.test(before)) return true;
  const at = before.search(ABOUT);
  if (at >= 0 && !GIVES.test(before.slice(at))) return true;
  return EXAMPLES.test(before) && /内容|形式|情形|问题|行为|类型|清单|风险/.test(earlier);
}

/** 引述、批评: somebody else's case, a finding of an audit, a wording that was given up, a demand that ends the talks. */
const BLAMED =
  /(?:不符合|违反)[^,。]{0,8}?(?:规定|要求|法律|办法)|涉嫌|(?:应|须|要求)?予?以?(?:纠正|整改)|问责|处分|通报(?:的)?[^,。]{0,8}?案例|反面(?:典型|案例)|审计(?:提出|指出|发现|认为)|即(?:行|予)?(?:终止|中止|否决|淘汰|废标)|一票否决/;

/** Whether a sentence speaks of a promise as of a fault. */
export const blames = (sentence: string): boolean => BLAMED.test(sentence);
