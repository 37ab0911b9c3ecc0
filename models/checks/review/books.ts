import { textOf } from "../../document/schemaParts.ts";
import { MONEY_TOLERANCE } from "../../statements/tolerances.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { ZERO } from "./amounts.ts";
import { finding, notApplicable, percent } from "./finding.ts";
import type { Check, Review } from "./review.ts";

const TIE = "stmt_balance.check";

/** C20: assets equal liabilities and capital in every period. */
function ties(review: Review): readonly Finding[] {
  const differences = review.view.series(TIE);
  if (differences === undefined)
    return [
      finding(review, {
        id: "C20",
        severity: "R",
        pass: null,
        message: { zh: "账目所依据的行有错误,无法核对", en: "a line the books rest on is in error" },
      }),
    ];
  const worst = differences.reduce((most, value) => (value.abs().greaterThan(most.abs()) ? value : most), ZERO);
  const pass = worst.abs().lessThanOrEqualTo(MONEY_TOLERANCE);
  return [
    finding(review, {
      id: "C20",
      severity: "R",
      pass,
      numbers: { difference: worst },
      path: TIE,
      message: pass
        ? { zh: "资产负债表各期平衡", en: "the balance sheet ties in every period" }
        : {
            zh: `资产负债表不平,差额最大 ${amountText(worst)} 元`,
            en: `the balance sheet does not tie: up to CNY ${amountText(worst)}`,
          },
    }),
  ];
}

/** C20: no party inside the project runs out of cash. */
function cash(review: Review): readonly Finding[] {
  return review.document.parties.flatMap(({ id, label }) => {
    const inside = review.lines.some(
      ({ payee, payer, tags }) =>
        (payee === id && tags["crosses"] === "in") || (payer === id && tags["crosses"] === "out"),
    );
    const values = review.view.series(`party.${id}.cash`);
    if (!inside || values === undefined) return [];
    const lowest = values.reduce((low, value) => (value.lessThan(low) ? value : low), values[0] ?? ZERO);
    const pass = lowest.greaterThanOrEqualTo(`-${MONEY_TOLERANCE}`);
    return [
      finding(review, {
        id: "C20",
        severity: "R",
        pass,
        numbers: { lowest },
        path: `party.${id}.cash`,
        message: {
          zh: `${textOf(label).zh}最低现金 ${amountText(lowest)} 元`,
          en: `lowest cash of ${textOf(label).en}: CNY ${amountText(lowest)}`,
        },
      }),
    ];
  });
}

const LAT = ["national-law/land-appreciation-tax"];

/** C21: sales carry land appreciation tax by category; a rate of gain at the edge of the exemption is said; the cost of land is deducted once. */
function landAppreciation(review: Review): readonly Finding[] {
  const sold = review.total(review.withRole("sale.contract"));
  if (sold === undefined || sold.isZero())
    return [notApplicable(review, "C21", "Q", { zh: "无销售,不适用", en: "nothing is sold: does not apply" }, LAT)];
  const lines = review.withRole("tax.land_appreciation");
  const [first] = lines;
  if (first === undefined)
    return [
      finding(review, {
        id: "C21",
        severity: "Q",
        pass: false,
        clauses: LAT,
        path: "components",
        message: { zh: "有销售而未计土地增值税", en: "there are sales without land appreciation tax" },
      }),
    ];
  return [categories(review, first.id), ...cliff(review), ...landTwice(review)];
}

function categories(review: Review, path: string): Finding {
  const products = new Set(review.withRole("sale.contract").map(({ tags }) => String(tags["product"] ?? "")));
  const settled = new Set(
    review.parts
      .filter((part) => part.plays(/^tax\.land_appreciation$/))
      .flatMap((part) => part.rows("products").flatMap((row) => row.word("product") ?? [])),
  );
  const missing = [...products].filter((product) => !settled.has(product));
  const pass = missing.length === 0;
  return finding(review, {
    id: "C21",
    severity: "Q",
    pass,
    clauses: LAT,
    path,
    message: pass
      ? { zh: "各产品均按类别清算土地增值税", en: "every product is settled in its category" }
      : {
          zh: `未列入土地增值税清算的产品:${missing.join("、")}`,
          en: `products left out of the settlement: ${missing.join(", ")}`,
        },
  });
}

/** Just above the exempt rate of gain, a yuan more of price costs the whole tax; just below, a yuan less of cost does. */
function cliff(review: Review): readonly Finding[] {
  const edge = review.parameter("lat_exempt_ratio");
  const near = review.parameter("lat_edge_alert");
  if (edge === undefined || near === undefined) return [];
  return review.lines
    .filter(({ id }) => id.endsWith(".gain_ratio.ordinary"))
    .flatMap((line) => {
      const gain = review.view.series(line.id)?.at(-1);
      if (gain === undefined) return [];
      const pass = gain.minus(edge).abs().greaterThan(near);
      const side = gain.greaterThan(edge)
        ? { zh: ":刚刚超过,略降价即可免征", en: ": just above, a slightly lower price is exempt" }
        : { zh: ":紧贴界限,略涨价即全额征税", en: ": close below, a slightly higher price is taxed in full" };
      return [
        finding(review, {
          id: "C21",
          severity: "Q",
          pass,
          clauses: LAT,
          numbers: { gain, edge, near },
          path: line.id,
          message: {
            zh: `普通标准住宅增值率 ${percent(gain)},免征界限 ${percent(edge)}${pass ? "" : side.zh}`,
            en: `ordinary housing gains ${percent(gain)}, exempt up to ${percent(edge)}${pass ? "" : side.en}`,
          },
        }),
      ];
    });
}

function landTwice(review: Review): readonly Finding[] {
  const paid = review.withRole("cost.land.price");
  const sources = new Set(paid.map(({ tags }) => `${String(tags["component"])} ${String(tags["plot"] ?? "")}`));
  const plots = paid.map(({ tags }) => String(tags["plot"] ?? ""));
  const pass = new Set(plots).size === sources.size;
  if (paid.length === 0) return [];
  return [
    finding(review, {
      id: "C21",
      severity: "Q",
      pass,
      path: paid.at(-1)?.id ?? "",
      numbers: { landPrice: review.total(paid) },
      message: pass
        ? { zh: "土地价款各地块只计一次", en: "the land price of each plot is counted once" }
        : { zh: "同一地块的土地价款计了两次", en: "the land price of a plot is counted twice" },
    }),
  ];
}

/** C22: what is handed back at the end is worth nothing to the project. */
function recovered(review: Review): readonly Finding[] {
  const value = review.view.series("project.recovered_assets")?.at(-1);
  const handsBack = review.parts.find((part) => part.word("side") === "operator" && part.has("term"));
  const entered = review.document.conventions.recoveredAssetValue;
  if (value === undefined)
    return [
      finding(review, {
        id: "C22",
        severity: "Q",
        pass: null,
        path: "conventions/recoveredAssetValue",
        message: { zh: "期末资产余值无法计算", en: "the value of the assets at the end cannot be computed" },
      }),
    ];
  const pass = handsBack === undefined || value.isZero();
  const how = entered === undefined ? { zh: "账面净值", en: "book value" } : { zh: "填写值", en: "as entered" };
  return [
    finding(review, {
      id: "C22",
      severity: "Q",
      pass,
      numbers: { recovered: value },
      path: "conventions/recoveredAssetValue",
      message: pass
        ? {
            zh: `期末回收资产余值 ${amountText(value)} 元(${how.zh})`,
            en: `value recovered at the end CNY ${amountText(value)} (${how.en})`,
          }
        : {
            zh: `${handsBack.label.zh}期满移交,期末不应回收余值 ${amountText(value)} 元`,
            en: `${handsBack.label.en} hands the assets back: no value of CNY ${amountText(value)} is recovered`,
          },
    }),
  ];
}

export const books: readonly Check[] = [
  { ids: ["C20"], run: ties },
  { ids: ["C20"], run: cash },
  { ids: ["C21"], run: landAppreciation },
  { ids: ["C22"], run: recovered },
];
