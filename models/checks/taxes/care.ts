/** Care of old people, of children and of the disabled: exempt by law for good, unlike meals and help at home. */
const CARE = /养老|托育|托儿|幼儿|照料|日间|残疾|elder|child|nurser|kindergarten|day_?care|disab/i;

/** Whether a row of operating income is such care. */
export const isCareRow = (mechanism: string, row: Readonly<Record<string, unknown>>): boolean =>
  mechanism === "operating_revenue" && row["kind"] === "service" && CARE.test(String(row["id"]));
