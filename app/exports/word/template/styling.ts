import { LOOKS, NUMBERED, styleXml, tableStyle } from "../styles.ts";
import type { Numbering } from "./numbering.ts";

/** Styles of a template with those of ours it lacks, and what ours are called in it. */
export interface Styling {
  readonly xml: string;
  /** A body whose styles are the template's. */
  readonly restyled: (body: string) => string;
  /** Names of our styles that it lacks. */
  readonly missing: readonly string[];
}

interface Own {
  readonly id: string;
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly isDefault: boolean;
  readonly numbered: boolean;
}

const STYLE = /<w:style\b([^>]*)>(.*?)<\/w:style>/gs;

function stylesIn(xml: string, type: string): readonly Own[] {
  return [...xml.matchAll(STYLE)].flatMap(([, attributes = "", inside = ""]) => {
    if (!attributes.includes(`w:type="${type}"`)) return [];
    const id = /w:styleId="([^"]*)"/.exec(attributes)?.[1];
    const name = /<w:name w:val="([^"]*)"/.exec(inside)?.[1];
    if (id === undefined || name === undefined) return [];
    return [
      {
        id,
        name: name.toLowerCase(),
        basedOn: /<w:basedOn w:val="([^"]*)"/.exec(inside)?.[1],
        isDefault: /w:default="(1|true|on)"/.test(attributes),
        numbered: /<w:numPr>(?!.*<w:numId w:val="0"\/>.*<\/w:numPr>)/s.test(inside),
      },
    ];
  });
}

/** Whether a style, or one it rests on, has a number. */
function isNumbered(styles: readonly Own[], id: string | undefined, steps = 0): boolean {
  const style = styles.find((one) => one.id === id);
  if (style === undefined || steps > styles.length) return false;
  return style.numbered || isNumbered(styles, style.basedOn, steps + 1);
}

/** Word knows built-in styles by their names, whatever their ids: 标题 1 is “heading 1” in every language. */
export function restyling(xml: string, numbering: Numbering): Styling {
  const own = stylesIn(xml, "paragraph");
  const tables = stylesIn(xml, "table");
  const taken = new Set([...own, ...tables].map(({ id }) => id));
  const free = (id: string): string => (taken.has(id) ? free(`Pingheng${id}`) : id);
  const ids = new Map(
    LOOKS.map(({ id, name }) => [id, own.find((one) => one.name === name.toLowerCase())?.id ?? free(id)]),
  );
  const missing = LOOKS.filter(({ name }) => !own.some((one) => one.name === name.toLowerCase()));
  const normal = own.find(({ isDefault }) => isDefault)?.id ?? "Normal";
  const table = tables.find(({ name }) => name === "plan table")?.id;
  const tableId = table ?? free("PlanTable");
  const called = (text: string): string =>
    text.replaceAll(/<w:(next) w:val="(\w+)"\/>/g, (_, tag, id) => `<w:${tag} w:val="${ids.get(id) ?? id}"/>`);
  const added = missing.map((look) =>
    called(styleXml({ ...look, id: ids.get(look.id) ?? look.id, basedOn: normal }, numbering)),
  );
  const base = tables.find(({ isDefault }) => isDefault)?.id;
  const more = added.join("") + (table === undefined ? tableStyle(tableId, base) : "");
  const end = xml.lastIndexOf("</w:styles>");
  const numbers = (id: string): string => {
    const level = NUMBERED[id];
    if (level === undefined || missing.some((look) => look.id === id) || isNumbered(own, ids.get(id))) return "";
    const list = id === "Item" ? numbering.items : numbering.headings;
    return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;
  };
  return {
    xml: `${xml.slice(0, end)}${more}${xml.slice(end)}`,
    restyled: (body) =>
      body
        .replaceAll(/<w:pStyle w:val="(\w+)"\/>/g, (_, id: string) =>
          id === "Normal" ? `<w:pStyle w:val="${normal}"/>` : `<w:pStyle w:val="${ids.get(id) ?? id}"/>${numbers(id)}`,
        )
        .replaceAll('<w:tblStyle w:val="PlanTable"/>', `<w:tblStyle w:val="${tableId}"/>`),
    missing: missing.map(({ name }) => name),
  };
}
