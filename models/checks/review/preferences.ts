import { writeMonth } from "../../language/calendar.ts";
import { type Text, text } from "../../wording/text.ts";
import { answer, lacks } from "./answers.ts";
import { type Check, check, type Judged } from "./check.ts";
import type { Given, Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { inPercent, said } from "./sides.ts";

const RELIEF = ["national-law/community-service-relief"];
const RELIEF_RULE = "community_service_relief";
const LISTED_RULE = "vat_simplified_5pct_listed_2026_2027";

/** Last month in which a parameter is above 0; undefined when that has no end within the horizon. */
function lastMonth(review: Review, id: string): number | undefined {
  const { startMonth, endMonth } = review.timeline;
  const beyond = endMonth + 12 * 100;
  if (review.parameter(id, beyond)?.greaterThan(0) === true) return undefined;
  for (let month = endMonth; month > startMonth - 12 * 100; month -= 1) if (review.parameter(id, month)?.greaterThan(0) === true) return month;
  return startMonth - 1;
}

const until = (what: Text, month: number | undefined, at: string) => said(what, month === undefined ? text("没有终止日期", "no end") : writeMonth(month), at);
const starts = (part: Part) => part.monthSide("start", text("运营起始月", "operation starts"));

const relieved = (review: Review) =>
  review.parts.flatMap((part) =>
    part
      .rows("items")
      .filter((row) => row.word("relief") === "community_service")
      .map((row) => ({ part, row })),
  );

/** C13: reliefs of limited time end on their date. */
const reliefs = check({
  ids: ["C13"],
  severity: "Q",
  clauses: RELIEF,
  of: relieved,
  none: text("未使用限期税收优惠", "no relief of limited time is used"),
  judge: ({ part, row }, review): Judged => {
    const path = row.at("relief");
    if (review.packs.parameter(RELIEF_RULE) === undefined)
      return {
        about: part.label,
        answer: lacks(text("载有该优惠的政策参数包", "a rule pack that has the relief"), "packs"),
        path,
      };
    const month = lastMonth(review, RELIEF_RULE);
    const start = part.month("start");
    const expired = month !== undefined && start !== undefined && start > month;
    return {
      about: part.label,
      answer: answer(start === undefined ? undefined : month !== undefined && !expired, until(text("优惠至", "relief until"), month, path), starts(part)),
      path,
      fails: expired
        ? text("运营始于优惠到期之后", "the operation starts after its end")
        : text("优惠没有终止日期,不得视为长期有效", "the relief has no end in the listed pack, which no relief has"),
    };
  },
});

/** C13: a listed VAT rate is not used after its list. */
const listedRates = check({
  ids: ["C13"],
  severity: "Q",
  clauses: ["national-law/vat"],
  of: (review) => {
    const last = lastMonth(review, LISTED_RULE);
    if (last === undefined) return [];
    const listed = review.parameter(LISTED_RULE, last);
    return review.parts.flatMap((part) =>
      [part, ...part.rows("items")].flatMap((given: Given) => {
        const rate = given.number("vatRate");
        const same = rate !== undefined && listed !== undefined && rate.equals(listed);
        return given.word("vatMethod") === "simplified" && same ? [{ part, given, last }] : [];
      }),
    );
  },
  none: text("未使用列举的简易征收率", "no listed simplified rate is used"),
  judge: ({ part, given, last }, review) => {
    const end = part.month("end") ?? review.timeline.endMonth;
    return {
      about: part.label,
      answer: answer(
        end <= last,
        inPercent(given.side("vatRate")),
        said(text("使用至", "used until"), writeMonth(end), part.path),
        until(text("列举项目至", "listed until"), last, "packs"),
      ),
      path: given.at("vatRate"),
      fails: text("其后须改用现行税率", "later the rate in force holds"),
    };
  },
});

/** C13: a file may assume that a relief is renewed, but then it says so and somebody asks. */
const renewed = check({
  ids: ["C13"],
  severity: "Q",
  clauses: RELIEF,
  of: (review) => review.parts.filter((part) => part.has("assumeRenewal")),
  none: text("未假定优惠延续", "no relief is assumed to be renewed"),
  judge: (part) => {
    const assumed = part.number("assumeRenewal");
    const word = assumed?.isZero() === true ? text("否", "no") : text("是", "yes");
    const path = part.at("assumeRenewal");
    return {
      about: part.label,
      answer: answer(assumed?.isZero(), said(text("假定优惠到期后延续", "assumes that the relief is renewed"), word, path)),
      path,
      fails: text("基准情景不应如此", "the base case should not"),
    };
  },
});

/** M63: what is relieved is accounted for apart. */
const separateAccounts = check({
  ids: ["M63"],
  severity: "R",
  clauses: ["national-law/community-service-relief", "taizhou-2023-draft/4(3)8"],
  of: (review) => [...new Set(relieved(review).map(({ part }) => part))],
  none: text("未享受社区服务税收优惠,不适用", "no relief of community services: does not apply"),
  judge: (part, review) => {
    const [fact] = review.records("separate_accounting");
    const path = fact?.path ?? part.path;
    return {
      about: part.label,
      answer: answer(fact !== undefined, said(text("单独核算记录", "record of separate accounts"), fact?.label ?? text("无", "none"), path)),
      fails: text("享受优惠的收入须单独核算", "relieved income is to be accounted for apart"),
    };
  },
});

/** M63: so is what is exempt as a service. */
const exemptApart = check({
  ids: ["M63"],
  severity: "Q",
  clauses: ["national-law/vat"],
  of: (review) => review.parts.filter((part) => part.rows("items").some((row) => row.word("kind") === "service" && row.word("vatMethod") === "exempt")),
  none: text("无免税服务,不适用", "no exempt services: does not apply"),
  judge: (part, review) => {
    const [fact] = review.records("separate_accounting");
    return {
      about: part.label,
      answer: answer(
        fact !== undefined,
        said(text("免税服务单独核算记录", "record of separate accounts of exempt services"), fact?.label ?? text("无", "none"), fact?.path ?? part.path),
      ),
      fails: text("免税的收入须单独核算", "exempt income is to be accounted for apart"),
    };
  },
});

export const preferences: readonly Check[] = [reliefs, listedRates, renewed, separateAccounts, exemptApart];
