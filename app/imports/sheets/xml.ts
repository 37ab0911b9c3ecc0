import { sheetProblem } from "../../../models/wording/sheet.ts";
import { Unreadable } from "../archive/archive.ts";

/** What a reader of markup is told of; names come without their prefixes. */
export interface XmlEvents {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Attributes of an element, read when one of them is asked for. */
export class Attributes {
  readonly #raw: string;
  constructor(raw: string) {
    this.#raw = raw;
  }

  get(name: string): string | undefined {
    // Nearly every attribute stands in double quotes: found without looking at the others.
    const mark = ` ${name}="`;
    const found = this.#raw.indexOf(mark);
    const end = found < 0 ? -1 : this.#raw.indexOf('"', found + mark.length);
    if (end >= 0) return unescaped(this.#raw.slice(found + mark.length, end));
    for (const [, key, double, single] of this.#raw.matchAll(ATTRIBUTE))
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

const [LESS, MORE, QUOTE, APOSTROPHE, SLASH] = [60, 62, 34, 39, 47];
const DEPTH_MAX = 100;

/** Goes through markup once, from the left. Declarations were refused before: no entity but the five of XML stands for anything. */
export function readXml(xml: string, part: string, { open, close, text }: XmlEvents): void {
  const damaged = () => new Unreadable(sheetProblem("damaged", part, { part }));
  let at = 0;
  let depth = 0;
  for (;;) {
    const next = xml.indexOf("<", at);
    const plain = xml.slice(at, next < 0 ? undefined : next);
    if (plain !== "" && depth > 0) text?.(unescaped(plain));
    if (next < 0) break;
    const skipped = skippedTo(xml, next, (plainText) => text?.(plainText));
    if (skipped !== undefined) {
      if (skipped < 0) throw damaged();
      at = skipped;
      continue;
    }
    const end = tagEnd(xml, next + 1);
    if (end < 0) throw damaged();
    const isClosing = xml.charCodeAt(next + 1) === SLASH;
    const isEmpty = xml.charCodeAt(end - 1) === SLASH;
    const inside = xml.slice(next + (isClosing ? 2 : 1), isEmpty ? end - 1 : end);
    const space = inside.search(/\s/);
    const name = local(space < 0 ? inside : inside.slice(0, space));
    if (!isClosing) {
      depth += 1;
      if (depth > DEPTH_MAX) throw damaged();
      open?.(name, new Attributes(space < 0 ? "" : inside.slice(space)));
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
function skippedTo(xml: string, at: number, plain: (text: string) => void): number | undefined {
  if (xml.startsWith("<!--", at)) return after(xml, "-->", at + 4);
  if (xml.startsWith("<?", at)) return after(xml, "?>", at + 2);
  if (!xml.startsWith("<![CDATA[", at)) return undefined;
  const end = after(xml, "]]>", at);
  if (end >= 0) plain(xml.slice(at + 9, end - 3));
  return end;
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
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
