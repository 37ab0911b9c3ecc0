import { any, NEVER, type Wording, without } from "./patterns.ts";
import { PURSE } from "./vocabulary.ts";

/*
 * What a sentence is about, however it is worded: who, what, and what is done. Nothing here is plain enough to be rejected; the sentence is quoted and asked about,
 * so that words nobody has listed among the promises are not passed over in silence.
 */

/** Public bodies by the kind of their name, and the companies that hold public money. */
const BODY = any(PURSE, /国资|城投|建投|平台公司|事业单位|人大|安置办|安置中心|[教民卫交]\S?\S?局|[\u4e00-\u9fff]{2}局(?![面部限势域])/);
const INVESTOR = /投资[人方者]|投资协议|产业资本|中标单位|优先级|社会资本|出资[人方]|合作方|合伙|(?<!政府性)基金|股东|入股|优先股|股权|投资款|投资额|份额/;
const RESULT = /客流|车流|人次|人流|收入|收费|营收|出租|租出|满位|满租|入住|使用量|收益率|净利润|利润|亏|上座|票款|空[着置]|辆次|政策变化/;
const OWED = /贷款|借款|银行|债务|负债|融资|授信|信托|还款|本息|流贷|放款|还不[上起了清出完]/;

const asked = (says: RegExp, ...about: readonly RegExp[]): Wording => ({ says, harmless: without(...about), plain: NEVER, otherwise: "Q" });
const askedBut = (harmless: RegExp, says: RegExp, ...about: readonly RegExp[]): Wording => ({ ...asked(says, ...about), harmless: any(harmless, without(...about)) });

const VALUED = /评估|公开|挂牌|产权交易|审计/;
const LENDERS = /罚息|逾期|LPR\d|银行贷款利率/;

/** 保底: what a result falls short of is paid by somebody. */
const results: readonly Wording[] = [
  asked(/补到|补给|补足|补齐|补租|补上|掏钱|出钱|拨付到位|买单|下限|缺多少|[低少]出部分|不足部分|差额|算(?:[区市县镇]里|财政|政府)|(?:租|买|包)下|包租|托底/, BODY, RESULT),
  { ...asked(/不(?:吃亏|受损失|会亏)/, BODY, RESULT), refuses: true },
  asked(/(?:按|照)(?!实际|考核)[^,。]{0,12}?(?:万?人次|满[位员租]|约定|下限|额定)[^,。]{0,6}?(?:结算|计费|付费|支付)/, BODY),
  asked(/(?:确保|保证|保障)[^。]{0,24}?(?:不低于|不少于|至少|达到)/, any(BODY, INVESTOR), /收益率|利润|回报|收入|拿到|净资产/),
  asked(/至少(?:拿到|取得|获得|分得|收回|得到)|(?:拿|取|收)回?[^,。]{0,6}?(?:百分之|\d[\d.]*%)/, INVESTOR),
];

/** 固定回报、明股实债: what is put in comes back, with a price for the time. */
const stakes: readonly Wording[] = [
  askedBut(
    LENDERS,
    /资金(?:占用|使用)费|补偿金|优先股息|固定数额|固定金额|投资溢价|连本带利|本利|如数奉还|原数奉还|个点|年利率|单利|复利|按票面|退钱|加息|付息|只(?:负责)?出钱|领[^,。]{0,4}?钱/,
    INVESTOR,
  ),
  asked(/(?:按|连)[^,。]{0,4}?本息|本金(?:和|与|及)(?:收益|利息)|返还(?:本金|投资)|退还(?:本金|投资)|取完为止|直至收回|回本为止|一次性(?:退出|结清|收回)/, INVESTOR),
  asked(
    /不承担(?:任何)?(?:经营|市场|项目)?(?:风险|亏损|盈亏)|不参与[^,。]{0,4}?(?:分红|经营|盈亏|管理)|盈亏[^,。]{0,4}?无关|不相干|不论[^,。]{0,4}?有?无[^,。]{0,4}?(?:利润|盈利)/,
    INVESTOR,
    /\d|百分之|利息|费|本|价/,
  ),
];

const TAKES = /买回|买断|收购|接下|接手|收走|接走|包销|吃下|卖给|卖回|转回|承租|租下|返租/;

/** 回购: what nobody wants is taken over, at a price that is known beforehand. */
const takings: readonly Wording[] = [
  askedBut(
    VALUED,
    TAKES,
    any(BODY, /股东/),
    /股[权份]|持股|份额|商铺|车位|住宅|资产|房屋|中心|设备|经营权|项目/,
    /年后|年内|期满|届满|原价|不低于|加(?:上)?[^,。]{0,4}?(?:\d|利息)|[卖售租]不[完掉出]|未[售租]|随时|[\d一二两三四五六七八九]倍|价格按|按[^,。]{0,8}?价/,
  ),
  askedBut(VALUED, /包销|兜售/, any(BODY, /股东|集团/)),
];

const BONDS = /债券|专项债|一般债|公积金/;

/** 政府担保、变相举债: a debt of somebody else's that public money stands behind. */
const backed: readonly Wording[] = [
  askedBut(
    any(BONDS, /工资|投标|履约|质量|监管|贴息/),
    /背书|顶着|扛着|垫[上着付]|窟窿|准备金|财力|见证|确认还款|保函|资金安排|安排(?:预算|资金)|逐年安排|偿付|一定(?:会|能)?还|视同|增信|最终还款|代[^,。]{0,6}?举借|支出责任|编[进入]|注资|作保|(?:提供|出具)[^,。]{0,2}?(?:保证|担保)|兜/,
    BODY,
    OWED,
  ),
  askedBut(BONDS, /提高[^,。]{0,8}?补贴|通过[^,。]{0,12}?(?:补贴|补助|付费)|运营补贴/, /贷款|本息|融资/, /覆盖|偿还|归还|支付|用于/),
  asked(/[替代](?:财政|政府|[区县市镇]里|街道)[^,。]{0,6}?(?:垫|付|借|还|筹)/, BODY),
  asked(/从[^,。]{0,16}?列支|可用性(?:服务)?费|可行性缺口/, BODY, /成本|每年|分[^,。]{1,4}?年|企业|投资/),
  asked(/(?:投资成本|合理(?:回报|利润|收益))/, /政府|财政|[区县市]里/, /均衡|逐年|支付|覆盖/),
  asked(/应付(?:账款|款)|垫付|垫支/, BODY, /施工|总包|承包|承建/, /年内?(?:付|支付|结清)|分[^,。]{1,4}?年|逐年/),
];

const LAND_MONEY = /出让(?:金|收入|净?收益|价款)|地价款|成交价|卖地|土地(?:收入|净?收益|卖出|成交|拍卖|溢价)|溢价部分|地块[^,。]{0,2}?(?:拍|卖|出让)|地价/;
const WHO_BOUGHT = /项目公司|竞得|摘牌|拍得|社会资本|企业|投资人|运营[方商]|受让|服务费|政府付费|本项目(?:的)?补[贴助]/;

/** 出让收入挂钩: what is paid goes by what the land brings in. */
export const LAND_LINKS: readonly Wording[] = [
  askedBut(
    /保证金|多缴|误缴/,
    /挂钩|回补|分账|分成|申领|用作[^,。]{0,8}?补|作为[^,。]{0,8}?补|抵缴|服务费|越[高多大][^。]{0,6}?补|支付给|拨付给|回到|发展资金|扶持资金|(?:确定|核定)[^。]{0,10}?(?:拨付|支付)/,
    LAND_MONEY,
    WHO_BOUGHT,
  ),
];

/** BT、以租代建: built on credit, and paid for in years. */
const built: readonly Wording[] = [
  asked(/(?<![A-Za-z])BT(?![A-Za-z])|建设(?:[-—–]|和|与)?移交|移交回购/, /模式|方式|项目|合同|实施/),
  askedBut(
    /质保|保修|尾款|购房|业主(?!单位)|买受|贷款期/,
    any(
      /分(?:期|年|批|[一二两三四五六七八九十\d]+[年期])[^,。]{0,8}?(?:付|支付|结清)/,
      /(?:[一二两三四五六七八九十\d]+)年(?:内|间)?[^,。]{0,4}?(?:等额|均衡)?(?:付|支付|付清|结清)/,
      /\d[::]\d(?:[::]\d)*[^,。]{0,6}?(?:付|支付)/,
    ),
    any(BODY, /业主单位|甲方/),
    /建成|交工|验收|竣工|移交|完工|建设费|建设款|工程款/,
  ),
  asked(/周转资金|垫|不[付结][^,。]{0,4}?款|资金成本|由总包[^,。]{0,6}?解决|建设资金由/, /施工|总包|承包|承建/, /完工|竣工|年[内后]|不[付结]|主体/),
  asked(/(?:租金|服务费|使用费|付费)[^。]{0,12}?(?:等于|即为|为|覆盖|抵|折合)[^。]{0,8}?(?:建设(?:成本|投资|费用)|全部(?:建设)?投资|造价)/, /年|租|购买/),
  asked(/融资租赁|以租代[建购]/, any(BODY, /公共|社区/)),
];

const english: readonly Wording[] = [
  asked(
    /\b(?:steps? in|takes? over|picks? up|services?)\b/i,
    /\b(?:[Dd]istrict|[Cc]ity|[Cc]ounty|[Gg]overnment|[Bb]ureau|[Tt]reasury|[Ss]tate|[Pp]arent|[Ss]hareholder)\b/,
    /\b(?:loans?|debts?|interest|principal)\b/,
  ),
  asked(
    /money back|come what may|no matter (?:what|how)|whatever happens|in any event/i,
    /\b(?:[Ii]nvestors?|[Ff]unds?|[Pp]artners?|[Ss]hareholders?)\b/,
    /per ?cent|%|\breturn|\byear/,
  ),
];

/** Sentences about promises in words of their own: asked about. */
export const FRAMES: readonly Wording[] = [...results, ...stakes, ...takings, ...backed, ...built, ...english];

/** Words of shareholders' money that is somebody's debt. */
export const LENT_CAPITAL: Wording = asked(
  /(?:股东|出资[人方]?|入股)[^,。]{0,14}?(?:来自|来源于|系|靠)[^,。]{0,12}?(?:拆借|借款|贷款|融资|信托|借入)/,
  /投入|资本金|出资|注资|入股/,
);
