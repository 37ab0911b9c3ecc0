import { area } from "./area.ts";
import { balance } from "./balance.ts";
import { bonds } from "./bonds.ts";
import { bondTenors } from "./bondTenors.ts";
import { books } from "./books.ts";
import { capital } from "./capital.ts";
import { capitalForm } from "./capitalForm.ts";
import { cededValue } from "./cededValue.ts";
import { commonSpace } from "./commonSpace.ts";
import { completeness } from "./completeness.ts";
import { cost } from "./cost.ts";
import { costFunding } from "./costFunding.ts";
import { debt } from "./debt.ts";
import { endValue } from "./endValue.ts";
import { franchises } from "./franchises.ts";
import { gates } from "./gates.ts";
import { land } from "./land.ts";
import { landMoney } from "./landMoney.ts";
import { marketTest } from "./marketTest.ts";
import { operation } from "./operation.ts";
import { packRules } from "./packRules.ts";
import { papers } from "./papers.ts";
import { payers } from "./payers.ts";
import { pledges } from "./pledges.ts";
import { preferences } from "./preferences.ts";
import { procurement } from "./procurement.ts";
import { projectType } from "./projectType.ts";
import { residents } from "./residents.ts";
import { returns } from "./returns.ts";
import type { Check } from "./review.ts";
import { sales } from "./sales.ts";
import { space } from "./space.ts";
import { support } from "./support.ts";
import { transfers } from "./transfers.ts";
import { voting } from "./votes.ts";
import { words } from "./words/index.ts";

/** Every review check; each looks at the whole model and says what it found, also where all is well. */
export const reviewChecks: readonly Check[] = [
  ...completeness,
  ...packRules,
  ...balance,
  ...payers,
  ...papers,
  ...costFunding,
  ...commonSpace,
  ...projectType,
  ...gates,
  ...marketTest,
  ...area,
  ...space,
  ...cost,
  ...capital,
  ...capitalForm,
  ...support,
  ...land,
  ...residents,
  ...voting,
  ...sales,
  ...operation,
  ...franchises,
  ...preferences,
  ...bonds,
  ...bondTenors,
  ...pledges,
  ...debt,
  ...landMoney,
  ...words,
  ...returns,
  ...books,
  ...endValue,
  ...procurement,
  ...transfers,
  ...cededValue,
];
