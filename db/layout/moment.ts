import { z } from "zod";
import { fileProblem } from "../../models/wording/file.ts";
import type { Problem } from "../../models/wording/problem.ts";

const FORM = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/;

/** Whether a text is a time as files keep it: ISO 8601 in UTC, to the second or the millisecond, of a day there is. */
export function isMoment(text: string): boolean {
  if (!FORM.test(text)) return false;
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text.slice(0, -1));
}

export const momentSchema = z.string().refine(isMoment);

const SHOWN_MAX = 40;

/** A text that stands where a time should. */
export const noMoment = (what: string, text: string, path: string): Problem =>
  fileProblem("content", { what: `${what}: ${JSON.stringify(text.slice(0, SHOWN_MAX))}` }, path);
