import traditional from "./traditional.json" with { type: "json" };

/** Traditional characters of the words that are searched, by their simplified ones. */
const SIMPLIFIED: Readonly<Record<string, string>> = traditional;

/** One spelling for all: full and half width, hidden characters, spaces between Chinese characters, traditional characters. */
export function plainText(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, "")
    .replace(/(?<=\d),(?=\d{3})/g, "");
  const joined = plain
    .replace(/(?<=[\u4e00-\u9fff])[ \t\u3000_·*-]+(?=[\u4e00-\u9fff])/g, "")
    // “40 年” and “40年” are one.
    .replace(/(?<=[\u4e00-\u9fff]) +(?=\d)|(?<=\d) +(?=[\u4e00-\u9fff])/g, "");
  return [...(JOINED.test(joined) ? apart(joined) : joined)].map((character) => SIMPLIFIED[character] ?? character).join("");
}

/** A name whose words stand without a space between them. */
const JOINED = /^[^\s\u4e00-\u9fff]+$/;
const apart = (name: string): string => name.replace(/[_-]+/g, " ").replace(/(?<=[a-z])(?=[A-Z])/g, " ");

/** Sentences of a text as it was written: a promise or a denial reaches no further than its sentence. */
export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[。;!?\uff1b\uff01\uff1f\n\r])|(?<=[A-Za-z]\.)\s+/).flatMap((sentence) => {
    const trimmed = sentence.trim();
    return trimmed === "" ? [] : [trimmed];
  });
}
