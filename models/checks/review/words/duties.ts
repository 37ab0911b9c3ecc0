import type { ModelDocument } from "../../../document/schema.ts";
import { remembered } from "../../../wording/remembered.ts";
import { promisesIn } from "./judge.ts";
import { type Passage, passagesOf } from "./passages.ts";
import { plainText, sentencesOf } from "./sentences.ts";

const WHO =
  /财政|政府|[区县市]府|街道|办事处|乡镇|管委会|国资|城投|集团|[镇区县市省](?:里|级)|[\u4e00-\u9fff]局|投资|社会资本|出资|合作方|基金|股东|银行|公司|企业|单位|本?合作|项目|运营[商方]|施工|承包|物业|开发商|业主|居民|住户|客户|[我甲乙]方|\b(?:government|district|city|county|bureau|investor|shareholder|fund|bank|company|operator|contractor|owner|resident)s?\b/i;
const DOES =
  /[付还补退返垫兜拨贴奖抵借押扛顶给拿划息包留]|结算|使用|差价|对价|实质|名义|担保|承担|保[证障]|承诺|收购|接手|购回|买|租回|转让|列支|结清|分账|领取?|分红|[利收]益|回报|负责|\b(?:pays?|paid|repays?|repaid|bears?|covers?|guarantees?|lends?|takes? over|will return)\b/i;
/** Names are shorter. */
const SENTENCE = /^.{10}/u;

function speaks(sentence: string): boolean {
  const plain = plainText(sentence);
  return SENTENCE.test(plain) && WHO.test(plain) && DOES.test(plain);
}

/** Sentences of a file that say of somebody that he pays, owes or answers for something, beside those that are quoted as promises. */
export const dutiesIn = (document: ModelDocument): readonly Passage[] =>
  passagesOf(document).flatMap(({ path, text }) => dutySentences(text).map((sentence) => ({ path, text: sentence })));

const dutySentences = remembered((text) => sentencesOf(text).filter((sentence) => speaks(sentence) && promisesIn(sentence).length === 0));
