import type { FormulaDecl, LineMeta } from "../language/line.ts";
import { UNKNOWN } from "../language/line.ts";
import { namesDistrict, payerOf } from "../terms/payerNames.ts";
import { lacksTerms, mayPay, type PayerKind, type Unlike, unlikeOf } from "../terms/payers.ts";
import { system } from "./system.ts";
import type { StatementFrame } from "./tables/facts.ts";

type Line = Pick<LineMeta, "id" | "label" | "role" | "payer" | "payee" | "path" | "tags">;

/** Money that comes into the project from somebody whose money may not be what it is said to be. */
export interface UnlikePayment {
  readonly line: string;
  /** Line of its amount over the life, 元. */
  readonly amount: string;
  readonly payer: string;
  readonly kind: PayerKind;
  /** Whether only a name says who pays; his role says something else. */
  readonly byName: boolean;
  readonly role: string | undefined;
  readonly unlike: Unlike;
  /** Whether it comes in as a payment that is negative. */
  readonly returned: boolean;
  /** Whether it is a line of the user's own for money that rests on terms. */
  readonly own: boolean;
}

const amountLine = (line: string): string => `payers.unlike.${line}`;

/** Money of the perimeter by who pays it and what it is said to be, against the matrix of payers. */
export function unlikePayments(lines: readonly Line[], { parties, components }: StatementFrame): readonly UnlikePayment[] {
  const partyOf = new Map(parties.map((party) => [party.id, party]));
  const nameOf = new Map(components.map(({ id, label }) => [id, label]));
  return lines.flatMap((line): readonly UnlikePayment[] => {
    const way = line.tags["crosses"];
    const custom = line.path.startsWith("customLines/");
    const typed = line.tags["amounts"] === "typed";
    // What a component reckons is no less than nothing; amounts typed by date and lines of the user's own may be negative, and then it is money that comes in.
    const returned = way === "out" && (custom || line.tags["amounts"] !== undefined);
    if ((way !== "in" && !returned) || line.role === UNKNOWN) return [];
    const id = (returned ? line.payee : line.payer) ?? "";
    const party = partyOf.get(id);
    if (party === undefined) return [];
    const component = nameOf.get(String(line.tags["component"] ?? ""));
    const names = line.role === "contribution.resident" ? [] : [line.label, ...(component === undefined ? [] : [component])];
    const { kind, byName } = payerOf(party.role, party.label, names);
    // A rebate of a district, or capital and loans of an owner that is called a budget.
    const other = kind === "budget" && (line.role === "support.rebate" ? namesDistrict(party.label) : byName && /^(equity|debt)\./.test(line.role ?? ""));
    const computed = !custom && !typed;
    const unlike = unlikeOf(kind, line.role);
    if (unlike === undefined || (!returned && !other && mayPay(kind, { role: line.role, computed, own: custom, form: line.tags["form"]?.toString() }))) return [];
    return [
      {
        line: line.id,
        amount: amountLine(line.id),
        payer: id,
        kind,
        byName: byName || other,
        role: line.role,
        unlike,
        returned,
        own: custom && kind !== "project" && lacksTerms(line.role),
      },
    ];
  });
}

/** A deposit that comes back is what was paid to the same party before; more than that is money from nowhere. */
function formulaOf({ line, returned, role, payer }: UnlikePayment, lines: readonly Line[]): string {
  if (returned) return `total(max(0 CNY, 0 CNY - ${line}))`;
  if (role !== "deposit.returned") return `total(${line})`;
  const paid = lines.filter((one) => one.role === "deposit.paid" && one.payee === payer && one.tags["crosses"] === "out");
  const back = lines.filter((one) => one.role === role && one.payer === payer && one.tags["crosses"] === "in");
  const sum = (all: readonly Line[]) => all.map(({ id }) => id).join(" + ");
  return paid.length === 0 ? `total(${line})` : `min(total(${line}), max(0 CNY, highest(running(${sum(back)} - (${sum(paid)})))))`;
}

/** How much it is: an amount of the whole life beside each such line, and all that budgets pay under another name. */
export function payerLines(lines: readonly Line[], payments: readonly UnlikePayment[]): readonly FormulaDecl[] {
  const labelOf = new Map(lines.map(({ id, label }) => [id, label]));
  const disguised = payments.filter(({ kind, role, returned }) => (kind === "budget" || kind === "land") && !returned && role?.startsWith("support.") !== true);
  return [
    ...payments.map((payment) => {
      const { line, amount } = payment;
      const label = labelOf.get(line) ?? { zh: line, en: line };
      const formula = formulaOf(payment, lines);
      return system(amount, `${label.zh}:与付款方身份不符`, `${label.en}: not what its payer may pay`, "CNY", "scalar", formula);
    }),
    system("payers.disguised_support", "以其他名义计入的财政资金", "money of budgets under another name", "CNY", "flow", disguised.map(({ line }) => line).join(" + ") || "0 CNY"),
  ];
}
