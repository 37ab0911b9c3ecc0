import type { Decimal } from "decimal.js";
import { areaBalance } from "../../mechanisms/area/areaBalance.ts";
import { VOTE_WHOLE_MARGIN } from "../../terms/practice.ts";
import { text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { answer, lacks } from "./answers.ts";
import { type Check, check, type Judged } from "./check.ts";
import type { Fact } from "./facts.ts";
import type { Review } from "./review.ts";
import { figure, type Side } from "./sides.ts";

/** What may be the whole of a vote: all that stands, and what stands on each plot. */
interface Whole {
  readonly all: Side;
  readonly plots: readonly Decimal[];
}

function wholesOf(review: Review): Readonly<Record<"totalArea" | "totalOwners", Whole>> {
  // Owners vote with what is theirs: illegal and unrecognised area is nobody's.
  const legal = review.partsOf(areaBalance).map((part) => ({ path: part.at("existing"), area: sum(part.rows("existing").map((row) => row.number("legal") ?? ZERO)) }));
  const homes = review.withRole("households.existing");
  const byPlot = (lines: typeof homes) => [...Map.groupBy(lines, ({ tags }) => String(tags["plot"])).values()].map((own) => review.added(own));
  const stated = review.decimal(review.document.project.households);
  return {
    totalArea: {
      all: figure(text("现状合法建筑面积", "legal floor area that stands"), sum(legal.map(({ area }) => area)), "m2", legal[0]?.path ?? "components"),
      plots: legal.map(({ area }) => area),
    },
    totalOwners: {
      all: figure(
        text("现状户数", "existing households"),
        stated ?? review.added(homes),
        "household",
        stated === undefined ? (homes[0]?.id ?? "components") : "project/households",
      ),
      plots: byPlot(homes),
    },
  };
}

const NAMES = ["totalArea", "totalOwners"] as const;

/** VOTE-1: a vote counts all owners of what stands, of the project or of a plot: a majority of a few is none. */
const whole = check<Fact>({
  ids: ["VOTE-1"],
  severity: "Q",
  clauses: ["civil-code/278"],
  of: (review) => review.records("vote"),
  none: text("无业主表决记录,不适用", "no owners' vote on record: does not apply"),
  judge: (fact, review): readonly Judged[] => {
    const wholes = wholesOf(review);
    return NAMES.map((name): Judged => {
      const { all, plots } = wholes[name];
      const voted = fact.side(name);
      const head = { about: fact.label, path: fact.path };
      if (voted.value === undefined || all.value?.greaterThan(0) !== true)
        return { ...head, answer: lacks(voted.value === undefined ? voted.what : all.what, voted.value === undefined ? fact.path : all.at) };
      const isWhole = [all.value, ...plots].some((one) => isNear(voted.value ?? one, one));
      return {
        ...head,
        answer: answer(isWhole, voted, all),
        fails: text("与现状相差较大,请说明表决范围(楼栋、地块)或核对总数", "it is far from what stands: say which buildings or plot voted, or look at the totals"),
      };
    });
  },
});

const isNear = (voted: Decimal, one: Decimal): boolean => one.greaterThan(0) && voted.div(one).minus(1).abs().lessThanOrEqualTo(VOTE_WHOLE_MARGIN);

export const voteWholes: readonly Check[] = [whole];
