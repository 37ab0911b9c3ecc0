import type { PortfolioSpec } from "../../../document/schema.ts";
import type { FormulaDecl } from "../../../language/line.ts";
import { type Text, text } from "../../../wording/text.ts";
import { line, type MemberName, memberLine } from "./line.ts";

const BASIS = {
  before_financing: {
    formula: (id: string) => `member.${id}.net_posttax - member.${id}.recovered`,
    convention: text(
      "所得税后、融资前的项目现金流;期末回收的资产余值不是现金,不计",
      "cash flow of the project after income tax and before financing; what its assets are worth at the end is no cash",
    ),
  },
  after_financing: {
    formula: (id: string) => `member.${id}.cash_free - prev(member.${id}.cash_free)`,
    convention: text("各项目自身融资后可动用资金的增减,不含监管账户资金", "change of the project's unrestricted cash after its own financing; supervised accounts are left out"),
  },
} as const;

const YEAR_ENDS = text("按年末数;年内可能更深", "at year ends; within a year it may be deeper");
const INTEREST = text("按年初余额计一年", "a year's interest on the balance at its beginning");

/** Each project alone: its flow, what it needs, the credit line it would take. Nothing here knows of another project but a shared cost. */
export function ownLines(member: MemberName, { basis, sharedCosts }: PortfolioSpec): readonly FormulaDecl[] {
  const at = (name: string) => `member.${member.id}.${name}`;
  const shares = sharedCosts.some(({ shares: of }) => of.some(({ id }) => id === member.id));
  const { formula, convention } = BASIS[basis];
  return [
    ...(shares ? [memberLine(member, "shared", text("分摊的共同费用", "part of shared costs"), "flow", `sum(role = portfolio.shared, member = ${member.id})`)] : []),
    memberLine(member, "flow", text("净现金流", "net cash flow"), "flow", `${formula(member.id)}${shares ? ` - ${at("shared")}` : ""}`, { role: "portfolio.flow", convention }),
    memberLine(member, "own", text("累计现金(单独)", "cumulative cash, alone"), "stock", `prev(${at("own")}) + ${at("flow")}`, { role: "portfolio.own" }),
    memberLine(member, "need", text("最大资金需求(单独)", "peak need, alone"), "scalar", `max(0 CNY, 0 - lowest(${at("own")}))`, { role: "portfolio.need", convention: YEAR_ENDS }),
    memberLine(
      member,
      "need_year",
      text("最大资金需求年份(单独)", "year of the peak need, alone"),
      "scalar",
      `${at("need")} > 0 ? first(year, ${at("own")} <= 0 - ${at("need")}) : none.no_need`,
      { unit: "1" },
    ),
    memberLine(
      member,
      "interest",
      text("利息(单独授信)", "interest, credit line of its own"),
      "flow",
      `prev(${at("account")}) < 0 CNY ? (0 - prev(${at("account")})) * pool.credit_rate : 0 CNY`,
      {
        role: "portfolio.interest",
        convention: INTEREST,
      },
    ),
    memberLine(
      member,
      "account",
      text("账户余额(单独授信,含息)", "account, credit line of its own, with interest"),
      "stock",
      `prev(${at("account")}) + ${at("flow")} - ${at("interest")}`,
    ),
    memberLine(member, "credit", text("授信余额(单独)", "credit line drawn, alone"), "stock", `max(0 CNY, 0 - ${at("account")})`, { role: "portfolio.credit" }),
    memberLine(member, "credit_peak", text("授信最高余额(单独)", "highest credit line drawn, alone"), "scalar", `highest(${at("credit")})`, { role: "portfolio.credit_peak" }),
  ];
}

/** The first year in which a stock is at its lowest. */
const yearOf = (stock: string, label: Text): FormulaDecl => line(`${stock}_year`, label, "scalar", `first(year, ${stock} <= ${stock}_lowest)`, { unit: "1" });

/** All projects together: flows add up year by year, and one credit line stands for many. */
export function pooledLines({ pool }: PortfolioSpec): readonly FormulaDecl[] {
  const floor = pool.minimumCash !== undefined || pool.creditLimit !== undefined;
  const limit = pool.creditLimit === undefined ? "" : " + pool.credit_limit";
  const least = pool.minimumCash === undefined ? "" : " - pool.minimum_cash";
  return [
    line("pool.flow", text("合并净现金流", "pooled net cash flow"), "flow", "sum(role = portfolio.flow)", {
      convention: text("各项目按日历年相加,相互调剂相抵", "projects added up by calendar year; transfers between them cancel"),
    }),
    line("pool.cumulative", text("合并累计现金(不含期初)", "pooled cumulative cash, opening cash left out"), "stock", "prev(pool.cumulative) + pool.flow"),
    line("pool.own", text("合并累计现金", "pooled cumulative cash"), "stock", "pool.cumulative + pool.opening_cash", {
      opening: "pool.opening_cash",
    }),
    line("pool.need", text("合并最大资金需求", "pooled peak need"), "scalar", "max(0 CNY, 0 - lowest(pool.cumulative))", { convention: YEAR_ENDS }),
    line("pool.need_year", text("合并最大资金需求年份", "year of the pooled peak need"), "scalar", "pool.need > 0 ? first(year, pool.cumulative <= 0 - pool.need) : none.no_need", {
      unit: "1",
    }),
    line("pool.need_separate", text("各项目最大资金需求之和", "sum of separate peak needs"), "scalar", "sum(role = portfolio.need)"),
    line("pool.need_saved", text("统筹减少的最大资金需求", "peak need saved by pooling"), "scalar", "pool.need_separate - pool.need", {
      convention: text("统筹降低峰值,不改变合计", "pooling lowers the peak, not the total"),
    }),
    line("pool.interest", text("利息(统借授信)", "interest, pooled credit line"), "flow", "prev(pool.account) < 0 CNY ? (0 - prev(pool.account)) * pool.credit_rate : 0 CNY", {
      convention: INTEREST,
    }),
    line("pool.account", text("合并账户余额(统借授信,含息)", "pooled account with interest"), "stock", "prev(pool.account) + pool.flow - pool.interest", {
      opening: "pool.opening_cash",
    }),
    line("pool.credit", text("统借授信余额", "pooled credit line drawn"), "stock", "max(0 CNY, 0 - pool.account)"),
    line("pool.credit_separate", text("各项目单独授信余额之和", "separate credit lines drawn, together"), "stock", "sum(role = portfolio.credit)"),
    line("pool.credit_peak", text("统借授信最高余额", "highest pooled credit line"), "scalar", "highest(pool.credit)"),
    line("pool.credit_peak_separate", text("单独授信最高余额之和", "sum of the highest separate credit lines"), "scalar", "sum(role = portfolio.credit_peak)"),
    line("pool.interest_saved", text("统筹节省的利息", "interest saved by pooling"), "scalar", "total(sum(role = portfolio.interest)) - total(pool.interest)"),
    line("pool.debt", text("各项目借款余额合计", "debt of the projects, together"), "stock", "sum(role = portfolio.debt)"),
    ...(floor
      ? [
          line("pool.room", text("合并资金高于下限", "pooled cash above its floor"), "stock", `pool.account${limit}${least}`, {
            convention: text("含息的合并账户余额加授信额度,减最低存量", "the pooled account with its interest and what the credit line offers, less the least to be kept"),
          }),
          line("pool.room_lowest", text("合并资金高于下限,最低", "lowest pooled cash above its floor"), "scalar", "lowest(pool.room)"),
          yearOf("pool.room", text("合并资金最紧年份", "year of the lowest pooled cash")),
        ]
      : []),
    ...(pool.creditLimit === undefined
      ? []
      : [
          line("pool.credit_left", text("统借授信未用额度", "left of the pooled credit line"), "stock", "pool.credit_limit - pool.credit", {
            convention: text("授信余额含利息;为负即超过额度", "what is drawn includes interest; below zero the limit is broken"),
          }),
          line("pool.credit_left_lowest", text("统借授信未用额度,最低", "least left of the pooled credit line"), "scalar", "lowest(pool.credit_left)"),
          yearOf("pool.credit_left", text("统借授信最高年份", "year of the highest pooled credit line")),
        ]),
  ];
}
