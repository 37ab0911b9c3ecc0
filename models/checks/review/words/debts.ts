import { acts, allBut, any, inRow, NEVER, type Wording } from "./patterns.ts";
import { PUBLIC, PURSE } from "./vocabulary.ts";

/** Who disposes of public money, and the companies that hold it. */
const TAKER = any(PURSE, /国资(?:中心|委|局|办)/);
/** What a budget services by law: bonds of the government itself. */
const OWN_BONDS = /债券|专项债|一般债/;
const REPAYING = /还款|偿债|还贷|偿付|偿还|归还|还本|付息|本息|清偿/;
const OWED = /贷款|融资|债务|负债|债权|借款|欠款|欠债|本息/;
const BUDGET_MONEY = /财政|预算|政府[^,。]{0,6}?(?:资金|拨款|补助|付费|支出)|土地出让|出让金|税收|拨款/;
/** What a body does about a debt of others that is no promise to pay it. */
const OVERSEES = /监管|监督|督促|依法|编制|审批|审核|备案|贴息/;
const PUT_IN = /还本|付息|本息|还款|偿债|本金|投资款|全部投资|投资(?:回收|收益)|回本|[收拿]回[^,。]{0,6}?(?:投资|出资)/;

/** A public body is the debtor in fact: its budget repays, or the debt becomes its own. */
const repaid: readonly Wording[] = [
  {
    // What repays is money of a budget.
    says: inRow(REPAYING, /[^,。:]{0,8}?(?:为|是|由|来自|来源于|靠|依靠|依赖|系|:|取自|列为)[^,。]{0,14}?/, BUDGET_MONEY),
    harmless: any(OWN_BONDS, OVERSEES),
  },
  {
    // It goes into the budget, or into the plans of budgets to come.
    says: inRow(REPAYING, /[^,。]{0,12}?(?:列入|纳入|进入|编入|写[进入]|排入|列进)[^,。]{0,10}?(?:预算|财政[^,。]{0,4}?支出|财政规划)/),
    harmless: OWN_BONDS,
  },
  {
    says: /(?:列入|纳入|编入|写[进入])[^,。]{0,12}?(?:预算|财政规划)[^。]{0,10}?(?:作为|用于|保障)[^,。]{0,8}?(?:还款|偿债|偿还|还贷|还本|付息)/,
    harmless: OWN_BONDS,
  },
  {
    says: inRow(
      OWED,
      /[^,。]{0,24}?(?:由|划转|移交|转给|转至|转移)[^,。]{0,4}?/,
      TAKER,
      /[^,。]{0,12}?(?:承接|接收|接管|承担|扛起|承继|负担|名下|负责归还|负责偿还|化解|划款|结清|还清|付清|兑付|支付|拨款)/,
    ),
    harmless: any(OWN_BONDS, OVERSEES),
  },
  { says: acts(TAKER, /承接|接收|接管|接下|揽下|包下|扛[下起]|承继|认领|承担|负担/), given: OWED, harmless: any(OWN_BONDS, OVERSEES) },
  {
    // Help with repaying that is no duty yet: asked about.
    says: acts(PURSE, /协助|帮助|支持|协调|筹措|筹集|统筹|调度/),
    given: /还本|付息|本息|偿债|还款|还贷|偿还|归还/,
    harmless: any(OWN_BONDS, OVERSEES),
    plain: NEVER,
    otherwise: "Q",
  },
  {
    says: /(?:承诺|保证|确保)[^,。]{0,8}?(?:按期|按时|如期|足额)[^,。]{0,4}?(?:还款|偿还|还本|归还|付息)/,
    harmless: any(OWN_BONDS, /督促|项目公司[^,。]{0,4}?(?:承诺|保证|确保)|借款人/),
    plain: PURSE,
  },
  { says: /(?:政府|财政)信用[^,。]{0,8}?(?:融资|举债|借款|贷款|背书)/ },
  { says: /缺口补助/, plain: NEVER, otherwise: "Q" },
];

/** What investors put in, or banks lent, is kept safe for them. */
const keptSafe: readonly Wording[] = [
  {
    says: inRow(/(?:社会资本|投资[人方者]|(?<!资)本金|投资款)[^,。]{0,16}?由/, TAKER, /[^,。]{0,10}?(?:保障|保证|担保|兜|负责|确保|补偿|返还)/),
    harmless: /保证金|监管|质量/,
  },
  { says: acts(TAKER, /确保|保证|保障|担保/), given: PUT_IN, harmless: any(OWN_BONDS, OVERSEES, /资本金|保证金|担保(?:公司|机构|中心)/) },
  {
    says: any(
      /(?:受让|收购|承接|购入|购买|买断|买走|买下|接走|收走|接收)[^,。]{0,10}?(?:债权|信托(?:受益权|计划|份额)|资管计划)/,
      /(?:债权|信托(?:受益权|计划|份额))[^,。]{0,24}?(?:受让|收购|承接|购入|购买|买断|买走|买下|接走|收走|接收)/,
    ),
    harmless: /资产管理公司|公开(?:转让|挂牌)|产权交易/,
    plain: PUBLIC,
  },
  { says: /劣后[^,。]{0,8}?(?:补足|保本|差额|补偿)|优先级[^,。]{0,14}?(?:固定|保本)/, harmless: allBut(/按[^,。]{0,8}?比例/, /补足|保本/) },
];

/** 变相举债: somebody else's debt that is the government's all but in name. */
export const DEBTS: readonly Wording[] = [...repaid, ...keptSafe];
