import { fail, type Problem, type Result, succeed } from "../../../../models/wording/problem.ts";
import { templateProblem } from "../../../../models/wording/wordTemplate.ts";
import { Archive, Unreadable } from "../../../imports/archive/archive.ts";
import type { ZipEntry } from "../zip.ts";
import { type CarriedParts, headersOf } from "./headers.ts";
import { type Numbering, numberingOf } from "./numbering.ts";
import { type PageShapes, shapesOf } from "./pages.ts";
import { markupOf, refusedPart, relationsOf } from "./relations.ts";
import { restyling, type Styling } from "./styling.ts";

const BODY = "word/document.xml";

/** 样式模板: what a clerk's own .docx gives a paper: styles, numbering, fonts, pages, headers and footers. Its text is not looked at. */
export interface WordTemplate {
  readonly styling: Styling;
  readonly numbering: Numbering;
  readonly shapes: PageShapes;
  readonly carried: CarriedParts;
  /** Fonts and theme, as they are. */
  readonly parts: readonly ZipEntry[];
  readonly theme: boolean;
  /** What of it is ours after all. */
  readonly told: readonly Problem[];
}

/**
 * A template read, as a file of unknown origin: limits, macros, what leads out of it.
 * @param file its name, for what is said of it
 */
export function readTemplate(bytes: Uint8Array, file: string): Result<WordTemplate> {
  const opened = Archive.open(bytes, file, templateProblem);
  if (!opened.ok) return opened;
  try {
    return templateIn(opened.value);
  } catch (error) {
    if (error instanceof Unreadable) return fail(error.problem);
    throw error;
  }
}

function templateIn(archive: Archive): Result<WordTemplate> {
  const { file } = archive;
  const names = archive.names();
  if (!names.includes(BODY) || !names.includes("word/styles.xml")) return fail(templateProblem("not_xlsx", file));
  const refused = refusedPart(archive);
  if (refused !== undefined) return fail(refused);
  const relations = relationsOf(archive, BODY);
  const section = markupOf(archive, BODY);
  const carried = headersOf(archive, relations, section);
  const numbering = numberingOf(
    names.includes("word/numbering.xml") ? markupOf(archive, "word/numbering.xml") : undefined,
  );
  const styling = restyling(markupOf(archive, "word/styles.xml"), numbering);
  const theme = relations.find(({ kind }) => kind === "theme")?.part;
  const fonts = names.includes("word/fontTable.xml") ? markupOf(archive, "word/fontTable.xml") : undefined;
  return succeed({
    styling,
    numbering,
    shapes: shapesOf(section, carried),
    carried,
    parts: [
      ...(fonts === undefined ? [] : [{ name: "word/fontTable.xml", text: withoutEmbedded(fonts) }]),
      ...(theme === undefined ? [] : [{ name: "word/theme/theme1.xml", text: markupOf(archive, theme) }]),
    ],
    theme: theme !== undefined,
    told: [
      ...(styling.missing.length === 0
        ? []
        : [
            templateProblem("styles", file, {
              list: { zh: styling.missing.join("、"), en: styling.missing.join(", ") },
            }),
          ]),
      ...(carried.references === "" ? [templateProblem("header", file)] : []),
    ],
  });
}

/** Names of fonts, without the fonts themselves. */
const withoutEmbedded = (fonts: string): string => fonts.replaceAll(/<w:embed\w+\b[^>]*\/>/g, "");
