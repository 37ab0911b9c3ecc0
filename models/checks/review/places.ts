import { areaBalance } from "../../mechanisms/area/areaBalance.ts";
import { SERVICE_ITEMS } from "../../mechanisms/area/inputs.ts";
import { operatingRevenue } from "../../mechanisms/income/operatingRevenue.ts";
import { CHILDCARE_PER_THOUSAND } from "../../terms/practice.ts";
import { text } from "../../wording/text.ts";
import { sum, ZERO } from "../amounts.ts";
import { compare } from "./answers.ts";
import { type Check, check } from "./check.ts";
import type { Part, PartRow } from "./parts.ts";
import type { Review } from "./review.ts";
import { figure, ofLine } from "./sides.ts";

const CLAUSES = ["taizhou-2023-draft/4(3)8", "taizhou-2023-draft/4(1)2"];

const tables = (review: Review): readonly Part[] => review.partsOf(areaBalance);
const facilities = (review: Review): readonly { readonly part: Part; readonly row: PartRow }[] =>
  tables(review).flatMap((part) => part.rows("services").map((row) => ({ part, row })));

/** M73: a facility has the places its standard asks for; childcare without one is held against what is aimed at. */
const enough = check({
  ids: ["M73"],
  severity: "Q",
  clauses: CLAUSES,
  of: (review) =>
    facilities(review).filter(({ part, row }) => row.has("placesPerThousand") || (row.word("item") === "childcare" && row.has("places") && part.line("people") !== undefined)),
  none: text("公共服务设施未按千人指标填列服务位,不适用", "no facility has places per 1,000 people: does not apply"),
  judge: ({ part, row }, review) => {
    const standard = row.has("placesPerThousand");
    const people = part.line("people");
    const [here, aim] = [people === undefined ? undefined : review.view.scalar(people), review.decimal(CHILDCARE_PER_THOUSAND)];
    const usual = here === undefined || aim === undefined ? undefined : here.times(aim).div(review.count(PER_THOUSAND));
    const required = standard
      ? ofLine(review, part.line("places_required", row.id))
      : figure(text("按通常目标(每千人托位)应有", "by the usual aim per 1,000 people"), usual, "1", part.at("personsPerHousehold"));
    return {
      about: text(`${part.label.zh}“${row.id}”`, `${part.label.en} “${row.id}”`),
      answer: compare(review, row.side("places"), "at_least", required),
      path: row.at("places"),
      severity: standard ? "Q" : "N",
      fails: text("服务位不足", "too few places"),
    };
  },
});
const PER_THOUSAND = 1000;

/** M73: no more places are sold than the facility has. */
const served = check({
  ids: ["M73"],
  severity: "Q",
  clauses: CLAUSES,
  of: (review) => {
    const rows = review.partsOf(operatingRevenue).flatMap((part) => part.rows("items").filter((row) => row.word("basis") === "count" && row.has("facility")));
    return [...Map.groupBy(rows, (row) => row.word("facility") ?? "")];
  },
  none: text("服务收入未注明所在设施,不适用", "no service names its facility: does not apply"),
  judge: ([item, rows], review) => {
    const [first] = rows;
    const name = SERVICE_ITEMS[item as keyof typeof SERVICE_ITEMS];
    const path = first?.at("quantity") ?? "components";
    const here = facilities(review).filter(({ row }) => row.word("item") === item);
    const places = here.some(({ row }) => row.has("places")) ? sum(here.map(({ row }) => row.number("places") ?? ZERO)) : undefined;
    return {
      about: name,
      answer: compare(
        review,
        figure(text("计收入的服务位", "places that earn"), sum(rows.map((row) => row.number("quantity") ?? ZERO)), "1", path),
        "at_most",
        figure(text("公共服务设施表的服务位", "places in the table of public services"), places, "1", here[0]?.row.at("places") ?? "components"),
      ),
      path,
      weighs: true,
      fails: text("多于设施的服务位", "more than the facility has"),
    };
  },
});

export const places: readonly Check[] = [enough, served];
