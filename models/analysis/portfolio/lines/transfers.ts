import type { PortfolioSpec } from "../../../document/schema.ts";
import { textOf } from "../../../document/schemaParts.ts";
import type { FormulaDecl } from "../../../language/line.ts";
import { named, type Text, text } from "../../../wording/text.ts";
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
  const called = (zh: string, en: string): Text => named(label, zh, en);
  const paid = line(at("paid"), called("调剂", "transfer"), "flow", `falls(${at("month")}) ? ${at("amount")} : 0 CNY`, {
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
    line(at("returned"), called("归还", "returned"), "flow", `min(prev(${group}), ${left}) * share(prev(${at("owed")}), prev(${group}))`, {
      role: "portfolio.returned",
      tags,
      path,
      convention: RETURN,
    }),
    line(at("owed"), called("未归还", "owed"), "stock", `prev(${at("owed")}) + ${at("paid")} - ${at("returned")}`, {
      role: "portfolio.owed",
      tags,
      path,
    }),
    line(at("unreturned"), called("期末未归还", "not returned at the end"), "scalar", `at(${at("owed")}, endmonth)`, {
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
    memberLine(
      member,
      "available",
      text("可用于归还", "available for returns"),
      "stock",
      `max(0 CNY, prev(${at("position")}) + ${at("flow")} + ${at("transfers_in")} - ${at("transfers_out")})`,
      {
        convention: text("当年收回的调出款自次年起可用", "what is returned to it in a year can be used from the next one on"),
      },
    ),
    memberLine(
      member,
      "position",
      text("累计现金(调剂后)", "cumulative cash after transfers"),
      "stock",
      `prev(${at("position")}) + ${at("flow")} + ${at("transfers_in")} - ${at("transfers_out")} + ${at("returned_in")} - ${at("returned_out")}`,
      { role: "portfolio.position" },
    ),
    ...(transfers.some(({ payer }) => payer === id) ? [overpaid(member)] : []),
  ];
}

/** A project gives and lends what it has: what it pays beyond that is somebody else's money. */
function overpaid(member: MemberName): FormulaDecl {
  const at = (name: string) => `member.${member.id}.${name}`;
  const held = `max(0 CNY, prev(${at("position")}) + ${at("flow")} + ${at("transfers_in")})`;
  return memberLine(member, "overpaid", text("调出超过可用资金", "transfers paid beyond what it has"), "flow", `max(0 CNY, ${at("transfers_out")} - ${held})`, {
    convention: text("当年调出额减上年末累计现金与当年净现金流、调入", "paid in the year, less cash from the year before, the year's flow and what it receives"),
  });
}
