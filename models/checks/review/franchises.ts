import type { GraphLine } from "../../language/graph.ts";
import { franchise } from "../../mechanisms/income/franchise.ts";
import type { OfferedLine } from "../../mechanisms/index.ts";
import { text } from "../../wording/text.ts";
import { ZERO } from "../amounts.ts";
import { purchasesOf, unprocuredPurchases } from "../purchases.ts";
import { answer, compare } from "./answers.ts";
import { crossing } from "./capital.ts";
import { type Check, check } from "./check.ts";
import { figure, ofLine, said, sumOf } from "./sides.ts";

/** M67: the grantor of an energy franchise has its fee and share, within the longest term; what is sold belongs to the franchisee. */
const energy = check({
  ids: ["M67"],
  severity: "Q",
  clauses: ["jinhua-2020/3(4)"],
  of: (review) => review.partsOf(franchise),
  none: text("无能源特许经营,不适用", "no energy franchise: does not apply"),
  judge: (part, review) => {
    const own = crossing(review, "in", "revenue.energy").find((line) => review.total([line])?.greaterThan(0));
    const [term, limit] = [part.side("term"), part.side("termLimit")];
    if (own !== undefined)
      return {
        about: part.label,
        answer: answer(false, ofLine(review, own)),
        fails: text("售能收入归特许方,项目不得另计", "energy is sold by the franchisee, the project may not count it"),
      };
    return { about: part.label, answer: compare(review, term, "at_most", limit), path: part.at("term") };
  },
});

/** M69: in an integrated operation municipal services are procured and property fees decided by the owners. */
const PROPERTY = ["civil-code/278"];
const MUNICIPAL = ["taizhou-2023-draft/4(3)7"];

const undecided = (name: OfferedLine, clauses: readonly string[]): Check =>
  check({
    ids: ["M69"],
    severity: "R",
    clauses,
    of: (review) => review.offered(name),
    none: text("无一体化运营,不适用", "no integrated operation: does not apply"),
    judge: (line, review) => ({
      answer: compare(review, ofLine(review, line), "at_most", figure(text("允许", "allowed"), ZERO, "CNY", "")),
    }),
  });

/** M69: what a budget buys, integrated operation or not, is procured or within a budget for operation. */
const bought = check<readonly GraphLine[]>({
  ids: ["M69"],
  severity: "Q",
  clauses: MUNICIPAL,
  of: (review) => {
    const all = purchasesOf(review, review.lines).filter((line) => review.total([line])?.greaterThan(0) === true);
    return all.length === 0 ? [] : [all];
  },
  none: text("财政不购买服务,不适用", "no budget buys services: does not apply"),
  judge: (all, review) => {
    const open = unprocuredPurchases(review, review.lines);
    const paper = said(text("采购文件或足额的运营预算", "procurement or budget for operation"), open.length === 0 ? text("有", "there") : text("无", "none"), "records");
    return {
      answer: answer(open.length === 0, sumOf(review, text("财政购买的服务", "services that budgets buy"), open.length === 0 ? all : open), paper),
      fails: text("市政服务须依法采购", "municipal services are procured by law"),
      path: (open[0] ?? all[0])?.id ?? "components",
    };
  },
});

export const franchises: readonly Check[] = [bought, energy, undecided("fee_undecided", PROPERTY), undecided("municipal_unprocured", MUNICIPAL)];
