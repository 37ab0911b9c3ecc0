import { writeMonth } from "../../language/calendar.ts";
import type { Finding } from "../findings.ts";
import { ZERO } from "./amounts.ts";
import { finding, notApplicable, percent } from "./finding.ts";
import type { Given, Part } from "./parts.ts";
import type { Check, Review } from "./review.ts";

/** C13: reliefs of limited time end on their date, and a listed VAT rate is not used after its list. */
function reliefs(review: Review): readonly Finding[] {
  const claimed = review.parts.flatMap((part) =>
    part
      .rows("items")
      .filter((row) => row.word("relief") === "community_service")
      .map((row) => ({ part, row })),
  );
  const found = claimed.map(({ part, row }) => reliefOf(review, part, row.path));
  const listed = review.parts.flatMap((part) =>
    [part, ...part.rows("items")].flatMap((given) => listedRate(review, part, given)),
  );
  const renewed = review.parts
    .filter((part) => part.number("assumeRenewal")?.greaterThan(0) === true)
    .map((part) => assumed(review, part));
  const all = [...found, ...listed, ...renewed];
  return all.length > 0
    ? all
    : [notApplicable(review, "C13", "Q", { zh: "未使用限期税收优惠", en: "no relief of limited time is used" })];
}

/** A file may assume that a relief is renewed, but then it says so and somebody asks. */
function assumed(review: Review, part: Part): Finding {
  return finding(review, {
    id: "C13",
    severity: "Q",
    pass: false,
    clauses: ["national-law/community-service-relief"],
    path: `${part.path}/assumeRenewal`,
    message: {
      zh: `${part.label.zh}:假定优惠到期后延续,基准情景不应如此`,
      en: `${part.label.en}: assumes that the relief is renewed, which the base case should not`,
    },
  });
}

function reliefOf(review: Review, part: Part, path: string): Finding {
  const parameter = review.packs.parameter("community_service_relief");
  const month = lastMonth(review, "community_service_relief");
  const start = part.month("start");
  const expired = month !== undefined && start !== undefined && start > month;
  const endless = parameter !== undefined && month === undefined;
  const pass = parameter === undefined ? null : !expired && !endless;
  const until = month === undefined ? "" : writeMonth(month);
  const message = expired
    ? {
        zh: `${part.label.zh}:优惠已于 ${until} 到期,运营始于其后`,
        en: `${part.label.en}: the relief ended in ${until}, before the operation starts`,
      }
    : endless
      ? {
          zh: `${part.label.zh}:规则包中的优惠没有终止日期,不得视为长期有效`,
          en: `${part.label.en}: the relief has no end in the listed pack, which no relief has`,
        }
      : {
          zh: `${part.label.zh}:优惠计至 ${until},其后恢复征税`,
          en: `${part.label.en}: relief until ${until}, taxed afterwards`,
        };
  return finding(review, {
    id: "C13",
    severity: "Q",
    pass,
    clauses: ["national-law/community-service-relief"],
    numbers: { lastMonth: month === undefined ? undefined : ZERO.plus(month) },
    path: `${path}/relief`,
    message,
  });
}

/** Last month in which a parameter is above 0; undefined when that has no end within the horizon. */
function lastMonth(review: Review, id: string): number | undefined {
  const { startMonth, endMonth } = review.timeline;
  const beyond = endMonth + 12 * 100;
  if (review.parameter(id, beyond)?.greaterThan(0) === true) return undefined;
  for (let month = endMonth; month > startMonth - 12 * 100; month -= 1)
    if (review.parameter(id, month)?.greaterThan(0) === true) return month;
  return startMonth - 1;
}

function listedRate(review: Review, part: Part, given: Given): readonly Finding[] {
  if (given.word("vatMethod") !== "simplified") return [];
  const last = lastMonth(review, "vat_simplified_5pct_listed_2026_2027");
  const rate = given.number("vatRate");
  const listed = last === undefined ? undefined : review.parameter("vat_simplified_5pct_listed_2026_2027", last);
  const end = part.month("end") ?? review.timeline.endMonth;
  if (last === undefined || rate === undefined || listed === undefined || !rate.equals(listed) || end <= last)
    return [];
  return [
    finding(review, {
      id: "C13",
      severity: "Q",
      pass: false,
      clauses: ["national-law/vat"],
      numbers: { rate, lastMonth: ZERO.plus(last) },
      path: `${given.path}/vatRate`,
      message: {
        zh: `${part.label.zh}:简易计税 ${percent(rate)} 只适用于列举项目且至 ${writeMonth(last)},其后须改用现行税率`,
        en: `${part.label.en}: the simplified rate of ${percent(rate)} holds for listed cases and until ${writeMonth(last)} only`,
      },
    }),
  ];
}

/** M63: what is relieved or exempt is accounted for apart. */
function separateAccounts(review: Review): readonly Finding[] {
  const claims = (part: Part, holds: (row: Given) => boolean): boolean => part.rows("items").some(holds);
  return review.parts.flatMap((part) => {
    const relieved = claims(part, (row) => row.word("relief") === "community_service");
    const exempt = claims(part, (row) => row.word("kind") === "service" && row.word("vatMethod") === "exempt");
    if (!relieved && !exempt) return [];
    const fact = review.facts.find(({ kind }) => kind === "separate_accounting");
    const pass = fact !== undefined;
    const message = pass
      ? {
          zh: `${part.label.zh}:优惠、免税项目单独核算`,
          en: `${part.label.en}: relieved and exempt items are accounted for apart`,
        }
      : {
          zh: `${part.label.zh}:享受优惠或免税的收入没有单独核算记录`,
          en: `${part.label.en}: no record that relieved or exempt income is accounted for apart`,
        };
    return [
      finding(review, {
        id: "M63",
        severity: relieved ? "R" : "Q",
        pass,
        clauses: relieved
          ? ["national-law/community-service-relief", "taizhou-2023-draft/4(3)8"]
          : ["national-law/vat", "taizhou-2023-draft/4(3)8"],
        path: fact?.path ?? part.path,
        message,
      }),
    ];
  });
}

export const preferences: readonly Check[] = [
  { ids: ["C13"], run: reliefs },
  { ids: ["M63"], run: separateAccounts },
];
