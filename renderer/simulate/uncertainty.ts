import type { Json, JsonObject, UncertaintySuggestion } from "../../app/contract.ts";
import { inBoth } from "../language/i18n.ts";
import { edit } from "../session/edit.ts";
import { freshId } from "../session/ids.ts";
import { objectsOf, textOf } from "../session/json.ts";

export const KINDS = ["normal", "lognormal", "triangular", "pert", "uniform", "discrete", "bernoulli"] as const;
export type Kind = (typeof KINDS)[number];

/** Figures of a distribution, in the order they are asked for; the last of a normal or lognormal one may stay empty. */
export const FIGURES = {
  normal: ["mean", "sd", "low", "high"],
  lognormal: ["mean", "sd", "low", "high"],
  triangular: ["low", "mode", "high"],
  pert: ["low", "mode", "high"],
  uniform: ["low", "high"],
  discrete: ["outcomes"],
  bernoulli: ["probability", "yes", "no"],
} as const;
export type FigureName = (typeof FIGURES)[Kind][number];

export const kindOf = (one: JsonObject): Kind => KINDS.find((kind) => kind === one["distribution"]) ?? "triangular";

const HELD = ["id", "path", "source", "note", "correlations", "assumed"] as const;

function write(id: string, value: JsonObject | undefined): void {
  const path = `uncertainty/${id}`;
  edit([value === undefined ? { path } : { path, value }], { label: inBoth("simulate.changed", { what: id }) });
}

/** What an uncertain input says, with one thing of it changed; undefined leaves it out. */
export function change(one: JsonObject, name: string, value: Json | undefined): void {
  const { [name]: _, ...rest } = one;
  write(textOf(one["id"]), value === undefined ? rest : { ...rest, [name]: value });
}

/** Another distribution keeps the figures both have; new ones begin in the middle of what is known. */
export function changeKind(one: JsonObject, kind: Kind): void {
  const number = (name: string): number => Number(textOf(one[name]) || Number.NaN);
  const [low, high] = [number("low"), number("high")];
  const middle = Number.isNaN(number("mode")) ? number("mean") : number("mode");
  const start: Readonly<Record<string, Json>> = {
    mean: plain(Number.isNaN(middle) ? (low + high) / 2 : middle),
    sd: plain((high - low) / 4),
    low: textOf(one["low"]),
    mode: plain(Number.isNaN(middle) ? (low + high) / 2 : middle),
    high: textOf(one["high"]),
    outcomes: [{ value: textOf(one["mode"]) || textOf(one["mean"]) || "0", probability: "1" }],
    probability: "0.5",
    yes: textOf(one["high"]) || "1",
    no: textOf(one["low"]) || "0",
  };
  const figures = FIGURES[kind].map((name) => [name, one[name] ?? start[name] ?? ""] as const);
  const held = HELD.flatMap((name) => (one[name] === undefined ? [] : [[name, one[name]] as const]));
  write(textOf(one["id"]), {
    ...Object.fromEntries(held),
    distribution: kind,
    ...Object.fromEntries(figures),
  } as JsonObject);
}

const DIGITS = 6;
const plain = (x: number): string => (Number.isFinite(x) ? String(Number(x.toPrecision(DIGITS))) : "0");

export const remove = (id: string): void => write(id, undefined);

/** A correlation belongs to the first of its pair. */
export function correlate(one: JsonObject, other: string, rank: string | undefined): void {
  const rest = objectsOf(one["correlations"]).filter((pair) => pair["with"] !== other);
  const pairs = rank === undefined ? rest : [...rest, { with: other, rank }];
  change(one, "correlations", pairs.length === 0 ? undefined : pairs);
}

/** `36:0.6, 39:0.4` as values with their probabilities, and the other way round. */
export function readOutcomes(text: string): readonly JsonObject[] {
  return text
    .split(/[,，;；]/)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const [value = "", probability = ""] = part.split(/[:：]/).map((word) => word.trim());
      return { value: value === "true" ? true : value === "false" ? false : value, probability };
    });
}

export const writeOutcomes = (value: Json | undefined): string =>
  objectsOf(value)
    .map((one) => `${String(one["value"])}:${textOf(one["probability"])}`)
    .join(", ");

const NAME_LENGTH = 40;

function idFor(path: string, taken: ReadonlySet<string>): string {
  const words = path.replace(/\/profile\/\*$/, "").split("/");
  const name = [words[1], words.at(-1)]
    .join("_")
    .replace(/[^\p{L}\p{N}_]/gu, "_")
    .slice(0, NAME_LENGTH);
  return freshId(name, taken);
}

export const idsOf = (list: readonly JsonObject[]): ReadonlySet<string> =>
  new Set(list.map((one) => textOf(one["id"])));

/** Takes over a suggested range, marked as nobody's word yet. */
export function addSuggested(
  { path, now, low, high }: UncertaintySuggestion,
  list: readonly JsonObject[],
  from: string,
): void {
  const id = idFor(path, idsOf(list));
  const inside = Number.isNaN(Number(now))
    ? now >= low && now <= high
    : Number(now) >= Number(low) && Number(now) <= Number(high);
  const figures = inside
    ? { distribution: "triangular", low, mode: now, high }
    : { distribution: "uniform", low, high };
  write(id, { id, path, ...figures, assumed: from });
}

/** A status of approval: whether it is granted or refused. */
export function addStatus(path: string, list: readonly JsonObject[], from: string): void {
  const id = idFor(path, idsOf(list));
  write(id, { id, path, distribution: "bernoulli", probability: "0.5", yes: "approved", no: "refused", assumed: from });
}
