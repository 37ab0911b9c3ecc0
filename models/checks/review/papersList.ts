import { bundledTransfer } from "../../mechanisms/capital/bundledTransfer.ts";
import { specialBond } from "../../mechanisms/capital/specialBond.ts";
import type { Mechanism } from "../../mechanisms/define/mechanism.ts";
import { cededSpace } from "../../mechanisms/income/cededSpace.ts";
import { integratedOperation } from "../../mechanisms/income/integratedOperation.ts";
import { operatingRevenue } from "../../mechanisms/income/operatingRevenue.ts";
import { operatorContract } from "../../mechanisms/income/operatorContract/contract.ts";
import { sale } from "../../mechanisms/income/sale.ts";
import type { InputName } from "../../mechanisms/index.ts";
import { cityRebate } from "../../mechanisms/land/cityRebate.ts";
import { commonIncome } from "../../mechanisms/residents/commonIncome.ts";
import { maintenanceFund } from "../../mechanisms/residents/maintenanceFund.ts";
import { providentFund } from "../../mechanisms/residents/providentFund.ts";
import { residentContribution } from "../../mechanisms/residents/residentContribution.ts";
import { performanceGrant } from "../../mechanisms/support/performanceGrant.ts";
import { specialGrant } from "../../mechanisms/support/specialGrant.ts";
import type { Severity } from "../findings.ts";

/** Which check asks for the paper behind an input, and on what it rests. */
export interface Paper {
  readonly mechanism: Mechanism;
  readonly input: InputName;
  readonly id: string;
  readonly severity: Severity;
  readonly clauses: readonly string[];
}

const REBATE = ["jinhua-2020/3(3)"];

const paper =
  (id: string, severity: Severity, ...clauses: readonly string[]) =>
  (mechanism: Mechanism, ...inputs: readonly InputName[]): readonly Paper[] =>
    inputs.map((input) => ({ mechanism, input, id, severity, clauses }));

const grant = paper("C07", "R");
const vote = paper("C09", "R", "civil-code/278");
const rebate = paper("C08", "R", ...REBATE);
const common = paper("C10", "R", "civil-code/282");

export const PAPERS: readonly Paper[] = [
  ...grant(specialGrant, "approval"),
  ...grant(performanceGrant, "acceptanceRecord", "approval"),
  ...rebate(cityRebate, "approval"),
  ...paper("R-DEBT-5", "R", "national-law/budget-35")(operatorContract, "subsidyBasis"),
  ...paper("C14", "R", "national-law/special-bonds")(specialBond, "approval"),
  ...vote(residentContribution, "vote"),
  ...paper("C09", "R", "national-law/capital-ratio")(residentContribution, "capitalApproval"),
  ...vote(maintenanceFund, "raiseVote", "useVote"),
  ...paper("M51", "R")(maintenanceFund, "joined"),
  ...paper("M52", "R")(providentFund, "joined"),
  ...common(commonIncome, "vote"),
  ...common(operatingRevenue, "vote"),
  ...paper("C11", "R", "national-law/real-estate-45")(sale, "presalePermit"),
  ...paper("C24", "R")(cededSpace, "basis"),
  ...paper("M60", "Q")(bundledTransfer, "title", "approval"),
  ...paper("M69", "Q")(integratedOperation, "procurement"),
  ...paper("M69", "Q", "civil-code/278")(integratedOperation, "feeDecision"),
];
