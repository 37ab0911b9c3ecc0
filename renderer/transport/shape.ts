import type { CallName, Reply } from "../../app/contract.ts";
import { wireFailure } from "./failure.ts";

/** What a field of a reply must be; `?` marks those that may be absent. */
type Kind = "string" | "number" | "boolean" | "array" | "object" | "string?" | "any";
type Shape = { readonly [field: string]: Kind } | "array";

const session: Shape = {
  session: "string",
  name: "string",
  path: "string?",
  dirty: "boolean",
  canUndo: "boolean",
  canRedo: "boolean",
  version: "number",
  document: "object",
  problems: "array",
};

/** The fields the face cannot do without, so that a host of another version is told apart from an empty answer. */
const shapes: { readonly [N in CallName]: Shape } = {
  host: { kind: "string", version: "string", contract: "number" },
  licences: "array",
  examples: "array",
  recent: "array",
  clearRecent: { cleared: "boolean" },
  experience: { projects: "array", unreadable: "array" },
  addExperience: { projects: "array", unreadable: "array" },
  dropExperience: { projects: "array", unreadable: "array" },
  experienceValues: {},
  catalogue: { mechanisms: "array", partyRoles: "array", statuses: "array", recordKinds: "array", expected: "array" },
  openExample: session,
  newModel: session,
  relock: session,
  openPath: session,
  openBytes: session,
  session,
  edit: session,
  renameItem: session,
  undo: session,
  redo: session,
  scenarios: "array",
  rules: { packs: "array", page: "object" },
  packs: { used: "array", offered: "array", known: "array" },
  board: {
    version: "number",
    scenario: "string",
    verdicts: "array",
    indicators: "array",
    cash: "object",
    perspectives: "array",
    flows: "array",
    problems: "array",
    expected: "array",
    records: "array",
    trust: "object",
    conventions: "array",
  },
  agreement: {
    version: "number",
    scenario: "string",
    agree: "boolean",
    cells: "number",
    differences: "array",
    trust: "object",
  },
  lines: { version: "number", columns: "array", lines: "array" },
  statements: { version: "number", offered: "array", perspectives: "array", statements: "array" },
  explain: { line: "string", period: "string", label: "object", formula: "object", terms: "array", clauses: "array" },
  solve: {
    vary: "string",
    until: "string",
    range: "array",
    found: "boolean",
    effect: "string",
    intervals: "array",
    roots: "array",
    papers: "array",
    message: "string",
  },
  levers: {
    version: "number",
    of: "string",
    value: "number",
    levers: "array",
    idle: "number",
    unturned: "object",
    unwatched: "array",
  },
  frontier: { version: "number", of: "string", x: "object", y: "object", curves: "array", grid: "array" },
  advise: {
    version: "number",
    message: "object",
    plans: "array",
    weights: "object",
    decided: "array",
    refused: "array",
  },
  turn: { version: "number", excesses: "object" },
  compare: { plans: "array", changes: "array", bridges: "array", problems: "array" },
  stress: { scenarios: "array", left: "array" },
  portfolio: {
    version: "number",
    years: "array",
    members: "array",
    lines: "array",
    figures: "array",
    findings: "array",
  },
  starts: { version: "number", found: "boolean", starts: "array", checks: "array", obstacles: "array", edits: "array" },
  bids: {
    version: "number",
    notice: "string",
    bids: "array",
    groups: "array",
    years: "array",
    lines: "array",
    sheets: "object",
    problems: "array",
  },
  tenderKey: {
    name: "string",
    base64: "string",
    fingerprint: "string",
    words: "object",
    path: "string",
    isNew: "boolean",
  },
  sealBid: { name: "string", base64: "string", fingerprint: "string", words: "object", hash: "string" },
  bidsNotice: { name: "string", base64: "string" },
  takeBid: session,
  lockSheet: session,
  takeMember: session,
  simulate: {
    version: "number",
    draws: "number",
    shares: "array",
    inputs: "array",
    verdicts: "array",
    figures: "array",
    fans: "array",
    needs: "array",
    toCheck: "array",
  },
  simulationChecks: { version: "number", draws: "array", conditions: "array" },
  suggestions: { version: "number", suggestions: "array" },
  cancel: { cancelled: "boolean" },
  remarks: "array",
  audit: {
    version: "number",
    figures: "array",
    before: "object",
    after: "object",
    bridges: "array",
    declared: "array",
  },
  reviewStress: { version: "number", audited: "object", rows: "array", left: "array" },
  opinion: { version: "number", text: "string" },
  exportWorkbook: { name: "string", base64: "string", told: "array" },
  importSheets: { changes: "array", faults: "array", told: "array" },
  mapTables: { changes: "array", faults: "array", told: "array", columns: "array", targets: "array", fields: "array" },
  actuals: { version: "number", reports: "array", columns: "array", rows: "array", sums: "array", plan: "object" },
  actualsSheet: { version: "number", year: "string", above: "array", table: "array", below: "array" },
  readActuals: { figures: "object", count: "number", empty: "number", problems: "array" },
  takeActuals: session,
  person: { name: "string" },
  release: session,
  revisions: { revisions: "array", chain: "string" },
  diff: { changes: "array", before: "object", after: "object" },
  restore: session,
  merge: { common: "number", taken: "number", conflicts: "array" },
  seal: { chain: "string" },
  keys: "array",
  makeKey: "array",
  relockKey: "array",
  exportKey: { name: "string", base64: "string" },
  importKey: { keys: "array", former: "string" },
  verify: { revision: "string", chain: "object", seals: "array", today: "array", verdicts: "array", faults: "array" },
  save: session,
  saveAs: session,
  download: { name: "string", base64: "string" },
  close: { closed: "boolean" },
  attach: { view: "object", sha256: "string" },
  attachment: { name: "string", base64: "string" },
  kept: "array",
  openKept: session,
  dropKept: { dropped: "boolean" },
  takeDraft: session,
  dropDraft: session,
  editCopy: session,
};

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function fits(value: unknown, kind: Kind): boolean {
  if (kind === "any") return true;
  if (kind === "array") return Array.isArray(value);
  if (kind === "object") return isObject(value);
  if (kind === "string?") return value === undefined || typeof value === "string";
  return typeof value === kind;
}

/** Name of the first field that is not as it should be, or null. */
function misfit(value: unknown, shape: Shape): string | null {
  if (shape === "array") return Array.isArray(value) ? null : "value";
  if (!isObject(value)) return "value";
  for (const [field, kind] of Object.entries(shape)) if (!fits(value[field], kind)) return field;
  return null;
}

function isProblem(value: unknown): boolean {
  return isObject(value) && ["code", "message", "path"].every((field) => typeof value[field] === "string");
}

/**
 * Looks at what came over the wire before the face believes it.
 * @returns the reply as it is, or `wire.shape` naming the call and the field that does not fit
 */
export function checkReply<T>(name: CallName, reply: unknown): Reply<T> {
  if (!isObject(reply)) return wireFailure("wire.shape", name, "reply");
  if (reply["ok"] === false) {
    const problems = reply["problems"];
    if (Array.isArray(problems) && problems.length > 0 && problems.every(isProblem))
      return reply as unknown as Reply<T>;
    return wireFailure("wire.shape", name, "problems");
  }
  if (reply["ok"] !== true) return wireFailure("wire.shape", name, "ok");
  const field = misfit(reply["value"], shapes[name]);
  return field === null ? (reply as unknown as Reply<T>) : wireFailure("wire.shape", name, field);
}
