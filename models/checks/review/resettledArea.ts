import { areaBalance } from "../../mechanisms/area/areaBalance.ts";
import { text } from "../../wording/text.ts";
import { confirmationOf } from "../confirmed.ts";
import { answer, lacks } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Part, PartRow } from "./parts.ts";
import type { Review } from "./review.ts";
import { figure, said } from "./sides.ts";

interface Swapped {
  readonly part: Part;
  readonly row: PartRow;
}

/** Buildings whose owners are given homes for what they own. */
function swappedIn(review: Review): readonly Swapped[] {
  return review.partsOf(areaBalance).flatMap((part) =>
    part.rows("existing").flatMap((row): readonly Swapped[] => {
      const inKind = review.view.scalar(part.line("legal_in_kind", row.id));
      return inKind?.greaterThan(0) === true ? [{ part, row }] : [];
    }),
  );
}

/** M07: who is given a home for a home is given no smaller one, unless he asks for it. */
const swapped = check({
  ids: ["M07"],
  severity: "R",
  clauses: ["zhejiang-expropriation/21"],
  of: swappedIn,
  none: text("没有实物安置,不适用", "nobody is given a home for a home: does not apply"),
  judge: (one, review) => {
    const { part, row } = one;
    const path = row.at("resettleRatio");
    const about = text(`${part.label.zh} ${row.id}`, `${part.label.en} ${row.id}`);
    const [legal, owed] = [part.line("legal_in_kind", row.id), part.line("owed_in_kind", row.id)].map((line) => review.view.scalar(line));
    if (legal === undefined || owed === undefined)
      return { about, answer: lacks(text("合法面积、实物安置比例与安置比", "legal area, share in kind and resettlement ratio"), path), path };
    const paper = confirmationOf(review.document, path, String(row.number("resettleRatio") ?? ""))?.document;
    return {
      about,
      answer: answer(
        owed.greaterThanOrEqualTo(legal) || paper !== undefined,
        figure(text("应安置面积", "area given"), owed, "m2", path),
        figure(text("被征收的合法面积", "legal area taken"), legal, "m2", path),
        ...(paper === undefined ? [] : [said(text("权利人要求较小面积", "owners ask for less"), paper, path)]),
      ),
      path,
      weighs: true,
      fails: text(
        "调换面积应当不小于被征收面积;权利人要求较小的,请在安置比的依据中写明文件并填写所确认的数值",
        "the home given is not smaller than the one taken; where owners ask for less, name the paper in the evidence of the ratio with the value it confirms",
      ),
    };
  },
});

export const resettledArea: readonly Check[] = [swapped];
