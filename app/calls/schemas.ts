import { z } from "zod";
import { BEARERS } from "../../models/analysis/advise/bearers.ts";
import { RENAMED } from "../../models/document/rename/formula.ts";
import type { CallName, Calls } from "../contract.ts";
import { KEY_KINDS } from "../keys/keyFile.ts";

/** Words and paths of a call; whole texts travel as values of edits, which have limits of their own. */
const word = z.string().max(400);
const lang = z.enum(["zh", "en"]);
const text = z.object({ zh: word, en: word });
const session = z.string().min(1).max(64);
const scenario = z.string().max(200);
/** No system has a NUL in a path. */
const path = z
  .string()
  .min(1)
  .max(4000)
  .refine((text) => !text.includes("\0"));
const job = z.string().min(1).max(100);
const passphrase = z.string().max(2000);
const kind = z.enum(KEY_KINDS);
const revision = z.string().max(100);
const note = z.string().max(2000);
const expression = z.string().max(1000);

/** A model as text may be as large as a model file and a third more. */
const base64 = z.base64().max(360_000_000);

const inSession = { session, lang };
const inScenario = { session, scenario, lang };
/** The model with the scenario chosen in the face, if one is. */
const chosen = { ...inSession, scenario: scenario.exactOptional() };

const expressions = z.array(expression).max(20);
const simulation = { ...inScenario, job, draws: z.number(), seed: z.number(), of: expressions, until: expressions };

/** Checks of the arguments of every call, unknown → typed. Keys no call has are left out. */
export const argumentSchemas: { readonly [N in CallName]: z.ZodType<Calls[N]["args"]> } = {
  host: z.object({ lang }),
  examples: z.record(z.string(), z.unknown()).transform(() => ({})),
  licences: z.record(z.string(), z.unknown()).transform(() => ({})),
  recent: z.record(z.string(), z.unknown()).transform(() => ({})),
  clearRecent: z.record(z.string(), z.unknown()).transform(() => ({})),
  experience: z.object({ lang }),
  addExperience: z.object(inSession),
  dropExperience: z.object({ id: word, lang }),
  experienceValues: z.object(inScenario),
  catalogue: z.object({ session: session.exactOptional(), lang }),
  openExample: z.object({ id: word, lang }),
  newModel: z.object({
    type: z.enum(["renovation", "new-build"]),
    mode: z.enum(["rebuild", "infill", "rehabilitation"]).exactOptional(),
    like: z
      .object({
        ...{ example: word, name: word, city: word.exactOptional(), households: word, start: word },
        isOwn: z.literal(true).exactOptional(),
      })
      .exactOptional(),
    lang,
  }),
  relock: z.object({ ...chosen, current: passphrase.exactOptional(), next: passphrase.exactOptional() }),
  openPath: z.object({
    path,
    passphrase: passphrase.exactOptional(),
    readOnly: z.boolean().exactOptional(),
    job: job.exactOptional(),
    lang,
  }),
  openBytes: z.object({ name: path, base64, passphrase: passphrase.exactOptional(), job: job.exactOptional(), lang }),
  session: z.object(chosen),
  edit: z.object({
    ...chosen,
    edits: z.array(z.object({ path, value: z.json().exactOptional() })).max(20_000),
    label: text,
    group: word.exactOptional(),
  }),
  renameItem: z.object({
    ...chosen,
    list: z.enum(RENAMED),
    from: word,
    to: word,
  }),
  undo: z.object(chosen),
  redo: z.object(chosen),
  scenarios: z.object(inSession),
  packs: z.object(inSession),
  rules: z.object(inScenario),
  board: z.object({ ...inScenario, perspective: word.exactOptional() }),
  agreement: z.object(inScenario),
  lines: z.object({ ...inScenario, match: word.exactOptional(), by: z.enum(["period", "year"]) }),
  statements: z.object({
    ...inScenario,
    id: word.exactOptional(),
    by: z.enum(["period", "year"]),
    perspective: word.exactOptional(),
  }),
  explain: z.object({ ...inScenario, cell: word }),
  solve: z.object({
    ...inScenario,
    job,
    vary: path,
    until: expression,
    min: word.exactOptional(),
    max: word.exactOptional(),
  }),
  levers: z.object({ ...inScenario, job, of: expression }),
  turn: z.object({ ...inScenario, of: expression, path, value: word }),
  compare: z.object({
    ...inSession,
    job,
    scenarios: z.array(scenario).min(1).max(200),
    of: z.array(expression).max(20),
  }),
  stress: z.object(inScenario),
  frontier: z.object({ ...inScenario, job, of: expression, x: path, y: path }),
  advise: z.object({
    ...inScenario,
    job,
    until: z.array(expression).max(9),
    weights: z.partialRecord(z.enum(BEARERS), z.union([z.literal("no"), z.number().positive().max(1000)])),
    funding: z.boolean(),
  }),
  portfolio: z.object({ ...inSession, job }),
  starts: z.object({ ...inSession, job }),
  bids: z.object({ ...inSession, job, against: word.exactOptional() }),
  tenderKey: z.object({ make: z.boolean(), lang }),
  sealBid: z.object({ ...inSession, key: z.base64().max(20_000) }),
  bidsNotice: z.object(inSession),
  takeBid: z.object({ ...inSession, name: path, base64, passphrase: passphrase.exactOptional() }),
  lockSheet: z.object({ ...inSession, sheet: z.enum(["evaluation", "award"]), by: word }),
  takeMember: z.object({
    ...inSession,
    member: word.exactOptional(),
    name: path,
    base64,
    passphrase: passphrase.exactOptional(),
  }),
  simulate: z.object(simulation),
  simulationChecks: z.object({ ...simulation, which: z.array(z.int().min(0)).max(40) }),
  suggestions: z.object(inScenario),
  cancel: z.object({ job }),
  remarks: z.object(inScenario),
  audit: z.object({ ...inScenario, job }),
  reviewStress: z.object({ ...inScenario, job }),
  opinion: z.object({ ...inScenario, job }),
  exportWorkbook: z.object({
    ...inScenario,
    job,
    form: z.enum([
      "model",
      "tables",
      "template",
      "bidForm",
      "plan",
      "opinion",
      "monitoring",
      "bids",
      "formulas",
      "statements",
      "board",
      "wordTemplate",
    ]),
    template: z.object({ name: path, base64 }).exactOptional(),
    bid: word.exactOptional(),
    as: z.enum(["docx", "html"]).exactOptional(),
    unit: z.enum(["yuan", "wan"]),
  }),
  importSheets: z.object({
    session: session.exactOptional(),
    scenario: scenario.exactOptional(),
    name: path,
    path: path.exactOptional(),
    base64: base64.exactOptional(),
    as: z.enum(["open", "new"]),
    apply: z.boolean(),
    job: job.exactOptional(),
    lang,
  }),
  mapTables: z.object({
    ...inScenario,
    job,
    name: path,
    path: path.exactOptional(),
    base64: base64.exactOptional(),
    sheet: path.exactOptional(),
    head: z.int().min(0).max(60_000).exactOptional(),
    target: path.exactOptional(),
    columns: z.record(z.string().max(100), z.int().min(1).max(2000)).exactOptional(),
    unit: z.enum(["yuan", "wan"]).exactOptional(),
    mode: z.enum(["add", "replace"]).exactOptional(),
    apply: z.boolean(),
  }),
  actuals: z.object({ ...inScenario, job, year: word.exactOptional() }),
  actualsSheet: z.object({ ...inScenario, job, year: word }),
  readActuals: z.object({ ...inScenario, text: z.string().max(20_000_000), unit: z.enum(["yuan", "wan"]) }),
  takeActuals: z.object({
    ...chosen,
    figures: z.record(z.string(), z.record(z.string(), z.string().max(100))),
    source: z.union([
      z.strictObject({ report: word }),
      z.strictObject({ document: z.string().max(500), date: word, by: word, note }),
    ]),
    replaces: z.boolean(),
  }),
  person: z.object({ name: z.string().max(200).exactOptional(), lang }),
  release: z.object({ ...chosen, to: z.enum(["file", "copy"]) }),
  revisions: z.object(inSession),
  diff: z.object({ ...inSession, from: revision, to: revision, job }),
  restore: z.object({ ...chosen, revision }),
  merge: z.object({
    ...chosen,
    name: path,
    path: path.exactOptional(),
    base64: base64.exactOptional(),
    choices: z.array(z.object({ path, side: z.enum(["mine", "theirs"]) })).max(2000),
    passphrase: passphrase.exactOptional(),
    apply: z.boolean(),
  }),
  seal: z.object({ ...inSession, by: word, note, sign: z.boolean(), passphrase: passphrase.exactOptional() }),
  keys: z.object({ lang }),
  makeKey: z.object({ kind, lang }),
  relockKey: z.object({ kind, current: passphrase.exactOptional(), next: passphrase.exactOptional(), lang }),
  exportKey: z.object({ kind, passphrase: passphrase.exactOptional(), next: passphrase, lang }),
  importKey: z.object({
    kind,
    name: path,
    base64: z.base64().max(40_000),
    passphrase: passphrase.exactOptional(),
    replaces: z.boolean(),
    lang,
  }),
  verify: z.object({ ...inSession, revision: revision.exactOptional(), against: word.exactOptional(), job }),
  save: z.object({ ...chosen, note: note.exactOptional() }),
  saveAs: z.object({ ...chosen, path, replace: z.boolean().exactOptional(), note: note.exactOptional() }),
  download: z.object({ ...inSession, form: z.enum(["pingheng", "json"]) }),
  close: z.object({ session, discard: z.boolean().exactOptional() }),
  attach: z.object({ ...chosen, name: word.min(1), base64 }),
  attachment: z.object({ ...inSession, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  kept: z.record(z.string(), z.unknown()).transform(() => ({})),
  openKept: z.object({ id: z.uuid(), passphrase: passphrase.exactOptional(), lang }),
  dropKept: z.object({ id: z.uuid() }),
  takeDraft: z.object(chosen),
  dropDraft: z.object(chosen),
  editCopy: z.object(chosen),
};

export function isCallName(name: string): name is CallName {
  return Object.hasOwn(argumentSchemas, name);
}
