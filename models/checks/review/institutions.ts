import { lease } from "../../mechanisms/income/lease.ts";
import { text } from "../../wording/text.ts";
import { answer } from "./answers.ts";
import { crossing } from "./capital.ts";
import { type Check, check } from "./check.ts";
import type { Review } from "./review.ts";
import { figure, ofLine, sumOf } from "./sides.ts";

/** M81: an institution that rents or shares rooms pays for its fit-out; the project does not. */
const branches = check({
  ids: ["M81"],
  severity: "N",
  clauses: ["taizhou-2023-draft/4(2)5"],
  of: (review) => review.partsOf(lease).filter((part) => part.has("branch")),
  none: text("无公共机构、金融机构设点,不适用", "no branch of an institution: does not apply"),
  judge: (part, review) => {
    const fitOut = part.line("fit_out");
    const paid = fitOut === undefined ? figure(text("设点机构承担的装修", "fit-out paid by the institution"), review.count(0), "CNY", part.at("fitOut")) : ofLine(review, fitOut);
    return {
      about: part.label,
      answer: answer(paid.value?.greaterThan(0), part.side("rent"), paid),
      path: part.at("fitOut"),
      fails: text("未写明装修由设点机构承担,可能须由项目出资", "nothing says that the institution pays: the project may have to"),
    };
  },
});

const ofStartups = (review: Review, way: "in" | "out") => crossing(review, way, "revenue.service", "opex.other").filter(({ tags }) => tags["service"] === "startup");

/** M80: what start-up services bring in stands beside what they cost. */
const startups = check({
  ids: ["M80"],
  severity: "N",
  clauses: ["jinhua-2020/3(6)"],
  of: (review) => (ofStartups(review, "in").length + ofStartups(review, "out").length === 0 ? [] : [review]),
  none: text("未列创业服务,不适用", "no start-up services: does not apply"),
  judge: (review) => {
    const cost = sumOf(review, text("创业服务成本", "cost of start-up services"), ofStartups(review, "out"), "components");
    const income = sumOf(review, text("创业服务收入", "income of start-up services"), ofStartups(review, "in"), "components");
    return {
      answer: answer(cost.value?.greaterThan(0), income, cost),
      path: ofStartups(review, "in")[0]?.id ?? "components",
      fails: text("计了收入而没有成本", "income without any cost"),
    };
  },
});

export const institutions: readonly Check[] = [branches, startups];
