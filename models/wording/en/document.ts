import type { DocumentCode, DocumentWord } from "../zh/document.ts";

/** English of the document's problems, code by code as in Chinese. */
export const documentWording: Readonly<Record<DocumentCode, readonly [string, string]>> = {
  "document.file_too_large": ["the file is longer than {limit} characters", "split the project or shorten long notes"],
  "document.json_syntax": [
    "line {line}, column {column} is not valid JSON: {found}",
    "look for a missing comma, quote or bracket",
  ],
  "document.json_too_deep": ["nesting at line {line}, column {column} is deeper than {limit} levels", ""],
  "document.json_hostile_key": ["key {key} at line {line}, column {column} is not allowed", "use another name"],
  "document.json_duplicate_key": [
    "key {key} at line {line}, column {column} is repeated",
    "keep one of them; otherwise one value would be lost in silence",
  ],
  "document.json_list_too_long": ["the list at line {line}, column {column} has more than {limit} items", ""],
  "document.too_large": ["the document holds more than {limit} values", ""],
  "document.too_deep": ["nesting is deeper than {limit} levels", ""],
  "document.text_too_long": ["the text is longer than {limit} characters", ""],
  "document.list_too_long": ["{found} items, at most {limit} are allowed", ""],
  "document.not_plain": ["only text, numbers, yes/no, lists and objects are allowed here", ""],
  "document.hostile_key": ["key {key} is not allowed", "use another name"],
  "document.not_a_document": [
    "this is not a model document",
    'a model document is a JSON object with "format": "pingheng/model"',
  ],
  "document.format_foreign": ["the format is {found}, not a Pingheng model", "format must be pingheng/model"],
  "document.version_future": [
    "document version {found} is newer than version {known} known here",
    "open it with a newer release",
  ],
  "document.version_unknown": ["document version {found} is not known", "version must be {known}"],
  "document.unknown_key": ["unknown key {key}", "{suggestion}"],
  "document.missing_key": ["{key} is missing", ""],
  "document.wrong_type": ["expected {expected}, found {found}", ""],
  "document.bad_id": [
    "{found} cannot be used as an id",
    "ids are Chinese or Latin letters, digits and _, do not begin with a digit, have at most 64 characters and are not reserved words",
  ],
  "document.bad_month": ["{found} is not a month", "write YYYY-MM, for example 2027-01"],
  "document.bad_date": ["{found} is not a date", "write YYYY-MM-DD or YYYY-MM, for example 2027-01-31"],
  "document.bad_number": [
    "{found} is not a decimal number",
    "no thousands separators, percent signs or full-width digits; write 5% as 0.05 and 1,200 as 1200",
  ],
  "document.not_amount": ["{found} is not between 0 and 10 trillion", ""],
  "document.not_share": ["{found} is not a share between 0 and 1", "write 5% as 0.05"],
  "document.not_yearly_rate": ["{found} a year is not between −50% and 100%", "write 5% as 0.05"],
  "document.not_figure": ["{found} is beyond what can be used", ""],
  "document.not_in_list": ["{found} is not one of the options", "{suggestion}"],
  "document.too_big": ["more than {limit}", ""],
  "document.too_small": ["less than {limit}", ""],
  "document.bad_value": ["the value {found} is not written as this place requires", ""],
  "document.duplicate_id": ["id {id} is used twice", "each id may occur once in its list"],
  "document.horizon_too_long": [
    "the timeline has {months} months, at most {limit} (60 years)",
    "use fewer periods or a longer step",
  ],
  "document.unseen_characters": [
    "the text has characters that are not seen or turn it around",
    "take the control characters out",
  ],
  "document.ground_empty": ["a reason must be given", ""],
  "document.absence_present": [
    "the entry says there is no {what}, and the file has it",
    "remove the entry, or what it is about",
  ],
  "document.absence_unknown": ["there is nothing called {id} that could be absent", "{suggestion}"],
  "document.existing_area": [
    "the area balance has {area} ㎡ less of existing buildings than the records of votes and surveys state",
    'enter the buildings; if the records include others, give the reason under "absences"',
  ],
  "document.expected_area": [
    "a project of this kind has {what}: {area} ㎡ have none",
    'enter the works of that floor area, and of sums the ㎡ they are for; if there are none, give the reason under "absences"',
  ],
  "document.expected_compensation": [
    "a project of this kind has {what}: {area} ㎡ of legal area pulled down have none",
    'enter the compensation of that area, and of sums the ㎡ they are for; if there is none, give the reason under "absences"',
  ],
  "document.expected": ["a project of this kind has {what}", 'if there is none, give the reason under "absences"'],
  "document.tax_rate": [
    "“{input}” is entered as {value}, which taxes less than the rule, {rule} ({source}), and no ground is given",
    "enter it by the rule, or add a record “ground of a tax treatment” that names {word}",
  ],
  "document.tax_vat_rate": [
    "“{input}” is entered as {value}, below the lowest rate for what is sold here, {rule}, and no ground is given",
    "enter the rate that applies, or add a record “ground of a tax treatment” that names {word}",
  ],
  "document.tax_ground": [
    "{what} is {treatment}, and no ground is given",
    "add a record “ground of a tax treatment” with its clause or paper that names {word}",
  ],
  "document.tax_product": [
    "the product {product} ({what}) is not among {tax}: it is not taxed",
    "list it; if it is not taxed, add a record “ground of a tax treatment” that names {word}",
  ],
  "document.tax_category": [
    "the product {product} lies below ground and is in a category of housing for land appreciation tax",
    "take it as non-housing; if it is housing, add a record “ground of a tax treatment” that names {word}",
  ],
  "document.tax_land_area": [
    "land-use tax is charged on {charged} ㎡, less than the site area of {site} ㎡, and no ground is given",
    "enter the land taken, or add a record “ground of a tax treatment” that names {word}",
  ],
  "document.tax_paper": [
    "stamp tax has no {paper} among its papers",
    "list them, or add a record “ground of a tax treatment” that names {word}",
  ],
  "document.tax_credit": [
    "{what} is work on the owners' buildings, which serves no taxed income: its VAT is credited and no ground is given",
    "take it as not creditable, or add a record “ground of a tax treatment” that names {word}",
  ],
  "document.tax_credit_rate": [
    "“{input}” is entered as {value}, above the rate of what is bought here, {rule}: too much is credited, and no ground is given",
    "enter the rate that applies, or add a record “ground of a tax treatment” that names {word}",
  ],
  "document.shares_short": ["the shares of “{input}” add up to {sum}, not to 1", "enter the share that is left"],
  "document.shares_over": ["the shares of “{input}” add up to {sum}, which is more than 1", "check the shares"],
  "document.before_start": [
    "“{input}” lies before the timeline begins ({start}) and would not count",
    "enter a month of the timeline, or begin it earlier",
  ],
  "document.after_end": [
    "“{input}” is {month}, after the timeline ends ({end}), and does not count",
    "enter a month of the timeline, or make it longer",
  ],
  "document.unfinished": [
    "“{input}” is {month}, after the timeline ends ({end}): nothing is completed within it",
    "make the timeline longer, or check the month of completion",
  ],
  "document.ended_before": [
    "“{input}” is {month}, before the timeline begins ({start}): nothing of it counts",
    "check the month, or begin the timeline earlier",
  ],
  "document.dates_contradict": ["“{input}” ({month}) comes before “{other}” ({before})", "check both months"],
  "document.operation_without_cost": [
    "from {from} to {to} there is income and no operating cost (“{component}” does not run then)",
    'enter the cost of that time; if there is none, give the reason under "absences" as operation_span',
  ],
  "document.operation_span": [
    "“{component}” does not cover the income: from {from} to {to} money comes in and this kind of cost does not run",
    'check its first and last month; if it is so, give the reason under "absences" as operation_span.COMPONENT',
  ],
  "document.date_outside": [
    "a date written in a formula lies outside the timeline ({start} to {end})",
    "write a year of the timeline, such as 2031",
  ],
  "document.once": [
    "only one “{mechanism}” of the same thing may be on; also on: {others}",
    "switch one of them off or delete it",
  ],
  "document.copied": [
    "the same in every input as {others}; both count",
    "if one “{mechanism}” was entered twice, switch one off or remove it",
  ],
  "document.copied_cost": [
    "the same in every input as {others}; both count",
    "if one “{mechanism}” was entered twice, switch one off or remove it",
  ],
  "document.copied_row": [
    "says the same as {others} of “{input}” in every column, and each counts",
    "delete what was entered twice; where there are several, make them one row",
  ],
  "document.copied_row_cost": [
    "says the same as {others} of “{input}” in every column, and each counts",
    "delete what was entered twice; where there are several, make them one row",
  ],
  "document.row_twice": ["is about the same as {others} of “{input}”", "make them one row, or correct one of them"],
  "document.plot_open": [
    "no plot: what is reckoned on the costs of a plot (rates, contingency, deposits) leaves it out",
    "with several plots choose “{input}”, or enter each plot by itself",
  ],
  "document.mechanism_unknown": ["unknown mechanism {mechanism}", "{suggestion}"],
  "document.input_unknown": ["mechanism “{mechanism}” has no input {input}", "{suggestion}"],
  "document.evidence_unknown": ["evidence for an input {input} that does not exist", "{suggestion}"],
  "document.left_open": ["“{input}” is left out: {otherwise}", "fill in what the contract or the forecast says"],
  "document.input_missing": [
    "required input “{input}” is missing",
    "the lines that rest on it are computed once it is filled in",
  ],
  "document.input_missing_parameter": [
    "input “{input}” is missing and no listed pack has parameter {parameter}",
    "fill it in, or list a pack that has this parameter",
  ],
  "document.input_type": ["“{input}” must be {expected}", ""],
  "document.out_of_range": ["“{input}” is {value} and must lie between {from} and {to}", ""],
  "document.below_range": ["“{input}” is {value} and must not be below {from}", ""],
  "document.above_range": ["“{input}” is {value} and must not exceed {to}", ""],
  "document.not_integer": ["“{input}” is {value} and must be a whole number", ""],
  "document.unlikely_high": [
    "“{input}” is {value}, far above what is plausible, {low} to {high}; it counts as it is",
    "check the unit and the decimal point; where it is true, confirm it with the paper it rests on",
  ],
  "document.unlikely_low": [
    "“{input}” is {value}, far below what is plausible, {low} to {high}; it counts as it is",
    "check the unit and the decimal point; where it is true, confirm it with the paper it rests on",
  ],
  "document.unlikely_nil": [
    "“{input}” is 0 and plausible from {low} to {high}; it counts as 0",
    "what is to be paid is hardly nothing; where there is none, confirm the value with the reason",
  ],
  "document.beyond_area": [
    "the number operated, {value}, is more than the spaces or ㎡ the area table has of the product; it counts as it is",
    "enter what the area table has; where there is more, the table comes first",
  ],
  "document.unheld_quantity": [
    "the number operated, {value}, stands in no area table; it counts as it is",
    "name the product whose area or spaces it is; confirm other numbers (spaces on the ground, places, kWh, boards) with the paper that states them",
  ],
  "document.unlikely_part": [
    "“{input}” is {value}, where whole numbers are meant; it counts as it is",
    "check the decimal point and enter a whole number; where it is true, confirm it with the paper it rests on",
  ],
  "document.unlikely_each": [
    "{input}: {value} a household in the first years, above what is plausible, {high} (of {households} households)",
    "check units and decimal points of quantity and price",
  ],
  "document.growth_ahead": [
    "“{input}” is {own} a year and running cost grows by {other} a year at most: income outgrows cost for good",
    "check the growth and the years between its steps",
  ],
  "document.wages_still": [
    "“{input}” is {own}: income grows by up to {other} a year and wages do not",
    "fill in how wages grow",
  ],
  "document.unlikely_whole": [
    "{input} is {value}, beyond what is plausible, {low} to {high}",
    "check the units of amounts and what may be entered twice: an income or capital has digits too many, or a large cost is missing",
  ],
  "document.choice_unknown": ["“{input}” has no option {value}", "{suggestion}"],
  "document.party_unknown": ["{input}: there is no party {value}", "{suggestion}"],
  "document.party_role": [
    "party {value} has the role “{role}”; “{input}” takes {allowed}",
    "choose another party or change its role",
  ],
  "document.plot_unknown": ["{input}: there is no plot {value}", "{suggestion}"],
  "document.record_unknown": ["{input}: there is no record {value}", "{suggestion}"],
  "document.phase_unknown": ["there is no phase {value}", "{suggestion}"],
  "document.phase_start": ["phase {phase} needs either start or after", "give exactly one of them"],
  "document.word_bad": [
    "word {value} of “{input}” cannot be used in formulas",
    "use Chinese or Latin letters, digits and _, not beginning with a digit",
  ],
  "document.profile_plain": [
    "“{input}” is spread over dates and cannot be one number",
    'write {"profile": {"from": "2027-01", "every": "year", "values": ["…"]}}',
  ],
  "document.profile_meaning": ["“{input}” means {expected}, the document says {found}", ""],
  "document.profile_phase": [
    "“{input}” divides a phase, so that it begins with the start of one that has months",
    'write its first month as {"phase": "build", "edge": "start"}, or take months, quarters, half-years or years',
  ],
  "document.profile_outside": [
    "{lost} of “{input}” lies outside the timeline {start} to {end} and is not counted",
    "move its first month or lengthen the timeline",
  ],
  "document.table_rows": ["“{input}” needs at least {min} rows", ""],
  "document.row_id": ["row {row} of “{input}” has no usable id", "give each row an id of letters, digits and _"],
  "document.row_duplicate": ["row id {id} of “{input}” is used twice", ""],
  "document.column_unknown": ["“{input}” has no column {column}", "{suggestion}"],
  "document.line_id_taken": ["line id {id} is already taken", "use another id"],
  "document.cash_one_side": ["a cash line needs both a payer and a payee", ""],
  "document.cash_party": ["{side} {party} of line {line} is not a party of this document", "{suggestion}"],
  "document.years_cut": [
    "a timeline of yearly steps from {start} cuts calendar years: statements by calendar year and taxes by year cannot be formed",
    "start in January, take half-years, quarters or months, or project years for the statements",
  ],
  "document.cash_same": ["payer and payee of line {line} are both {party}", "money must move between two parties"],
  "document.base_overwrites": [
    "the base scenario changes {path} from {before} to {after}",
    "the base only says which money counts: write what holds into the file itself, and other assumptions into a scenario of their own",
  ],
  "document.base_counts": [
    "the base scenario counts money that is only {statuses}",
    "the base counts what is approved or received; count the rest in a scenario of its own",
  ],
  "document.scenario_unknown": ["there is no scenario {id}", "{suggestion}"],
  "document.scenario_parent": ["parent {parent} of scenario {id} does not exist", "{suggestion}"],
  "document.scenarios_untried": [
    "too many changes of scenarios, or problems in them: the rest is checked when a scenario is chosen",
    "keep fewer scenarios or changes",
  ],
  "document.scenario_cycle": ["scenarios are each other's parents: {cycle}", "remove one parent"],
  "document.path_unknown": ["there is nothing at {path}", "{suggestion}"],
  "document.rename_bad": [
    "“{id}” can be no id",
    "letters (Chinese too), digits and underscores, not beginning with a digit, and no word of the formula language or of the product's own lines",
  ],
  "document.rename_taken": ["the id “{id}” is taken", "choose another one"],
  "document.path_fixed": [
    "{path} cannot be changed by a path",
    "components/ID/inputs/…, components/ID/enabled, timeline/…, conventions/… and project/… can",
  ],
  "document.not_numeric": ["{path} is not a number", "only numbers and series by date can be scaled"],
  "document.pack_unknown": ["there is no rule pack {id}", "{suggestion}"],
  "document.pack_version": [
    "version {version} of pack {id} is not installed ({known} is) and the document does not carry its text",
    "embed the text, or use the installed version",
  ],
  "document.pack_mismatch": ["the text embedded for pack {id} {version} says {found}", ""],
  "document.record_kind": [
    "{input}: the record “{record}” is of another kind than {kinds}, and counts as not holding",
    "name a record of that kind, or correct its kind",
  ],
  "document.record_product": [
    "{input}: the record “{record}” is about product {named}, not {product}: it counts like one that does not hold",
    "choose the record of this product, or correct it",
  ],
  "document.record_amount": [
    "{input}: the record “{record}” states no amount, so what it grants cannot be checked",
    "enter the amount in the record",
  ],
  "document.record_purpose": [
    "{input}: the record “{record}” is meant for {purpose}, not for this",
    "choose an approval of this, or correct its purpose",
  ],
  "document.record_value_unknown": ["records of the kind “{kind}” have no value {value}", "{suggestion}"],
  "document.parameter_gap": [
    "parameter {parameter} has no value in {from}",
    "add a value for that date or move the timeline",
  ],
};

/** Kinds of values, suggestions and other words messages are put together from. */
export const documentWords: Readonly<Record<DocumentWord, string>> = {
  text: "text",
  number: "a number",
  wholeNumber: "a whole number",
  yesNo: "yes or no (true/false)",
  list: "a list",
  object: "an object",
  nothing: "nothing",
  month: "a month (YYYY-MM)",
  profile: "a series by date (profile)",
  rateProfile: "a number or a series by date (profile)",
  table: "rows, each with an id",
  status: "a status (planned, applied, approved, received, refused)",
  formulaFree: "a word, not a formula",
  noGround: "a value, not a ground why none is needed",
  payer: "payer",
  payee: "payee",
  like: "did you mean {nearest}?",
  options: "available: {options}",
  none: "the document has none yet",
};
