import { text } from "../../../wording/text.ts";
import type { Breach } from "./breach.ts";
import { all, any, inRow, NEVER } from "./patterns.ts";

const GRANT = /(?:补助|补贴|奖补|以奖代补|配套)(?:资金|款|金)?/;
const REPAYS = /(?:偿还|归还|还|偿付|清偿|支付)[^,。]{0,6}?(?:贷款|借款|债务|本息|欠款)|还本付息|还贷|还银行|偿债/;

const grants: Breach = {
  ids: ["C07"],
  clauses: [],
  what: text("补助资金专款专用,不得用于偿还债务", "a grant is spent on what it is granted for and repays no debt"),
  wordings: [{ says: inRow(GRANT, /[^,。]{0,14}?/, REPAYS), harmless: /债券|专项债|贴息|利息补贴/ }],
};

const BOND_MONEY = /专项债(?:券)?(?:募集)?(?:的?[钱款]|资金|部分)?|债券(?:募集)?(?:资金|款)/;

const bondUses: Breach = {
  ids: ["C14"],
  clauses: ["national-law/special-bonds"],
  what: text("专项债不得用于商品房开发、楼堂馆所、形象工程和一般竞争性产业", "bond money builds no homes for sale, no offices, no showpieces and no competitive business"),
  wordings: [
    { says: inRow(BOND_MONEY, /[^,。]{0,24}?(?:商品房|商品住宅|房地产开发|楼堂馆所|形象工程|办公楼|写字楼|酒店|产业投资|股权投资)/), harmless: /除[^,。]{0,20}?(?:外|以外)/ },
    {
      says: inRow(BOND_MONEY, /[^,。]{0,10}?(?:流动资金|周转|过渡费|拆房|补偿款?|代偿)/),
      harmless: /配套|棚改/,
      plain: NEVER,
      otherwise: "Q",
    },
    { says: inRow(/(?:专项债(?:券)?|债券)(?:募集)?(?:资金|款)?/, /[^。]{0,16}?(?:(?:还|偿还|归还|置换)[^,。]{0,10}?(?:旧债|债务|贷款|借款|欠款)|借给|转借|出借)/) },
  ],
};

const bondRunning: Breach = {
  ids: ["C14"],
  clauses: ["national-law/special-bonds-current", "national-law/budget-35(2)"],
  what: text("专项债不得用于工资、运行经费等经常性支出", "bond money pays no wages and no running cost"),
  wordings: [{ says: inRow(BOND_MONEY, /[^,。]{0,20}?(?:工资|薪酬|薪金|奖金|人员经费|办公经费|运行经费|日常(?:运转|运营)|养护费|企业补贴)/) }],
};

const NO_TENDER =
  /不(?:再|予|用|须|必|需要?|走|进行|组织|经|通过|公开|搞)*(?:招标|招投标|竞争|比选)|(?:免|无须|无需|不需|不走|未经|规避|绕开)[^,。]{0,4}?(?:招标|招投标|竞争|比选)/;
const WORK = /总承包|施工|建设任务|工程|监理|设计|运营|采购/;
const DIRECT = any(
  inRow(/(?:直接(?:委托|指定|发包|交给|交由|授予|确定|安排)|指定)[^,。]{0,20}?/, any(WORK, /公司|集团|单位|企业/)),
  inRow(WORK, /[^,。]{0,14}?(?:直接(?:委托|指定|发包|交给|交由|授予|确定)|由[^,。]{0,10}?指定)/),
);
/** What the law itself lets go without a tender. */
const NO_NEED =
  /不属于[^,。]{0,6}?必须|未达到?|未超过|低于|限额|规模标准|按规定|依法(?:可以)?(?:不|免|直接)|符合[^。]{0,20}?(?:条|规定|情形)|单一来源|竞争性(?:磋商|谈判|比选)|邀请招标|应急|紧急|抢险|指定(?:账户|媒介|媒体|银行|地点)/;

const tenders: Breach = {
  ids: ["C24"],
  clauses: ["national-law/tender-reg-8"],
  what: text("依法必须招标的项目应当招标,不得直接委托", "what the law has put out to tender is not awarded directly"),
  wordings: [
    { says: NO_TENDER, harmless: NO_NEED, plain: all(NO_TENDER, DIRECT), otherwise: "Q", refuses: true },
    { says: DIRECT, harmless: NO_NEED, plain: all(NO_TENDER, DIRECT), otherwise: "Q" },
    {
      says: /(?:先|已)[^,。]{0,6}?(?:施工|进场|开工|动工|入驻|运营)[^。]{0,8}?(?:后|再|事后)?补[^,。]{0,4}?(?:招标|比选|采购|合同|程序)/,
      harmless: /应急|抢险|抢修/,
      plain: NEVER,
      otherwise: "Q",
    },
  ],
};

const overruns: Breach = {
  ids: ["C26"],
  clauses: ["national-law/government-investment-23"],
  what: text("投资超过批复概算的须重新报批", "an investment beyond what was approved goes back for approval"),
  wordings: [
    {
      says: /边干边批|边(?:建|施工)边[报批审]|未批先建|先(?:建|施工|开工)[^,。]{0,4}?(?:后|再)[补报批]/,
      harmless: /应急|抢险|抢修/,
      plain: /超|概算|批复/,
      otherwise: "Q",
    },
    {
      says: /(?:(?<!不|未|没有)超(?:出|过|支|概)?|突破)[^。]{0,14}?(?:不再|无须|无需|不必|不另行?|不用|免于?)[^,。]{0,6}?(?:报批|审批|核定|核准|报告|调整|报原)/,
      plain: /超概|概算|估算|批复|投资/,
      refuses: true,
    },
  ],
};

export const procedureBreaches: readonly Breach[] = [grants, bondUses, bondRunning, tenders, overruns];
