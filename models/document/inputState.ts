import { readMonth } from "../language/calendar.ts";
import { isInteger, readDecimal } from "../language/decimal.ts";
import type { LoadedPacks } from "../policy/load.ts";
import {
  type ColumnSpec,
  type InputSpec,
  isOptionalIn,
  type MonthInput,
  type NumberInput,
  type ProfileInput,
} from "../terms/inputs.ts";
import { PARTY_ROLES, type PartyRole } from "../terms/parties.ts";
import { documentProblem, documentWord, suggestion } from "../wording/document.ts";
import type { Problem } from "../wording/problem.ts";
import { listed } from "../wording/text.ts";
import { boundProblem, boundsOf } from "./bounds.ts";
import { datesOf, isFollowing, phaseMonthsOf } from "./follow.ts";
import { isId } from "./ids.ts";
import type { CellValue, Follows, InputValue, Profile } from "./inputSchema.ts";
import { show } from "./issues.ts";
import { type ModelDocument, STATUSES } from "./schema.ts";

/**
 * What a value of the document means for the input it is given to. `broken` inputs are declared all the same: what rests on them is shown
 * as unusable instead of being counted as zero.
 */
export type InputState =
  | { readonly state: "absent" }
  /** Left out; a rule-pack parameter stands in. */
  | { readonly state: "policy"; readonly parameter: string }
  | { readonly state: "formula"; readonly formula: string }
  | { readonly state: "number"; readonly text: string }
  | { readonly state: "flag"; readonly on: boolean }
  | { readonly state: "month"; readonly month: number }
  | { readonly state: "status"; readonly status: (typeof STATUSES)[number] }
  | { readonly state: "profile"; readonly profile: Profile }
  /** Choice, party, plot, word or record. */
  | { readonly state: "word"; readonly word: string }
  /** No record is needed, for the ground given. */
  | { readonly state: "unneeded"; readonly ground: string }
  | { readonly state: "rows" }
  | { readonly state: "broken"; readonly problem: Problem };

/** What the state of an input depends on besides its own value. */
export interface InputContext {
  readonly document: ModelDocument;
  /** The document's rule packs, and the base under them. */
  readonly packs: Pick<LoadedPacks, "parameter" | "base">;
}

type Given = InputValue | CellValue | undefined;

const broken = (...args: Parameters<typeof documentProblem>): InputState => ({
  state: "broken",
  problem: documentProblem(...args),
});

/** Reads one input or table cell against its declaration. Rows of a table are read cell by cell. */
export function inputState(
  spec: InputSpec | ColumnSpec,
  value: Given,
  path: string,
  context: InputContext,
): InputState {
  if (value === undefined) return missingState(spec, path, context);
  if (typeof value === "object" && "formula" in value && !Array.isArray(value) && typeof value.formula === "string")
    return formulaState(spec, value.formula, path);
  if (typeof value === "object" && "notNeeded" in value && !Array.isArray(value) && typeof value.notNeeded === "string")
    return spec.type === "record" ? { state: "unneeded", ground: value.notNeeded } : wrongType(spec, path, "noGround");
  switch (spec.type) {
    case "number":
      return numberState(spec, value, path);
    case "profile":
      return profileState(spec, value, path, context.document);
    case "month":
      return monthState(spec, value, path, context.document);
    case "flag":
      return typeof value === "boolean" ? { state: "flag", on: value } : wrongType(spec, path, "yesNo");
    case "status": {
      const status = STATUSES.find((known) => known === value);
      return status === undefined ? wrongType(spec, path, "status") : { state: "status", status };
    }
    case "table":
      return Array.isArray(value) ? { state: "rows" } : wrongType(spec, path, "table");
    default:
      return wordState(spec, value, path, context.document);
  }
}

function wrongType(spec: InputSpec, path: string, expected: Parameters<typeof documentWord>[0]): InputState {
  return broken("document.input_type", path, { input: spec.label, expected: documentWord(expected) });
}

function missingState(spec: InputSpec, path: string, context: InputContext): InputState {
  const parameter = spec.type === "number" ? spec.policy : undefined;
  if (parameter !== undefined && context.packs.parameter(parameter) !== undefined)
    return { state: "policy", parameter };
  // A record left out is no missing value: it counts like one that does not hold.
  if (isOptionalIn(spec, context.document.project.type) || spec.type === "record") return { state: "absent" };
  if (parameter !== undefined && context.packs.base(parameter) !== undefined) return { state: "policy", parameter };
  if (parameter !== undefined)
    return broken("document.input_missing_parameter", path, { input: spec.label, parameter });
  return broken("document.input_missing", path, { input: spec.label });
}

function formulaState(spec: InputSpec, formula: string, path: string): InputState {
  const computed = spec.type === "number" || spec.type === "profile" || spec.type === "month" || spec.type === "flag";
  return computed ? { state: "formula", formula } : wrongType(spec, path, "formulaFree");
}

function numberState(spec: NumberInput, value: Given, path: string): InputState {
  if (typeof value !== "string") return wrongType(spec, path, "number");
  const number = readDecimal(value);
  if (number === undefined) return broken("document.bad_number", path, { found: show(value) });
  if (spec.integer && !isInteger(number))
    return broken("document.not_integer", path, { input: spec.label, value: show(value) });
  return outOfRange(spec, value, path) ?? { state: "number", text: value };
}

function outOfRange(spec: NumberInput | ProfileInput, value: string, path: string): InputState | undefined {
  const { from, to } = boundsOf(spec);
  if (spec.from === undefined || spec.to === undefined) {
    const problem = boundProblem({ from, to }, spec.label, value, path);
    return problem === undefined ? undefined : { state: "broken", problem };
  }
  if (boundProblem({ from, to }, spec.label, value, path) === undefined) return undefined;
  return broken("document.out_of_range", path, { input: spec.label, value: show(value), from: spec.from, to: spec.to });
}

function monthState(spec: MonthInput, value: Given, path: string, document: ModelDocument): InputState {
  const date = isFollowing(value) ? datesOf(document.timeline)(value, spec.meaning) : value;
  if (isFollowing(value) && date === undefined) return noPhase(value, path, document);
  if (typeof date !== "string") return wrongType(spec, path, "month");
  const month = readMonth(date);
  return month === undefined ? broken("document.bad_month", path, { found: show(value) }) : { state: "month", month };
}

function noPhase({ phase }: Follows, path: string, { timeline }: ModelDocument): InputState {
  const known = timeline.phases.map(({ id }) => id);
  return broken("document.phase_unknown", `${path}/phase`, { value: phase, suggestion: suggestion(phase, known) });
}

function profileState(spec: ProfileInput, value: Given, path: string, document: ModelDocument): InputState {
  if (typeof value === "string") {
    if (spec.meaning !== "rate") return broken("document.profile_plain", path, { input: spec.label });
    const number = readDecimal(value);
    if (number === undefined) return broken("document.bad_number", path, { found: show(value) });
    return outOfRange(spec, value, path) ?? { state: "number", text: value };
  }
  if (typeof value !== "object" || !("profile" in value))
    return wrongType(spec, path, spec.meaning === "rate" ? "rateProfile" : "profile");
  const begins = value.profile.from;
  const from = isFollowing(begins) ? datesOf(document.timeline)(begins, "from") : begins;
  if (isFollowing(begins) && from === undefined) return noPhase(begins, `${path}/profile/from`, document);
  if (from === undefined || readMonth(from) === undefined)
    return broken("document.bad_month", `${path}/profile/from`, { found: show(begins) });
  const phaseMonths = value.profile.every === "phase" ? phaseMonthsOf(begins, document.timeline) : undefined;
  if (value.profile.every === "phase" && phaseMonths === undefined)
    return broken("document.profile_phase", `${path}/profile/every`, { input: spec.label });
  const profile: Profile = { ...value.profile, from, ...(phaseMonths === undefined ? {} : { phaseMonths }) };
  if (profile.meaning !== undefined && profile.meaning !== spec.meaning)
    return broken("document.profile_meaning", `${path}/profile/meaning`, {
      input: spec.label,
      expected: spec.meaning,
      found: profile.meaning,
    });
  for (const [index, text] of profile.values.entries()) {
    const place = `${path}/profile/values/${index}`;
    const number = readDecimal(text);
    if (number === undefined) return broken("document.bad_number", place, { found: show(text) });
    const range = outOfRange(spec, text, place);
    if (range !== undefined) return range;
  }
  return { state: "profile", profile };
}

type WordSpec = Extract<InputSpec, { type: "choice" | "party" | "plot" | "word" | "record" }>;

function wordState(spec: WordSpec, value: Given, path: string, document: ModelDocument): InputState {
  if (typeof value !== "string") return wrongType(spec, path, "text");
  const found = show(value);
  switch (spec.type) {
    case "choice":
      if (!Object.hasOwn(spec.options, value))
        return broken("document.choice_unknown", path, {
          input: spec.label,
          value: found,
          suggestion: suggestion(value, Object.keys(spec.options)),
        });
      break;
    case "party": {
      const party = document.parties.find(({ id }) => id === value);
      if (party === undefined)
        return broken("document.party_unknown", path, {
          input: spec.label,
          value: found,
          suggestion: suggestion(
            value,
            document.parties.map(({ id }) => id),
          ),
        });
      if (!spec.roles.includes(party.role))
        return broken("document.party_role", path, {
          input: spec.label,
          value: found,
          role: PARTY_ROLES[party.role],
          allowed: roleNames(spec.roles),
        });
      break;
    }
    case "plot":
      if (!document.plots.some(({ id }) => id === value))
        return broken("document.plot_unknown", path, {
          input: spec.label,
          value: found,
          suggestion: suggestion(
            value,
            document.plots.map(({ id }) => id),
          ),
        });
      break;
    case "record":
      if (!document.records.some(({ id }) => id === value))
        return broken("document.record_unknown", path, {
          input: spec.label,
          value: found,
          suggestion: suggestion(
            value,
            document.records.map(({ id }) => id),
          ),
        });
      break;
    case "word":
      if (!isId(value)) return broken("document.word_bad", path, { input: spec.label, value: found });
  }
  return { state: "word", word: value };
}

function roleNames(roles: readonly string[]): { zh: string; en: string } {
  const labels = roles.map((role) =>
    Object.hasOwn(PARTY_ROLES, role) ? PARTY_ROLES[role as PartyRole] : { zh: role, en: role },
  );
  return listed(labels);
}
