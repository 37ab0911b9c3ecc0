import { type LineMeta, UNKNOWN } from "../language/line.ts";
import { isRole, ROLES } from "../terms/roles.ts";
import type { Text } from "../wording/text.ts";
import type { PartyFact } from "./tables/facts.ts";
import { type RowSpec, row, stockRow, type TableSpec } from "./tables/table.ts";

/** From whose side cash is drawn (视角): money between the parties of one side cancels. Its lines are `ID.in`, `ID.out`, `ID.net` and `ID.cash`. */
export interface Side {
  readonly id: string;
  readonly label: Text;
  /** Parties on this side; absent for the project, whose perimeter is a tag of the lines. */
  readonly parties?: readonly string[];
}

const BUDGETS: readonly string[] = ["district", "city", "province", "central"];

const GROUPS: readonly (Side & { readonly roles: readonly string[] })[] = [
  { id: "group.operators", label: { zh: "运营主体", en: "Operator" }, roles: ["operator"] },
  { id: "group.government", label: { zh: "政府(各级财政)", en: "Government, all levels" }, roles: [...BUDGETS, "tax"] },
  { id: "group.residents", label: { zh: "居民", en: "Residents" }, roles: ["resident"] },
  { id: "group.funds", label: { zh: "基金与专户", en: "Funds" }, roles: ["fund", "maintenance_fund", "provident_fund"] },
  { id: "group.lenders", label: { zh: "银行与债券持有人", en: "Banks and bondholders" }, roles: ["bank", "bondholder"] },
];

const PROJECT: Side = { id: "project", label: { zh: "项目(边界内合并)", en: "Project perimeter" } };

/** The project first, then sides of several roles, the project together with the budgets, and each party by itself. */
export function sidesOf(parties: readonly PartyFact[]): readonly Side[] {
  const groups = GROUPS.flatMap(({ roles, ...side }): readonly Side[] => {
    const members = parties.filter(({ role }) => roles.includes(role));
    // A side of one party is that party, which is listed anyway.
    return members.length < 2 ? [] : [{ ...side, parties: members.map(({ id }) => id) }];
  });
  const single = parties.map(({ id, label }): Side => ({ id: `party.${id}`, label, parties: [id] }));
  return [PROJECT, ...groups, ...withBudgets(parties), ...single];
}

/** Project and all levels of government as one: what is left are the dealings with everybody else. */
function withBudgets(parties: readonly PartyFact[]): readonly Side[] {
  if (!parties.some(({ role }) => BUDGETS.includes(role))) return [];
  const inside = parties.filter(({ role, inProject }) => inProject || BUDGETS.includes(role) || role === "tax");
  return [{ id: "group.project_and_budgets", label: { zh: "项目与各级财政合并", en: "Project and budgets together" }, parties: inside.map(({ id }) => id) }];
}

type CashLine = Pick<LineMeta, "id" | "label" | "role" | "payer" | "payee" | "tags">;

/** Every payment into and out of a side, by role: the same flows that all other sides see. */
export function sideTable(side: Side, lines: readonly CashLine[]): TableSpec {
  const money = lines.filter(({ payer, payee }) => payer !== undefined && payee !== undefined);
  return {
    id: `perspective.${side.id}`,
    title: { zh: `现金流量表:${side.label.zh}`, en: `Cash flow: ${side.label.en}` },
    rows: [...block(side, "in", money), ...block(side, "out", money), ...balance(side)],
    notes: [{ zh: "同一方之间的付款已抵销;金额以该方流入为正。", en: "Payments inside the side cancel; money coming to it is positive." }],
  };
}

const WAYS = {
  in: { no: "1", zh: "现金流入", en: "inflow", key: "inflow" },
  out: { no: "2", zh: "现金流出", en: "outflow", key: "outflow" },
} as const;

type Way = keyof typeof WAYS;

/** A row whose line says whose cash it is. */
const of = ({ label }: Side, spec: RowSpec): RowSpec => ({ ...spec, name: { zh: `${label.zh}:${spec.label.zh}`, en: `${label.en}: ${spec.label.en}` } });

function block(side: Side, way: Way, money: readonly CashLine[]): readonly RowSpec[] {
  const { no, zh, en, key } = WAYS[way];
  const chosen = money.filter((line) => passes(side, way, line));
  const roleOf = ({ role }: CashLine): string | undefined => (role === UNKNOWN ? undefined : role);
  const roles = [...new Set(chosen.map(roleOf))];
  const heads = roles.map((role, index) => {
    const members = chosen.filter((line) => roleOf(line) === role);
    return byRole({ side, way, role, no: `${no}.${index + 1}` }, members);
  });
  const sum = heads.flatMap(([head]) => head?.key ?? []).join(" + ") || "0";
  const isProject = side.parties === undefined;
  const total = row(no, zh, en, isProject ? "" : sum, { key, line: isProject ? `project.cash_${way}` : `${side.id}.${way}` });
  return [of(side, total), ...heads.flat()];
}

/** Whether a line is money that comes to the side, or leaves it. */
function passes({ parties }: Side, way: Way, { payer = "", payee = "", tags }: CashLine): boolean {
  if (parties === undefined) return tags["crosses"] === way || tags["crosses"] === UNKNOWN;
  const [from, to] = [payer, payee].map((party) => party === UNKNOWN || parties.includes(party));
  return way === "in" ? to === true && !parties.includes(payer) : from === true && !parties.includes(payee);
}

interface Head {
  readonly side: Side;
  readonly way: Way;
  readonly role: string | undefined;
  readonly no: string;
}

/** A row for the role, and below it one for each of its lines where there are several. */
function byRole({ side, way, role, no }: Head, members: readonly CashLine[]): readonly RowSpec[] {
  const { zh, en } = role !== undefined && isRole(role) ? ROLES[role] : { zh: "其他", en: "other" };
  const [only, ...others] = members;
  if (only !== undefined && others.length === 0) return [row(no, zh, en, "", { line: only.id, level: 1 })];
  const formula = role === undefined ? members.map(({ id }) => id).join(" + ") : `sum(${selection(side, way)}, role = ${role})`;
  const head = row(no, zh, en, formula, { line: `${side.id}.${way}.${role ?? "other"}`, level: 1 });
  return [of(side, head), ...members.map(({ id, label }) => row("", label.zh, label.en, "", { key: id, line: id, level: 2 }))];
}

function selection({ parties }: Side, way: Way): string {
  if (parties === undefined) return `crosses = ${way}`;
  const [only, ...others] = parties;
  const inside = others.length === 0 ? only : `in(${parties.join(", ")})`;
  const [here, there] = way === "in" ? ["payee", "payer"] : ["payer", "payee"];
  return `${here} = ${inside}${others.length === 0 ? "" : `, ${there} != ${inside}`}`;
}

/** Net flow and cash, what was there at the start included; the project and each party have lines for them anyway. */
function balance(side: Side): readonly RowSpec[] {
  const { id, parties = [] } = side;
  const isGroup = parties.length > 1;
  const net = row("3", "净现金流量", "net flow", isGroup ? "inflow - outflow" : "", { key: "net", line: `${id}.net` });
  const cash = stockRow("4", "累计现金", "cumulative cash", isGroup ? "prev(cash) + net" : "", { key: "cash", line: `${id}.cash` });
  const opening = isGroup ? { opening: parties.map((party) => `party.${party}.opening_cash`).join(" + ") } : {};
  return [of(side, net), of(side, { ...cash, ...opening })];
}
