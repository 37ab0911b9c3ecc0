import { posix } from "node:path";
import type { Problem } from "../../../../models/wording/problem.ts";
import { templateProblem } from "../../../../models/wording/wordTemplate.ts";
import { type Archive, Unreadable } from "../../../imports/archive/archive.ts";
import { readXml } from "../../../imports/sheets/xml.ts";

export interface Relation {
  readonly id: string;
  /** Last word of its type: header, image, theme. */
  readonly kind: string;
  /** The part it leads to; none where it leads out of the file. */
  readonly part?: string;
}

const relationPart = (part: string): string => posix.join(posix.dirname(part), "_rels", `${posix.basename(part)}.rels`);

/** What a part refers to. */
export function relationsOf(archive: Archive, part: string): readonly Relation[] {
  return relationsIn(archive, relationPart(part));
}

function relationsIn(archive: Archive, file: string): readonly Relation[] {
  const relations: Relation[] = [];
  if (!archive.names().includes(file)) return relations;
  const folder = posix.dirname(posix.dirname(file));
  readXml(archive, file, {
    open: (tag, attributes) => {
      const [id, type, target] = [attributes.get("Id"), attributes.get("Type"), attributes.get("Target")];
      if (tag !== "Relationship" || id === undefined || type === undefined || target === undefined) return;
      const kind = type.split("/").at(-1) ?? "";
      const isOutside = attributes.get("TargetMode") === "External" || /^[a-z][a-z\d+.-]*:|^\\\\|^\/\//i.test(target);
      const place = target.startsWith("/") ? target.slice(1) : posix.join(folder, target);
      relations.push({ id, kind, ...(isOutside ? {} : { part: place }) });
    },
  });
  return relations;
}

/** A part whose markup was gone through once: it ends where it begins, and is neither too deep nor too much. */
export function markupOf(archive: Archive, part: string): string {
  readXml(archive, part, {});
  const text = archive.text(part) ?? "";
  // Other encodings are not written by any program that writes such files.
  if (!text.includes("<w:") && !text.includes("<a:"))
    throw new Unreadable(templateProblem("damaged", archive.file, { part }));
  return text.replace(/^\ufeff/, "");
}

/** Fields that fetch something, or do something, when a file is opened. */
export const FETCHING = /\b(INCLUDEPICTURE|INCLUDETEXT|DDE|DDEAUTO|LINK|IMPORT|DATABASE|MACROBUTTON|RD|HYPERLINK)\b/i;

/** Macros, controls, objects, and whatever leads out of the file except links in its text, which is not used. */
export function refusedPart(archive: Archive): Problem | undefined {
  const { file } = archive;
  const names = archive.names();
  const macros = names.find((name) => /vbaProject|vbaData|activeX\//i.test(name));
  if (macros !== undefined || /macroEnabled/i.test(archive.text("[Content_Types].xml") ?? ""))
    return templateProblem("macros", file, { part: macros ?? "[Content_Types].xml" });
  for (const name of names.filter((one) => one.endsWith(".rels"))) {
    const leading = relationsIn(archive, name).find(({ kind, part }) => part === undefined && kind !== "hyperlink");
    if (leading !== undefined) return templateProblem("external", file, { part: name });
  }
  return undefined;
}
