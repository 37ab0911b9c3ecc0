import type { MemberSpec, PortfolioSpec } from "../../../document/schema.ts";
import { textOf } from "../../../document/schemaParts.ts";
import type { FormulaDecl } from "../../../language/line.ts";
import { type Text, text } from "../../../wording/text.ts";
import { line, type MemberName, memberLine } from "./line.ts";

type Transfer = PortfolioSpec["transfers"][number];

/** 长短结合: the clause transfers between projects rest on. */
export const POOLING_CLAUSE = "taizhou-2023-draft/4(3)7";

export const transferLabel = ({ id, label }: Pick<Transfer, "id" | "label">): Text => textOf(label ?? id);

const RETURN = text(
  "无息;次年起以收款项目年末结余归还,先还次序在前者,同次序按余额比例,先于新的调剂",
  "without interest; returned from the year after out of what the project has left at year ends: by order, pro rata within one, before new transfers",
);

/** A transfer is one line, booked in both projects: out of one and into the other. A loan is owed until it is returned. */
function transferLines(transfer: Transfer, orders: readonly number[]): readonly FormulaDecl[] {
  const { id, payer, payee, kind, order } = transfer;
  const label = transferLabel(transfer);
  const at = (name: string) => `transfer.${id}.${name}`;
  const tags = { from: payer, to: payee, transfer: id, kind_of: kind, order };
  const path = `portfolio/transfers/${id}`;
  const named = (zh: string, en: string): Text => ({ zh: `${label.zh}:${zh}`, en: `${label.en}: ${en}` });
  const paid = line(at("paid"), named("调剂", "transfer"), "flow", `falls(${at("month")}) ? ${at("amount")} : 0 CNY`, {
    role: "portfolio.transfer",
    tags,
    path,
    clauses: [POOLING_CLAUSE],
  });
  if (kind === "gift") return [paid];
  const group = `member.${payee}.owed.o${order}`;
  const before = orders.filter((one) => one < order).map((one) => ` - prev(member.${payee}.owed.o${one})`);
  const left = `max(0 CNY, member.${payee}.available${before.join("")})`;
  return [
    paid,
    line(at("returned"), named("归还", "returned"), "flow", `min(prev(${group}), ${left}) * share(prev(${at("owed")}), prev(${group}))`, {
      role: "portfolio.returned",
      tags,
      path,
      convention: RETURN,
    }),
    line(at("owed"), named("未归还", "owed"), "stock", `prev(${at("owed")}) + ${at("paid")} - ${at("returned")}`, { role: "portfolio.owed", tags, path }),
    line(at("unreturned"), named("期末未归还", "not returned at the end"), "scalar", `at(${at("owed")}, endmonth)`, {
      role: "portfolio.unreturned",
      tags,
      path,
    }),
  ];
}

const ordersOf = (transfers: readonly Transfer[], payee: string): readonly number[] =>
  [...new Set(transfers.filter((one) => one.payee === payee && one.kind === "loan").map(({ order }) => order))].sort((a, b) => a - b);

export function allTransferLines({ transfers }: PortfolioSpec): readonly FormulaDecl[] {
  return transfers.flatMap((transfer) => transferLines(transfer, ordersOf(transfers, transfer.payee)));
}

/** A project after what was given and lent to it, and by it. */
export function positionLines(member: MemberName, { transfers }: PortfolioSpec): readonly FormulaDecl[] {
  const { id } = member;
  const at = (name: string) => `member.${id}.${name}`;
  return [
    memberLine(member, "transfers_in", text("调入", "transfers received"), "flow", `sum(role = portfolio.transfer, to = ${id})`),
    memberLine(member, "transfers_out", text("调出", "transfers paid"), "flow", `sum(role = portfolio.transfer, from = ${id})`),
    memberLine(member, "returned_out", text("归还调入款", "transfers it returned"), "flow", `sum(role = portfolio.returned, to = ${id})`),
    memberLine(member, "returned_in", text("收回调出款", "transfers returned to it"), "flow", `sum(role = portfolio.returned, from = ${id})`),
    ...ordersOf(transfers, id).map((order) =>
      memberLine(member, `owed.o${order}`, text(`应归还(次序${order})`, `owed, order ${order}`), "stock", `sum(role = portfolio.owed, to = ${id}, order = ${order})`),
    ),
    memberLine(member, "available", text("可用于归还", "available for returns"), "stock", `max(0 CNY, prev(${at("position")}) + ${at("flow")} + ${at("transfers_in")} - ${at("transfers_out")})`, {
      convention: text("当年收回的调出款自次年起可用", "what is returned to it in a year can be used from the next one on"),
    }),
    memberLine(
      member,
      "position",
      text("累计现金(调剂后)", "cumulative cash after transfers"),
      "stock",
      `prev(${at("position")}) + ${at("flow")} + ${at("transfers_in")} - ${at("transfers_out")} + ${at("returned_in")} - ${at("returned_out")}`,
      { role: "portfolio.position" },
    ),
  ];
}

const PRO_RATA = text(
  "年末有结余的项目按结余比例借出,有缺口的按缺口比例借入;无息,有结余先归还",
  "at year ends projects with cash lend and those without borrow, pro rata; without interest, and what is left returns it first",
);

/** 自动统筹: what is left over in some projects covers what is lacking in others, and only the rest is borrowed outside. */
export function poolingLines(members: readonly MemberName[]): readonly FormulaDecl[] {
  return [
    ...members.flatMap((member) => {
      const at = (name: string) => `member.${member.id}.${name}`;
      return [
        memberLine(member, "surplus", text("结余", "surplus"), "stock", `max(0 CNY, ${at("position")})`, { role: "portfolio.surplus" }),
        memberLine(member, "shortfall", text("缺口", "shortfall"), "stock", `max(0 CNY, 0 - ${at("position")})`, { role: "portfolio.shortfall" }),
        memberLine(member, "borrowed", text("向资金池借入", "borrowed from the pool"), "stock", `pool.lent * share(${at("shortfall")}, pool.shortfall)`, { convention: PRO_RATA }),
        memberLine(member, "lent", text("向资金池借出", "lent to the pool"), "stock", `pool.lent * share(${at("surplus")}, pool.surplus)`, { convention: PRO_RATA }),
        memberLine(member, "pool_balance", text("欠资金池(负为应收)", "owed to the pool; negative: owed by it"), "stock", `${at("borrowed")} - ${at("lent")}`, { role: "portfolio.pool_balance" }),
        memberLine(member, "pool_moved", text("当年自资金池净借入", "net borrowed from the pool in the year"), "flow", `${at("pool_balance")} - prev(${at("pool_balance")})`, {
          role: "portfolio.pool_moved",
          clauses: [POOLING_CLAUSE],
        }),
        memberLine(member, "after", text("累计现金(统筹后)", "cumulative cash after pooling"), "stock", `${at("position")} + ${at("pool_balance")}`, {
          convention: text("为负的部分由统借授信负担", "what is below zero is on the pooled credit line"),
        }),
        memberLine(member, "with_others", text("项目文件内与其他项目的往来", "money with other projects in its own document"), "scalar", `total(sum(role = portfolio.outside, member = ${member.id}))`, {
          convention: text("收与付各自相加;合并时不抵销", "paid and received each added; pooling does not cancel it"),
        }),
        memberLine(member, "unreturned", text("期末欠资金池(负为应收)", "owed to the pool at the end; negative: owed by it"), "scalar", `at(${at("pool_balance")}, endmonth)`, { role: "portfolio.pool_end" }),
        memberLine(member, "received", text("全周期净得其他项目资金", "net money of other projects over the life"), "scalar", `at(${at("after")}, endmonth) - at(${at("own")}, endmonth)`, {
          role: "portfolio.received",
          convention: text("赠予、未归还的借款与统筹,均属项目间补贴", "gifts, loans not returned and pooling: what one project does for another"),
        }),
      ];
    }),
    line("pool.surplus", text("结余合计", "surplus, together"), "stock", "sum(role = portfolio.surplus) + pool.opening_cash", {
      convention: text("含资金池自有期初资金", "with the opening cash of the pool itself"),
    }),
    line("pool.shortfall", text("缺口合计", "shortfall, together"), "stock", "sum(role = portfolio.shortfall)"),
    line("pool.lent", text("项目间统筹借款余额", "lent between projects by the pool"), "stock", "min(pool.surplus, pool.shortfall)"),
    line("pool.drawn", text("统筹后仍须对外借入", "still borrowed outside after pooling"), "stock", "pool.shortfall - pool.lent"),
    line("pool.lent_own", text("其中资金池自有资金借出", "of which lent by the pool itself"), "stock", "pool.lent * share(pool.opening_cash, pool.surplus)"),
    line("pool.lent_highest", text("项目间统筹借款最高余额", "most lent between projects"), "scalar", "highest(pool.lent)"),
    line("pool.open_at_end", text("期末未归还的统筹借款", "pooled loans not returned at the end"), "scalar", "at(pool.lent, endmonth)"),
    line("pool.transfers", text("录入的项目间调剂", "transfers entered"), "flow", "sum(role = portfolio.transfer)"),
    line("pool.transfers_unreturned", text("期末未归还的录入借款", "entered loans not returned at the end"), "scalar", "sum(role = portfolio.unreturned)"),
  ];
}

/** Names of the members, as their lines say them. */
export function namesOf(members: readonly MemberSpec[], labels: ReadonlyMap<string, Text>): readonly MemberName[] {
  return members.map(({ id }) => ({ id, label: labels.get(id) ?? text(id, id) }));
}
