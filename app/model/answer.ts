import { saidOf, sentenceOf } from "../../models/checks/verdicts/said.ts";
import type { Lang, SaidView } from "../contract.ts";
import { decimalText, type Results } from "./results.ts";
import { shown } from "./shown.ts";

type Verdicts = Pick<Results, "verdicts">;

/** The answer of a plan clause by clause, each with its figure apart. */
export function answerViews({ verdicts }: Verdicts, lang: Lang): readonly SaidView[] {
  const say = shown(lang);
  return saidOf(verdicts).map(({ verdict, state, before, figure, after }) => ({
    verdict,
    state,
    before: say(before),
    ...(figure === undefined
      ? {}
      : {
          figure: {
            value: decimalText(figure.value, figure.unit),
            unit: figure.unit,
            cell: `verdict.${verdict}.margin`,
          },
        }),
    after: say(after),
  }));
}

/** The same as one text, money in 万元; nothing where no verdict has anything to say. */
export function answerText({ verdicts }: Verdicts, lang: Lang): string | undefined {
  const sentence = sentenceOf(saidOf(verdicts));
  return sentence === undefined ? undefined : shown(lang)(sentence);
}
