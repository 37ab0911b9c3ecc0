import { text } from "../../../wording/text.ts";
import type { Breach } from "./breach.ts";
import { all, any, inRow, NEVER } from "./patterns.ts";

const REFUSES = /[不未](?:签|同意|配合|搬|缴|交|出资|付|改造|拆|参加|愿)|拒|逾期|迫使|强制|\brefus|not sign|unsigned|unwilling/i;

const WITHHOLDS = /暂停|停办|暂缓|限制|取消|不予?(?:办理|受理|审核)|不给(?:办|予)/;
/** What a resident is due whatever he signs. */
const DUE = /入学|户口|落户|低保|证照|不动产登记|过户|社保|医保|评优|办证/;

const coercion: Breach = {
  ids: ["C09"],
  clauses: ["national-law/expropriation-27"],
  what: text("表决、签约和出资自愿,不得以停供、停发、扣缴等方式迫使", "owners vote, sign and pay freely: nobody cuts, stops or withholds anything to force them"),
  wordings: [
    { says: /(?:停止?|[切中]?断|停供)(?:供|自来)?[水电气暖]|(?:停止|中断|切断)供[应给]?[水电气暖]/, plain: REFUSES, refuses: true },
    { says: /(?:停发|扣发|扣减)[^,。]{0,4}?(?:工资|奖金|低保|待遇|补贴)|停职|取消[^,。]{0,8}?(?:入学|低保|保障|评优)(?:资格|待遇)?/, plain: REFUSES, refuses: true },
    {
      says: any(inRow(WITHHOLDS, /[^,。]{0,8}?/, DUE), inRow(DUE, /[^,。]{0,6}?/, WITHHOLDS)),
      harmless: /依法(?:申请)?(?:强制|冻结|查封)/,
      plain: REFUSES,
      refuses: true,
    },
    { says: /停[^,。]{0,6}?(?:电梯|门禁|梯卡|卡)|(?:电梯|门禁)[^,。]{0,4}?(?:停|禁用|注销)/, plain: REFUSES, refuses: true },
    { says: /[水电气暖]表[^,。]{0,6}?(?:拆|停|断)|(?:拆|停|断)[^,。]{0,4}?[水电气暖]表/, plain: REFUSES, refuses: true },
    { says: /(?:约谈|通报)[^,。]{0,8}?(?:单位|领导)/, plain: REFUSES },
    { says: /不予?(?:交房|交付房屋|发放?钥匙|办证)|拒(?:绝|不)(?:交房|办证)/, plain: /费|款|资|公积金/, refuses: true },
    { says: /强制(?:扣缴|扣划|提取|划转|缴纳)|强行(?:扣|划|拆|搬)/, plain: /公积金|工资|维修资金|存款|住户|业主|居民|房/ },
    { says: /(?:water|power|electricity|gas)\b[^.]{0,30}?\b(?:cut off|disconnected|shut off)|\bcut(?:ting)? off\b[^.]{0,20}?\b(?:water|power|electricity|gas)\b/i, plain: REFUSES },
  ],
};

/** What belongs to all owners of a building. */
const SHARED = /(?:电梯|外墙|架空层|屋顶|屋面|楼顶|大堂|楼道|走廊|公共(?:场地|道路)|基站|广告位?|地面(?:停车|车位))[^,。]{0,10}?(?:收入|收益|租金)/;
const COMMON_INCOME = /公共收益|共有(?:部分|部位)?[^,。]{0,8}?(?:收益|收入)|公共(?:部分|部位|区域)[^,。]{0,8}?(?:收益|收入)|小区[^,。]{0,12}?(?:收益|收入)/;
const COMMON = any(COMMON_INCOME, SHARED);
const OTHERS = /运营[商方]|运营单位|物业(?:公司|企业|服务企业|服务人)|项目公司|开发(?:企业|商)|实施主体|平台公司|街道/;

/** Owners are not asked. */
const BYPASSES = /(?:无须|无需|不用|不需|不经|不必|免于|免予|未经)[^,。]{0,6}?业主[^,。]{0,6}?(?:表决|投票|决定|同意|意见|大会)/;

const EMERGENCY = /紧急|应急|抢修|危及/;

const votes: Breach = {
  ids: ["C09"],
  clauses: ["civil-code/278"],
  what: text("维修资金、改造和出资由业主共同决定", "the maintenance fund, renewal and payments are decided by the owners together"),
  wordings: [
    { says: BYPASSES, harmless: EMERGENCY, plain: /维修[资基]金|公积金|物业费|加装|改造|重建|出资/, refuses: true },
    {
      says: /(?:业主(?:大会|代表)?|表决|投票|决议|签字)[^,。]{0,8}?(?:以后|之后|事后|后)再?补|(?:先)[^,。]{0,10}?(?:划用|动用|支用|使用|划转)[^。]{0,10}?再?补[^,。]{0,4}?(?:表决|投票|决议|签字)|维修[资基]金[^,。]{0,4}?先[用划支垫]/,
      harmless: EMERGENCY,
      plain: /维修[资基]金|公积金/,
      otherwise: "Q",
    },
  ],
};

const provident: Breach = {
  ids: ["C09"],
  clauses: ["national-law/provident-fund-5"],
  what: text("住房公积金由职工本人提取,只用于其自住住房", "the provident fund is drawn by the employee alone, for a home of his own"),
  wordings: [{ says: /公积金[^,。]{0,6}?由[^,。]{0,12}?(?:公司|单位|主体|街道|物业)[^,。]{0,6}?(?:提取|支取|划转|使用|代领|代提|领取)/, harmless: /单位缴存|代为?办理/ }],
};

const common: Breach = {
  ids: ["C10"],
  clauses: ["civil-code/282"],
  what: text("共有部分收入扣除合理成本后归业主共有", "income of common parts belongs to the owners after reasonable cost"),
  wordings: [
    { says: inRow(COMMON, /[^,。]{0,8}?(?:全部|全额|均|都|100%|百分之百|悉数|一概|一律)[^,。]{0,4}?(?:归|由|属)[^,。]{0,4}?/, OTHERS), harmless: /代收|代管|专户/ },
    {
      says: inRow(COMMON, /[^,。]{0,8}?(?:归|由|属|给)[^,。]{0,4}?/, OTHERS, /[^,。]{0,6}?(?:所有|独享|享有|自留|独占|$)/),
      harmless: /扣除|分成|比例|%|业主(?:大会)?(?:的)?(?:表决|决定|同意)|部分|代收|代管|专户|收取/,
    },
    {
      says: inRow(COMMON, /[^,。]{0,4}?/, OTHERS, /[^,。]{0,4}?(?:留|拿|用|抵|收)/),
      harmless: /扣除|分成|比例|%|业主(?:大会)?(?:的)?(?:表决|决定|同意)|代收|代管|专户/,
      plain: NEVER,
      otherwise: "Q",
    },
    {
      says: /(?:从|自|以|由)公共收益(?:中)?[^,。]{0,6}?(?:扣回|扣还|偿还|归还|抵扣|收回)/,
      harmless: /合理成本|业主(?:大会)?(?:表决|决定|同意)/,
      plain: /(?!)/,
      otherwise: "Q",
    },
    {
      says: /(?:广告|快递柜|充电桩|基站|摊位|停车|场地|电梯)[^,。]{0,10}?(?:的?钱|费用?|收入|收益|租金)[^,。]{0,4}?(?:都|全|均|一律|直接)+[^,。]{0,2}?(?:归|给|留)[^,。]{0,4}?(?:物业|运营|公司|企业|街道)/,
      harmless: /扣除|分成|比例|%|代收|代管|专户|业主(?:大会)?(?:的)?(?:表决|决定|同意)/,
    },
    { says: BYPASSES, harmless: EMERGENCY, plain: any(COMMON, /共有|公共/), refuses: true },
    {
      says: /\b(?:all|entire|whole|100 ?%)[^.]{0,12}?\b(?:income|revenue|proceeds)\b[^.]{0,20}?\bcommon\b[^.]{0,20}?\b(?:belongs?|goes|go|accrues?|is kept|are kept)\b[^.]{0,8}?\b(?:operator|developer|manager|company|management)\b/i,
    },
  ],
};

const BUYS = /购房|买房|房款|购买|认购|客户|买受人|商品房|住宅|买家|buyer/i;
const FLAT_SIDE = /车位|车库|储藏室?|装修|精装|软装|套餐|家电|保险|会所/;

const sale: Breach = {
  ids: ["C11"],
  clauses: ["jinhua-2020/3(3)"],
  what: text("限价房不得捆绑搭售或在价外收费", "a capped price has nothing bundled with it and nothing paid beside it"),
  wordings: [
    { says: /捆绑|搭售|强制搭配/, plain: all(FLAT_SIDE, /购|售|买/) },
    {
      says: inRow(/(?:须|必须|应当?|一律|只能)(?:(?:同时|一并|另行?|先|连同|搭配|捆绑)(?:购买?|订|加订|签订?|认购|选购|买)|购买?|加购|搭购)[^,。]{0,8}?/, FLAT_SIDE),
      plain: BUYS,
      harmless: /安全|房屋质量/,
    },
    {
      says: /(?:另收|加收|额外收取|价外收取?|另行收取)[^,。]{0,4}?(?:更名费|改名费|茶水费|选房费|号头费|团购费|装修包|服务费|车位款|装修款|精装款)|茶水费|号头费|更名费/,
      plain: any(BUYS, /\d/),
      otherwise: "Q",
    },
    { says: /\bbuyers?\b[^.]{0,12}?\b(?:must|have to|are required to|shall)\b[^.]{0,10}?\b(?:buy|purchase|take)\b[^.]{0,20}?\b(?:parking|spaces?|fit-?out|decoration|storage)\b/i },
  ],
};

const DEPOSIT = /团购[款费金]|[排选][卡号房]费|意向款|首付款?|预付款|入会费|认筹金?|诚意金|意向金|预订款|预定款|订金|定金|排号费|会员费|VIP卡?|房款/;
const BEFORE =
  /(?:预售|许可|销售)证?[^,。]{0,8}?(?:前|之前|以前)|(?:取|领|拿|办)证之?前|取得[^,。]{0,10}?证[^,。]{0,4}?前|(?<!取得[^。]{0,20})开盘前|内部认购|未(?:取得?|领取?|办理?|拿到|获得?)[^,。]*?(?:预售|许可)|(?:预售|许可)证?[^,。]{0,4}?(?:未|没)[^,。]{0,4}?(?:取得|办|领|下)|无证|证照后补/;

const presale: Breach = {
  ids: ["C11"],
  clauses: ["national-law/sales-22", "national-law/real-estate-45"],
  what: text("取得预售许可前不得收取任何预订性质的款项", "no money that books a flat is taken before the presale permit"),
  wordings: [
    {
      says: any(
        inRow(/(?:收取?|缴纳?|交纳?|预收)[^,。]{0,12}?/, DEPOSIT),
        inRow(DEPOSIT, /[^,。]{0,24}?(?:收取|缴纳|交纳|收|缴)/),
        inRow(/(?:认筹金|诚意金|团购[款费])[^,。]{0,10}?\d/),
        /内部认购/,
      ),
      plain: BEFORE,
    },
    {
      says: /收[^,。]{0,8}?(?:客户|意向|老?业主|购房人|住户)[^,。]{0,6}?元/,
      plain: BEFORE,
    },
    {
      says: /(?:交|收|付)[^,。]{0,6}?[\d一二两三四五六七八九十百千万]+[^,。]{0,3}?元[^,。]{0,6}?(?:锁|留|保留|预定|选|占)/,
      plain: BEFORE,
    },
    { says: /\b(?:deposits?|booking fees?|earnest money|down payments?)\b[^.]{0,40}?\bbefore\b[^.]{0,20}?\bpermit\b/i },
  ],
};

const supervision: Breach = {
  ids: ["M94"],
  clauses: ["national-law/real-estate-45(3)"],
  what: text("预售资金须全部存入监管账户,用于有关的工程建设", "presale money goes into the supervised account in full and pays for the works concerned"),
  wordings: [
    {
      says: /(?:预售(?:资金|款|所得|收入)|购?房款|售房款|按揭款)[^。]{0,10}?(?:[不未](?:进入?|入|存入?|纳入|经|通过|打入|缴入)|绕[开过]|体外|账外|脱离)[^,。]{0,8}?(?:监管|专户)/,
      refuses: true,
    },
    { says: /(?:首付款|按揭款|购?房款|预售(?:资金|款))[^,。]{0,8}?(?:转入|进入|存入|打入|汇入|进|入|打到|转到)[^,。]{0,10}?(?:一般账户|自有账户|基本户|个人账户|关联公司|股东)/ },
    {
      says: /预售(?:资金|款|所得|收入)[^,。]{0,8}?(?:用于|用来|归还|偿还|支付|还)[^,。]{0,6}?(?:贷款|借款|土地款|股东|本息)/,
      plain: /直接|股东|土地/,
      otherwise: "Q",
    },
  ],
};

const publicRooms: Breach = {
  ids: ["M30"],
  clauses: ["civil-code/275", "national-law/property-management-37"],
  what: text("业主共有和移交政府的空间不得由项目出售", "space of the owners, or handed over, is not the project's to sell"),
  wordings: [
    {
      says: /(?:人防(?:车位|工程)|架空层|公共(?:服务)?用房|物业(?:管理)?用房|社区用房|绿地)[^,。]{0,14}?(?:出售|对外销售|销售|卖给|售给|对外出租|(?:对外)?招租|改[为作成][^,。]{0,4}?(?:商铺|商业|经营))/,
      plain: /物业(?:管理)?用房/,
      otherwise: "Q",
    },
    {
      says: /(?:架空层|公共(?:走廊|大堂)|避难层|消防(?:通道|车道)|屋顶)[^,。]{0,12}?(?:隔(?:成|断|间)|封闭|围合)[^,。]{0,8}?(?:租|售|经营|商)/,
      plain: NEVER,
      otherwise: "Q",
    },
  ],
};

const leaseBack: Breach = {
  ids: ["C11"],
  clauses: ["national-law/sales-11"],
  what: text("不得返本销售、售后包租", "nothing is sold with its price or a rent promised back"),
  wordings: [
    { says: /售后(?:返租|包租|回租|租回)|返本销售|带租约返/, harmless: /融资租赁|设备/ },
    { says: /返租|包租|回租|租回/, plain: all(/[购售买卖]/, /铺|房|公寓|车位|业主|住宅/), harmless: /售后(?:返租|包租|回租|租回)|融资租赁|设备/ },
    {
      says: /回报|收益|返利|年化|返租/,
      harmless: /股权|基金|内部收益率|测算|预计|估算|评估|税/,
      plain: all(/销售|出售|售卖|售时|卖|买|购房/, /铺|公寓|车位|住宅|房/, /承诺|保证|保障|约定|固定|附|送|每年[^,。]{0,4}?(?:可得|返|领取|获得)/, /\d[\d.]*%|年返|每年返/),
    },
    { says: /\b(?:sold|sale)\b[^.]{0,12}?\bleas(?:ed|e)[- ]?back\b/i, harmless: /equipment/i },
  ],
};

/** Years beyond what a lease may last, in figures or words. */
const LONG = /(?:(?:2[1-9]|[3-9]\d|\d{3})|二十[一二三四五六七八九]|[三四五六七八九]十[一二三四五六七八九]?)年/;
const AT_ONCE = /一次|预付|预收|收齐|付清|趸|买断|in advance|upfront|prepaid|single payment/i;
const LAND_TERM = /土地(?:使用权)?(?:出让|租赁)|出让年限|特许经营/;

const leases: Breach = {
  ids: ["C23"],
  clauses: ["civil-code/705"],
  what: text("租期不得超过二十年,也不得以一次收租变相出售", "no lease lasts beyond twenty years, and none is a sale by rent paid at once"),
  wordings: [
    {
      says: any(inRow(/租(?:赁)?(?:期限?|约|用)?[^,。]{0,6}?/, LONG), inRow(LONG, /[^,。]{0,4}?(?:的)?(?:租金|租期|租赁|租约)/)),
      harmless: LAND_TERM,
      plain: AT_ONCE,
      otherwise: "Q",
    },
    { says: /以租代售|租转售|以租代卖|(?:租|使用权)[^。]{0,20}?等同(?:于)?(?:出售|买断|卖)/ },
    { says: inRow(/使用权[^,。]{0,6}?/, LONG, /[^,。]{0,6}?(?:一次|趸|付清|收齐)/), harmless: LAND_TERM },
    { says: inRow(/(?:车位|商铺|用房|房屋|储藏室|车库)[^,。]{0,4}?使用权[^,。]{0,6}?/, LONG, /[^,。]{0,8}?(?:转让|出让|出售|买断|卖|一口价)/), harmless: LAND_TERM },
    { says: /自动续(?:租|期|签|约)/, plain: all(/租/, AT_ONCE) },
    {
      says: /\bleas\w*\b[^.]{0,30}?\b(?:twenty-\w+|thirty|forty|fifty|sixty|seventy|2[1-9]|[3-9]\d)[- ]years?\b|\b(?:thirty|forty|fifty|2[1-9]|[3-9]\d)[- ]years?[- ]leases?\b/i,
      harmless: /land/i,
      plain: AT_ONCE,
      otherwise: "Q",
    },
  ],
};

export const ownerBreaches: readonly Breach[] = [coercion, votes, provident, common, sale, presale, supervision, publicRooms, leaseBack, leases];
