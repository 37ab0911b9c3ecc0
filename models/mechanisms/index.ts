import { equity } from "./capital/equity.ts";
import { loan } from "./capital/loan.ts";
import { ratioFunding } from "./capital/ratioFunding.ts";
import type { Mechanism } from "./define/mechanism.ts";
import { sale } from "./income/sale.ts";
import { scheduledIncome, scheduledInvestment, scheduledOperatingCost } from "./income/scheduledCash.ts";
import { assetBooks } from "./tax/assetBooks.ts";
import { incomeTax } from "./tax/incomeTax.ts";
import { vatReturn } from "./tax/vatReturn.ts";

const all: readonly Mechanism[] = [
  sale,
  scheduledIncome,
  scheduledInvestment,
  scheduledOperatingCost,
  equity,
  loan,
  ratioFunding,
  vatReturn,
  assetBooks,
  incomeTax,
];

/** Every mechanism documents can use, by the word they use for it. */
export const mechanisms: ReadonlyMap<string, Mechanism> = new Map(all.map((mechanism) => [mechanism.id, mechanism]));
