import { RecordDecimal } from "../engines/arithmetic/decimal.ts";
import type { Text } from "../wording/text.ts";
import type { Standing } from "./confirm.ts";
import type { Limit } from "./limits.ts";
import type { Survey } from "./sampling.ts";

export function short(value: number): string {
  return new RecordDecimal(value).toSignificantDigits(6).toFixed();
}

export const NOTHING: Text = { zh: "", en: "" };

export const joined = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join(""),
  en: texts.map(({ en }) => en).join(""),
});

/** Says from where on the input no longer matters, and what takes over there. */
export function flatNote({ flatAbove, flatBelow }: Survey, limits: readonly Limit[]): Text {
  const why = (side: Limit["side"]): Text => {
    const paths = limits.filter((limit) => limit.side === side).map(({ path }) => path);
    return paths.length === 0
      ? { zh: "受其他条件限制", en: "other limits hold" }
      : { zh: `受限于 ${paths.join("、")}`, en: `limited by ${paths.join(", ")}` };
  };
  const notes: Text[] = [];
  if (flatAbove !== undefined)
    notes.push({
      zh: `;约自 ${short(flatAbove)} 起再提高不影响结果(${why("above").zh})`,
      en: `; from about ${short(flatAbove)} on more changes nothing (${why("above").en})`,
    });
  if (flatBelow !== undefined)
    notes.push({
      zh: `;低于约 ${short(flatBelow)} 不影响结果(${why("below").zh})`,
      en: `; below about ${short(flatBelow)} it changes nothing (${why("below").en})`,
    });
  return joined(notes);
}

const SHOWN = 3;

/** The first few of some texts, and how many there are. */
export function listed(texts: readonly Text[]): Text {
  const [shown, count] = [texts.slice(0, SHOWN), texts.length];
  const more = count > SHOWN ? { zh: ` 等 ${count} 项`, en: ` and more, ${count} in all` } : NOTHING;
  return {
    zh: shown.map(({ zh }) => zh).join("；") + more.zh,
    en: shown.map(({ en }) => en).join("; ") + more.en,
  };
}

/** What else is to be known of the value that was found: what the verdicts there are met under, and which of them nothing can be said of. */
export function standingNote(there: Standing, at?: string): Text {
  const open = there.verdicts.filter(({ reason }) => reason === "incomplete" || reason === "area");
  // The target's own conditions are told with its answers: these are of verdicts beside it, and say of which.
  const messagesOf = (isPaper: boolean): readonly Text[] =>
    there.conditions
      .filter(({ kind }) => (kind === "paper") === isPaper)
      .map(({ message, verdicts }) =>
        isPaper || verdicts.length === 0
          ? message
          : { zh: `${verdicts.join("、")} ${message.zh}`, en: `${verdicts.join(", ")} ${message.en}` },
      );
  const undecided = open.map(({ id, message }) => ({ zh: `${id} ${message.zh}`, en: `${id} ${message.en}` }));
  const said = (texts: readonly Text[], zh: string, en: string): readonly Text[] => {
    const list = listed(texts);
    return texts.length === 0 ? [] : [{ zh: `${zh}:${list.zh}`, en: `${en}: ${list.en}` }];
  };
  const notes = [
    ...said(messagesOf(true), "尚待文件,取得前为附条件", "still on no paper, until then on condition"),
    ...said(messagesOf(false), "结论附条件", "verdicts on condition"),
    ...said(undecided, "无法判定", "undecided there"),
  ];
  const where = at === undefined ? NOTHING : { zh: `取 ${at} 时`, en: `at ${at} ` };
  return joined(
    notes.map(({ zh, en }, i) =>
      i === 0 ? { zh: `;${where.zh}${zh}`, en: `; ${where.en}${en}` } : { zh: `;${zh}`, en: `; ${en}` },
    ),
  );
}
