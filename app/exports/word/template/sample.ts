import type { Lang } from "../../../contract.ts";
import { heading, items, paragraph, sayIn, textTable } from "../../plan/facts.ts";
import type { WordDocument } from "../blocks.ts";

/** 默认模板: a file with every style of our papers on upright and wide pages, to be changed and given back as a template. */
export function sampleDocument(lang: Lang, made: Date): WordDocument {
  const say = sayIn(lang);
  const table = textTable(
    say("题注(caption)", "Caption"),
    [say("表头(Table Head)", "Table Head"), say("表头(Table Head)", "Table Head")],
    [50, 50],
    [[say("表格文字(Table Text)", "Table Text"), "1,234.00"]],
  );
  const small = table.map((block) => (block.kind === "table" ? { ...block, small: true as const } : block));
  return {
    title: say("文稿样式模板", "Template of papers"),
    author: "",
    header: say("页眉(header):可改为单位名称或标志", "Header: may be a name or a logo"),
    made,
    lang,
    sections: [
      {
        landscape: false,
        blocks: [
          paragraph(say("标题(Title)", "Title"), "title"),
          paragraph(say("副标题(Subtitle)", "Subtitle"), "subtitle"),
          paragraph(say("成稿状态(Draft Mark)", "Draft Mark"), "mark"),
          paragraph(say("文稿标题(Paper Title)", "Paper Title"), "heading"),
          { kind: "contents", title: say("目录(Contents Title)", "Contents Title") },
          heading(1, say("一级标题(heading 1)", "heading 1")),
          heading(2, say("二级标题(heading 2)", "heading 2")),
          paragraph(
            say(
              "正文(Body Text)。改样式、页面、页眉页脚即可,文字不会带入文稿;改好后在导出对话框选用。",
              "Body Text. Change styles, pages, headers and footers; the words are not taken over. Choose it in the export dialog.",
            ),
          ),
          ...items([say("列项(List Bullet)", "List Bullet")]),
          paragraph(say("单位(Table Unit)", "Table Unit"), "unit"),
          ...table,
          paragraph(say("表注(Table Note)", "Table Note"), "note"),
        ],
      },
      {
        landscape: true,
        blocks: [
          { kind: "annex", level: 1, text: say("附件标题(Annex Heading)", "Annex Heading") },
          { kind: "annex", level: 2, text: say("附表标题(Annex Table)", "Annex Table") },
          ...small,
        ],
      },
    ],
  };
}
