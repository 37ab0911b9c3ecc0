/** Upper bounds that keep a hostile or broken document from exhausting the machine; ordinary models stay far below. */
export const LIMITS = {
  formulaChars: 4_000,
  /** Nesting of parentheses, and the number of `?` and `^` in one formula (each nests to the right). */
  formulaDepth: 64,
  /** Prefix operators in a row, as in `- - - x`. */
  prefixRun: 8,
  formulaNodes: 500,
  nameChars: 200,
  numberChars: 60,
  numberExponent: 30,
  graphLines: 20_000,
  /** Distinct core nodes of a whole graph. */
  graphNodes: 600_000,
  /** Operands of all additions, minima … of a whole graph: guards against many large selections. */
  graphOperands: 2_000_000,
  /** Steps of looking up, selecting and lowering for a whole graph; large honest models need a tenth. */
  graphSteps: 20_000_000,
  lagPeriods: 10_000,
  profileWeights: 720,
  selectionLines: 5_000,
  tableRows: 2_000,
} as const;
