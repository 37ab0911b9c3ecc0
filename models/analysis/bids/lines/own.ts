import { textOf } from "../../../document/schemaParts.ts";
import { bidsProblem } from "../../../wording/bids.ts";
import { named, type Text, text } from "../../../wording/text.ts";
import { input } from "../../inputLine.ts";
import type { overYears } from "../series.ts";
import { type BidContext, bidOwner } from "./bid.ts";
import { added, formula, type Owner, type Piece } from "./piece.ts";
import { flowOrMissing } from "./tender.ts";

/** The bidder's own cash flow (投标人自身现金流): what it expects to earn and spend, less what it offers. Its figures stand on the basis of the notice. */
export function ownPieces(context: BidContext): readonly Piece[] {
  const { bid, years } = context;
  const owner = bidOwner(bid);
  const { id } = owner;
  const { revenues, costs, investments } = bid.own;
  const REVENUE = text("自报收入", "its own forecast of revenue");
  const COST = text("自报成本", "its own cost");
  const series = (year: number, amount: string) => Array.from({ length: years + 1 }, (_, at) => (at === year ? amount : "0"));
  return [
    ...linesOfNotice(context, owner),
    ...whole(
      owner,
      "own.revenue",
      "own/revenues",
      REVENUE,
      revenues.map((row) => `${id}.own.revenue.of.${row.id}`),
    ),
    ...costs.flatMap((row) => grown(owner, `own.cost.of.${row.id}`, `own/costs/${row.id}`, row, years)),
    ...whole(
      owner,
      "own.cost",
      "own/costs",
      COST,
      costs.map((row) => `${id}.own.cost.of.${row.id}`),
    ),
    ...investments.map((row) => {
      const label = textOf(row.label ?? row.id);
      return input(`${id}.own.investment.of.${row.id}`, named(owner.label, label.zh, label.en), `${owner.path}/own/investments/${row.id}`, series(row.year, row.amount));
    }),
    formula(owner, "own.investment", text("自身投入", "its own investment"), "flow", added(investments.map((row) => `${id}.own.investment.of.${row.id}`))),
    formula(
      owner,
      "own.net",
      text("投标人净现金流", "net cash flow of the bidder"),
      "flow",
      `${id}.own.revenue - ${id}.own.cost - ${id}.own.investment - ${id}.fee - ${id}.shares.claimed + ${id}.subsidy.counted - ${id}.capital`,
      { convention: text("所得税前,融资前;补贴按限额内计,承诺投入全额计", "before income tax and financing; subsidy within its limits, capital as promised") },
    ),
    formula(owner, "own.cumulative", text("投标人累计现金流", "cumulative cash flow of the bidder"), "stock", `prev(${id}.own.cumulative) + ${id}.own.net`),
    formula(owner, "own.total", text("投标人净现金流合计", "net cash flow of the bidder, in total"), "scalar", `total(${id}.own.net)`),
    formula(owner, "own.need", text("投标人最深累计资金需求", "deepest cumulative need of the bidder"), "scalar", `max(0 CNY, 0 - lowest(${id}.own.cumulative))`),
    formula(owner, "own.firr", text("投标人内部收益率", "internal rate of return of the bidder"), "scalar", `irr(${id}.own.net)`, { unit: "1" }),
    formula(owner, "own.npv", text("投标人净现值(招标折现率)", "net present value of the bidder, at the rate of the notice"), "scalar", `total(${id}.own.net * tender.discount)`),
  ];
}

/** By line of the notice; a line the bidder says nothing of is missing where a share is reckoned on it. */
function linesOfNotice({ bid, tender, years }: BidContext, owner: Owner): readonly Piece[] {
  const shared = new Set(bid.shares.map(({ of }) => of));
  return tender.notice.revenues.flatMap(({ id, label }): readonly Piece[] => {
    const row = bid.own.revenues.find((one) => one.id === id);
    const name = `own.revenue.of.${id}`;
    const words = textOf(row?.label ?? label ?? id);
    const path = `own/revenues/${id}`;
    if (row === undefined) {
      if (!shared.has(id)) return [];
      const missing = bidsProblem("own_missing", `${owner.path}/own/revenues`, { what: named(words, "自报收入", "forecast of revenue") });
      return [input(`${owner.id}.${name}`, named(owner.label, words.zh, words.en), `${owner.path}/${path}`, undefined, { kind: "flow", missing })];
    }
    if (row.amounts !== "reference") return grown(owner, name, path, { ...row, label: row.label ?? label, amounts: row.amounts }, years);
    return [
      formula({ ...owner, path: `${owner.path}/${path}` }, name, words, "flow", `${owner.id}.on > 0 ? tender.ref.${id} : 0 CNY`, {
        convention: text("按业主方基准预测", "the owner's forecast"),
      }),
    ];
  });
}

interface Growing {
  readonly id: string;
  readonly label?: Parameters<typeof textOf>[0] | undefined;
  readonly amounts?: Parameters<typeof overYears>[0] | undefined;
  readonly growth?: string | undefined;
}

/** An amount of each year of the contract, growing from its second year on. */
function grown(owner: Owner, name: string, path: string, { id, label, amounts, growth }: Growing, years: number): readonly Piece[] {
  const words = textOf(label ?? id);
  const at = `${owner.id}.${name}`;
  const place = `${owner.path}/${path}`;
  return [
    flowOrMissing(`${at}.base`, named(owner.label, words.zh, words.en), `${place}/amounts`, amounts, years),
    input(`${at}.growth`, named(owner.label, `${words.zh}年增长率`, `growth of ${words.en}`), `${place}/growth`, growth ?? "0", { unit: "1" }),
    formula({ ...owner, path: place }, name, words, "flow", `${owner.id}.on * ${at}.base * (1 + ${at}.growth) ^ (t - 2)`),
  ];
}

/** All of a kind together; a bidder that gives none has not said that there is none. */
function whole(owner: Owner, name: string, path: string, label: Text, lines: readonly string[]): readonly Piece[] {
  if (lines.length > 0) return [formula(owner, name, label, "flow", added(lines))];
  const missing = bidsProblem("own_missing", `${owner.path}/${path}`, { what: label });
  return [input(`${owner.id}.${name}`, named(owner.label, label.zh, label.en), `${owner.path}/${path}`, undefined, { kind: "flow", missing })];
}
