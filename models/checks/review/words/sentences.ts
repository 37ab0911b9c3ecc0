/** Traditional characters of the words that are searched. */
const SIMPLIFIED: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ..."財财擔担購购償偿還还貸贷權权債债資资墊垫價价額额補补約约證证諾诺報报實实認认領领開开關关責责準准圓圆業业務务讓让轉转虧亏損损導导區区縣县鎮镇國国設设與与為为對对無无從从徵征條条簽签隨随險险營营運运總总動动產产後后會会這这們们個个當当應应將将須须給给連连帶带歸归協协議议標标項项圍围劃划績绩廢废終终銷销撤撤",
  ].flatMap((character, index, all) => (index % 2 === 0 ? [[character, all[index + 1] ?? character] as const] : [])),
);

/** One spelling for all: full and half width, hidden characters, spaces between Chinese characters, traditional characters. */
export function plainText(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/(?<=\d),(?=\d{3})/g, "");
  const joined = plain.replace(/(?<=[\u4e00-\u9fff])[ \t\u3000_·*-]+(?=[\u4e00-\u9fff])/g, "");
  return [...joined].map((character) => SIMPLIFIED[character] ?? character).join("");
}

/** Sentences of a text as it was written: a promise or a denial reaches no further than its sentence. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[。;;!!??\n\r])|(?<=[A-Za-z]\.)\s+/).flatMap((sentence) => {
    const trimmed = sentence.trim();
    return trimmed === "" ? [] : [trimmed];
  });
}
