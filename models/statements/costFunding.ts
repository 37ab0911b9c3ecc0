import type { FormulaDecl, LineMeta } from "../language/line.ts";
import type { Text } from "../wording/text.ts";
import { system } from "./system.ts";

type Line = Pick<LineMeta, "id" | "role" | "tags">;

/** Money that may pay for some costs only, and the tag of those costs. */
const SOURCES = {
  grants: { roles: /^support\.grant\./, tag: "eligible_grant", label: { zh: "补助", en: "grants" } },
  rebate: { roles: /^support\.rebate$/, tag: "eligible_rebate", label: { zh: "返还", en: "rebate" } },
  fund: { roles: /^contribution\.maintenance_fund$/, tag: "eligible_maintenance", label: { zh: "维修资金", en: "maintenance fund" } },
} as const;

type Source = keyof typeof SOURCES;

/** Sources that rest on the same costs: lines of what they bring, of the cost they may pay for, and of what is beyond it. */
export interface CostFunding {
  readonly sources: readonly Source[];
  readonly label: Text;
  /** Its first line of money: what the verdicts count. */
  readonly money: string;
  readonly brought: string;
  readonly cost: string;
  readonly excess: string;
}

const COST = /^(?:cost\.|replacement\.capex)/;
/** How a cost of works is measured where the area table says who has the use of it. */
const SOMEBODYS = {
  above: { zh: "地上面积中归各方专用的比例", en: "share of the floor area above ground that is somebody's own" },
  below: { zh: "地下面积中归各方专用的比例", en: "share of the floor area below ground that is somebody's own" },
} as const;
type Level = keyof typeof SOMEBODYS;
const isLevel = (word: string): word is Level => Object.hasOwn(SOMEBODYS, word);
const EARNING = "in(area.disposition.sale, area.disposition.lease, area.disposition.ceded, area.disposition.resettle)";

const names = Object.keys(SOURCES) as readonly Source[];
const moneyOf = (lines: readonly Line[], source: Source) => lines.filter(({ role = "", tags }) => tags["crosses"] === "in" && SOURCES[source].roles.test(role));
/** 预备费: money set aside is no cost yet; a grant pays for works and what goes with them. */
const RESERVE = /^cost\.contingency\./;
const costsOf = (lines: readonly Line[], source: Source) =>
  lines.filter(
    ({ role = "", tags }) =>
      COST.test(role) && !(source === "grants" && RESERVE.test(role)) && (tags["crosses"] === "out" || tags["crosses"] === "inside") && tags[SOURCES[source].tag] === "yes",
  );

/** Every set of the sources a file has: each yuan of cost can be paid once, so no set brings more than the costs any of it may pay for. */
export function costFundings(lines: readonly Line[]): readonly CostFunding[] {
  const present = names.filter((source) => moneyOf(lines, source).length > 0);
  // Bit by bit: every set of sources, the empty one first.
  const sets = Array.from({ length: 2 ** present.length }, (_, set) => present.filter((_source, bit) => ((set >> bit) & 1) === 1));
  return sets
    .filter((sources) => sources.length > 0)
    .map((sources) => {
      const key = `funding.${sources.join("_")}`;
      const [zh, en] = [sources.map((one) => SOURCES[one].label.zh).join("、"), sources.map((one) => SOURCES[one].label.en).join(" and ")];
      const money = sources.flatMap((source) => moneyOf(lines, source))[0]?.id ?? "";
      return { sources, label: { zh, en }, money, brought: `${key}.brought`, cost: `${key}.cost`, excess: `${key}.excess` };
    });
}

export function costFundingLines(lines: readonly Line[]): readonly FormulaDecl[] {
  const fundings = costFundings(lines);
  const shares = new Map<string, FormulaDecl>();
  const stated = fundings.flatMap(({ sources, label, brought, cost, excess }) => {
    const money = sources.flatMap((source) => moneyOf(lines, source)).map(({ id }) => `total(${id})`);
    const costs = [...new Set(sources.flatMap((source) => costsOf(lines, source)))].map((line) => {
      const share = publicOnly(sources, line) ? earningShare(line) : undefined;
      if (share !== undefined) shares.set(share.id, share);
      return share === undefined ? `total(${line.id})` : `total(${line.id}) * (1 - ${share.id})`;
    });
    const scalar = (id: string, zh: string, en: string, formula: string) => system(id, `${label.zh}${zh}`, `${label.en}: ${en}`, "CNY", "scalar", formula);
    return [
      scalar(brought, "合计到位", "brought in total", money.join(" + ") || "0 CNY"),
      {
        ...scalar(cost, "可支付的支出合计", "cost they may pay for", costs.join(" + ") || "0 CNY"),
        convention: {
          zh: "同一笔支出只支付一次;按面积计量的工程扣除面积平衡表中出售、出租、让渡与回迁的部分",
          en: "each cost is paid once; works measured by area without what the area table sells, lets, cedes or resettles",
        },
      },
      scalar(excess, "超出可支付的支出", "beyond the cost they may pay for", `max(0 CNY, ${brought} - ${cost})`),
    ];
  });
  return [...shares.values(), ...stated];
}

/** Public money follows the use of the space; what the rebate or the fund may pay for is theirs by other rules. */
function publicOnly(sources: readonly Source[], { tags }: Line): boolean {
  return sources.includes("grants") && sources.every((source) => source === "grants" || tags[SOURCES[source].tag] !== "yes");
}

/** The part of what is built above or below ground that somebody has for himself. */
function earningShare({ tags }: Line): FormulaDecl | undefined {
  const level = String(tags["measured_by"] ?? "");
  if (!isLevel(level)) return undefined;
  const plot = typeof tags["plot"] === "string" ? tags["plot"] : undefined;
  const where = plot === undefined ? "" : `, plot = ${plot}`;
  const [earning, built] = [
    `sum(role = ${EARNING}, pool = ${level}${where})`,
    `sum(role = area.gfa.${level}${where}) - sum(role = area.disposition.kept, pool = ${level}${where})`,
  ];
  return system(
    `funding.earning.${level}${plot === undefined ? "" : `.${plot}`}`,
    SOMEBODYS[level].zh,
    SOMEBODYS[level].en,
    "1",
    "scalar",
    `${built} > 0 m2 ? min(1, ${earning} / (${built})) : 0`,
  );
}
