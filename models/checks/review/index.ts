import { addressedPapers } from "./addressed.ts";
import { area } from "./area.ts";
import { balance } from "./balance.ts";
import { bonds } from "./bonds.ts";
import { bondTenors } from "./bondTenors.ts";
import { books } from "./books.ts";
import { budgetYears } from "./budgetYears.ts";
import { builders } from "./builders.ts";
import { buyBacks } from "./buyBacks.ts";
import { capital } from "./capital.ts";
import { capitalForm } from "./capitalForm.ts";
import { cededValue } from "./cededValue.ts";
import type { Check } from "./check.ts";
import { commonSpace } from "./commonSpace.ts";
import { completeness } from "./completeness.ts";
import { contracts } from "./contracts.ts";
import { cost } from "./cost.ts";
import { costFunding } from "./costFunding.ts";
import { debt } from "./debt.ts";
import { standards } from "./deviations.ts";
import { donations } from "./donations.ts";
import { earners } from "./earners.ts";
import { eligibleMeasure } from "./eligibleMeasure.ts";
import { eligibleSpace } from "./eligibleSpace.ts";
import { endValue } from "./endValue.ts";
import { facilities } from "./facilities.ts";
import { franchises } from "./franchises.ts";
import { funds } from "./funds.ts";
import { gates } from "./gates.ts";
import { grantWords } from "./grantWords.ts";
import { indicators } from "./indicators.ts";
import { gifts } from "./inKind.ts";
import { institutions } from "./institutions.ts";
import { land } from "./land.ts";
import { landAppreciation } from "./landAppreciation.ts";
import { landMoney } from "./landMoney.ts";
import { legalArea } from "./legalArea.ts";
import { marketTest } from "./marketTest.ts";
import { operation } from "./operation.ts";
import { operators } from "./operators.ts";
import { packRules } from "./packRules.ts";
import { paperOrder } from "./paperOrder.ts";
import { papers } from "./papers.ts";
import { paperWords } from "./paperWords.ts";
import { payers } from "./payers.ts";
import { places } from "./places.ts";
import { pledges } from "./pledges.ts";
import { preferences } from "./preferences.ts";
import { presale } from "./presale.ts";
import { procurement } from "./procurement.ts";
import { projectType } from "./projectType.ts";
import { rebate } from "./rebate.ts";
import { resettledArea } from "./resettledArea.ts";
import { residentFunds } from "./residentFunds.ts";
import { residents } from "./residents.ts";
import { returns } from "./returns.ts";
import { runningFigures } from "./runningFigures.ts";
import { saleStages } from "./saleStages.ts";
import { sales } from "./sales.ts";
import { scale } from "./scale.ts";
import { selfLed } from "./selfLed.ts";
import { space } from "./space.ts";
import { spacePrices } from "./spacePrices.ts";
import { operatingSubsidies } from "./subsidies.ts";
import { supervision } from "./supervision.ts";
import { support } from "./support.ts";
import { targetRatios } from "./targets.ts";
import { taxation } from "./taxation.ts";
import { tender } from "./tender.ts";
import { titleNames } from "./titleNames.ts";
import { titleChecks } from "./titles.ts";
import { transfers } from "./transfers.ts";
import { voting } from "./votes.ts";
import { voteWholes } from "./voteWhole.ts";
import { ways } from "./ways.ts";
import { words } from "./words/index.ts";

/** Every review check; each looks at the whole model and answers, also where all is well or there is nothing to look at. */
export const reviewChecks: readonly Check[] = [
  ...completeness,
  ...packRules,
  ...balance,
  ...payers,
  ...papers,
  ...paperWords,
  ...addressedPapers,
  ...grantWords,
  ...paperOrder,
  ...costFunding,
  ...eligibleSpace,
  ...eligibleMeasure,
  ...resettledArea,
  ...commonSpace,
  ...projectType,
  ...gates,
  ...indicators,
  ...supervision,
  ...area,
  ...earners,
  ...scale,
  ...space,
  ...facilities,
  ...standards,
  ...selfLed,
  ...cost,
  ...capital,
  ...funds,
  ...support,
  ...rebate,
  ...land,
  ...residents,
  ...residentFunds,
  ...gifts,
  ...voting,
  ...voteWholes,
  ...sales,
  ...presale,
  ...saleStages,
  ...spacePrices,
  ...operation,
  ...runningFigures,
  ...contracts,
  ...franchises,
  ...preferences,
  ...bonds,
  ...debt,
  ...builders,
  ...operatingSubsidies,
  ...budgetYears,
  ...bondTenors,
  ...capitalForm,
  ...buyBacks,
  ...cededValue,
  ...donations,
  ...endValue,
  ...landMoney,
  ...legalArea,
  ...marketTest,
  ...pledges,
  ...words,
  ...returns,
  ...targetRatios,
  ...books,
  ...landAppreciation,
  ...procurement,
  ...tender,
  ...places,
  ...institutions,
  ...operators,
  ...ways,
  ...taxation,
  ...titleChecks,
  ...titleNames,
  ...transfers,
];
