import { text } from "../../../wording/text.ts";
import type { Breach } from "./breach.ts";
import { LAND_LINKS, LENT_CAPITAL } from "./frames.ts";
import { any, inRow } from "./patterns.ts";

/** What somebody lends. */
const LENT = /贷款|借款|借入|借给|出借|借贷|拆借|信托|融资券|中期票据|公司债|企业债|过桥|垫付|代垫|垫资|理财|资管|银行融资|债务性资金|[借贷融]来的/;
const OWN = /资本金|注册资本|股东的?出资/;

const capital: Breach = {
  ids: ["C06"],
  clauses: ["national-law/capital-ratio", "national-law/capital-not-debt"],
  what: text("资本金须为非债务性资金,不得抽回", "capital is nobody's debt and stays in"),
  wordings: [
    {
      says: inRow(OWN, /(?!(?:到位|缴足|实缴|缴齐|比例)[^,。、]{0,4}?(?:后|之后|为))[^,。、]{0,14}?(?:由|以|用|来自|来源|通过|经|系|为|靠|向|发行)[^,。、]{0,24}?/, LENT),
      harmless: /之外|以外|自有资金和/,
    },
    { says: inRow(LENT, /(?:资金|的资金|所得)?[^,。、]{0,6}?(?:转作|转为|作为|充当|充作|用作|充抵|缴付|缴纳)[^,。、]{0,6}?/, any(OWN, /出资/)) },
    {
      says: inRow(
        /(?:股东|投资[人方]|出资[人方]|集团)[^,。]{0,4}?(?:以|用|拿|凭|靠|通过|借)[^,。]{0,8}?/,
        any(LENT, /流贷|信贷资金|授信资金/),
        /[^,。]{0,10}?(?:出资|入资|缴付|缴纳|缴足|实缴|认缴|注资|入股|验资|注册资本)/,
      ),
    },
    LENT_CAPITAL,
    { says: /(?:股东|投资人)(?:的)?出资(?:款)?(?:来自|来源于|系|由)[^,。、]{0,10}?(?:贷款|借款|信托|融资)/ },
    { says: /(?:资本金|注册资本|出资)[^。]{0,20}?(?:抽回|抽走|抽逃|抽出)|抽(?:回|走|逃|出)[^,。]{0,6}?(?:资本金|出资|注册资本)/ },
    {
      says: /(?:资本金|注册资本)[^。]{0,14}?(?:转出|转走|撤回|(?:归还|返还|退还)(?:给)?(?:各)?股东)/,
      harmless: /清算|减资|终止/,
      plain: /验资后[^,。]{0,4}?全部|往来款/,
      otherwise: "Q",
    },
    {
      says: inRow(OWN, /[^。]{0,14}?(?:转回|划回|退回|退还|转给|打回|回流|回转|调回|返回)[^,。]{0,6}?(?:股东|出资[人方]|投资[人方]|集团|母公司|原账户)/),
      harmless: /清算|减资|终止|分红|多缴/,
      plain: /到位|验资|缴足|实缴|缴付|缴齐|[月日天]内|随即|次日/,
      otherwise: "Q",
    },
    { says: /(?:资本金|注册资本|验资)[^。]{0,20}?借给/ },
    { says: /(?:注资|出资|验资|到位|缴足)后?[^,。]{0,16}?(?:转走|转出|抽走|抽回|划走|调走|提走|挪走|取回)/, harmless: /清算|减资/ },
    { says: /\b(?:(?:shareholders?'?|registered) capital|equity|paid-?in capital|share capital)\b[^.,;]{0,12}?\bborrowed\b/i },
    {
      says: /\b(?:(?:shareholders?'?|registered|project|own) capital|equity|paid-?in capital|share capital|capital contributions?)\b[^.,;]{0,30}?\b(?:comes?|financed|funded|raised|borrowed|paid)\b[^.,;]{0,20}?\b(?:loans?|borrow\w*|bank|trust|notes|commercial paper)\b/i,
    },
    { says: /\bcapital\b[^.]{0,40}?\b(?:withdrawn|drawn out|taken out)\b/i, harmless: /loan|facility/i },
  ],
};

const BY_PARTS = /(?:分期|分年|分批|逐年|按比例|全额|全部|如数|等额)*/;
const LAND_MONEY = /土地出让(?:收入|金|价款|款)?|出让(?:金|收入|价款)|土地(?:收入|价款|款|成交价)|成交[价额款]|地价款?/;
const TAKER = /受让|竞得|买受|竞买|开发(?:企业|商|单位)|项目公司|用地(?:者|单位)|投资人|社会资本|用地企业/;
const BACK = /返还|退还|退回|退给|返给|奖励|补贴|补助|返补|返奖|奖返|扶持|还给/;
/** What the rules let come back: the set-aside a budget returns to the pilot, or what was paid too much. */
const SET_ASIDE = /计提|多缴|误缴|保证金|解除合同|收回土地/;

const land: Breach = {
  ids: ["R-LAND-1"],
  clauses: ["national-law/land-receipts-return", "national-law/land-receipts"],
  what: text("土地出让收入不得返还或变相返还用地者", "what land brings in does not go back to who bought it"),
  wordings: [
    ...LAND_LINKS,
    { says: inRow(LAND_MONEY, /[^。、]{0,30}?/, BACK, /[^,。]{0,16}?/, TAKER), harmless: SET_ASIDE },
    { says: inRow(TAKER, /[^,。]{0,10}?/, LAND_MONEY, /[^。]{0,24}?/, BACK), harmless: SET_ASIDE },
    {
      says: inRow(LAND_MONEY, /(?:的|部分|超出部分|先征后返|,)*/, BY_PARTS, /(?:返还|奖返|返奖|退还)/),
      harmless: SET_ASIDE,
      plain: any(TAKER, /扶持|奖励|补贴|资金来源|先征后返|用于[^,。]{0,6}?(?:项目|建设|小区)/),
      otherwise: "Q",
    },
    {
      says: /\bland (?:premium|price|payment|revenue|money)\b[^.]{0,30}?\b(?:refunded|returned|rebated|paid back|given back)\b/i,
      plain: /buyer|developer|purchaser|bidder|company|subsid/i,
      otherwise: "Q",
    },
  ],
};

const TAX = /税收|增值税|所得税|契税|房产税|土地使用税|税款|地方留[成存]/;

const taxes: Breach = {
  ids: ["C13"],
  clauses: [],
  what: text("税收由法律定减免,不得由财政返还或奖励给特定企业", "taxes are reduced by law alone and not paid back to an enterprise"),
  wordings: [
    {
      says: inRow(TAX, /[^。、]{0,24}?(?:先征后返|先征后退|奖励|奖给|返给|返还|奖返|返奖|补贴|(?:名义|形式|全额|如数)退还)/),
      harmless: /留抵|多缴|误缴|即征即退|个人所得税|个税|汇算|税务机关|以奖代补|不含税|含税/,
      plain: any(/投资[人方]|项目公司|受让|股东|开发(?:企业|商)|社会资本|运营商/),
      otherwise: "Q",
    },
    { says: /\btax(?:es)?\b[^.]{0,40}?\b(?:refunded|rebated|paid back|returned)\b[^.]{0,30}?\b(?:investor|developer|company|operator)\b/i },
  ],
};

const PUBLIC_ASSET =
  /公益性?(?:资产|设施|用房)|学校|幼儿园|医院|托育用房|养老用房|卫生服务(?:中心|站)|公园|储备(?:土地|地块|用地)|(?<!商务|商业|商品|产业)办公楼|教学楼|校舍|图书馆|体育馆|文化馆|人防(?:工程|车位|设施)|污水处理(?:厂|站|设施)|公交(?:场站|首末站)|物业(?:管理|服务)?用房|架空层|邻里中心|社区用房/;
/** Run for gain it may be somebody's property. */
const FOR_GAIN = /(?<!非)营利性/;

const OWED_BY_GOVERNMENT =
  /(?:政府|财政)[^,。]{0,8}?(?:应收(?:账款|款)?|应付[^,。]{0,6}?(?:款|费)|(?:应付|应支付)?[^,。]{0,8}?费(?:收益)?权|付费|购买服务(?:款|费|收益权?)|补(?:助|贴)(?:款|资金|收益权?)?)|应收[^,。]{0,4}?(?:政府|财政)[^,。]{0,8}?(?:款|费|补贴|补助)/;

const pledges: Breach = {
  ids: ["R-DEBT-7"],
  clauses: ["civil-code/399", "national-law/hidden-debt-assets"],
  what: text("公益性资产、储备土地、土地出让收入和财政资金不得用于抵押质押", "public-benefit assets, land in reserve, land revenue and budget money secure no debt"),
  wordings: [
    {
      says: inRow(PUBLIC_ASSET, /(?!周边|附近|旁|对面|以外|之外)(?:(?!收入|收益|收费|商铺|租金)[^。]){0,18}?(?:抵押|质押|注入|设押)/),
      harmless: any(/注入(?:活力|动力)/, FOR_GAIN),
    },
    { says: inRow(/以/, PUBLIC_ASSET, /[^,。]{0,6}?(?:设定|提供|办理)?(?:抵押|担保|质押)/), harmless: FOR_GAIN },
    { says: /(?:土地出让|出让)[^,。]{0,10}?(?:收入|收益|金)[^,。]{0,10}?(?:质押|抵押)/ },
    // What a government is to pay one day.
    {
      says: any(
        inRow(OWED_BY_GOVERNMENT, /[^,。]{0,8}?(?:质押|出质|抵押|作为[^,。]{0,4}?担保)/),
        inRow(/(?:质押|出质)[^,。]{0,6}?/, OWED_BY_GOVERNMENT),
        inRow(OWED_BY_GOVERNMENT, /[^。]{0,12}?(?:转让给|卖给|保理|贴现|换现)/),
        /政府购买服务(?:协议|合同)[^。]{0,16}?(?:质押|出质)/,
      ),
    },
    // Fees of schools and hospitals are not theirs to charge without more: asked about.
    {
      says: inRow(/(?:公立|公办)?(?:学校|幼儿园|医院|卫生(?:服务)?(?:中心|院))/, /[^,。]{0,6}?(?:收费权|学费|医疗收入|收益权)[^,。]{0,8}?(?:质押|出质|抵押)/),
      plain: /公立|公办|公益/,
      otherwise: "Q",
    },
    {
      says: /\b(?:kindergartens?|schools?|hospitals?|clinics?|parks?|public[- ]benefit assets?|reserved? land)\b[^.]{0,30}?\b(?:mortgaged|pledged|charged)\b/i,
      harmless: /income|revenue|fees/i,
    },
    { says: /\bland (?:revenue|income|receipts|sales?)\b[^.]{0,20}?\bpledged\b/i },
  ],
};

/** What sentences say of pledges. */
export const PLEDGED = pledges.wordings;

export const moneyBreaches: readonly Breach[] = [capital, land, taxes, pledges];
