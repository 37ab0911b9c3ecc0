import { z } from "zod";
import { STEP_MONTHS } from "../language/timeline.ts";
import { packSchema } from "../policy/pack.ts";
import { ACCOUNTS } from "../terms/accounts.ts";
import { CONVENTION_WORDS } from "../terms/conventions.ts";
import { OPENING_SOURCES } from "../terms/openingCash.ts";
import { PARTY_ROLES } from "../terms/parties.ts";
import { ROLES } from "../terms/roles.ts";
import { actualsSchema } from "./actuals/schema.ts";
import { isName } from "./ids.ts";
import { inputsSchema } from "./inputSchema.ts";
import { MEMBERS_MAX, memberSchema, portfolioSchema } from "./portfolio/schema.ts";
import { reviewKeys } from "./review/schema.ts";
import {
  amount,
  date,
  ground,
  id,
  label,
  longText,
  month,
  packId,
  shortText,
  wholeMonths,
  words,
} from "./schemaParts.ts";
import { BIDS_MAX, bidSchema, tenderSchema } from "./tender/schema.ts";
import { uncertaintySchema } from "./uncertaintySchema.ts";

/** 60 years. */
export const HORIZON_MONTHS_MAX = 720;

/** The only list of states of money that somebody else must grant. */
export const STATUSES = ["planned", "applied", "approved", "received", "refused"] as const;
export type Status = (typeof STATUSES)[number];

/** What the base case counts. */
export const COUNTED_BY_DEFAULT: readonly Status[] = ["approved", "received"];

const projectSchema = z.strictObject({
  name: shortText,
  city: shortText.optional(),
  /** Renovation (改造更新类) or new build (规划新建类). */
  type: z.enum(["renovation", "new_build"]),
  /** Demolish and rebuild (拆除重建), infill (插花), comprehensive rehabilitation (整治). */
  mode: z.enum(["rebuild", "infill", "rehabilitation"]).optional(),
  /** Who carries the project out: government, an enterprise, or the owners themselves (自主更新). */
  implementer: z.enum(["government", "enterprise", "owners"]).optional(),
  households: amount.optional(),
  priceBaseMonth: month.optional(),
  author: shortText.optional(),
  documentNumber: shortText.optional(),
  summary: longText.optional(),
});

const phaseSchema = z.strictObject({
  id,
  label,
  /** Either a month … */
  start: month.optional(),
  /** … or the end of another phase, `lagMonths` later. */
  after: id.optional(),
  lagMonths: wholeMonths.optional(),
  months: wholeMonths,
});

/** Where a timeline begins and its steps. */
export const calendarSchema = z.strictObject({
  start: month,
  step: z.enum(words(STEP_MONTHS)),
  periods: z.int().min(1).max(HORIZON_MONTHS_MAX),
});

const timelineSchema = calendarSchema.extend({
  phases: z.array(phaseSchema).max(200).default([]),
});

export const conventionsSchema = z.strictObject({
  yearBasis: z.enum(CONVENTION_WORDS.yearBasis.words).optional(),
  discountFrom: z.enum(CONVENTION_WORDS.discountFrom.words).optional(),
  indicatorBasis: z.enum(CONVENTION_WORDS.indicatorBasis.words).optional(),
  vatBasis: z.enum(CONVENTION_WORDS.vatBasis.words).optional(),
  priceBasis: z.enum(CONVENTION_WORDS.priceBasis.words).optional(),
  inflation: amount.optional(),
  icProject: amount.optional(),
  icEquity: amount.optional(),
  icReason: longText.optional(),
  minimumCash: amount.optional(),
  dscrTarget: amount.optional(),
  dscrBasis: z.enum(CONVENTION_WORDS.dscrBasis.words).optional(),
  coverageTarget: amount.optional(),
  coverageDefinition: longText.optional(),
  bepComfort: amount.optional(),
  commonCostKey: z.enum(CONVENTION_WORDS.commonCostKey.words).optional(),
  drawTiming: z.enum(CONVENTION_WORDS.drawTiming.words).optional(),
  recoveredAssetValue: amount.optional(),
  terminalCapRate: amount.optional(),
  terminalMultiple: amount.optional(),
  normalYear: amount.optional(),
  publicBudget: amount.optional(),
});

const partySchema = z.strictObject({
  id,
  label,
  role: z.enum(words(PARTY_ROLES)),
  inProject: z.boolean().optional(),
  /** 元 held before the first period. */
  openingCash: amount.optional(),
  /** 期初资金来源: who paid it in and by which paper, and how much that paper says. */
  openingCashSource: shortText.optional(),
  openingCashProven: amount.optional(),
  /** Whose money it is. */
  openingCashFrom: z.enum(words(OPENING_SOURCES)).optional(),
});

/** SHA-256 in hexadecimal. */
const fileHash = z.string().regex(/^[0-9a-f]{64}$/);
/** Scans of a paper, by their hashes; what they are stands in the list of attachments. */
const attached = z.array(fileHash).max(100).optional();

/** A file that travels with the model, such as a scan. Its bytes are in the model file; a `.json` has none. */
const attachmentSchema = z.strictObject({
  id,
  name: z.string().min(1).max(200),
  mediaType: z.string().min(1).max(100),
  bytes: z.int().min(0),
  sha256: fileHash,
});

const evidenceSchema = z.strictObject({
  document: shortText,
  date: date.optional(),
  status: z.enum(STATUSES).optional(),
  note: longText.optional(),
  /** 属实确认: the unusual value that this confirms; another value is not confirmed by it. */
  confirms: shortText.optional(),
  attachments: attached,
});

const assumedSchema = z.strictObject({ assumed: shortText });

const componentSchema = z.strictObject({
  id,
  mechanism: z.string().min(1).max(64),
  label: label.optional(),
  enabled: z.boolean().default(true),
  inputs: inputsSchema.default({}),
  /** Where inputs come from; `assumed`: a value nobody has confirmed yet, with its source. */
  evidence: z.record(z.string().min(1).max(200), z.union([evidenceSchema, assumedSchema])).optional(),
  note: longText.optional(),
});

const customLineSchema = z.strictObject({
  id,
  label,
  unit: z.string().min(1).max(40),
  kind: z.enum(["flow", "stock", "rate", "scalar", "flag"]),
  axis: z.enum(["period", "year", "scalar"]).optional(),
  role: z.enum(words(ROLES)).optional(),
  formula: z.string().max(4000),
  opening: z.string().max(4000).optional(),
  payer: id.optional(),
  payee: id.optional(),
  posts: z.strictObject({ debit: z.enum(words(ACCOUNTS)), credit: z.enum(words(ACCOUNTS)) }).optional(),
  /** Tag keys are words of the product (`plot`, `product`, …), so reserved words are welcome. */
  tags: z
    .record(
      z.string().refine(isName, { params: { code: "document.bad_id" } }),
      z.union([z.string().max(64), z.number()]),
    )
    .optional(),
  note: longText.optional(),
});

/** A scenario's patch: any input value, or null to leave an optional input out. */
const patchValueSchema = z.json();

const scenarioSchema = z.strictObject({
  id,
  label,
  parent: id.optional(),
  counts: z.array(z.enum(STATUSES)).max(STATUSES.length).optional(),
  set: z.record(z.string().min(1).max(400), patchValueSchema).default({}),
  note: longText.optional(),
});

const recordSchema = z.strictObject({
  id,
  label,
  date,
  kind: shortText.optional(),
  document: shortText.optional(),
  note: longText.optional(),
  values: z.record(id, z.union([z.string().max(200), z.number(), z.boolean()])).optional(),
  attachments: attached,
});

const packRefSchema = z.strictObject({
  id: packId,
  version: z.string().min(1).max(40),
  /** Full text of the pack, so that a shared file can be checked without ours. */
  text: packSchema.optional(),
});

const absenceSchema = z.strictObject({ id: z.string().min(1).max(130), reason: ground(20_000) });

const open = z.array(z.record(z.string().max(200), z.json())).max(500);

/** The whole document. Unknown keys are mistakes: a misspelt input must not be ignored in silence. */
export const documentSchema = z.strictObject({
  format: z.literal("pingheng/model"),
  version: z.literal(1),
  project: projectSchema,
  plots: z.array(z.strictObject({ id, label })).max(200).default([]),
  timeline: timelineSchema,
  conventions: conventionsSchema.default({}),
  packs: z.array(packRefSchema).max(40).default([]),
  parties: z.array(partySchema).max(200).default([]),
  components: z.array(componentSchema).max(2000).default([]),
  customLines: z.array(customLineSchema).max(2000).default([]),
  scenarios: z.array(scenarioSchema).max(200).default([]),
  records: z.array(recordSchema).max(2000).default([]),
  /** What a project of this kind usually has and this one has not, each with the reason. */
  absences: z.array(absenceSchema).max(100).optional(),
  /** 附件: files that evidence and records refer to. */
  attachments: z.array(attachmentSchema).max(1000).optional(),
  uncertainty: uncertaintySchema.default([]),
  targets: open.default([]),
  ...reviewKeys,
  /** 实际数: reported amounts beside the plan. */
  actuals: actualsSchema.optional(),
  /** 比选: the tender that is held over this model, and what was bid. */
  tender: tenderSchema.optional(),
  bids: z.array(bidSchema).max(BIDS_MAX).default([]),
  notes: z.union([longText, z.array(longText).max(500)]).optional(),
  /** 组合: projects this document sums up; it has no components of its own. */
  members: z.array(memberSchema).max(MEMBERS_MAX).optional(),
  portfolio: portfolioSchema.optional(),
});

type Deep<T> = T extends readonly (infer Item)[]
  ? readonly Deep<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Deep<T[Key]> }
    : T;

export type ModelDocument = Deep<z.output<typeof documentSchema>>;
export type PhaseSpec = ModelDocument["timeline"]["phases"][number];
export type Conventions = ModelDocument["conventions"];
export type PartySpec = ModelDocument["parties"][number];
export type ComponentSpec = ModelDocument["components"][number];
export type CustomLineSpec = ModelDocument["customLines"][number];
export type MemberSpec = NonNullable<ModelDocument["members"]>[number];
export type PortfolioSpec = NonNullable<ModelDocument["portfolio"]>;
export type ScenarioSpec = ModelDocument["scenarios"][number];
export type RemarkSpec = NonNullable<ModelDocument["remarks"]>[number];
export type AuditSpec = NonNullable<ModelDocument["audit"]>[number];
export type DeclaredSpec = NonNullable<ModelDocument["declared"]>[number];
export type ReviewStressSpec = NonNullable<ModelDocument["stress"]>[number];
export type ActualsSpec = NonNullable<ModelDocument["actuals"]>;
export type ReportSpec = ActualsSpec["reports"][number];
export type RestRule = NonNullable<ActualsSpec["rest"]>;
export type TenderSpec = NonNullable<ModelDocument["tender"]>;
export type NoticeSpec = TenderSpec["notice"];
export type BidSpec = ModelDocument["bids"][number];
export type UncertainSpec = ModelDocument["uncertainty"][number];
