import { diffDocuments } from "../../models/document/diff.ts";
import type { Json } from "../../models/document/location.ts";
import { readPath } from "../../models/document/path.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import type { Text } from "../../models/wording/text.ts";
import { placeLabel } from "../scenarios/labels.ts";

const text = (zh: string, en: string): Text => ({ zh, en });

/** What kind of thing changed. */
const KINDS = {
  input: text("输入", "input"),
  evidence: text("依据", "evidence"),
  component: text("测算项", "component"),
  custom_line: text("自定义行", "custom line"),
  record: text("事项记录", "record"),
  scenario: text("情景", "scenario"),
  pack: text("政策参数包", "rule pack"),
  plot: text("地块", "plot"),
  party: text("参与主体", "party"),
  timeline: text("计算期与阶段", "timeline"),
  convention: text("测算口径", "convention"),
  project: text("项目概况", "project"),
  absence: text("无此项的理由", "reason for an absence"),
  remark: text("批注", "remark"),
  audit: text("审定", "audited figure"),
  declared: text("申报数", "declared figure"),
  stress: text("审核压力", "stress of the review"),
  merge: text("合并", "merge"),
  actuals: text("实际数", "actuals"),
  other: text("其他", "other"),
} as const;
export type ChangeKind = keyof typeof KINDS;

export const kindLabel = (kind: ChangeKind): Text => KINDS[kind];

const ROOTS: Readonly<Record<string, ChangeKind>> = {
  components: "component",
  customLines: "custom_line",
  records: "record",
  scenarios: "scenario",
  packs: "pack",
  plots: "plot",
  parties: "party",
  timeline: "timeline",
  conventions: "convention",
  project: "project",
  absences: "absence",
  remarks: "remark",
  audit: "audit",
  declared: "declared",
  stress: "stress",
  merges: "merge",
  actuals: "actuals",
};

/** One thing that two states of a model do not share. */
export interface DocumentChange {
  readonly kind: ChangeKind;
  readonly path: string;
  readonly label: Text;
  /** Null where it is not there. */
  readonly before: Json;
  readonly after: Json;
}

/** How many steps of a path tell one thing: a cell of an input, a field of a record, the whole of a pack. */
const STEPS: Readonly<Partial<Record<ChangeKind, number>>> = {
  input: 6,
  evidence: 4,
  pack: 2,
  record: 3,
  scenario: 3,
  merge: 2,
};
/** A place a scenario changes is a path of its own. */
const IN_SCENARIO = /^scenarios\/[^/]+\/set\//;

/** What changed from one document to another, by meaning: a moved row is no change, an added one is told as a whole. */
export function changesBetween(before: ModelDocument, after: ModelDocument): readonly DocumentChange[] {
  const found = new Map<string, DocumentChange>();
  for (const difference of diffDocuments(before, after)) {
    const kind = kindOf(difference.path);
    const path = IN_SCENARIO.test(difference.path) ? difference.path : shortened(difference.path, STEPS[kind]);
    if (found.has(path)) continue;
    const whole = path === difference.path;
    const [own, other] = whole
      ? [difference.before, difference.after]
      : [before, after].map((document) => valueIn(document, path));
    found.set(path, { kind, path, label: labelOf(before, after, path), before: own ?? null, after: other ?? null });
  }
  return [...found.values()];
}

function kindOf(path: string): ChangeKind {
  const [root = "", , part] = path.split("/");
  if (root === "components" && part === "inputs") return "input";
  if (root === "components" && part === "evidence") return "evidence";
  return Object.hasOwn(ROOTS, root) ? (ROOTS[root] ?? "other") : "other";
}

function shortened(path: string, steps: number | undefined): string {
  return path.split("/").slice(0, steps).join("/");
}

function valueIn(document: ModelDocument, path: string): Json | undefined {
  const read = readPath(document, path);
  return read.ok ? read.value : undefined;
}

/** What one of them lacks the other names. */
function labelOf(before: ModelDocument, after: ModelDocument, path: string): Text {
  const place = path.replace(IN_SCENARIO, "");
  const there = readPath(after, place).ok ? after : before;
  return placeLabel(there, place);
}
