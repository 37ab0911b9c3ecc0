import type { FormulaDecl } from "../../../language/line.ts";
import { text } from "../../../wording/text.ts";
import { line, type MemberName, memberLine } from "./line.ts";
import { POOLING_CLAUSE } from "./transfers.ts";

const PRO_RATA = text(
  "年末有结余的项目按结余比例借出,有缺口的按缺口比例借入;无息,有结余先归还",
  "at year ends projects with cash lend and those without borrow, pro rata; without interest, and what is left returns it first",
);

/** 自动统筹: what is left over in some projects covers what is lacking in others, and only the rest is borrowed outside. */
export function poolingLines(members: readonly MemberName[]): readonly FormulaDecl[] {
  return [...members.flatMap(memberPooling), ...poolLines];
}

function memberPooling(member: MemberName): readonly FormulaDecl[] {
  const at = (name: string) => `member.${member.id}.${name}`;
  return [
    memberLine(member, "surplus", text("结余", "surplus"), "stock", `max(0 CNY, ${at("position")})`, {
      role: "portfolio.surplus",
    }),
    memberLine(member, "shortfall", text("缺口", "shortfall"), "stock", `max(0 CNY, 0 - ${at("position")})`, {
      role: "portfolio.shortfall",
    }),
    memberLine(member, "borrowed", text("向资金池借入", "borrowed from the pool"), "stock", `pool.lent * share(${at("shortfall")}, pool.shortfall)`, { convention: PRO_RATA }),
    memberLine(member, "lent", text("向资金池借出", "lent to the pool"), "stock", `pool.lent * share(${at("surplus")}, pool.surplus)`, { convention: PRO_RATA }),
    memberLine(member, "pool_balance", text("欠资金池(负为应收)", "owed to the pool; negative: owed by it"), "stock", `${at("borrowed")} - ${at("lent")}`, {
      role: "portfolio.pool_balance",
    }),
    memberLine(member, "pool_moved", text("当年自资金池净借入", "net borrowed from the pool in the year"), "flow", `${at("pool_balance")} - prev(${at("pool_balance")})`, {
      role: "portfolio.pool_moved",
      clauses: [POOLING_CLAUSE],
    }),
    memberLine(member, "after", text("累计现金(统筹后)", "cumulative cash after pooling"), "stock", `${at("position")} + ${at("pool_balance")}`, {
      convention: text("为负的部分由统借授信负担", "what is below zero is on the pooled credit line"),
    }),
    memberLine(
      member,
      "with_others",
      text("项目文件内与其他项目的往来", "money with other projects in its own document"),
      "scalar",
      `total(sum(role = portfolio.outside, member = ${member.id}))`,
      {
        convention: text("收与付各自相加;合并时不抵销", "paid and received each added; pooling does not cancel it"),
      },
    ),
    memberLine(member, "unreturned", text("期末欠资金池(负为应收)", "owed to the pool at the end; negative: owed by it"), "scalar", `at(${at("pool_balance")}, endmonth)`, {
      role: "portfolio.pool_end",
    }),
    memberLine(
      member,
      "received",
      text("全周期净得其他项目资金", "net money of other projects over the life"),
      "scalar",
      `at(${at("after")}, endmonth) - at(${at("own")}, endmonth)`,
      {
        role: "portfolio.received",
        convention: text("赠予、未归还的借款与统筹,均属项目间补贴", "gifts, loans not returned and pooling: what one project does for another"),
      },
    ),
  ];
}

const poolLines: readonly FormulaDecl[] = [
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
