import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { listed, type Text, text } from "../../wording/text.ts";
import type { Severity } from "../findings.ts";
import { answer } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Review } from "./review.ts";
import { ofLine, said } from "./sides.ts";

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

/** Income that comes in and is not said to be of common parts: its name is looked at. */
const incomes = (review: Review) =>
  review
    .withRole("revenue.*")
    .filter((line) => line.tags["crosses"] === "in" && line.role !== "revenue.common" && review.total([line])?.lessThanOrEqualTo(MONEY_TOLERANCE) === false)
    .map((line) => {
      const part = review.parts.find(({ id }) => id === line.tags["component"]);
      const name = [line.label.zh, line.label.en, line.id, part?.label.zh ?? "", part?.label.en ?? ""].join(" ");
      return { line, part, name };
    });

const NO_INCOME = text("无经营收入,不适用", "no income: does not apply");

/** Income whose name says that it comes from space the project has no use of, unless the owners voted for it. */
function byName(id: string): Check {
  const own = SPACES.filter(({ ids }) => ids.includes(id));
  return check({
    ids: [id],
    severity: "Q",
    also: [...new Set(own.flatMap(({ clauses }) => clauses))],
    of: (review) => {
      const all = incomes(review);
      return all.length === 0 ? [] : [all];
    },
    none: NO_INCOME,
    judge: (all, review) => {
      const found = all.flatMap(({ line, part, name }) => {
        const space = SPACES.find(({ says }) => says.test(name));
        const vote = review.record(part?.word("vote"));
        if (space === undefined || !own.includes(space) || (vote?.is("vote") === true && vote.holds)) return [];
        return [
          {
            about: part === undefined ? line.label : part.label,
            answer: answer(false, ofLine(review, line)),
            fails: space.is,
            severity: space.severity,
            clauses: space.clauses,
          },
        ];
      });
      if (found.length > 0) return found;
      const names = all.map(({ line, part }) => (part === undefined ? line.label : part.label));
      return {
        answer: answer(
          true,
          said(text("按名称核对的收入", "income, by its name"), listed(names), all[0]?.line.id ?? ""),
          said(text("不得来自", "must not come from"), ORIGINS[id] ?? OWNERS, ""),
        ),
      };
    },
  });
}

const ORIGINS: Readonly<Record<string, Text>> = {
  C02: text("物业及社区用房、架空层", "property and community rooms, stilt floors"),
  C10: text("业主共有部分、物业及社区用房、架空层", "common parts, property and community rooms, stilt floors"),
  M98: text("留白面积", "reserve space"),
};

export const commonSpace: readonly Check[] = Object.keys(ORIGINS).map(byName);
