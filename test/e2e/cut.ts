import type { Page } from "playwright-core";

/**
 * Figures that cannot be read whole where they stand: wider than their cell or button, cut off by what holds them, or in a field too narrow for them. What can be
 * scrolled to is not cut.
 */
export async function cutFigures(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const FIGURE = /^[(−-]?[¥]?\d[\d,]*(?:\.\d+)?\)?\s?(?:%|元|万元|亿元|年|月|户)?$/;
    const HAIR = 1;
    const found: string[] = [];
    const told = (text: string, holder: Element, over: number) =>
      found.push(
        `${text} by ${Math.round(over)} px in ${holder.tagName.toLowerCase()}.${holder.getAttribute("class") ?? ""}`,
      );
    const within = (text: string, inner: DOMRect, holder: Element) => {
      const outer = holder.getBoundingClientRect();
      const over = Math.max(outer.left - inner.left, inner.right - outer.right);
      if (over > HAIR) told(text, holder, over);
    };
    const content = document.querySelector(".workbench") ?? document.body;
    const texts = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const text = node.textContent?.trim() ?? "";
      const parent = node.parentElement;
      if (!FIGURE.test(text) || parent === null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const rect = range.getBoundingClientRect();
      if (rect.width === 0 || getComputedStyle(parent).visibility === "hidden") continue;
      const cell = parent.closest("td, th, button, [role=gridcell], svg");
      if (cell !== null) within(text, rect, cell);
      for (let one: Element | null = parent; one !== null && one !== content; one = one.parentElement) {
        const { overflowX } = getComputedStyle(one);
        // Behind what scrolls, everything can be brought into view.
        if (overflowX === "auto" || overflowX === "scroll") break;
        if (overflowX === "hidden" || overflowX === "clip") {
          within(text, rect, one);
          // An ellipsis stands in for what does not fit, within the bounds of what holds it.
          const beyond = one === parent ? one.scrollWidth - one.clientWidth : 0;
          if (beyond > 0) told(text, one, beyond);
        }
      }
    }
    for (const input of content.querySelectorAll<HTMLInputElement>(".number-input input, input.number-input"))
      if (input.clientWidth > 0 && input.scrollWidth > input.clientWidth + HAIR)
        told(input.value, input, input.scrollWidth - input.clientWidth);
    return [...new Set(found)];
  });
}
