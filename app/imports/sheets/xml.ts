import type { Archive } from "../archive/archive.ts";

/** What a reader of markup is told of; names come without their prefixes. */
export interface XmlEvents {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Attributes of an element, read when one of them is asked for. */
export class Attributes {
  readonly #xml: string;
  readonly #from: number;
  readonly #to: number;
  constructor(xml: string, from: number, to: number) {
    this.#xml = xml;
    this.#from = from;
    this.#to = to;
  }

  get(name: string): string | undefined {
    if (this.#from >= this.#to) return undefined;
    const raw = this.#xml.slice(this.#from, this.#to);
    // Nearly every attribute stands in double quotes: found without looking at the others.
    const mark = ` ${name}="`;
    const found = raw.indexOf(mark);
    const end = found < 0 ? -1 : raw.indexOf('"', found + mark.length);
    if (end >= 0) return unescaped(raw.slice(found + mark.length, end));
    if (!raw.includes(name)) return undefined;
    for (const [, key, double, single] of raw.matchAll(ATTRIBUTE))
      if (key === name) return unescaped(double ?? single ?? "");
    return undefined;
  }
}

const ATTRIBUTE = /([^\s=/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const CODE_MAX = 0x10ffff;

const unescaped = (text: string): string =>
  text.includes("&") ? text.replace(/&(#x[0-9a-fA-F]{1,6}|#\d{1,7}|[a-z]{2,4});/g, entity) : text;

function entity(whole: string, name: string): string {
  if (!name.startsWith("#")) return ENTITIES[name] ?? whole;
  const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code <= CODE_MAX ? String.fromCodePoint(code) : whole;
}

const [SPACE, BANG, QUOTE, APOSTROPHE, SLASH, LESS, MORE, QUESTION] = [32, 33, 34, 39, 47, 60, 62, 63];
const DEPTH_MAX = 100;

/** Goes through the markup of a part once, from the left; nothing where there is no such part. Declarations were refused before: no entity but the five of XML stands for anything. */
export function readXml(archive: Archive, part: string, { open, close, text }: XmlEvents): void {
  const xml = archive.text(part) ?? "";
  const damaged = () => archive.damaged(part);
  let at = 0;
  let depth = 0;
  for (;;) {
    const next = xml.indexOf("<", at);
    const plain = xml.slice(at, next < 0 ? undefined : next);
    if (plain !== "" && depth > 0) text?.(unescaped(plain));
    if (next < 0) break;
    const mark = xml.charCodeAt(next + 1);
    const skipped = mark === BANG || mark === QUESTION ? skippedTo(xml, next, text) : undefined;
    if (skipped !== undefined) {
      if (skipped < 0) throw damaged();
      at = skipped;
      continue;
    }
    const end = tagEnd(xml, next + 1);
    if (end < 0) throw damaged();
    const isClosing = mark === SLASH;
    const isEmpty = xml.charCodeAt(end - 1) === SLASH;
    const begin = next + (isClosing ? 2 : 1);
    const last = isEmpty ? end - 1 : end;
    const nameEnd = spaceFrom(xml, begin, last);
    const name = local(xml.slice(begin, nameEnd));
    if (!isClosing) {
      depth += 1;
      if (depth > DEPTH_MAX) throw damaged();
      archive.spendElement();
      open?.(name, new Attributes(xml, nameEnd, last));
    }
    if (isClosing || isEmpty) {
      depth -= 1;
      close?.(name);
    }
    at = end + 1;
  }
  if (depth !== 0) throw damaged();
}

/** Where a comment, a processing instruction or plain characters end; -1 where they do not, undefined for a tag. */
function skippedTo(xml: string, at: number, plain: XmlEvents["text"]): number | undefined {
  if (xml.startsWith("<!--", at)) return after(xml, "-->", at + 4);
  if (xml.startsWith("<?", at)) return after(xml, "?>", at + 2);
  if (!xml.startsWith("<![CDATA[", at)) return undefined;
  const end = after(xml, "]]>", at);
  if (end >= 0) plain?.(xml.slice(at + 9, end - 3));
  return end;
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** The first space, or where the tag ends. */
function spaceFrom(xml: string, from: number, to: number): number {
  for (let at = from; at < to; at += 1) if (xml.charCodeAt(at) <= SPACE) return at;
  return to;
}

function tagEnd(xml: string, from: number): number {
  let quote = 0;
  for (let at = from; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === MORE) return at;
    else if (code === LESS) return -1;
    else if (code === QUOTE || code === APOSTROPHE) quote = code;
  }
  return -1;
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);
