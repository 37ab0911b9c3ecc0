import { z } from "zod";
import { amount, id } from "../schemaParts.ts";

/** Characters that are not seen, or turn what is read around: a stranger's words must look like what they say. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

const seen = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !UNSEEN.test(text), { params: { code: "document.unseen_characters" } });

/** Words over several lines. */
const words = (max: number) => seen(max);
/** A name, a reference: one line. */
const line = (max: number) =>
  seen(max).refine((text) => !/[\t\n]/.test(text), { params: { code: "document.unseen_characters" } });

const NAME_MAX = 200;
const WORDS_MAX = 20_000;
const AT_MAX = 400;

const moment = z.iso.datetime().max(40);

/** What a remark (批注) is pinned to. */
export const ANCHORS = ["file", "input", "row", "record", "line", "cell", "finding"] as const;
export const REMARK_STATES = ["open", "answered", "accepted"] as const;
/** As findings: 否决, 质询, 提示. */
export const SEVERITIES = ["R", "Q", "N"] as const;

const replySchema = z.strictObject({
  author: line(NAME_MAX),
  at: moment,
  text: words(WORDS_MAX),
});

const remarkSchema = z.strictObject({
  id,
  on: z.enum(ANCHORS),
  /** Document path; line; `LINE@MONTH`, which outlives a change of step; id of a finding; empty for the whole file. */
  anchor: line(AT_MAX),
  severity: z.enum(SEVERITIES),
  state: z.enum(REMARK_STATES),
  author: line(NAME_MAX),
  /** ISO 8601, UTC. */
  at: moment,
  text: words(WORDS_MAX),
  replies: z.array(replySchema).max(200).default([]),
});

/** 审定: what a reviewer puts in place of a value of the plan, and why. */
const auditSchema = z.strictObject({
  id,
  /** As scenarios write it. */
  path: line(AT_MAX),
  /** The audited value (审定数); null leaves the input or row out. */
  value: z.json(),
  /** 理由; without one the figure is a problem. */
  reason: words(WORDS_MAX).optional(),
  /** What it rests on: `PACK/ARTICLE` or a paper in words. */
  clause: line(500).optional(),
  author: line(NAME_MAX).optional(),
});

/** 申报数: a figure as the paper plan prints it, to be held against what the model computes. */
const declaredSchema = z.strictObject({
  id,
  line: line(AT_MAX),
  /** A period, a statement year, `total`; absent for a single value. */
  place: line(40).optional(),
  value: amount,
  /** Where it is printed. */
  source: line(500).optional(),
});

/** 审核压力: one of the standard stresses, by its id, or a value put in place of another; the plan and the audited figures stay what they are. */
const stressSchema = z.strictObject({
  id,
  /** Of a standard stress: the reviewer's own size; the usual one where left out. */
  size: amount.optional(),
  /** Of a value of one's own: where it stands, as scenarios write it. */
  path: line(AT_MAX).optional(),
  /** Null leaves the input or row out. */
  value: z.json().optional(),
  reason: words(WORDS_MAX).optional(),
  author: line(NAME_MAX).optional(),
});

/** Another copy that was merged in: its history as it stood, which this file's own chain covers from then on. */
const mergeSchema = z.strictObject({
  id,
  at: moment,
  author: line(NAME_MAX),
  /** Revision both copies come from, and the one that was merged. */
  common: line(100),
  head: line(100),
  /** Hash of the last entry of the other's chain. */
  chain: line(100),
  /** What the other's chain holds after the common revision. */
  entries: z
    .array(
      z.strictObject({
        kind: line(40),
        hash: line(100),
        revision: line(100),
        author: line(NAME_MAX),
        at: line(40),
        note: words(WORDS_MAX),
      }),
    )
    .max(1000),
  /** Conflicts as they were chosen. */
  chosen: z.array(z.strictObject({ path: line(AT_MAX), side: z.enum(["mine", "theirs"]) })).max(2000),
});

/** What review adds to a document; nothing of it enters a number of the plan. */
export const reviewKeys = {
  remarks: z.array(remarkSchema).max(2000).optional(),
  audit: z.array(auditSchema).max(1000).optional(),
  declared: z.array(declaredSchema).max(2000).optional(),
  stress: z.array(stressSchema).max(200).optional(),
  merges: z.array(mergeSchema).max(200).optional(),
};

/** The keys of a document that no number of the plan rests on. */
export const REVIEW_KEYS = [
  "remarks",
  "audit",
  "declared",
  "stress",
  "merges",
] as const satisfies readonly (keyof typeof reviewKeys)[];
