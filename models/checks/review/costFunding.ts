import { contingency } from "../../mechanisms/cost/contingency.ts";
import { type CostFunding, costFundings } from "../../statements/costFunding.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { listed, text } from "../../wording/text.ts";
import { answer, compare } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Review } from "./review.ts";
import { called, ofLine, said, sumOf } from "./sides.ts";

type Severity = "R" | "Q";
interface Asked {
  readonly id: string;
  readonly severity: Severity;
  readonly clauses: readonly string[];
}

const EACH_ONCE: Asked = { id: "C07", severity: "R", clauses: [] };
const FUND_ONCE: Asked = { id: "M51", severity: "R", clauses: ["civil-code/281"] };
const PUBLIC_ONLY: Asked = { id: "M45", severity: "R", clauses: ["jinhua-2020/3(3)", "national-law/budget-13", "taizhou-2023-draft/4(5)12"] };

/** Who asks about money beyond the costs it may pay for: of several sources the same cost is paid twice, of grants alone the public is paid for what is private. */
function askedOf({ sources }: CostFunding): Asked | undefined {
  if (sources.length > 1) return sources.includes("grants") ? EACH_ONCE : FUND_ONCE;
  return sources[0] === "grants" ? PUBLIC_ONLY : undefined;
}

/** C07, M45, M51: all sources that rest on a cost add up to at most the cost, as the area table says who has the use of it. */
const paidOnce = (asked: Asked): Check =>
  check({
    ids: [asked.id],
    severity: asked.severity,
    clauses: asked.clauses,
    of: (review) => costFundings(review.lines).filter((funding) => askedOf(funding) === asked),
    none: text("没有共用同一支出的资金来源,不适用", "no such sources of money: does not apply"),
    judge: ({ label, money: received, brought, cost, excess }, review) => {
      const [money, most] = [brought, cost].map((id) => ofLine(review, review.lineAt(id)));
      return {
        about: label,
        answer: compare(
          review,
          called(money ?? NONE, "合计", "in total"),
          "at_most",
          called(
            most ?? NONE,
            "可由其支付的支出(同一支出只付一次,预备费和出售、出租、让渡与回迁面积的造价除外)",
            "the cost they may pay for (each cost once, without contingency and space that is sold, let, ceded or resettled)",
          ),
          { tolerance: MONEY_TOLERANCE },
        ),
        path: received,
        money: excess,
      };
    },
  });
const NONE = { what: text("", ""), at: "" };

/** M45: a reserve is no cost a grant pays for. */
const noReserve = check({
  ids: ["M45"],
  severity: "Q",
  clauses: PUBLIC_ONLY.clauses,
  of: (review) => (review.withRole("support.grant.*").length === 0 ? [] : review.partsOf(contingency)),
  none: text("无补助或无预备费,不适用", "neither grant nor contingency: does not apply"),
  judge: (part, review) => ({
    about: part.label,
    answer: answer(
      part.word("eligibleGrant") !== "yes",
      sumOf(review, text("预备费", "contingency"), part.withRole("cost.contingency.*"), part.path),
      said(text("可用补助", "a grant may pay for it"), part.word("eligibleGrant") === "yes" ? text("是", "yes") : text("否", "no"), part.at("eligibleGrant")),
    ),
    path: part.at("eligibleGrant"),
    fails: text("预备费尚未发生,补助只支付实际发生的公益性支出", "it is not spent yet: a grant pays for public costs that are there"),
  }),
});

const NEW_BUILDING = new Set(["above", "below", "product", "product_pieces"]);
const payable = (review: Review) => review.withRole("cost.*", "replacement.capex").filter(({ tags }) => tags["eligible_maintenance"] === "yes");

/** M51: the maintenance fund pays for common parts that are there, neither for utilities' networks nor for new buildings. */
const commonPartsOnly = check({
  ids: ["M51"],
  severity: "Q",
  clauses: ["civil-code/281"],
  of: (review) => (review.withRole("contribution.maintenance_fund").length === 0 || payable(review).length === 0 ? [] : [payable(review)]),
  none: text("未使用维修资金,不适用", "the maintenance fund is not used: does not apply"),
  judge: (lines, review) => {
    const wrong = lines.filter(
      (line) => (line.tags["bearer"] === "utility" || NEW_BUILDING.has(String(line.tags["measured_by"] ?? ""))) && review.total([line])?.greaterThan(MONEY_TOLERANCE) === true,
    );
    if (wrong.length > 0)
      return wrong.map((line) => ({
        answer: answer(false, ofLine(review, line)),
        fails:
          line.tags["bearer"] === "utility"
            ? text("由专营单位承担的管线工程标为可用维修资金,应由专营单位支付", "networks that utilities bear are marked for the maintenance fund")
            : text("新建房屋标为可用维修资金,不是既有共有部分的维修、更新和改造", "new building is marked for the maintenance fund, no repair of common parts"),
      }));
    const names = listed(lines.map(({ label }) => label));
    return {
      answer: answer(
        true,
        said(text("可用维修资金的支出", "costs the maintenance fund may pay for"), names, lines[0]?.id ?? ""),
        said(text("不得为", "must not be"), text("管线或新建房屋", "networks or new buildings"), ""),
      ),
    };
  },
});

export const costFunding: readonly Check[] = [...[EACH_ONCE, FUND_ONCE, PUBLIC_ONLY].map(paidOnce), noReserve, commonPartsOnly];
