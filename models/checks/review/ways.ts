import { otherCosts } from "../../mechanisms/cost/otherCosts.ts";
import { CONSULTANCY_LEAST, CONSULTANCY_MOST } from "../../terms/practice.ts";
import { namesOf, text } from "../../wording/text.ts";
import { answer } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Part } from "./parts.ts";
import type { Review } from "./review.ts";
import { figure, inPercent, said, shareOf } from "./sides.ts";

const CLAUSES = ["jinhua-2020/3(5)", "taizhou-2023-draft/4(2)4"];
const NONE = text("无全过程工程咨询费,不适用", "no whole-process consultancy: does not apply");

const kindsOf = (part: Part, ...kinds: readonly string[]) => part.rows("items").filter((row) => kinds.includes(row.word("kind") ?? ""));
const consulted = (review: Review): readonly Part[] => review.partsOf(otherCosts).filter((part) => kindsOf(part, "consultancy").length > 0);

/** M83: what whole-process consultancy costs of the works it is about, those of its plot or all. */
const rate = check({
  ids: ["M83"],
  severity: "N",
  clauses: CLAUSES,
  of: consulted,
  none: NONE,
  judge: (part, review) => {
    const rows = kindsOf(part, "consultancy");
    const path = rows[0]?.path ?? part.path;
    const plot = part.word("plot");
    const works = review.withRole("cost.works.*").filter(({ tags }) => plot === undefined || tags["plot"] === undefined || tags["plot"] === plot);
    const share = shareOf(
      text("全过程工程咨询费占工程费", "whole-process consultancy, of the cost of works"),
      review.total(rows.flatMap((row) => part.line("paid", row.id) ?? [])),
      review.total(works),
      path,
    );
    const [least, most] = [review.decimal(CONSULTANCY_LEAST), review.decimal(CONSULTANCY_MOST)];
    const usual =
      least === undefined || most === undefined || share.value === undefined ? undefined : share.value.greaterThanOrEqualTo(least) && share.value.lessThanOrEqualTo(most);
    return {
      about: part.label,
      answer: answer(
        usual,
        share,
        inPercent(figure(text("通常不低于", "usually at least"), least, "1", "")),
        inPercent(figure(text("通常不高于", "usually at most"), most, "1", "")),
      ),
      path,
      fails: text("不在通常范围内,请说明所含服务", "beyond what is usual: say which services it holds"),
    };
  },
});

/** M83: it stands in place of the single services. */
const once = check({
  ids: ["M83"],
  severity: "N",
  clauses: CLAUSES,
  of: consulted,
  none: NONE,
  judge: (part) => {
    const beside = kindsOf(part, "supervision", "management");
    return {
      about: part.label,
      answer: answer(
        beside.length === 0,
        said(text("全过程咨询之外另列的监理、管理费", "supervision and management beside whole-process consultancy"), namesOf(beside.map(({ id }) => id)), part.at("items")),
      ),
      path: beside[0]?.path ?? part.at("items"),
      fails: text("全过程咨询通常已含监理、管理,请核对是否重复计列", "it usually holds them already: see that they are not counted twice"),
    };
  },
});

export const ways: readonly Check[] = [rate, once];
