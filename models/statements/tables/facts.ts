import { type LineMeta, UNKNOWN } from "../../language/line.ts";
import { PAID_BY_OWNERS, PAID_TO_OWNERS } from "../../terms/owners.ts";
import { isRole, ROLES } from "../../terms/roles.ts";
import type { Text } from "../../wording/text.ts";
import { type UnlikePayment, unlikePayments } from "../payers.ts";

export interface Named {
  readonly id: string;
  readonly label: Text;
}

export interface PartyFact extends Named {
  readonly role: string;
  readonly inProject: boolean;
}

/** What the document says beside its lines. */
export interface StatementFrame {
  readonly parties: readonly PartyFact[];
  readonly components: readonly Named[];
  readonly plots: readonly Named[];
  readonly hasHouseholds: boolean;
  /** Whether buildings that are kept are worked on. */
  readonly renovates: boolean;
  /** Whether construction is entered as sums by date alone. */
  readonly inSums: boolean;
  /** Nothing at all was entered: no component, no line of the user's own. */
  readonly isEmpty?: boolean;
}

/**
 * What the tables need to know of a model: which roles occur, which components owe money, who put capital in. Read off the lines, so that a new mechanism
 * appears in the tables without being named in them.
 */
export interface StatementFacts extends StatementFrame {
  /** Roles that occur on lines of money crossing the perimeter or on areas, in the order of the role list. */
  readonly roles: readonly string[];
  readonly debts: readonly Named[];
  readonly investors: readonly Named[];
  /** Other parties that give money without return. */
  readonly donors: readonly Named[];
  /** Debts made of the user's own lines: the ids of their balances. */
  readonly ownDebts: readonly string[];
  /** Lines that say where floor area goes. */
  readonly dispositions: readonly string[];
  /** What is taken off entered amounts, by component and reason. */
  readonly uncounted: readonly UncountedFact[];
  /** Money whose payer may not pay what it is said to be. */
  readonly unlike: readonly UnlikePayment[];
  /** Products that are sold, let or ceded and have floor area of their own. */
  readonly earning: readonly string[];
  /** Whether a debt says itself when its construction and grace are over. */
  saysGrace(debt: string): boolean;
  /** Whether a debt says itself what covers it. */
  definesCoverage(debt: string): boolean;
  /** Whether a debt's coverage is over all debt of its borrower. */
  coversAll(debt: string): boolean;
  has(role: string): boolean;
  hasLine(id: string): boolean;
  label(role: string): Text;
}

export interface UncountedFact {
  readonly component: string;
  readonly role: string;
  readonly way: "in" | "out";
  readonly measure: "money" | "area";
}

type Line = Pick<LineMeta, "id" | "label" | "path" | "role" | "payer" | "payee" | "tags">;

const PUT_IN: ReadonlySet<string> = new Set(PAID_BY_OWNERS.split(", "));
const TAKEN_OUT: ReadonlySet<string> = new Set(PAID_TO_OWNERS.split(", "));

export function factsOf(lines: readonly Line[], frame: StatementFrame): StatementFacts {
  const present = new Set(lines.flatMap(({ role }) => (role === undefined ? [] : [role])));
  const ids = new Set(lines.map(({ id }) => id));
  const components = new Set<string>();
  const investors = new Set<string>();
  const donors = new Set<string>();
  const defined = new Set<unknown>();
  const coversAll = new Set<unknown>();
  const graced = new Set<unknown>();
  const ownDebts: string[] = [];
  const dispositions: string[] = [];
  const uncounted: UncountedFact[] = [];
  const [earned, disposed] = [new Set<string>(), new Set<string>()];
  for (const { id, role, payer, payee, tags } of lines) {
    if (role === undefined) continue;
    if (role === "debt.balance" && typeof tags["component"] === "string") components.add(tags["component"]);
    else if (role === "debt.balance") ownDebts.push(id);
    if (role.startsWith("uncounted.")) uncounted.push(uncountedFact(role, tags));
    if (role === "stage.repayment") graced.add(tags["component"]);
    if (role === "coverage.net_income") defined.add(tags["component"]);
    if (role === "coverage.other_service") coversAll.add(tags["component"]);
    if (role.startsWith("area.disposition.")) dispositions.push(id);
    const product = tags["product"];
    if (typeof product === "string" && product !== UNKNOWN) {
      if (role === "area.in_use") earned.add(product);
      else if (role.startsWith("area.disposition.")) disposed.add(product);
    }
    if (PUT_IN.has(role) && tags["crosses"] === "in" && payer !== undefined) investors.add(payer);
    if (TAKEN_OUT.has(role) && tags["crosses"] === "out" && payee !== undefined) investors.add(payee);
    // Those behind a fund, and the two sides of a sale of a stake, are investors though their money does not pass the project.
    if (role === "equity.transfer" && payer !== undefined && payee !== undefined) for (const party of [payer, payee]) investors.add(party);
    if (role === "investor.paid" && payer !== undefined) investors.add(payer);
    if ((role === "investor.received" || role === "investor.fee") && payee !== undefined) investors.add(payee);
    if (/^(support|contribution)\./.test(role) && tags["crosses"] === "in" && payer !== undefined) donors.add(payer);
  }
  const named = (list: readonly Named[], ids: ReadonlySet<string>): readonly Named[] => list.filter(({ id }) => ids.has(id)).map(({ id, label }) => ({ id, label }));
  return {
    ...frame,
    ownDebts,
    dispositions,
    uncounted,
    unlike: unlikePayments(lines, frame),
    earning: [...earned].filter((product) => disposed.has(product)),
    roles: Object.keys(ROLES).filter((role) => present.has(role)),
    debts: named(frame.components, components),
    investors: named(frame.parties, investors),
    donors: named(frame.parties, donors),
    saysGrace: (debt) => graced.has(debt),
    definesCoverage: (debt) => defined.has(debt),
    coversAll: (debt) => coversAll.has(debt),
    has: (role) => present.has(role),
    hasLine: (id) => ids.has(id),
    label: (role) => (isRole(role) ? ROLES[role] : { zh: role, en: role }),
  };
}

function uncountedFact(role: string, tags: Line["tags"]): UncountedFact {
  return {
    component: String(tags["component"] ?? ""),
    role,
    way: tags["way"] === "out" ? "out" : "in",
    measure: tags["measure"] === "area" ? "area" : "money",
  };
}
