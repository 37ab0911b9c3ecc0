const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML 1.0 has no place for, and what would turn the writing of figures that follow, shown as the sign of a character that cannot be shown. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\ufffe\uffff\u202a-\u202e\u2066-\u2069]/gu;

/** A text inside an element or an attribute, whatever stands in it. */
export function xmlText(text: string): string {
  return text
    .toWellFormed()
    .replaceAll("\r\n", "\n")
    .replaceAll("\r", "\n")
    .replaceAll(FORBIDDEN, "\ufffd")
    .replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
