import { saysSomething } from "../../wording/substance.ts";
import type { Finding } from "../findings.ts";
import { finding, notApplicable, percent, plus } from "./finding.ts";
import type { Check, Review } from "./review.ts";

/** C18: the benchmark rate is entered with its reason; returns stand with and without support; several or missing rates of return are said. */
function benchmark(review: Review): readonly Finding[] {
  const { icProject, icReason } = review.document.conventions;
  const missing = icProject === undefined || !saysSomething(icReason);
  const firr = review.indicators.find(({ id }) => id === "firr.project.pretax");
  const note = firr?.value === null ? firr.note : undefined;
  const stated = missing
    ? { zh: "未填写基准收益率或其理由", en: "the benchmark rate or its reason is not entered" }
    : { zh: `基准收益率 ${icProject},理由:${icReason}`, en: `benchmark ${icProject}, reason: ${icReason}` };
  const message = plus(
    stated,
    note !== undefined,
    `;内部收益率:${note?.zh ?? ""}`,
    `; rate of return: ${note?.en ?? ""}`,
  );
  return [
    finding(review, {
      id: "C18",
      severity: "Q",
      pass: !missing,
      numbers: { ic: review.view.scalar("convention.ic_project"), firr: firr?.value ?? undefined },
      path: "conventions/icProject",
      message,
    }),
    ...thin(review),
  ];
}

/** C18: a rate of return on capital that is a sliver of the investment says nothing about the project. */
function thin(review: Review): readonly Finding[] {
  const [project, equity] = ["firr.project.posttax", "firr.equity"].map(
    (id) => review.indicators.find((one) => one.id === id)?.value ?? undefined,
  );
  const least = review.parameter("capital_ratio_min_development");
  const share = review.view.scalar("project.capital_ratio");
  if (share === undefined || least === undefined || share.isZero()) return [];
  if (share.greaterThanOrEqualTo(least)) return [];
  return [
    finding(review, {
      id: "C18",
      severity: "Q",
      pass: false,
      numbers: { share, project, equity },
      path: "conventions/icEquity",
      message: {
        zh: `资本金只占总投资 ${percent(share)},资本金内部收益率不能代表项目收益率`,
        en: `capital is only ${percent(share)} of the investment: its rate of return does not stand for the project's`,
      },
    }),
  ];
}

/** What must be varied, and how its place in the document looks. */
const FACTORS = [
  { zh: "售价或租金", en: "price or rent", roles: ["sale.*", "revenue.*"], path: /\/(?:price|rent|pricePer\w+)$/ },
  { zh: "建设成本", en: "cost of works", roles: ["cost.works.*"], path: /\/(?:items\/[^/]+\/price|amount)\b/ },
  { zh: "出租率", en: "occupancy", roles: ["revenue.*"], path: /\/ramp\b/ },
  { zh: "利率", en: "interest rate", roles: ["debt.*"], path: /\/(?:rate|coupon|spread)$/ },
  { zh: "工期", en: "schedule", roles: ["cost.works.*"], path: /^timeline\/|\/(?:handover|phasing|absorption)\b/ },
] as const;

/** C19: what the results hang on is varied: price, cost, occupancy, interest, schedule. */
function sensitivities(review: Review): readonly Finding[] {
  const needed = FACTORS.filter(({ roles }) => review.withRole(...roles).length > 0);
  if (needed.length === 0)
    return [notApplicable(review, "C19", "Q", { zh: "无收支,不适用", en: "no money: does not apply" })];
  const { uncertainty, scenarios, targets } = review.document;
  const texts = (value: unknown): readonly string[] =>
    typeof value === "string"
      ? [value]
      : typeof value === "object" && value !== null
        ? [...Object.keys(value), ...Object.values(value).flatMap(texts)]
        : [];
  const varied = [...texts(uncertainty), ...scenarios.flatMap(({ set }) => Object.keys(set)), ...texts(targets)];
  const missing = needed.filter(({ path }) => !varied.some((text) => path.test(text)));
  const pass = missing.length === 0;
  const message = pass
    ? {
        zh: "文件对售价、成本、出租率、利率、工期均设了变动",
        en: "the file varies price, cost, occupancy, interest and schedule",
      }
    : {
        zh: `不确定性与情景中没有变动:${missing.map(({ zh }) => zh).join("、")};敏感性表与临界点本版尚未提供`,
        en: `neither uncertainty nor scenarios vary ${missing.map(({ en }) => en).join(", ")}; tables of sensitivity and switching values are not yet available`,
      };
  return [finding(review, { id: "C19", severity: "Q", pass, path: "uncertainty", message })];
}

export const returns: readonly Check[] = [
  { ids: ["C18"], run: benchmark },
  { ids: ["C19"], run: sensitivities },
];
