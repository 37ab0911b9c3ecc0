import type { OpinionFacts } from "./facts.ts";
import { headOf, listPart, type OpinionPart } from "./part.ts";
import { oneLine, shown } from "./quantity.ts";
import { toldVerdict } from "./verdicts.ts";
import { WORDS } from "./words.ts";

/** What the audited plan withstands of the stresses the reviewer chose, and of his own values together. */
export function stressPart({ stress, lang }: OpinionFacts): readonly OpinionPart[] {
  if (stress === undefined) return [];
  const { rows, left, problems } = stress;
  const told = rows
    .filter(({ kept, kind }) => kept || kind === "together")
    .map(({ label, note, path, value, verdicts, turned, moves, troubles = [] }) => {
      const what = path === null ? (note ?? "") : WORDS.stressed[lang](shown(value, lang), oneLine(note ?? ""));
      const turns = verdicts.filter(({ id }) => turned.includes(id));
      const answers = turns.map((one) => `${one.id} ${one.title[lang]}${WORDS.turns[lang](toldVerdict(one, lang))}`);
      const still = moves ? WORDS.withstands[lang] : WORDS.unmoved[lang];
      const against = troubles.map((text) => WORDS.besides[lang](text));
      const answer = [...(answers.length === 0 ? [still] : answers), ...against].join(WORDS.semicolon[lang]);
      return { label, what, answer };
    });
  const untold = left.filter(({ kept }) => kept).map(({ label, reason }) => WORDS.untried[lang](label, reason));
  const wrong = problems
    .filter(({ path }) => path.startsWith("stress"))
    .map(({ message }) => WORDS.problem[lang](message));
  return listPart(
    "stress",
    [...told.map(({ label, what, answer }) => WORDS.stress[lang](label, what, answer)), ...untold, ...wrong],
    lang,
    {
      tables: [
        {
          caption: WORDS.captions.stress[lang],
          head: headOf(["stress", "what", "answer"], lang),
          widths: [24, 36, 40],
          rows: told.map(({ label, what, answer }) => [label, what, answer]),
          figures: [],
        },
      ],
      below: [...untold, ...wrong],
    },
  );
}
