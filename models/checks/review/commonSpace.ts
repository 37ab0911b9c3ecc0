import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Text } from "../../wording/text.ts";
import type { Finding, Severity } from "../findings.ts";
import { finding } from "./finding.ts";
import type { Check, Review } from "./review.ts";

interface Space {
  readonly says: RegExp;
  readonly ids: readonly string[];
  readonly severity: Severity;
  readonly clauses: readonly string[];
  readonly is: Text;
}

const OWNERS: Text = {
  zh: "属业主共有部分的收益,扣除合理成本后归业主,计入项目须经业主重大事项表决",
  en: "income of common parts belongs to the owners, and enters the project by a major vote only",
};

/** How the name of an income gives away whose space it comes from, whatever kind was chosen for it. */
const SPACES: readonly Space[] = [
  {
    says: /电梯|轿厢|道闸|外墙|楼顶|屋顶|屋面|基站|铁塔|快递柜|广告|大堂|门厅|adverts?|advertis|billboard|\blifts?\b|base station|parcel locker|facade|rooftop/i,
    ids: ["C10"],
    severity: "R",
    clauses: ["civil-code/282"],
    is: OWNERS,
  },
  {
    says: /(?:小区|内部|地面|共有|业主|宅间)[^,。]{0,8}(?:停车|车位|泊位)|ground parking|(?:internal|own) roads/i,
    ids: ["C10"],
    severity: "Q",
    clauses: ["civil-code/275", "civil-code/282"],
    is: OWNERS,
  },
  {
    says: /物业(?:管理|服务)?用房|社区用房|property[ _-](?:service[ _-])?rooms?/i,
    ids: ["C02", "C10"],
    severity: "Q",
    clauses: ["civil-code/282"],
    is: { zh: "物业及社区用房不得由项目出租收益", en: "property and community rooms are not let by the project" },
  },
  {
    says: /架空层|骑楼|风雨连廊|\bstilts?(?:\b|_)/i,
    ids: ["C02", "C10"],
    severity: "Q",
    clauses: ["jinhua-2020/3(2)", "civil-code/282"],
    is: { zh: "不计容公共空间不得出租", en: "exempt public space is not let" },
  },
  {
    says: /留白|预留空间|\breserve(?:d)?[ _](?:space|rooms?)/i,
    ids: ["M98"],
    severity: "Q",
    clauses: ["jinhua-2020/1(4)"],
    is: { zh: "留白面积未定用途,不得计收入", en: "reserve space has no use yet and earns nothing" },
  },
];

/** C02, C10, M98: income whose name says that it comes from space the project has no use of. */
function byName(review: Review): readonly Finding[] {
  const voted = new Set(
    review.parts
      .filter((part) =>
        review.facts.some(({ id, kind, holds }) => kind === "vote" && holds && id === part.word("vote")),
      )
      .map(({ id }) => id),
  );
  const income = review
    .withRole("revenue.*")
    .filter(({ role, tags }) => tags["crosses"] === "in" && role !== "revenue.common");
  return income.flatMap((line) => {
    const component = String(line.tags["component"] ?? "");
    const part = review.parts.find(({ id }) => id === component);
    const name = [line.label.zh, line.label.en, line.id, part?.label.zh ?? "", part?.label.en ?? ""].join(" ");
    const space = SPACES.find(({ says }) => says.test(name));
    if (space === undefined || voted.has(component)) return [];
    const amount = review.total([line]);
    if (amount === undefined || amount.lessThanOrEqualTo(MONEY_TOLERANCE)) return [];
    const label = part === undefined ? line.label : part.label;
    return space.ids.map((id) =>
      finding(review, {
        id,
        severity: space.severity,
        pass: false,
        clauses: space.clauses,
        numbers: { amount },
        path: line.id,
        message: {
          zh: `${label.zh}:${line.label.zh}计入 ${amountText(amount)} 元;${space.is.zh}`,
          en: `${label.en}: CNY ${amountText(amount)} of ${line.label.en} counted; ${space.is.en}`,
        },
      }),
    );
  });
}

export const commonSpace: readonly Check[] = [{ ids: ["C02", "C10", "M98"], run: byName }];
