import { UNLIKELY } from "../../results/plausible.ts";
import { SHARE_TOLERANCE } from "../../statements/tolerances.ts";
import { amountText } from "../../wording/grouped.ts";
import type { Finding } from "../findings.ts";
import { sum, ZERO } from "./amounts.ts";
import { finding, notApplicable, percent, plus } from "./finding.ts";
import type { Part } from "./parts.ts";
import type { Check, Review } from "./review.ts";

const costParts = ({ parts }: Review): readonly Part[] =>
  parts.filter((part) => part.plays(/^cost\.(works|other|compensation)\./));

/** C04: each component of the estimate names the document its numbers come from. */
function sources(review: Review): readonly Finding[] {
  const parts = costParts(review);
  const without = parts.filter((part) => {
    const spec = review.document.components.find(({ id }) => id === part.id);
    return Object.keys(spec?.evidence ?? {}).length === 0 && spec?.note === undefined;
  });
  if (parts.length === 0)
    return [notApplicable(review, "C04", "Q", { zh: "无投资估算,不适用", en: "no estimate: does not apply" })];
  const pass = without.length === 0;
  const message = pass
    ? { zh: "各项投资均注明数据来源", en: "every part of the estimate names its source" }
    : {
        zh: `未注明数据来源:${without.map(({ label }) => label.zh).join("、")}`,
        en: `no source named: ${without.map(({ label }) => label.en).join(", ")}`,
      };
  return [
    finding(review, {
      id: "C04",
      severity: "Q",
      pass,
      path: without[0] === undefined ? "" : `components/${without[0].id}`,
      message,
    }),
  ];
}

/** C04: a basic contingency is there, within the usual rates, and once. */
function contingency(review: Review): readonly Finding[] {
  if (costParts(review).length === 0) return [];
  const parts = review.parts.filter((part) => part.plays(/^cost\.contingency\.basic$/));
  const [least, most] = [review.parameter("contingency_rate_min"), review.parameter("contingency_rate_max")];
  const [first] = parts;
  if (first === undefined)
    return [
      finding(review, {
        id: "C04",
        severity: "Q",
        pass: false,
        path: "components",
        message: { zh: "未计基本预备费", en: "there is no basic contingency" },
      }),
    ];
  const rate = first.number("basicRate");
  const doubled = parts.length > 1 && new Set(parts.map((part) => part.word("plot") ?? "")).size < parts.length;
  const outside =
    rate !== undefined &&
    ((least !== undefined && rate.lessThan(least)) || (most !== undefined && rate.greaterThan(most)));
  const pass = doubled || outside ? false : rate === undefined || least === undefined ? null : true;
  const band = least === undefined || most === undefined ? "" : `${percent(least)}—${percent(most)}`;
  const message = doubled
    ? { zh: "基本预备费计了两次", en: "the basic contingency is counted twice" }
    : {
        zh: `基本预备费率 ${rate === undefined ? "–" : percent(rate)},通常 ${band}`,
        en: `basic contingency ${rate === undefined ? "–" : percent(rate)}, usually ${band}`,
      };
  return [
    finding(review, {
      id: "C04",
      severity: "Q",
      pass,
      numbers: { rate, least, most },
      path: `${first.path}/basicRate`,
      message,
    }),
  ];
}

/** C04: who is resettled in kind is paid a removal fee and an allowance while waiting. */
function transition(review: Review): readonly Finding[] {
  const owed = sum(review.withRole("area.legal.in_kind").map(({ id }) => review.view.scalar(id) ?? ZERO));
  if (owed.isZero()) return [];
  const paid = review.total(review.withRole("cost.compensation.transition", "cost.compensation.removal"));
  if (paid === undefined) return [];
  const pass = paid.greaterThan(0);
  return [
    finding(review, {
      id: "C04",
      severity: "Q",
      pass,
      clauses: ["zhejiang-expropriation/24"],
      numbers: { inKind: owed, paid },
      path: review.withRole("cost.compensation.transition")[0]?.id ?? "components",
      message: pass
        ? { zh: "已计搬迁费与临时安置费", en: "removal fee and temporary allowance are in the estimate" }
        : {
            zh: `实物安置 ${amountText(owed)} ㎡,未计搬迁费与临时安置费`,
            en: `${amountText(owed)} ㎡ are resettled in kind without removal fee and allowance`,
          },
    }),
  ];
}

/** C04: values far from what is plausible are most often 元 for 万元 or ㎡ for 亩. */
const magnitude = (review: Review): readonly Finding[] => [
  ...review.problems
    .filter(({ code }) => UNLIKELY.has(code))
    .map(({ path, message }) => finding(review, { id: "C04", severity: "Q", pass: false, path, message })),
  // What the author confirms is for the reviewer to judge.
  ...(review.confirmed ?? []).map(({ path, message }) =>
    finding(review, { id: "C04", severity: "Q", pass: null, path, message }),
  ),
];

/** M46: by cost line, the shares of those who bear it make the whole. */
function shares(review: Review): readonly Finding[] {
  const recorded = review.facts
    .filter(({ kind }) => kind === "cost_share")
    .map((fact) => ({ given: fact, path: fact.path, name: fact.word("line") ?? fact.label.zh }));
  const tabled = review.parts.flatMap((part) =>
    part
      .rows("items")
      .filter((row) => row.has("government") && row.has("market") && row.has("residents"))
      .map((row) => ({ given: row, path: row.path, name: row.word("line") ?? row.id })),
  );
  return [...recorded, ...tabled].map(({ given, path, name }) => {
    const [government, market, residents, utility] = ["government", "market", "residents", "utility"].map((bearer) =>
      given.number(bearer),
    );
    const total = sum([government, market, residents, utility].map((value) => value ?? ZERO));
    const pass = total.minus(1).abs().lessThanOrEqualTo(SHARE_TOLERANCE);
    return finding(review, {
      id: "M46",
      severity: "R",
      pass,
      clauses: ["taizhou-2023-draft/4(5)12"],
      numbers: { government, market, residents, utility, total },
      path,
      message: plus(
        {
          zh: `成本共担“${name}”:各方合计 ${percent(total)}`,
          en: `cost sharing of “${name}”: the shares make ${percent(total)}`,
        },
        !pass,
        ",应为 100%",
        ", not 100 %",
      ),
    });
  });
}

/** M75: one digital platform, not two. */
function platform(review: Review): readonly Finding[] {
  const lines = review.withRole("cost.works.platform");
  const owners = new Set(lines.map(({ tags }) => tags["component"]));
  if (owners.size === 0) return [];
  const pass = owners.size <= 1 && lines.length <= 1;
  return [
    finding(review, {
      id: "M75",
      severity: "Q",
      pass,
      clauses: ["taizhou-2023-draft/4(4)10", "jinhua-2020/3(4)"],
      numbers: { platforms: ZERO.plus(lines.length) },
      path: lines[1]?.id ?? lines[0]?.id ?? "",
      message: pass
        ? { zh: "数字平台只建一个", en: "one digital platform" }
        : {
            zh: `列有 ${lines.length} 个数字平台,避免重复建设`,
            en: `${lines.length} digital platforms: avoid building twice`,
          },
    }),
  ];
}

export const cost: readonly Check[] = [
  { ids: ["C04"], run: sources },
  { ids: ["C04"], run: contingency },
  { ids: ["C04"], run: transition },
  { ids: ["C04"], run: magnitude },
  { ids: ["M46"], run: shares },
  { ids: ["M75"], run: platform },
];
