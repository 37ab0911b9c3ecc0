declare const HANDLE: unique symbol;

/** A line by a name that the room which writes it gives out; a string somebody made up is none. */
export type LineHandle = string & { readonly [HANDLE]: true };

const handle = (id: string): LineHandle => id as LineHandle;

/** Lines of the project as a whole that checks read. */
export const PROJECT = {
  totalInvestment: handle("project.total_investment"),
  capitalRatio: handle("project.capital_ratio"),
  capitalBase: handle("project.capital_base"),
  capitalPaid: handle("project.capital_paid"),
  debtDrawn: handle("project.debt_drawn"),
  debtAllowed: handle("project.debt_allowed"),
  building: handle("project.building"),
  bookValueAtEnd: handle("project.book_value_at_end"),
  recoveredAssets: handle("project.recovered_assets"),
  balanceTie: handle("stmt_balance.check"),
  totalAssets: handle("stmt_balance.r1"),
  coverageTarget: handle("convention.coverage_target"),
  icProject: handle("convention.ic_project"),
} as const;

/** Cash of a party. */
export const partyCash = (party: string): LineHandle => handle(`party.${party}.cash`);
/** Cover of a debt over its life. */
export const coverageOf = (component: string): LineHandle => handle(`coverage.${component}`);

/** What is known of a record: whether it holds by its own rule, is dated within the horizon, and how its vote went. */
export type RecordLine = "holds" | "dated_ever" | "holds_major" | "holds_ordinary" | "quorum";
export const recordLine = (record: string, name: RecordLine): LineHandle => handle(`record.${record}.${name}`);
