import type { GraphLine } from "../../language/graph.ts";
import { works } from "../../mechanisms/cost/works.ts";
import { text } from "../../wording/text.ts";
import { answer } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Part, PartRow } from "./parts.ts";
import type { Review } from "./review.ts";
import { inPercent, type Side, sumOf } from "./sides.ts";

interface Tagged {
  readonly part: Part;
  readonly row: PartRow;
  /** What becomes of the floor area the works are for. */
  readonly space: readonly GraphLine[];
}

const PUBLIC = ["area.disposition.common", "area.disposition.public_transfer", "area.disposition.exempt", "area.disposition.reserve"] as const;

/** Works some public money may pay for that are for floor area of a level or a product. */
function taggedIn(review: Review): readonly Tagged[] {
  // Kept buildings are no new floor area.
  const all = review.withRole("area.disposition.*").filter(({ role }) => role !== "area.disposition.kept");
  return review.partsOf(works).flatMap((part) =>
    part
      .rows("items")
      .filter((row) => row.word("eligibleGrant") === "yes")
      .flatMap((row): readonly Tagged[] => {
        const covers = part.withRole("works.covered").find(({ id }) => id.endsWith(`.${row.id}`))?.tags;
        // What says itself how much it is for is held against that.
        if (covers?.["stated"] === "yes") return [];
        const product = covers?.["product"];
        const level = covers?.["covers"];
        const space = all.filter(({ tags }) => (product === undefined ? tags["pool"] === level : tags["product"] === product));
        return covers === undefined || space.length === 0 ? [] : [{ part, row, space }];
      }),
  );
}

/** M45: what is mostly sold, let, ceded or given back is no cost a grant pays for, beyond the part of it that is public. */
const earning = check({
  ids: ["M45"],
  severity: "Q",
  clauses: ["taizhou-2023-draft/4(5)12", "jinhua-2020/3(3)"],
  of: taggedIn,
  none: text("标为可用补助的工程均不按新建面积计,不适用", "no works for new floor area are eligible for grants: does not apply"),
  judge: ({ part, row, space }, review) => {
    const isPublic = new Set<GraphLine>(review.withRole(...PUBLIC));
    const open = space.filter((line) => isPublic.has(line));
    const path = row.at("eligibleGrant");
    const whole = sumOf(review, text("该工程对应的建筑面积", "floor area the works are for"), space, path);
    const shared = { ...sumOf(review, text("其中共有、移交等公益面积", "of it common or handed over"), open, path), unit: "m2" };
    const claimed = { ...row.side("eligibleShare"), value: row.number("eligibleShare") ?? review.count(1) };
    return {
      about: text(`${part.label.zh} ${row.id}`, `${part.label.en} ${row.id}`),
      answer: answer(isMostlyPublic(whole, shared, claimed), whole, shared, inPercent(claimed)),
      fails: text(
        "多半用于出售、出租、让渡或回迁,只有公益部分可列为可用补助的支出",
        "most of it is sold, let, ceded or given back: only the public part is a cost a grant may pay for",
      ),
      path,
      // Of works by level only the public part counts already; of those by product all does.
      ...(row.word("basis")?.startsWith("product") === true ? { weighs: true as const } : {}),
    };
  },
});

/** Most of it public, or no more claimed than is. */
function isMostlyPublic(whole: Side, shared: Side, claimed: Side): boolean | undefined {
  if (whole.value === undefined || shared.value === undefined || claimed.value === undefined) return undefined;
  const isMost = shared.value.times(2).greaterThanOrEqualTo(whole.value);
  return isMost || shared.value.greaterThanOrEqualTo(whole.value.times(claimed.value));
}

export const eligibleSpace: readonly Check[] = [earning];
