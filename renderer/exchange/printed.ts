/** A page of ours taken apart: what it shows, how that looks, and what belongs to the paper it is printed on. */
export interface Printed {
  readonly sections: readonly Element[];
  readonly looks: string;
  readonly paper: string;
}

/** While a paper is previewed the printer gets that and nothing else of the face. */
const ALONE = `
@media print {
  :root:root:root { color-scheme: light }
  html, body { height: auto; margin: 0; background: #fff }
  body > :not(.print-preview) { display: none }
  .print-preview { position: static }
  .print-preview-bar { display: none }
}`;

/** Where styles of elements wait until a script sets them. */
const LATER = "data-style";

/** Takes a printable page apart, for its policy of styles is not that of the face: rules go in by script, which both allow. */
export function takenApart(html: string): Printed {
  const [whole = "", style = ""] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
  // Texts have no bare quotation mark, so that this is found in tags alone.
  const bare = html.replace(whole, "").replaceAll(' style="', ` ${LATER}="`);
  const page = new DOMParser().parseFromString(bare, "text/html");
  const rules = style.split("\n");
  const isPaper = (rule: string): boolean => rule.startsWith("@page");
  return {
    sections: [...page.body.children].map(withStyles),
    looks: rules
      .filter((rule) => !isPaper(rule))
      .map((rule) => rule.replaceAll(/\bbody \{/g, ":host {"))
      .join("\n"),
    paper: `${rules.filter(isPaper).join("\n")}${ALONE}`,
  };
}

/** Widths of columns and the like, which the face's policy does not take from markup. */
function withStyles(element: Element): Element {
  for (const one of element.querySelectorAll<HTMLElement>(`[${LATER}]`)) {
    const given = one.getAttribute(LATER) ?? "";
    one.removeAttribute(LATER);
    one.style.cssText = given;
  }
  return element;
}

/** A style sheet made by script. */
export function sheetOf(rules: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(rules);
  return sheet;
}
