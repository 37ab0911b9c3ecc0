/** Whoever calls itself a company or a society is none, whatever the rest of its name says. */
const PRIVATE =
  /公司|集团|有限|股份|合伙|合作社|企业(?!服务|发展)|基金会|慈善|红十字|公益|商会|总会|协会|学会|校友|corporation|compan|\bltd\b|\binc\b/i;
/** Owners and residents govern themselves; builders of state firms are called bureaus too. */
const OTHERS =
  /(?:业主|物业|小区|居民|村民|仲裁)[^,]{0,4}委员会|(?:中建|中铁|中交|中冶|中水|中电|铁建|水电|冶建|能建|核建)[^,]{0,6}局|[一二三四五六七八九十\d]+局$|工程局|航(?:务|道)?局|[书邮票当药]局$/;

/** Endings that only public bodies have. */
const CERTAIN =
  /(?:人民政府|政府|管委会|委员会|[委办]|(?<!驻[^,]{1,6})办事处|办公室|局|[省住建交通财政水利民]厅|署|专班|领导小组|工作组|协调组|指挥部|街道(?:办)?|[^乡城]镇|纪检组|党组|人大(?:常委会|代表团)?|政协|检察院|法院|公安|执法队|消防(?:救援)?[大支]?队|财政所)$/;
/** Endings that stand for an office too: 经办, 主办 and 代办 are what somebody does, 常委 and 编委 who somebody is. */
const DOING = /(?:经办|主办|承办|代办|协办|举办|筹办|民办|公办|常委|编委|评委)$/;

/** Endings of public institutions that others have too, where nothing says who keeps them. */
const INSTITUTIONS = /(?:医院|卫生院|保健院|疾控中心|小学|中学|[^开放]学校|大学|学院|幼儿园|党校)$/;
/** Endings of institutions that are public where a district, a town or a city stands at the head. */
const KEPT = /(?:中心|处|所|站|院|馆|大队|支队|中队|总队|场|库)$/;
const NOT_KEPT =
  /(?:事务所|研究所|研究院|设计院|规划院|勘察院|剧院|影院|敬老院|营业所|售楼处|购物中心|商业中心|会展中心|大酒店|市场|广场|超市|车库|商场)$/;
const HEAD =
  /^(?:某|\p{Script=Han}{0,4}?)(?:省|(?<![城超门都夜集菜])市(?!场|民)|(?<![社小园片景校厂街库湾])区(?!域|块)|县|(?<![乡城])镇|街道|旗)/u;

/** Whose role leaves open that he is an institution of the public: who builds, holds or gives. Whoever rents or runs rooms may be a private one. */
type Reading = "certain" | "any";

/** 机关、事业单位: whether a name, or a part of it beside a bracket, is that of a public body, by what it ends with. */
export function endsAsPublicBody(name: string, reading: Reading): boolean {
  if (PRIVATE.test(name)) return false;
  return name
    .split(/[()()、,,;;/\s]+/u)
    .filter((part) => part !== "" && !OTHERS.test(part))
    .some((part) => (CERTAIN.test(part) && !DOING.test(part)) || (reading === "any" && isInstitution(part)));
}

const isInstitution = (part: string): boolean =>
  INSTITUTIONS.test(part) || (KEPT.test(part) && HEAD.test(part) && !NOT_KEPT.test(part));
