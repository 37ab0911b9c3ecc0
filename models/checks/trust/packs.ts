import type { Graph } from "../../language/graph.ts";
import type { PackDifferences } from "../../policy/differences.ts";
import { loadPacks } from "../../policy/load.ts";
import type { Pack } from "../../policy/pack.ts";
import { INSTALLED_PACKS } from "../../policy/packs.ts";
import { provenanceOf } from "../../policy/provenance.ts";
import { alteredWords, differencesWords } from "../../policy/provenanceWords.ts";
import { listed, plus } from "../../wording/text.ts";
import type { VerdictId } from "../verdicts/index.ts";
import type { Concern } from "./point.ts";
import { SAFE, type Subject } from "./subject.ts";

/** Rule packs that are not the text they are named after, earlier ones, local ones, drafts. */
export function packConcerns(subject: Subject): readonly Concern[] {
  const packs = loadPacks(subject.document).packs;
  return subject.document.packs.flatMap((ref) => {
    const path = `packs/${ref.id}`;
    const text = packs.find(({ id }) => id === ref.id);
    const found = provenanceOf(ref);
    if (text === undefined || found === undefined) return [];
    const touches = (verdict: VerdictId) =>
      readsParameters(subject, verdict, "differences" in found ? found.differences : undefined);
    switch (found.kind) {
      case "installed":
        return text.status === "draft" ? [draft(text, path)] : [];
      case "changed":
        return [{ kind: "pack_changed", path, message: alteredWords(ref, found), touches, always: true } as const];
      case "earlier": {
        const changes = differencesWords(found);
        const message = {
          zh: `政策参数包 ${ref.id} 用 ${ref.version} 版,现行为 ${found.installed} 版:${changes.zh}`,
          en: `rule pack ${ref.id} is version ${ref.version}, today's is ${found.installed}: ${changes.en}`,
        };
        return [{ kind: "draft", path, message, touches, against: SAFE } as const];
      }
      default:
        return [local(subject, text, path)];
    }
  });
}

function draft({ title }: Pack, path: string): Concern {
  const message = {
    zh: `政策参数包“${title.zh}”为征求意见稿,尚无约束力`,
    en: `rule pack “${title.en}” is a draft for comment and binds nobody`,
  };
  return { kind: "draft", path, message, touches: () => true, against: SAFE };
}

/** Somebody's own pack: a condition only where it is looser than what is published, as far as that can be told from a minimum or maximum. */
function local(subject: Subject, text: Pack, path: string): Concern {
  const looser = text.parameters.filter((own) =>
    INSTALLED_PACKS.some(({ parameters, status }) =>
      parameters.some(
        (base) =>
          status === "in_force" && base.id === own.id && JSON.stringify(base.values) !== JSON.stringify(own.values),
      ),
    ),
  );
  const names = listed(looser.map(({ label }) => label));
  const message = plus(
    { zh: `政策参数包“${text.title.zh}”为本地政策参数包`, en: `rule pack “${text.title.en}” is a local one` },
    looser.length > 0,
    `,与发布文本取值不同:${names.zh}`,
    `, other than published in ${names.en}`,
  );
  const ids = new Set(looser.map(({ id }) => id));
  const touches = (verdict: VerdictId) => readsAny(subject, verdict, ids);
  return looser.length === 0
    ? { kind: "draft", path, message, touches: () => true, against: SAFE }
    : { kind: "draft", path, message, touches };
}

function readsParameters(subject: Subject, verdict: VerdictId, differences: PackDifferences | undefined): boolean {
  return readsAny(subject, verdict, new Set((differences?.parameters ?? []).map(({ id }) => id)));
}

function readsAny({ graph, reach }: Subject, verdict: VerdictId, ids: ReadonlySet<string>): boolean {
  return [...ids].some((id) => parameterLines(graph, id).some((line) => reach.line(verdict, line)));
}

const parameterLines = (graph: Graph, id: string): readonly number[] =>
  [`param.${id}`, `param.${id}@base`].flatMap((line) => graph.indexById.get(line) ?? []);
