import type { PartyRole } from "./parties.ts";
import type { PayerKind } from "./payers.ts";
import { endsAsPublicBody } from "./publicBodies.ts";

/** What a party is to the project by the role it was given. */
const BY_ROLE: Readonly<Record<PartyRole, PayerKind>> = {
  entity: "owner",
  spv: "owner",
  operator: "operator",
  resident: "resident",
  buyer: "buyer",
  tenant: "customer",
  contractor: "builder",
  supplier: "builder",
  landowner: "buyer",
  tax: "tax",
  district: "budget",
  city: "budget",
  province: "budget",
  central: "budget",
  fund: "fund",
  bank: "lender",
  bondholder: "lender",
  investor: "owner",
  soe: "owner",
  utility: "customer",
  donor: "donor",
  maintenance_fund: "maintenance",
  provident_fund: "provident",
  other_project: "project",
  other: "stranger",
};

/** Kinds whose role leaves open who it is: a name may say more. */
const OPEN: ReadonlySet<PayerKind> = new Set([
  "stranger",
  "owner",
  "customer",
  "operator",
  "buyer",
  "donor",
  "builder",
  "project",
]);

/** Kinds of parties that are no public body's tenants or customers: whatever institution their name says they are. */
const HOLDERS: ReadonlySet<PayerKind> = new Set(["owner", "donor", "project"]);

/** What calls itself a project or a place is one, whatever stands in its name: 某银行宿舍改造项目. */
const PLACE = /(?:项目|片区|小区|社区|地块|工程|组团|[一二三四五六七八九十\d]期)$|\bprojects?$/i;

const COMPANY = /公司|集团|企业|有限|股份|corporation|compan|group|ltd|inc\b/i;

const OWNERS_COMMITTEE = /(?:物业|业主|小区)[^,]{0,4}委员会/;
const OWNERS_BODY = /(?:物业|业主|小区)[^,]{0,4}委员会|业委会|业主大会|owners' (?:committee|association|meeting)/i;
const COMPANY_OR_OWNERS = new RegExp(`${COMPANY.source}|${OWNERS_COMMITTEE.source}`, "i");

/** How a name gives away a lender, a fund, a budget, residents or the provident fund, whatever role was chosen. */
interface ByName {
  readonly kind: PayerKind;
  readonly says: RegExp;
  readonly not?: RegExp;
  readonly of?: PayerKind;
}

const LAND: ByName = {
  kind: "land",
  says: /(?:土地|地块|用地)[^,]{0,4}出让(?:收入|收益|价?款|金)|(?<!权)出让(?:收入|收益|金)|土地(?:收益|收入|价款)|\bland (?:sale )?(?:receipts|proceeds|revenue)\b/i,
};

const CHARITY = /基金会|慈善(?:总会|会)|红十字/;

const BY_NAME: readonly ByName[] = [
  { kind: "provident", says: /公积金|provident fund/i },
  LAND,
  {
    kind: "lender",
    says: /银行|信托|资管计划|资产管理计划|融资租赁|金融租赁|保理|小额贷款|小贷|典当|财务公司|证券|理财|过桥|信用社|农商行|农发行|国开行|进出口行|债权(?:投资)?计划|(?:专项|集合|收益权|受益权)计划|资产支持|资管产品|私募(?:债|产品)|财富(?:管理|投资)|保险资管|消费金融|供应链金融|担保(?:公司|集团|有限|股份|机构|中心)|定向融资|定融|(?:融资|理财)(?:计划|产品)|(?:金融|不良)资产管理|\bAMC\b|国开发展|债权(?:投资|融资)|收益凭证|网贷|\b(?:bank|trust|leasing|factoring|bridge loan|debt (?:investment )?(?:plan|scheme)|asset[- ]management (?:plan|product)|asset-backed|securities|credit (?:union|fund)|lender|wealth management|consumer finance|guarantee company|private placement)\b/i,
    not: /银行(?:街|路|巷|宿舍|家属|小区)|信托(?:育|幼|管|老)|公益信托|time bank|时间银行|food bank|parking bank/i,
  },
  {
    kind: "fund",
    says: /(?:投资|产业|引导|母|子|专项|更新|发展)?基金|有限合伙|合伙企业|(?:政策性|开发性)[^,]{0,4}金融工具|私募股权|股权投资计划|\b(?:funds?|(?:limited )?partnership|private equity|equity scheme)\b/i,
    not: /基金会|维修|慈善|公益|助学|foundation|charit/i,
  },
  {
    kind: "budget",
    says: /财政|人民政府|政府(?!性)|街道办|管委会|管理委员会|指挥部|更新办|国资委|(?:住建|建设|规划|发改|交通|民政|城管|自然资源|住房)[^公司]{0,8}局|\b(?:government|bureau|treasury|municipality)\b|finance (?:office|department)/i,
    not: COMPANY_OR_OWNERS,
  },
  {
    kind: "resident",
    says: OWNERS_BODY,
    of: "donor",
  },
  {
    kind: "owner",
    says: /城投|国资|建投|城建|城发|交投|水投|旅投|文投|产投|国投|开投|国有(?:资本|资产|企业|独资|控股)|国企|平台公司|\bstate[- ]owned\b/i,
    not: CHARITY,
    of: "donor",
  },
  {
    kind: "builder",
    says: /中(?:建|铁|交|冶|水|核|能)[^,]{0,6}局|铁建|开发(?:企业|建设)|建设(?:集团|公司|工程|股份|有限)|建工|建筑|施工|工程(?:公司|集团|有限)|承包|装饰|监理|开发(?:公司|商|集团|有限)|地产|置业|房产|供应|物业(?:公司|服务)|\b(?:construction|builders?|contractors?|developers?|engineering|suppliers?)\b/i,
    not: CHARITY,
    of: "donor",
  },
  {
    kind: "resident",
    says: /居民|业主|住户|\b(?:residents?|owners?|households?)\b/i,
    not: /委员会|owners' committee/i,
  },
];

/** Whether a name is that of a kind of payer; a public body is known by the ending of its name too. */
function isNamed({ kind, says, not, of }: ByName, role: PayerKind, { zh, en }: Named): boolean {
  if (of !== undefined && of !== role) return false;
  const found = [zh, en].some((name) => says.test(name)) && not?.test(zh) !== true && not?.test(en) !== true;
  return found || (kind === "budget" && endsAsPublicBody(zh, HOLDERS.has(role) ? "any" : "certain"));
}

/** Financing gives itself away in the name of the money too. */
const MONEY_NAMES: readonly Omit<ByName, "not">[] = [
  { kind: "provident", says: /公积金|provident fund/i },
  {
    kind: "lender",
    says: /过桥|信托资金|资管|借款|贷款|借入|融资款|拆借|\b(?:bridge loan|trust money|loan proceeds|borrowed)\b/i,
  },
  { ...LAND, of: "project" },
  { kind: "fund", says: /基金(?:投入|出资|到账|注资)|fund's (?:capital|money)/i },
];

interface Named {
  readonly zh: string;
  readonly en: string;
}

/** Who a payer is, and whether a name said so against the role that was chosen. */
export interface Payer {
  readonly kind: PayerKind;
  readonly byName: boolean;
}

export function payerOf(role: string, name: Named, money: readonly Named[]): Payer {
  const kind = BY_ROLE[role as PartyRole] ?? "stranger";
  const says = (pattern: RegExp, { zh, en }: Named): boolean => pattern.test(zh) || pattern.test(en);
  const byMoney = MONEY_NAMES.find(
    ({ kind: other, says: word, of = kind }) => of === kind && other !== kind && money.some((one) => says(word, one)),
  );
  if (byMoney?.kind === "provident" && kind !== "project") return { kind: "provident", byName: false };
  if (!OPEN.has(kind)) return { kind, byName: false };
  const isPlace = kind === "project" && PLACE.test(name.zh);
  const byParty = (isPlace ? [LAND] : BY_NAME).find((one) => isNamed(one, kind, name));
  const found = byParty ?? byMoney;
  if (found === undefined || found.kind === kind) return { kind, byName: false };
  // A bank, a treasury or a fund is no project: there is nothing to ask.
  return { kind: found.kind, byName: kind !== "project" || byParty === undefined };
}

/** Whether a party is a public body, by its role or by its name. */
export function isPublicBody(role: string, name: Named): boolean {
  return payerOf(role, name, []).kind === "budget";
}

/** A rebate is the city's: a payer that calls itself a district's says so against its role. */
export function namesDistrict({ zh, en }: Named): boolean {
  return /[区县](?:级|财政|财局|县)|区县|\b(?:district|county)\b/i.test(zh) || /\b(?:district|county)\b/i.test(en);
}
