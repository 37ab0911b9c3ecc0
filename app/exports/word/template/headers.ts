import { posix } from "node:path";
import { templateProblem } from "../../../../models/wording/wordTemplate.ts";
import { type Archive, Unreadable } from "../../../imports/archive/archive.ts";
import { XML_HEAD, xmlText } from "../xml.ts";
import type { ZipEntry } from "../zip.ts";
import { FETCHING, markupOf, type Relation, relationsOf } from "./relations.ts";

export interface CarriedParts {
  /** Of a section: which header and footer its pages have. */
  readonly references: string;
  readonly entries: readonly ZipEntry[];
  /** Relations of the body to the headers and footers. */
  readonly relations: readonly { readonly id: string; readonly kind: "header" | "footer"; readonly target: string }[];
  /** Endings of pictures. */
  readonly pictures: readonly string[];
  readonly evenAndOdd: boolean;
}

const PICTURE = /\.(png|jpe?g|gif|bmp|tiff?|emf|wmf)$/i;
const REFERENCE = /<w:(header|footer)Reference\b[^>]*>/g;

/** The headers and footers of the last section that has any, with their pictures; ids and names are ours. */
export function headersOf(archive: Archive, relations: readonly Relation[], body: string): CarriedParts {
  const sections = body.match(/<w:sectPr\b[^>]*>.*?<\/w:sectPr>/gs) ?? [];
  const section = sections.findLast((one) => /<w:(header|footer)Reference\b/.test(one)) ?? "";
  const entries: ZipEntry[] = [];
  const pictures = new Map<string, string>();
  const known: { id: string; kind: "header" | "footer"; target: string }[] = [];
  let references = "";
  for (const [tag, kind] of section.matchAll(REFERENCE)) {
    const [type, id] = [/w:type="(default|even|first)"/.exec(tag)?.[1], /r:id="([^"]*)"/.exec(tag)?.[1]];
    const part = relations.find((one) => one.id === id && one.kind === kind)?.part;
    if (type === undefined || part === undefined || !archive.names().includes(part)) continue;
    const at = known.length + 1;
    const target = `own-${kind}${at}.xml`;
    entries.push(...carriedPart(archive, part, target, pictures));
    known.push({ id: `rIdOwn${at}`, kind: kind as "header" | "footer", target });
    references += `<w:${kind}Reference w:type="${type}" r:id="rIdOwn${at}"/>`;
  }
  const settings = archive.names().includes("word/settings.xml") ? markupOf(archive, "word/settings.xml") : "";
  return {
    references,
    entries: [
      ...entries,
      ...[...pictures].map(([part, name]) => ({
        name: `word/media/${name}`,
        bytes: archive.bytes(part) ?? Buffer.alloc(0),
      })),
    ],
    relations: known,
    pictures: [...new Set([...pictures.values()].map((name) => posix.extname(name).slice(1)))],
    evenAndOdd: /<w:evenAndOddHeaders\b(?![^>]*w:val="(0|false|off)")/.test(settings),
  };
}

/** A header as it is, with relations to its pictures alone. */
function carriedPart(
  archive: Archive,
  part: string,
  target: string,
  pictures: Map<string, string>,
): readonly ZipEntry[] {
  const refuse = (code: "part" | "external") => new Unreadable(templateProblem(code, archive.file, { part }));
  const text = markupOf(archive, part);
  const instructions = [...text.matchAll(/<w:instrText[^>]*>([^<]*)|w:instr="([^"]*)"/g)]
    .map(([, inside, given]) => inside ?? given)
    .join("");
  if (FETCHING.test(instructions)) throw refuse("external");
  if (/<(w:object|o:OLEObject|w:altChunk|w:control)\b/.test(text)) throw refuse("part");
  const own = relationsOf(archive, part).map(({ id, kind, part: to }) => {
    if (to === undefined) throw refuse("external");
    if (kind !== "image" || !PICTURE.test(to) || !archive.names().includes(to)) throw refuse("part");
    const name = pictures.get(to) ?? `own${pictures.size + 1}${posix.extname(to).toLowerCase()}`;
    pictures.set(to, name);
    return `<Relationship Id="${xmlText(id)}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/${name}"/>`;
  });
  const relations = `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${own.join("")}</Relationships>`;
  return [
    { name: `word/${target}`, text },
    ...(own.length === 0 ? [] : [{ name: `word/_rels/${target}.rels`, text: relations }]),
  ];
}
