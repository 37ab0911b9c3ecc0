import type { Prepared } from "../../models/compile/prepare.ts";
import { readPath } from "../../models/document/path.ts";
import type { ModelDocument, RemarkSpec } from "../../models/document/schema.ts";
import { readPlace, splitReference } from "../../models/results/reference.ts";
import type { Text } from "../../models/wording/text.ts";
import type { Lang, RemarkView } from "../contract.ts";
import { placeLabel } from "../scenarios/labels.ts";

/** A finding as remarks are pinned to one. */
export interface FoundAt {
  readonly id: string;
  readonly path: string;
}

/**
 * Remarks with their places in words; one whose place is gone says so and stays.
 * @param prepared undefined where the model cannot be computed: then no line of it is there
 * @param findings undefined where nobody has looked yet
 */
export function remarkViews(
  document: ModelDocument,
  prepared: Prepared | undefined,
  findings: readonly FoundAt[] | undefined,
  lang: Lang,
): readonly RemarkView[] {
  return (document.remarks ?? []).map((remark) => {
    const place = placeOf(remark, document, prepared, findings);
    return { ...remark, place: place.words[lang], there: place.there };
  });
}

interface Place {
  readonly words: Text;
  readonly there: boolean | null;
}

const WHOLE: Text = { zh: "全文", en: "the whole file" };
const same = (text: string): Text => ({ zh: text, en: text });

function placeOf(
  { on, anchor }: RemarkSpec,
  document: ModelDocument,
  prepared: Prepared | undefined,
  findings: readonly FoundAt[] | undefined,
): Place {
  if (on === "file") return { words: WHOLE, there: true };
  if (on === "line" || on === "cell") return lineOf(anchor, prepared);
  if (on === "finding") {
    const [id, path = ""] = anchor.split(" ");
    const there = findings?.some((one) => one.id === id && (path === "" || one.path === path));
    return { words: same(id ?? anchor), there: there ?? null };
  }
  const read = readPath(document, anchor);
  // An input that is known and not given is a place all the same; a row or a record is not.
  const there = read.ok && (on === "input" || read.value !== undefined);
  return { words: there ? placeLabel(document, anchor) : same(anchor), there };
}

function lineOf(anchor: string, prepared: Prepared | undefined): Place {
  if (prepared === undefined) return { words: same(anchor), there: false };
  const { graph, frame, timeline } = prepared;
  const { line, at } = splitReference(anchor, graph);
  const found = graph.lines[graph.indexById.get(line) ?? -1];
  if (found === undefined) return { words: same(anchor), there: false };
  const { label } = found;
  if (at === undefined) return { words: label, there: true };
  return {
    words: { zh: `${label.zh} ${at}`, en: `${label.en} ${at}` },
    there: readPlace(at, frame, timeline) !== undefined,
  };
}
