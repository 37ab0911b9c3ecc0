import type { FormulaDecl } from "../../language/line.ts";
import { system } from "../system.ts";
import { debtKey } from "./debt.ts";
import type { StatementFacts } from "./facts.ts";
import { note, type RowSpec, row, type TableSpec } from "./table.ts";

/** Amounts stand in the last period only: they are what the horizon leaves open. */
const atEnd = (stock: string): string => `t >= periodcount ? ${stock} : 0`;

const credit = (account: string): string => `max(0, 0 - account.${account})`;
const debit = (account: string): string => `max(0, account.${account})`;

const OWED = "open.owed.";
const HELD = "open.held.";

/** 期末未了事项: what is still owed, held, due or unsold when the horizon ends. Accounts are read from the books; the rest mechanisms say with a role open.KIND. */
export function openEndsTable(facts: StatementFacts): TableSpec {
  return {
    id: "open_ends",
    title: { zh: "期末未了事项", en: "Open ends at the horizon" },
    rows: [...owed(facts), ...held(facts), ...areas(facts)],
    notes: [
      {
        zh: "计算期末尚未了结的各项,列于末期;债务另列其后到期的本息(按合同条件)。",
        en: "What the horizon leaves open, in its last period; for debts also the principal and interest that fall due later, by their terms.",
      },
    ],
  };
}

function owed({ debts, label, roles }: StatementFacts): readonly RowSpec[] {
  const kinds = roles.filter((role) => role.startsWith(OWED));
  return [
    row("1", "尚须支付", "still to be paid", ["r1_1", "r1_2", "r1_3", "r1_4", "r1_5", ...kinds.map(keyOfRole)].join(" + ")),
    row("1.1", "未偿债务", "debt outstanding", atEnd("account.debt + account.working_debt")),
    ...debts.flatMap(({ id, label: { zh, en } }) => [
      row("", `其中:${zh}`, `of which ${en}`, atEnd(`stmt_debt.${debtKey(id, "closing")}`), { key: debtKey(id, "balance"), level: 2 }),
      row("", `${zh}:其后到期的本息`, `${en}: principal and interest that fall due later`, atEnd(`stmt_debt.${debtKey(id, "later")}`), { key: debtKey(id, "later"), level: 3 }),
    ]),
    row("1.2", "应付账款及应付利息", "payables and interest accrued", atEnd(`${debit("payable")} + ${credit("receivable")}`)),
    row("1.3", "预收账款(未交付)", "advances, not handed over", atEnd(debit("advance"))),
    row("1.4", "应交税费", "taxes payable", atEnd(credit("vat_credit"))),
    row("1.5", "递延收益", "deferred income", atEnd(debit("deferred"))),
    ...kinds.map((role) => row("", label(role).zh, label(role).en, atEnd(lineOfRole(role)), { key: keyOfRole(role), level: 1 })),
  ];
}

function held({ label, roles }: StatementFacts): readonly RowSpec[] {
  const kinds = roles.filter((role) => role.startsWith(HELD));
  return [
    row("2", "尚可收回或使用", "still to be received or used", ["r2_1", "r2_2", "r2_3", "r2_4", ...kinds.map(keyOfRole)].join(" + ")),
    row("2.1", "缴存保证金", "deposits paid", atEnd(debit("deposit"))),
    row("2.2", "留抵及预缴税费", "VAT credit and taxes prepaid", atEnd(debit("vat_credit"))),
    row("2.3", "应收及流动资金占用", "receivables and working capital", atEnd(`${debit("receivable")} + ${credit("advance")} + ${credit("payable")}`)),
    row("2.4", "监管账户资金", "supervised cash", atEnd("project.cash_restricted")),
    ...kinds.map((role) => row("", label(role).zh, label(role).en, atEnd(lineOfRole(role)), { key: keyOfRole(role), level: 1 })),
  ];
}

const areas = ({ label, roles }: StatementFacts): readonly RowSpec[] =>
  roles.filter((role) => role.startsWith("open.area.")).map((role) => note(keyOfRole(role), label(role).zh, label(role).en, atEnd(lineOfRole(role)), { unit: "m2" }));

/** The sum over the mechanisms, one value. */
const lineOfRole = (role: string): string => `${role}.sum`;

const keyOfRole = (role: string): string => role.replaceAll(".", "_");

/** `open.debt` and the like: the amounts as single values, and the last month a debt asks of the horizon. */
export function openLines({ debts, roles, label }: StatementFacts): readonly FormulaDecl[] {
  const one = (id: string, zh: string, en: string, formula: string, unit = "CNY"): FormulaDecl => system(id, zh, en, unit, "scalar", formula);
  const whole = (key: string): string => `total(stmt_open_ends.${key})`;
  return [
    ...roles
      .filter((role) => role.startsWith("open."))
      .map((role) => one(lineOfRole(role), label(role).zh, label(role).en, `sum(role = ${role}, perimeter != no)`, role.startsWith("open.area.") ? "m2" : "CNY")),
    one("open.debt", "期末未偿债务", "debt outstanding at the horizon", whole("r1_1")),
    ...debts.flatMap(({ id, label: { zh, en } }) => [
      one(`open.${debtKey(id, "debt")}`, `期末未偿债务:${zh}`, `${en}: outstanding at the horizon`, whole(debtKey(id, "balance"))),
      one(`open.${debtKey(id, "later")}`, `其后到期的本息:${zh}`, `${en}: principal and interest that fall due later`, whole(debtKey(id, "later"))),
    ]),
    one("open.later", "其后到期的债务本息", "debt service that falls due after the horizon", debts.map(({ id }) => `open.${debtKey(id, "later")}`).join(" + ") || "0"),
    one("open.owed", "期末尚须支付", "still to be paid at the horizon", whole("r1")),
    one("open.held", "期末尚可收回或使用", "still to be received or used at the horizon", whole("r2")),
    one("open.end", "计算期至少须至", "month the horizon must reach", "open.debt > 0 ? max(endmonth, latest(role = debt.ends, perimeter != no)) : endmonth", "mo"),
  ];
}
