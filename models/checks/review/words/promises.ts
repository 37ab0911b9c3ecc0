import { DEBTS } from "./debts.ts";
import { FRAMES } from "./frames.ts";
import { acts, all, allBut, any, NEVER, type Wording, without } from "./patterns.ts";
import { BUILDER, BUILDING, COMPENSATION, DEBT, INCOME, LACKS, OWNERS, PUBLIC, PURSE, RETURNS, SOCIAL } from "./vocabulary.ts";

const MONEY = any(DEBT, RETURNS, INCOME);
const DEBT_MONEY = /贷款|融资|债务|债权|借款|本息/;

const MAKES_GOOD =
  /补足|补齐|补上|补平|补亏|补贴到位|补多少|弥补|填补|贴补|补给|代偿|代还|代为(?:偿还|清偿|支付)|偿还|归还|清偿|偿付|兑付|返还|付清|负责|垫付|垫还|代垫|承担|负担|买单|包干|包租|统筹|解决|保障|保证|担保|安排[^,。]{0,8}?(?:资金|补)|予以补|给予补|还(?=$|[,。;!]|款|贷|本|息|清)/;
const REPAYS = /代偿|代还|垫还|代为|偿还|归还|清偿|偿付|兑付|返还|付清|还(?=$|[,。;!]|款|贷|本|息|清)/;
const OWN_MONEY = /自筹|增资|注资|资本金|实缴|自有资金|追加出资|自行(?:消化|承担|解决)/;

/** Works and their parts, where nobody speaks of money. */
const BUILT = allBut(BUILDING, /财政|政府|城投|国资|集团|股东|亏损|本息|贷款|收益|补偿|支付|回报/);
/** What is owed anyhow: one's own capital, or what the law gives to residents who move. */
const PAYS_OWN = any(OWN_MONEY, allBut(COMPENSATION, any(DEBT_MONEY, /亏损|收益|收入/)));

/** Bonds of builders for wages, bids and workmanship. */
const WAGES = allBut(/工资|(?:履约|投标|质量)保(?:证|函)/, any(DEBT_MONEY, /收益|亏损|财政|政府|股东/));
/** A home that is late or faulty goes back to who built it, and a resettlement home is bought at cost for who moves: nobody's stake. */
const HOMES = allBut(
  /(?:购房人?|买受人|商品房)[^。]*?(?:逾期|质量|违约|不能办证|退房)|安置房[^。]*?用于[^,。]{0,6}?(?:安置|被征收|回迁|调换)/,
  any(DEBT_MONEY, /股权|股份|份额|基金|投资|溢价|加价|年化|利息|回报|收益|分期|分年|逐年|按年|年后/),
);

/** What shops and recyclers take back. */
const GOODS = /积分|旧衣|旧机|旧手机|旧货|以旧换新|可回收|再生资源|垃圾|家电|废旧|废品|物品|商品券|礼品|农产品|余粮|提前赎回/;

/** A public body makes good what income or repayment lacks. */
const shortfalls: readonly Wording[] = [
  {
    says: /兜底(?!条款)|托底|包底|托住底/,
    harmless: any(allBut(SOCIAL, any(DEBT, RETURNS, /亏损|收入不足/)), BUILT),
    plain: any(PUBLIC, MONEY),
    otherwise: "Q",
  },
  { says: /兜住|兜着/, harmless: allBut(SOCIAL, any(DEBT, RETURNS)), plain: any(PUBLIC, MONEY) },
  {
    // Help with the debt that is no duty yet: asked about.
    says: /(?:尽(?:最大)?(?:努力|全力|力)|积极|全力)[^,。]{0,10}?(?:协调|支持|协助|帮助|筹措)/,
    harmless: without(any(/偿债|还款|还贷|偿还|还本/), PUBLIC),
    plain: NEVER,
    otherwise: "Q",
  },
  { says: /差额补足|补足差额|差额补偿|流动性支持|资金缺口支持函|维好/, harmless: any(OWN_MONEY, WAGES) },
  {
    // The purse pays what is missing.
    says: acts(PURSE, MAKES_GOOD),
    harmless: PAYS_OWN,
    given: LACKS,
    plain: /^(?!.*(?:批复|年度预算|已批))/,
    otherwise: "Q",
  },
  // The purse pays the debts of others, or what investors put in.
  {
    says: acts(PURSE, REPAYS),
    harmless: /债券|专项债|代建|采购|质保金|保证金|押金/,
    given: any(DEBT_MONEY, /投资款|本金|出资|投入的(?:钱|资金|款)/),
  },
  // A company steps in where the debtor fails.
  { says: acts(OWNERS, MAKES_GOOD), harmless: PAYS_OWN, given: LACKS },
  { says: /兑付|返还(?=[^,。]{0,4}?本金)|归还(?=[^,。]{0,4}?投资)/, plain: all(PUBLIC, /本金|投资款|出资/, RETURNS) },
  { says: /亏(?:损)?多少[^,。]{0,3}?补|亏(?:损)?[^,。及弥互]{0,3}?补(?:多少|足|上|贴|偿|给)|[缺差]多少[^,。]{0,2}?补/ },
  {
    says: acts(PURSE, /承诺|保证|担保/),
    harmless: /担保(?:公司|机构|中心)/,
    plain: /(?:承诺|保证|担保)[^,。]{0,16}?(?:收入|收益|回报|客流|车流|出租|入住|偿|还款|兑付)/,
  },
];

/** A least payment or a least result is paid for whatever happens. */
const floors: readonly Wording[] = [
  {
    says: /保底(?![线数册板层部座盘牌])/,
    harmless: any(BUILT, /工资|薪酬|底薪|提成|计件|绩效|待遇/, allBut(/(?:运营[方商]|承租人)[^,。]{0,8}?(?:承担|支付|上缴|缴纳|保证)/, PURSE)),
    plain: any(MONEY, PUBLIC, /[费量]|条款/),
    otherwise: "Q",
  },
  {
    says: /最低(?:使用|需求|购买|采购|流量|客流|车流|收入|收益|回报|出租|入住|结算|付费)[率量额费]?(?!家庭|群体|人群|户|保障)/,
    plain: /承诺|保证|付费|补足|补偿|按最低|照付/,
  },
  {
    says: /(?:无论|不论|不管|不问)[^,。]{0,12}?(?:盈|亏|经营|效益|客流|车流|流量|收入|收益|出租|使用|率|业绩|市场|高低|好坏|多少)/,
    plain: /照付|(?:均|都|仍|一律|照|每年|按期|按季|固定)[^,。]{0,14}?(?:支付|付费|付款|分得|取得|获得|收取|领取|补|给付|付|计息|分红|保底)/,
  },
  { says: /旱涝保收|稳赚不赔|只盈不亏|包盈/ },
  {
    says: /(?:保证|承诺|担保|确保)[^,。]{0,14}?(?:收益|回报|利润|分红|出租率|入住率|客流|车流|租金|收入)[^,。]{0,12}?(?:不低于|不少于|至少|达到|不小于)?[^,。]{0,4}?\d/,
    plain: any(PUBLIC, /投资|出资|股|基金/),
  },
  {
    says: /(?:对|就)?[^,。]{0,10}?(?:出租率|入住率|客流|车流|收益|收入|销售)[^,。]{0,6}?(?:提供|作出|给予|做)[^,。]{0,4}?(?:保证|承诺|担保)/,
  },
];

/** A stake is a loan in disguise: bought back, or paid a return that is fixed. */
const disguised: readonly Wording[] = [
  {
    says: /(?<![收退返撤])回购|购回|赎回|回赎/,
    harmless: any(HOMES, GOODS),
    plain: any(PUBLIC, RETURNS, DEBT, /承诺|溢价|到期|资产|设施|条款|义务/),
    otherwise: "Q",
  },
  {
    says: /受让|接手|接盘|承接|收购|收回|买回|买下|购买|接收/,
    plain: all(/股权|股份|份额|权益|出资|持股/, /本金|原值|原价|成本价|投资成本|出资额|溢价|年化|约定利率|LPR|加点|加(?:上|计)?[^,。]{0,4}?利息|固定[价收]|投资额|协议价|约定价/),
  },
  {
    // Denied before and given after in words of its own: taken back when the term ends.
    says: /受让|接手|接盘|接[回走]|承接|收购|收回|买回|买下|购买|收下/,
    harmless: /公开|评估价?|产权交易|土地|物业管理用房|服务/,
    plain: all(PUBLIC, /到期|期满|届满|年后|年末|不能退出/, /(?:约定|协议|固定|商定)的?价格?|原价|无条件|投资额|本金|投资成本/),
  },
  { says: /认沽|沽售权|回售(?:权|选择)|出售选择权/, harmless: /公司债|企业债|中期票据/ },
  { says: /(?:原价|原额|按本金|原值)[^,。]{0,8}?(?:返还|退还|退回|收回)/, plain: /投资|出资|股/ },
  {
    says: /名(?:义上?)?为[^,。]{0,8}?(?:股|投资|合作)[^。]{0,8}?实(?:际|质|则)?上?[为是][^,。]{0,6}?[债借贷]|表面[^,。]{0,8}?,?[^,。]{0,2}?实(?:际|质|则)上?[为是][^,。]{0,6}?[债借贷]/,
  },
  { says: /明股实债|名股实债|明投暗贷|抽屉协议|阴阳合同/ },
  {
    says: /固定(?:的)?(?:投资)?(?:回报|收益|分红|利润|股息|红利|报酬)(?!类|证券|产品)|保本(?!微利|经营|点|价|运行)|刚性兑付|刚兑|本金不受(?:任何)?损|本金无损|本金安全|补偿本金|承诺收益|收益承诺|约定(?:的)?(?:收益|回报)|(?:收益|回报)率?(?:固定|恒定)/,
  },
  {
    says: /(?:收益|回报|分红)率?[^,。]{0,6}?按[^,。]{0,14}?(?:投资|出资|本金)[^,。]{0,6}?\d[\d.]*%|期满还本|到期还本(?!付息)|固定年化|到期返还[^,。]{0,4}?(?:本金|出资|投资)/,
    plain: any(RETURNS, /社会资本|股东/),
  },
];

/** A letter, a guarantee, a pledge of the budget. */
const guarantees: readonly Wording[] = [
  {
    says: /承诺函|安慰函|担保函|支持函|保证函|兜底函|还款承诺|知悉函/,
    harmless: /投标|廉洁|安全|诚信|环保|节能|供水|供电|供气|质量/,
    plain: any(PUBLIC, MONEY, /出具|附/),
    otherwise: "Q",
  },
  {
    says: /(?:政府|财政|财政局|街道|管委会|国资|城投)[^,。]{0,20}?(?:担保|增信|信用支持|还款保证|保证还款|承诺还款|信用背书)(?!公司|机构|基金|中心|行业|有限)/,
    harmless: /担保(?:公司|机构|中心)/,
  },
  {
    says: /连带(?:清偿|保证|偿还|还款)?责任|信用支持|还款保证|保证还款|承诺还款/,
    plain: any(PUBLIC, DEBT),
    otherwise: "Q",
  },
  {
    says: /(?:财政|预算|土地出让|出让金|税收|政府)[^,。]{0,14}?(?:作为|用作|列为|充当|用于|保障)[^,。]{0,16}?(?:还款|偿债|偿还|还贷|还本|付息|归还贷款)/,
    harmless: /债券|专项债/,
  },
  {
    says: /(?:贷款|融资|债务|还贷|还款|借款)[^,。]{0,20}?(?:列入|纳入)[^,。]{0,10}?(?:预算|财政[^,。]{0,4}?支出|财政规划)/,
    harmless: /债券|专项债/,
  },
];

/** Papers by their names: what they hold is asked for. */
const papers: readonly Wording[] = [
  { says: /(?:代偿|代还|股权收回|份额收回|差额补?足?|还款保障|退出保障)(?:的)?(?:安排|协议|方案|备忘|约定|合同)/, plain: any(PUBLIC), otherwise: "Q" },
];

/** Builders lend, or services are bought in name only. */
const advances: readonly Wording[] = [
  {
    says: /垫资|先垫后付|带资(?:承包|承建|施工|建设|入场|进场)|垫款施工/,
  },
  {
    says: /垫付|垫支|垫款|先行(?:出资|投入|筹资|支付)|自筹资金(?:施工|建设|完成)|负责[^,。]{0,8}?(?:融资|筹资|筹措)|F\+EPC|EPC\+F|融资\+(?:施工|EPC|建设)|延期付款/i,
    harmless: /医疗|医药|工资保证金|水电费/,
    plain: any(BUILDER, /EPC/),
  },
  {
    says: /(?:承担|筹集|投入|筹措)[^,。]{0,6}?(?:建设|改造|工程)(?:资金|款|费用)/,
    plain: all(BUILDER, /(?:逐年|分期|分年|分.{1,4}年|\d年)[^,。]{0,4}?(?:支付|付|回款|回购)/),
  },
  {
    says: /购买[^,。]{0,8}?服务[^,。]{0,6}?(?:名义|方式)?/,
    plain:
      /购买[^,。]{0,8}?服务[^,。]{0,4}?名义|(?:建设|改造|工程|施工)[^。]*?(?:分.{1,4}?年|逐年|分期|按年|多年)[^,。]{0,6}?(?:支付|付)|购买[^,。]{0,8}?服务[^,。]{0,10}?(?:融资|举债|工程款|建设款)/,
  },
  {
    says: /(?:工程款|合同价款|建设资金|建安费)[^。]{0,16}?(?:验收|竣工|完工|交付)[^,。]{0,6}?(?:[一二两三四五六七八九十\d]+年)[^,。]{0,4}?(?:支付|付清|结清)/,
    harmless: /质保|保修|尾款/,
    plain: BUILDER,
    otherwise: "Q",
  },
];

const GIVER = /\b(?:district|city|county|government|municipal\w*|state|bureau|budget|treasury|shareholder|parent|sponsor|group)\b/i;
const GOOD =
  /\b(?:makes? good|makes? up|compensates?|covers?|pays? (?:for )?(?:the |any )?(?:difference|gap|shortfall|rest)|underwrites?|backstops?|tops? up|bears?|repays?|guarantee[sd]?|stands? behind)\b/;
const LACK =
  /\b(?:shortfall|shortage|loss(?:es)?|deficit|loan|interest|debt|principal|gap|low (?:income|revenue|traffic|occupancy)|difference|insufficient|inadequate|not enough|falls? short|what is missing|not repaid)/;
const BY = /\b(?:made good|made up|covered|underwritten|repaid|guaranteed|borne|met)\b[^.]{0,20}?\bby\b/;
const APART = /[^.]{0,40}?/;
const inTurn = (...patterns: readonly RegExp[]): RegExp => new RegExp(patterns.map(({ source }) => source).join(APART.source), "i");

const english: readonly Wording[] = [
  {
    says: /guaranteed returns?|fixed returns?|buy[- ]?backs?|buys? back|bought back|repurchase\w*|comfort letters?|letters? of comfort|principal guarantees?|top[- ]up (?:guarantees?|agreements?)|take[- ]or[- ]pay|minimum revenue guarantees?|guaranteed (?:minimum|annual|yearly) returns?|put (?:options?|rights?)|keep[- ]?well|side letters?|debt dressed as equity/i,
    harmless: /points|vouchers|used (?:clothes|phones|goods)|recycl/i,
  },
  {
    says: /\b(?:guarantee|repayment) letters?\b|letters? of guarantee|repayment guarantees?|support letters?/i,
    harmless: /performance|advance payment|defects?|quality|bid|tender|warranty|works/i,
    plain: GIVER,
    otherwise: "Q",
  },
  { says: /(?:minimum|least) (?:return|yield|income|revenue)\b[^.]{0,30}?\b(?:is|are|will be) guaranteed/i },
  { says: /\b(?:may|can) put\b[^.]{0,30}?\b(?:shares?|stakes?|units?|interests?)\b[^.]{0,20}?\bto\b/i },
  {
    says: /(?:unconditionally|at cost|at par|at the issue price)[^.]{0,20}?\b(?:takes?|buys?|acquires?)\b[^.]{0,10}?\b(?:back|over)?\b/i,
    plain: /shares?|stakes?|units?|interests?/i,
  },
  { says: inTurn(GIVER, /\bkeeps?\b/, /\bsolvent\b/) },
  { says: inTurn(GIVER, /\b(?:makes? sure|ensures?|sees? to it)\b/, /\b(?:lenders?|creditors?|investors?|loans?)\b/, /\b(?:re)?paid\b/) },
  { says: inTurn(GIVER, GOOD, LACK) },
  { says: inTurn(LACK, BY, GIVER) },
];

/** Every way of promising that is searched. */
export const PROMISES: readonly Wording[] = [...shortfalls, ...DEBTS, ...floors, ...disguised, ...guarantees, ...papers, ...advances, ...english, ...FRAMES];
