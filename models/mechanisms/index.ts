import { areaBalance } from "./area/areaBalance.ts";
import { bundledTransfer } from "./capital/bundledTransfer.ts";
import { capitalRatio } from "./capital/capitalRatio.ts";
import { equity } from "./capital/equity.ts";
import { investmentFund } from "./capital/fund.ts";
import { loan } from "./capital/loan.ts";
import { ratioFunding } from "./capital/ratioFunding.ts";
import { spvShareholders } from "./capital/shareholders.ts";
import { specialBond } from "./capital/specialBond.ts";
import { workingCapital } from "./capital/workingCapital.ts";
import { compensation } from "./cost/compensation.ts";
import { contingency } from "./cost/contingency.ts";
import { costSharing } from "./cost/costSharing.ts";
import { deposits } from "./cost/deposits.ts";
import { jointCost } from "./cost/jointCost.ts";
import { otherCosts } from "./cost/otherCosts.ts";
import { replacement } from "./cost/replacement.ts";
import { works } from "./cost/works.ts";
import type { Mechanism } from "./define/mechanism.ts";
import { cededSpace } from "./income/cededSpace.ts";
import { franchise } from "./income/franchise.ts";
import { integratedOperation } from "./income/integratedOperation.ts";
import { lease } from "./income/lease.ts";
import { operatingCost } from "./income/operatingCost.ts";
import { operatingRevenue } from "./income/operatingRevenue.ts";
import { operatorContract } from "./income/operatorContract/contract.ts";
import { points } from "./income/points.ts";
import { sale } from "./income/sale.ts";
import { scheduledIncome, scheduledInvestment, scheduledOperatingCost } from "./income/scheduledCash.ts";
import { cityRebate } from "./land/cityRebate.ts";
import { landRevenue } from "./land/landRevenue.ts";
import { landScheme } from "./land/landScheme.ts";
import { commonIncome } from "./residents/commonIncome.ts";
import { donation } from "./residents/donation.ts";
import { idleRooms } from "./residents/idleRooms.ts";
import { maintenanceFund } from "./residents/maintenanceFund.ts";
import { providentFund } from "./residents/providentFund.ts";
import { residentContribution } from "./residents/residentContribution.ts";
import { performanceGrant } from "./support/performanceGrant.ts";
import { specialGrant } from "./support/specialGrant.ts";
import { assetBooks } from "./tax/assetBooks.ts";
import { deedTax } from "./tax/deedTax.ts";
import { deemedSale } from "./tax/deemedSale.ts";
import { incomeTax } from "./tax/incomeTax.ts";
import { landAppreciationTax } from "./tax/landAppreciation/landAppreciation.ts";
import { landUseTax } from "./tax/landUseTax.ts";
import { propertyTax } from "./tax/propertyTax.ts";
import { stampTax } from "./tax/stampTax.ts";
import { vatReturn } from "./tax/vatReturn.ts";

const all = [
  areaBalance,
  works,
  otherCosts,
  compensation,
  contingency,
  deposits,
  replacement,
  lease,
  operatingRevenue,
  operatingCost,
  landRevenue,
  landScheme,
  cityRebate,
  specialGrant,
  performanceGrant,
  residentContribution,
  maintenanceFund,
  providentFund,
  donation,
  commonIncome,
  operatorContract,
  integratedOperation,
  franchise,
  cededSpace,
  idleRooms,
  points,
  costSharing,
  jointCost,
  investmentFund,
  sale,
  scheduledIncome,
  scheduledInvestment,
  scheduledOperatingCost,
  equity,
  workingCapital,
  loan,
  ratioFunding,
  specialBond,
  spvShareholders,
  capitalRatio,
  bundledTransfer,
  vatReturn,
  assetBooks,
  incomeTax,
  landAppreciationTax,
  deemedSale,
  propertyTax,
  landUseTax,
  deedTax,
  stampTax,
] as const satisfies readonly Mechanism[];

type Each = (typeof all)[number];
type Named<T> = string extends keyof T ? never : keyof T & string;
type ColumnsOf<T> = T extends { readonly columns: infer C } ? Named<C> : never;

/** Words for inputs and columns: whoever reads one by another word does not compile. */
export type InputName = Each extends infer M ? (M extends { readonly inputs: infer I } ? Named<I> | { [N in keyof I]: ColumnsOf<I[N]> }[keyof I] : never) : never;
/** Words for the lines mechanisms offer to others. */
export type OfferedLine = Each extends infer M ? (M extends { readonly offers: readonly (infer L extends string)[] } ? L : never) : never;

/** Every mechanism documents can use, by the word they use for it. */
export const mechanisms: ReadonlyMap<string, Mechanism> = new Map(all.map((mechanism) => [mechanism.id, mechanism]));
