import { sha256 } from "../../policy/sha256.ts";
import { formatPart } from "../format.ts";
import { documentSchema, type ModelDocument, type TenderSpec } from "../schema.ts";

const tenderSchema = documentSchema.shape.tender.unwrap();

const hashed = (text: string): string => `sha256:${sha256(text)}`;

const notices = new WeakMap<object, string>();

/** What a notice is known by: a bid names the notice it answers by this, so that one for an earlier version is found. */
export function noticeHash({ notice }: Pick<TenderSpec, "notice">): string {
  const hash = notices.get(notice) ?? hashed(formatPart(notice, tenderSchema.shape.notice));
  notices.set(notice, hash);
  return hash;
}

type Sheets = Pick<ModelDocument, "tender" | "bids">;

/** What locking the evaluation freezes: the notice, the reference, who was invited and who evaluated, the bids, and the sheet. */
export function evaluationHash({ tender, bids }: Sheets): string {
  if (tender === undefined) throw new Error("there is no tender to lock");
  const { award: _later, awarders: _them, ...frozen } = tender;
  const { locked: _stamp, ...evaluation } = frozen.evaluation;
  return hashed(
    JSON.stringify([formatPart({ ...frozen, evaluation }, tenderSchema), formatPart(bids, documentSchema.shape.bids)]),
  );
}

/** What locking the award freezes: the award, who voted, and the evaluation it rests on. */
export function awardHash(sheets: Sheets): string {
  const { tender } = sheets;
  if (tender === undefined) throw new Error("there is no tender to lock");
  const { locked: _stamp, ...award } = tender.award;
  const { awarders } = tender;
  return hashed(JSON.stringify([evaluationHash(sheets), formatPart({ award, awarders }, tenderSchema)]));
}
