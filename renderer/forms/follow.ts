import type { Json, JsonObject } from "../../app/contract.ts";
import type { Translate } from "../language/i18n.ts";
import { isObject, textOf } from "../session/json.ts";
import { monthText, readMonth } from "./months.ts";
import type { PlacedPhase } from "./phases.ts";

/** What is needed to read and to write a month that follows a phase. */
export interface FollowWords {
  readonly phases: readonly PlacedPhase[];
  readonly t: Translate;
  /** The end of a phase is its last month here, not the month after it. */
  readonly lastMonth: boolean;
}

const edges = ["start", "end"] as const;
type Edge = (typeof edges)[number];

/** 随阶段: the parts of a value such as `{ phase, edge, months }`; null for a date or anything else. */
function partsOf(
  value: Json | undefined,
): { readonly phase: string; readonly edge: Edge; readonly months: number } | null {
  if (!isObject(value)) return null;
  const edge = edges.find((one) => one === value["edge"]);
  const phase = textOf(value["phase"]);
  const months = Number(textOf(value["months"]) || "0");
  return edge === undefined || phase === "" ? null : { phase, edge, months: Number.isInteger(months) ? months : 0 };
}

function stemOf(label: string, edge: Edge, t: Translate): string {
  return t(edge === "start" ? "field.phaseStarts" : "field.phaseEnds", { phase: label });
}

/** `建设期结束+6`, as it is shown and typed; null where the value follows no phase. */
export function followText(value: Json | undefined, { phases, t }: FollowWords): string | null {
  const parts = partsOf(value);
  if (parts === null) return null;
  const label = phases.find(({ id }) => id === parts.phase)?.label ?? parts.phase;
  const sign = parts.months > 0 ? "+" : "";
  return stemOf(label, parts.edge, t) + (parts.months === 0 ? "" : sign + String(parts.months));
}

const plain = (text: string): string => text.replaceAll(/\s+/gu, "").toLowerCase();

/** What somebody types for it: the beginning or the end of a phase by its name, and months more or fewer. */
export function readFollow(text: string, { phases, t }: FollowWords): JsonObject | null {
  const typed = plain(text);
  for (const { id, label } of phases)
    for (const edge of edges) {
      const stem = plain(stemOf(label, edge, t));
      if (!typed.startsWith(stem)) continue;
      const rest = /^(?:([+＋\-−–])(\d{1,4})(?:个?月|mo(?:nths?)?)?)?$/u.exec(typed.slice(stem.length));
      if (rest === null) continue;
      const [, sign, digits] = rest;
      const months = digits === undefined ? 0 : Number(digits) * (sign === "+" || sign === "＋" ? 1 : -1);
      return { phase: id, edge, ...(months === 0 ? {} : { months }) };
    }
  return null;
}

/** The phase a value begins with; null for a date, and for the end of one. */
export function phaseBegun(value: Json | undefined): string | null {
  const parts = partsOf(value);
  return parts?.edge === "start" ? parts.phase : null;
}

/** The month a value stands for: its date, or where the phase it follows lies now. */
export function monthMeant(value: Json | undefined, { phases, lastMonth }: Omit<FollowWords, "t">): number | null {
  const parts = partsOf(value);
  if (parts === null) return readMonth(textOf(value));
  const phase = phases.find(({ id }) => id === parts.phase);
  if (phase === undefined) return null;
  const at = parts.edge === "start" ? phase.from : phase.until - (lastMonth ? 1 : 0);
  return at + parts.months;
}

/** Both edges of every phase, as choices with the month they are now. */
export function followChoices(words: FollowWords): readonly { readonly text: string; readonly month: string }[] {
  return words.phases.flatMap(({ id }) =>
    edges.map((edge) => {
      const month = monthMeant({ phase: id, edge }, words);
      return { text: followText({ phase: id, edge }, words) ?? "", month: month === null ? "" : monthText(month) };
    }),
  );
}
