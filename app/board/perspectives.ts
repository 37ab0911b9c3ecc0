import type { PartySpec } from "../../models/document/schema.ts";
import { textOf } from "../../models/document/schemaParts.ts";
import type { PartyRole } from "../../models/terms/parties.ts";
import type { Text } from "../../models/wording/text.ts";

/** From whose side the cash picture is drawn: money between the parties of one side cancels. */
export interface Perspective {
  readonly id: string;
  readonly label: Text;
  /** Parties on this side; absent for the project, whose cash has lines of its own. */
  readonly parties?: ReadonlySet<string>;
}

const BUDGETS: readonly PartyRole[] = ["district", "city", "province", "central"];

interface Group {
  readonly id: string;
  readonly label: Text;
  readonly roles: readonly PartyRole[];
}

const GROUPS: readonly Group[] = [
  { id: "operators", label: { zh: "运营主体", en: "Operator" }, roles: ["operator"] },
  { id: "government", label: { zh: "政府(各级财政)", en: "Government, all levels" }, roles: [...BUDGETS, "tax"] },
  { id: "residents", label: { zh: "居民", en: "Residents" }, roles: ["resident"] },
  { id: "funds", label: { zh: "基金与专户", en: "Funds" }, roles: ["fund", "maintenance_fund", "provident_fund"] },
  { id: "lenders", label: { zh: "银行与债券持有人", en: "Banks and bondholders" }, roles: ["bank", "bondholder"] },
];

const PROJECT: Perspective = { id: "project", label: { zh: "项目(边界内合并)", en: "Project perimeter" } };

/** The project first, then sides of several roles, the project together with the budgets, and each party by itself. */
export function perspectivesOf(parties: readonly PartySpec[]): readonly Perspective[] {
  const groups = GROUPS.flatMap(({ id, label, roles }) => {
    const members = parties.filter(({ role }) => roles.includes(role));
    // A side of one party is that party, which is listed anyway.
    return members.length < 2 ? [] : [{ id: `group.${id}`, label, parties: idsOf(members) }];
  });
  const single = parties.map((party) => ({
    id: `party.${party.id}`,
    label: textOf(party.label),
    parties: idsOf([party]),
  }));
  return [PROJECT, ...groups, ...withBudgets(parties), ...single];
}

/** Project and all levels of government as one: what is left are the dealings with everybody else. */
function withBudgets(parties: readonly PartySpec[]): readonly Perspective[] {
  const inside = parties.filter(
    ({ role, inProject }) =>
      (inProject ?? (role === "entity" || role === "spv")) || BUDGETS.includes(role) || role === "tax",
  );
  if (!inside.some(({ role }) => BUDGETS.includes(role))) return [];
  const label = { zh: "项目与各级财政合并", en: "Project and budgets together" };
  return [{ id: "group.project_and_budgets", label, parties: idsOf(inside) }];
}

const idsOf = (parties: readonly PartySpec[]): ReadonlySet<string> => new Set(parties.map(({ id }) => id));
