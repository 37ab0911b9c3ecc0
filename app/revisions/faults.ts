import type { StoredModel } from "../../db/stored.ts";
import type { ModelDocument } from "../../models/document/schema.ts";
import type { LightView, ResultFaultView, VerificationView } from "../contract.ts";
import { type Headline, packNames, readHeadline } from "./headline.ts";

type Kept = Pick<StoredModel["revision"], "results">;

export const headlineAt = ({ results }: Kept): Headline | undefined =>
  results === null ? undefined : readHeadline(results);

/** What to say of results that nothing was computed beside. */
export function unproven(revision: Kept): Pick<VerificationView, "faults"> {
  if (revision.results === null) return { faults: [] };
  return { faults: [headlineAt(revision) === undefined ? "strange" : "unproven"] };
}

/** An empty list has no mistake in it, and is none of this program's. */
export function faultsIn({ lines, verdicts, packs }: Headline, document: ModelDocument): readonly ResultFaultView[] {
  const own = packNames(document);
  const isOther = packs !== undefined && packs.join("\n") !== own.join("\n");
  const found: readonly (readonly [ResultFaultView, boolean])[] = [
    ["no_figures", Object.keys(lines).length === 0],
    ["no_verdicts", verdicts.length === 0],
    ["no_packs", packs === undefined],
    ["other_packs", isOther],
  ];
  return found.flatMap(([fault, is]) => (is ? [fault] : []));
}

/** A light somebody wrote into the file, took out or freed of its conditions shows, whatever its figure says. */
export function changedVerdicts(headline: Headline, now: Headline): VerificationView["verdicts"] {
  const [stored, today] = [lightsOf(headline), lightsOf(now)];
  return [...new Set([...stored.keys(), ...today.keys()])].flatMap((id) => {
    const [before, after] = [stored.get(id) ?? null, today.get(id) ?? null];
    const isSame = before?.pass === after?.pass && before?.conditions === after?.conditions;
    return isSame ? [] : [{ id, stored: before, today: after }];
  });
}

const lightsOf = ({ verdicts }: Headline): ReadonlyMap<string, LightView> =>
  new Map(verdicts.map(({ id, pass, conditions }) => [id, { pass, conditions }]));
