import type { ModelDocument, TenderSpec } from "../../../document/schema.ts";
import { textOf } from "../../../document/schemaParts.ts";
import { bidsProblem } from "../../../wording/bids.ts";
import { type Problem, type Result, succeed } from "../../../wording/problem.ts";
import { named, type Text, text } from "../../../wording/text.ts";
import { input } from "../../inputLine.ts";
import { missingNotice, type ReferenceYears } from "../reference.ts";
import { overYears } from "../series.ts";
import { added, formula, includesVat, type Owner, type Piece, vatFactor } from "./piece.ts";

const TENDER: Owner = { id: "tender", label: text("招标", "tender"), path: "tender/notice" };

export interface TenderContext {
  readonly tender: TenderSpec;
  /** Years after the base date that the graph has. */
  readonly years: number;
  /** The reference model by year, asked for where lines of it are named. */
  readonly reference: () => Result<ReferenceYears>;
  readonly hasModel: boolean;
  /** Some bid is at another price level than the notice. */
  readonly inflates: boolean;
}

/** Scalars of the notice that lines read: what is left out is missing, never a default. */
const NUMBERS = [
  ["rate", "discountRate", "折现率", "discount rate"],
  ["term", "termYears", "参考年限", "term of the comparison"],
  ["inflation", "inflation", "通胀率", "inflation"],
  ["sensitivity", "sensitivity", "敏感性幅度", "swing of the reference revenue"],
] as const;

/** What holds for all bids: discounting, the reference revenue, limits, and what the owner bears whoever wins. */
export function tenderPieces(context: TenderContext): readonly Piece[] {
  const { notice } = context.tender;
  return [
    ...NUMBERS.filter(([id]) => id !== "inflation" || context.inflates).map(([id, name, zh, en]) => {
      const value = notice[name];
      return input(`tender.${id}`, text(zh, en), `tender/notice/${name}`, value === undefined ? undefined : String(value), {
        unit: "1",
        kind: "scalar",
        missing: value === undefined ? missingNotice(name, text(zh, en)) : undefined,
      });
    }),
    formula(TENDER, "discount", text("折现系数", "discount factor"), "rate", "1 / (1 + tender.rate) ^ (t - 1)", {
      unit: "1",
      convention: text("基准日投入不折现,各年收支按年末折现", "capital at the base date is not discounted; flows of a year stand at its end"),
    }),
    formula(TENDER, "within", text("参考年限内", "within the term"), "flag", "t <= tender.term + 1 ? 1 : 0", { unit: "1" }),
    formula(TENDER, "annuity", text("年金现值系数", "annuity factor"), "scalar", "total(t > 1 ? tender.within * tender.discount : 0)", {
      unit: "1",
    }),
    ...referencePieces(context),
    ...limitPieces(context),
    ...notice.borne.map(({ id, label, amounts }) => flowOrMissing(`tender.borne.${id}`, textOf(label ?? id), `tender/notice/borne/${id}/amounts`, amounts, context.years)),
    ...(notice.bidBond === undefined ? [] : bondPieces(notice.estimate, notice.bidBond)),
    ...selfPieces(context),
  ];
}

/** Amounts by year; what nobody has estimated is not nothing. */
export function flowOrMissing(id: string, label: Text, path: string, amounts: Parameters<typeof overYears>[0] | undefined, years: number): Piece {
  return amounts === undefined
    ? input(id, label, path, undefined, { kind: "flow", missing: bidsProblem("missing", path, { what: label, path }) })
    : input(id, label, path, overYears(amounts, years));
}

function referencePieces(context: TenderContext): readonly Piece[] {
  const { tender, years } = context;
  const rows = tender.notice.revenues.flatMap(({ id, label }): readonly Piece[] => {
    const owner: Owner = { id: `tender.ref.${id}`, label: textOf(label ?? id), path: `tender/reference/revenues/${id}` };
    const row = tender.reference.revenues.find((one) => one.id === id);
    if (row === undefined) {
      const missing = bidsProblem("reference_missing", owner.path, { found: owner.label });
      return [input(owner.id, named(owner.label, "基准收入", "reference revenue"), owner.path, undefined, { kind: "flow", missing })];
    }
    return [
      ...coveredPieces(owner, row, context, tender.notice.termYears ?? years),
      ...vatFactor(owner, row.vat, includesVat(tender.notice)),
      formula(owner, "", text("基准收入", "reference revenue"), "flow", `(t <= tender.term + 1 ? ${owner.id}.entered : ${owner.id}.later) * ${owner.id}.vat`, {
        convention: text("业主方统一预测,各报价同用一份", "the owner's one forecast, the same for every bid"),
      }),
    ];
  });
  const all = tender.notice.revenues.map(({ id }) => `tender.ref.${id}`);
  return [...rows, formula(TENDER, "ref_total", text("基准收入合计", "reference revenue, together"), "flow", added(all))];
}

type Row = TenderSpec["reference"]["revenues"][number];

/** Within the term and after it: a model that ends with the term is enough to compare over it. */
function coveredPieces(owner: Owner, row: Row, context: TenderContext, term: number): readonly Piece[] {
  const { years } = context;
  const words = [text("基准收入(所填)", "reference revenue as entered"), text("参考年限以后的基准收入", "reference revenue after the term")] as const;
  const piece = (name: string, label: Text, values: Result<readonly string[]>): Piece =>
    values.ok
      ? input(`${owner.id}.${name}`, named(owner.label, label.zh, label.en), owner.path, values.value)
      : input(`${owner.id}.${name}`, named(owner.label, label.zh, label.en), owner.path, undefined, { kind: "flow", missing: values.problems[0] });
  const to = (last: number) => valuesOf(row, owner.path, context, last);
  return [piece("entered", words[0], to(Math.min(term, years))), piece("later", words[1], years > term ? to(years) : succeed(overYears("0", years)))];
}

interface Source {
  readonly lines?: readonly string[] | undefined;
  readonly amounts?: Parameters<typeof overYears>[0] | undefined;
}

/** Values of a source for years 1 to `last`, filled up with nothing to the end of the graph. */
function valuesOf(source: Source, path: string, { years, reference }: TenderContext, last: number): Result<readonly string[]> {
  if (source.amounts !== undefined) return succeed(overYears(source.amounts, years));
  if (source.lines === undefined) return { ok: false, problems: [bidsProblem("reference_missing", path, { found: path.split("/").at(-1) ?? path })] };
  const model = reference();
  if (!model.ok) return model;
  const flows = model.value.flows(source.lines, path);
  if (!flows.ok) return flows;
  if (flows.value.length < last) return { ok: false, problems: [bidsProblem("reference_short", path, { end: model.value.end, year: flows.value.length + 1 })] };
  return succeed(["0", ...Array.from({ length: years }, (_, i) => flows.value[i] ?? "0")]);
}

/** Limits of the subsidy: by row, together a year, and over the whole term. */
function limitPieces({ tender: { notice }, years }: TenderContext): readonly Piece[] {
  const limit = (id: string, label: Text, path: string, value: Parameters<typeof overYears>[0] | undefined): readonly Piece[] =>
    value === undefined ? [] : [input(id, label, path, overYears(value, years))];
  return [
    ...notice.subsidies.flatMap(({ id, label, limit: most }) =>
      limit(`tender.limit.${id}`, named(textOf(label ?? id), "补贴限额", "limit of the subsidy"), `tender/notice/subsidies/${id}/limit`, most),
    ),
    ...limit("tender.subsidy_limit", text("补贴合计限额(年)", "limit of all subsidies a year"), "tender/notice/subsidyLimit", notice.subsidyLimit),
    ...(notice.subsidyLimitWhole === undefined
      ? []
      : [input("tender.subsidy_limit_whole", text("补贴合计限额(全期)", "limit of all subsidies over the term"), "tender/notice/subsidyLimitWhole", notice.subsidyLimitWhole)]),
  ];
}

function bondPieces(estimate: string | undefined, bond: string): readonly Piece[] {
  const missing = estimate === undefined ? missingNotice("estimate", text("项目估算价", "estimate")) : undefined;
  return [
    input("tender.estimate", text("项目估算价", "estimate"), "tender/notice/estimate", estimate, { kind: "scalar", missing }),
    input("tender.bid_bond", text("投标保证金", "bid bond"), "tender/notice/bidBond", bond),
    formula(TENDER, "room.bid_bond", text("投标保证金低于法定上限", "bid bond below the legal limit"), "scalar", "tender.estimate * param(bid_bond_max) - tender.bid_bond", {
      unit: "CNY",
      clauses: ["national-law/tender-reg-26"],
    }),
  ];
}

const WHOLE_MODEL = {
  revenue: ["project.operating_revenue"],
  cost: ["project.operating_cost", "project.operating_taxes"],
} as const;

const PARTS = [
  ["revenue", "自营收入", "its own revenue"],
  ["cost", "自营成本与税金", "its own cost and taxes"],
  ["replacement", "自营更新重置", "its own replacement"],
] as const;

/** 自营: what the owner has where it operates itself, by the same forecast, before income tax and after replacement. */
function selfPieces(context: TenderContext): readonly Piece[] {
  const { tender, reference, hasModel, years } = context;
  const given = tender.reference.self;
  if (given === undefined && !hasModel) return [];
  const term = tender.notice.termYears ?? years;
  const owner: Owner = { id: "self", label: text("自营基准", "self-operation"), path: "tender/reference/self" };
  const sourceOf = (part: (typeof PARTS)[number][0]): Result<Source> => {
    if (given !== undefined) return succeed(given[part]);
    if (part !== "replacement") return succeed({ lines: WHOLE_MODEL[part] });
    const model = reference();
    return model.ok ? succeed({ lines: model.value.replacement }) : model;
  };
  const pieces = PARTS.map(([part, zh, en]): Piece => {
    const source = sourceOf(part);
    const path = `tender/reference/self/${part}`;
    const values = source.ok ? valuesOf(source.value, path, context, Math.min(term, years)) : source;
    const problem: Problem | undefined = values.ok ? undefined : values.problems[0];
    return input(`self.${part}`, text(zh, en), path, values.ok ? values.value : undefined, { kind: "flow", missing: problem });
  });
  return [
    ...pieces,
    formula(owner, "net", text("自营净收益", "net of self-operation"), "flow", "t > 1 ? tender.within * (self.revenue - self.cost - self.replacement) : 0 CNY", {
      convention: text("同一基准预测,所得税前,扣更新重置,不含增值税", "the same forecast, before income tax, after replacement, ex VAT"),
    }),
    formula(owner, "npv", text("自营净现值", "net present value of self-operation"), "scalar", "round(total(self.net * tender.discount), 2)"),
    formula(owner, "equivalent", text("自营折合年值", "its yearly equivalent"), "scalar", "self.npv / tender.annuity", { unit: "CNY" }),
  ];
}

/** Years the graph needs: the term, and as far as any bid reaches. */
export function yearsOf({ tender, bids }: Pick<ModelDocument, "tender" | "bids">): number {
  return Math.max(
    tender?.notice.termYears ?? 1,
    ...bids.flatMap(({ termYears = 1, capital, own }) => [termYears, ...capital.map(({ year }) => year), ...own.investments.map(({ year }) => year)]),
  );
}
