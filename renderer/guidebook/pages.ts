import { Marked, type Tokens } from "marked";
import type { Lang } from "../../app/contract.ts";
import { type GuidePage, guidePages } from "./names.ts";

const texts = import.meta.glob<string>("../../docs/guide/*/*.md", { query: "?raw", import: "default" });
const pictures = import.meta.glob<string>("../../docs/guide/images/*.jpg", {
  query: "?url",
  import: "default",
  eager: true,
});

/** The page a link of the guide leads to; undefined of one that leads out of it. */
export const pageAt = (href: string): GuidePage | undefined =>
  href.includes("/") ? undefined : guidePages.find((page) => `${page}.md` === href);

/** Where it leads is not shipped, or not there without a network: its words stay. */
function link(this: { parser: { parseInline(tokens: Tokens.Link["tokens"]): string } }, one: Tokens.Link): string {
  const words = this.parser.parseInline(one.tokens);
  const page = pageAt(one.href);
  return page === undefined ? words : `<a href="#" data-page="${page}">${words}</a>`;
}

function walkTokens(token: { type: string; href?: string }): void {
  if (token.type === "image" && token.href !== undefined)
    token.href = pictures[`../../docs/guide/images/${token.href.split("/").at(-1)}`] ?? token.href;
}

const markdown = new Marked({ walkTokens, renderer: { link } });

function textOf(lang: Lang, page: GuidePage): Promise<string> {
  const load = texts[`../../docs/guide/${lang}/${page}.md`];
  if (load === undefined) throw new Error(`the guide has no page ${page} in ${lang}`);
  return load();
}

/** A page as HTML; the text is the product's own, nothing of a file opened gets into it. */
export const readGuide = async (lang: Lang, page: GuidePage): Promise<string> =>
  markdown.parse(await textOf(lang, page));

/** Titles of all pages, for the list beside the text. */
export async function guideTitles(lang: Lang): Promise<readonly (readonly [page: GuidePage, title: string])[]> {
  return Promise.all(
    guidePages.map(async (page) => [page, /^# (.+)$/m.exec(await textOf(lang, page))?.[1] ?? page] as const),
  );
}
