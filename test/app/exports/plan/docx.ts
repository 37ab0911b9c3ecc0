import { crc32, inflateRawSync } from "node:zlib";

const LOCAL = 0x04034b50;

/** The parts of a .docx file by name; throws where a header or a checksum is wrong. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const file = Buffer.from(bytes);
  const parts = new Map<string, string>();
  let at = 0;
  while (file.readUInt32LE(at) === LOCAL) {
    const [sum, packed, named] = [file.readUInt32LE(at + 14), file.readUInt32LE(at + 18), file.readUInt16LE(at + 26)];
    const start = at + 30 + named;
    const text = inflateRawSync(file.subarray(start, start + packed));
    if (crc32(text) !== sum) throw new Error("a part does not have the checksum it is said to have");
    parts.set(file.toString("utf8", at + 30, start), text.toString("utf8"));
    at = start + packed;
  }
  return parts;
}

/** What is wrong with a text as XML: tags that do not close, signs that have no place in it. */
export function xmlFaults(xml: string): readonly string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const body = xml.replace(/^<\?xml[^>]*\?>/, "");
  for (const [, close, name = "", self] of body.matchAll(/<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/g)) {
    if (close === "/") {
      if (open.pop() !== name) faults.push(`</${name}>`);
    } else if (self !== "/") open.push(name);
  }
  const texts = body.replaceAll(/<\/?[\w:]+(?:\s+[\w:]+="[^"<]*")*\s*\/?>/g, "");
  if (texts.includes("<")) faults.push("<");
  if (/&(?!(amp|lt|gt|quot);)/.test(body)) faults.push("&");
  if (/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/u.test(xml) || !xml.isWellFormed()) faults.push("sign");
  return [...faults, ...open];
}

/** Words of a piece of a body; a line break is a new line. */
export function wordsIn(xml: string): string {
  return [...xml.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>|<w:br\/>/g)]
    .map(([, text = "\n"]) => text)
    .join("")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}

/** The tables of a piece of a body as rows of words, the head first. */
export function tablesIn(xml: string): readonly (readonly (readonly string[])[])[] {
  return [...xml.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([table]) =>
    [...table.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
      [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => wordsIn(cell)),
    ),
  );
}

/** Instructions of all fields of a part. */
export const fieldsIn = (xml: string): readonly string[] =>
  [...xml.matchAll(/<w:instrText[^>]*>([^<]*)<\/w:instrText>/g)].map(([, text = ""]) => text.trim());
