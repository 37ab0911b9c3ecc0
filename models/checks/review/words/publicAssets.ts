import { type Text, text } from "../../../wording/text.ts";

/** Assets that secure no debt, by what people call them, with the clause that says so. */
interface AssetGroup {
  readonly clause: string;
  readonly name: Text;
  readonly words: RegExp;
}

/** What serves the public: 民法典399 (三); land in reserve and offices: 财预〔2017〕50号 二; what belongs to all owners: 民法典274. */
const GROUPS: readonly AssetGroup[] = [
  {
    clause: "civil-code/399",
    name: text("教育设施", "a school"),
    words:
      /学校|[小中大]学(?!府|士|生公寓)|学院|幼儿园|幼托|托育|托幼|托儿|早教用房|教学楼|校舍|校园|校区|教室|实训(?:楼|基地)|\b(?:schools?|kindergartens?|nurser(?:y|ies)|campus)\b/i,
  },
  {
    clause: "civil-code/399",
    name: text("医疗卫生设施", "a clinic"),
    words: /医院|卫生(?:服务)?(?:中心|站|院|室|所)|保健(?:院|站)|诊所|门诊|住院|疾控|急救|医疗(?:用房|楼|设施)|\b(?:hospitals?|clinics?|health cent(?:er|re)s?)\b/i,
  },
  {
    clause: "civil-code/399",
    name: text("养老、儿童与助残设施", "rooms of care"),
    words:
      /(?:养老|敬老|福利|助老|助残|残疾人|儿童|青少年|妇女儿童)[^,。、]{0,4}?(?:用房|院|中心|之家|服务站|设施|驿站|活动室)|老年(?:活动|大学|食堂|公寓)|日间照料|居家养老|少年宫|\b(?:care (?:home|cent(?:er|re)|rooms?)|day care)\b/i,
  },
  {
    clause: "civil-code/399",
    name: text("文化体育设施", "rooms of culture and sport"),
    words:
      /图书(?:馆|室)|书屋|文化(?:馆|站|宫|中心|礼堂|活动|广场|大院)|博物馆|美术馆|展览馆|纪念馆|科技馆|体育(?:馆|场|中心|设施|公园)|健身(?:场|路径|广场|步道)|全民健身|游泳馆|\b(?:librar(?:y|ies)|museums?|gym(?:nasium)?s?|sports (?:hall|ground|cent(?:er|re)))\b/i,
  },
  {
    clause: "civil-code/399",
    name: text("社区公共服务用房", "rooms of the community"),
    words:
      /邻里(?:中心|驿站)|社区(?:配套|公共|服务|综合|管理|活动|居委|办公)?[^,。、]{0,4}?用房|社区[^,。、]{0,4}?(?:服务(?:中心|站)|食堂|活动(?:中心|室))|党群(?:服务)?中心|居委会|便民服务|公共服务(?:用房|设施|中心)|配套公建|公建配套|公益性?(?:用房|设施|资产)|\b(?:neighbou?rhood cent(?:er|re)|communit(?:y|ies) (?:rooms?|hall|cent(?:er|re))|public[- ]benefit)\b/i,
  },
  {
    clause: "national-law/hidden-debt-assets",
    name: text("机关办公用房", "offices of government"),
    words:
      /(?<!商务|商业|商品|产业|写字)办公楼(?!宇)|(?:政府|机关|行政|街道|部门)[^,。、]{0,4}?(?:办公|用房|大楼|大院|中心)|政务(?:服务)?中心|派出所|法院|消防站|\b(?:town hall|government offices?)\b/i,
  },
  {
    clause: "national-law/hidden-debt-assets",
    name: text("市政公用设施", "public works"),
    words:
      /公园|(?:市民|公共)广场|公共绿地|市政(?:设施|道路|管网|管线|工程|公用)|综合管廊|污水|雨水管|排水|泵站|垃圾(?:中转|转运|处理|收集|房|站|厂)|环卫|公厕|公共厕所|公交[^,。、]{0,4}?(?:站|场)|首末站|客运站|长途汽车站|轨道交通|地铁站|变电[站所]|配电(?:房|站|室)|开闭所|换热站|水厂|人防|人民防空|防空|避难|消防(?:设施|水池|通道)|\b(?:parks?|sewage|sewers?|bus (?:stations?|depots?|terminals?)|civil[- ]defen[cs]e|public toilets?)\b/i,
  },
  {
    clause: "national-law/hidden-debt-assets",
    name: text("储备土地", "land in reserve"),
    words: /储备(?:土地|地块|用地|地)|收储[^,。、]{0,2}?(?:土地|地块)|\bland in reserve\b|\breserve(?:d)? land\b/i,
  },
  {
    clause: "civil-code/274",
    name: text("业主共有部分", "common parts of the owners"),
    words:
      /物业(?:管理|服务|经营)?[^,。、]{0,2}?用房|架空层|业主共有|共有(?:部分|部位)|公共部位|公用设施|小区(?:道路|绿地|会所)|门卫|\b(?:property[- ]management rooms?|open (?:ground )?floors?|common parts?)\b/i,
  },
];

/** What only lies near such a thing, or is named after it. */
const BESIDE =
  /^[^,。、]{0,2}?(?:路|街|巷|弄|旁|边|周边|附近|对面|以外|之外|外[侧围]?|[东南西北]侧|沿街|商铺|商业|门店|小店|一号|壹号|花园|华府|雅苑|府邸|小区|公寓|新村|片区|地块商)/;
const NONE = /(?:不含|不包括|除|非|不是|不属于|不涉及)[^,。;、]{0,6}$/;
/** Of an income, what is earned is pledged and not the thing. */
const AS_INCOME = /收益权|收费权|租金|收入|应收账款|经营权|\b(?:rents?|income|receivables?|fees?)\b/i;
const AS_THING = /抵押|设押|\bmortgag/i;
/** Schools and hospitals that are run for gain may be somebody's property. */
const FOR_GAIN = /(?<!非)营利性|(?<!非)盈利性|\bfor[- ]profit\b/i;

/** A thing of the public that a pledge is of, by its words. */
export function publicAssetIn(label: string, asset: string): AssetGroup | undefined {
  if (AS_INCOME.test(`${label} ${asset}`) && !AS_THING.test(`${label} ${asset}`)) return undefined;
  return GROUPS.find(({ words }) => [label, asset].some((written) => isNamed(written, words)));
}

export const isForGain = (written: string): boolean => FOR_GAIN.test(written);

const isNamed = (written: string, words: RegExp): boolean =>
  [...written.matchAll(new RegExp(words, "gi"))].some(({ index, 0: word }) => !BESIDE.test(written.slice(index + word.length)) && !NONE.test(written.slice(0, index)));
