import { type Text, text } from "../../../wording/text.ts";
import { answer } from "../answers.ts";
import { type Check, checkOfFile } from "../check.ts";
import { figure, said } from "../sides.ts";
import type { Breach } from "./breach.ts";
import { moneyBreaches } from "./breachesMoney.ts";
import { ownerBreaches } from "./breachesOwners.ts";
import { procedureBreaches } from "./breachesProcedure.ts";
import { type Promised, promisesIn } from "./judge.ts";
import { passagesOf } from "./passages.ts";

export const BREACHES: readonly Breach[] = [...moneyBreaches, ...ownerBreaches, ...procedureBreaches];

const GENERAL = text("(通用审查要点)", " (a general point of review)");

const quoted = ({ sentence, weight }: Promised, { what, clauses }: Breach): Text => {
  const [zh, en] = clauses.length === 0 ? [GENERAL.zh, GENERAL.en] : ["", ""];
  return weight === "R"
    ? text(`“${sentence}”:${what.zh}${zh}`, `“${sentence}”: ${what.en}${en}`)
    : text(`“${sentence}”:${what.zh},请说明是否如此${zh}`, `“${sentence}”: ${what.en}; is this meant?${en}`);
};

const READ = text("已查的说明、名称、依据、记录和文字输入", "names, notes, evidence, records and text inputs that were read");

/** What the file itself says will be done and the law forbids, each under the check it belongs to. */
export const breaches: readonly Check[] = BREACHES.map((breach) =>
  checkOfFile({
    ids: breach.ids,
    severity: "R",
    clauses: breach.clauses,
    judge: (review) => {
      const all = passagesOf(review.document);
      const found = all.flatMap(({ path, text: written }) => promisesIn(written, breach.wordings).map((promised) => ({ path, promised })));
      if (found.length === 0)
        return { answer: answer(true, figure(READ, review.count(all.length), "item", ""), said(breach.what, text("没有相反的说法", "nothing says otherwise"), "")) };
      return found.map(({ path, promised }) => ({
        severity: promised.weight,
        answer: answer(false, said(text("原句", "sentence"), promised.sentence, path)),
        says: quoted(promised, breach),
        path,
      }));
    },
  }),
);
