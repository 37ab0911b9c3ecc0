const source = { document: "test values", article: "-" };

const parameter = (id: string, unit: string, value: string) => ({
  id,
  label: { zh: id, en: id },
  unit,
  values: value.split(" ").map((dated) => {
    const [from, amount] = dated.includes("=") ? dated.split("=") : ["2000-01-01", dated];
    return { from, value: amount };
  }),
  reference: source,
  status: "to_verify",
});

/** A rule pack with the parameters the mechanisms ask for, so that a situation depends on nothing but itself. */
export function testPack(changes: Readonly<Record<string, string>> = {}) {
  const values: readonly (readonly [string, string, string])[] = [
    ["comm_room_m2_per_100hh", "m2/household", "80"],
    ["pm_room_rate", "1", "0.007"],
    ["pm_operating_rate", "1", "0.004"],
    ["pm_room_min_m2", "m2", "50"],
    ["far_exempt_allowed", "1", "1"],
    ["maint_trigger", "1", "0.3"],
    ["transition_overdue_multiple", "1", "2"],
    ["transition_tail_months", "mo", "6"],
    ["warranty_deposit", "1", "0.02"],
    ["shop_stop_loss_min", "1", "0.05"],
    ["vote_quorum", "1", "0.666666666666666666666666666667"],
    ["vote_major", "1", "0.75"],
    ["vote_ordinary", "1", "0.5"],
    ["lease_max_years", "a", "20"],
    ["performance_bond_max", "1", "0.1"],
    ["presale_invested_ratio", "1", "0.25"],
    ["community_service_relief", "1", "2000-01-01=0 2026-01-01=1 2028-01-01=0"],
    ["community_service_income_share", "1", "2000-01-01=1 2026-01-01=0.9 2028-01-01=1"],
  ];
  return {
    id: "test",
    version: "1",
    text: {
      id: "test",
      version: "1",
      title: { zh: "测试规则", en: "test rules" },
      document: { number: "-", issuer: "-", date: "2000-01-01" },
      status: "in_force",
      validFrom: "2000-01-01",
      parameters: values.map(([id, unit, value]) => parameter(id, unit, changes[id] ?? value)),
      clauses: [],
    },
  };
}
