import type { Highs, HighsCallbackMap, Model, ModelData } from "highs";
import { assertSound, type Chosen, type LinearProblem, type Outcome, type SolverLimits } from "./problem.ts";

/** Linear and mixed-integer programmes (线性规划、混合整数规划), by HiGHS. The same problem has the same answer. */
export interface Solver {
  /** Blocks until there is an answer. A problem that is none throws. */
  solve(problem: LinearProblem, limits?: SolverLimits): Outcome;
}

let loading: Promise<Solver> | undefined;

/** The solver's code, read from beside the program on the first call and kept. */
export function loadSolver(): Promise<Solver> {
  loading ??= import("highs").then(async ({ default: load }) => new HighsSolver(await load()));
  return loading;
}

const SECONDS_MAX = 60;
/** Measured on the linear plans of the advisor, all of which they solve ten times as fast. */
const BRIEF = {
  presolve: "off",
  mip_heuristic_effort: 0,
  mip_allow_restart: false,
  mip_detect_symmetry: false,
} as const;

class HighsSolver implements Solver {
  readonly #highs: Highs;

  constructor(highs: Highs) {
    this.#highs = highs;
  }

  solve(problem: LinearProblem, limits: SolverLimits = {}): Outcome {
    assertSound(problem);
    if (problem.columns.length === 0) return withoutColumns(problem);
    if (limits.shouldStop?.() === true) return { status: "stopped" };
    return this.#highs.withModel(this.#dataOf(problem), (model) => {
      model.options.set({ output_flag: false, time_limit: limits.seconds ?? SECONDS_MAX, random_seed: 0 });
      if (limits.brief === true) model.options.set(BRIEF);
      if (limits.gap !== undefined) model.options.set("mip_rel_gap", limits.gap);
      model.run(this.#interrupts(limits));
      return this.#outcomeOf(model, problem.columns.length);
    });
  }

  #outcomeOf(model: Model, columns: number): Outcome {
    const { modelStatus: code } = this.#highs.constants;
    const status = model.getModelStatus();
    switch (status) {
      case code.optimal:
      case code.empty:
        return { status: "optimal", ...chosenIn(model) };
      case code.infeasible:
        return { status: "infeasible" };
      case code.unbounded:
        return { status: "unbounded" };
      case code.unboundedOrInfeasible:
        return this.#toldApart(model, columns);
      case code.timeLimit:
      case code.interrupted:
      case code.iterationLimit:
      case code.solutionLimit:
        return model.info.get("primal_solution_status") === this.#highs.constants.solutionStatus.feasible
          ? { status: "stopped", best: chosenIn(model) }
          : { status: "stopped" };
    }
    throw new Error(`the solver ended with status ${status}`);
  }

  /** Infeasible, or unbounded: without an objective nothing is unbounded. */
  #toldApart(model: Model, columns: number): Outcome {
    for (let column = 0; column < columns; column += 1) model.changeColCost(column, 0);
    model.run();
    const feasible = model.getModelStatus() === this.#highs.constants.modelStatus.optimal;
    return { status: feasible ? "unbounded" : "infeasible" };
  }

  #interrupts({ shouldStop }: SolverLimits): HighsCallbackMap | undefined {
    if (shouldStop === undefined) return undefined;
    const { mipInterrupt, simplexInterrupt } = this.#highs.constants.callbackType;
    const look = (event: { interrupt(): void }): undefined => {
      if (shouldStop()) event.interrupt();
    };
    return { [mipInterrupt]: look, [simplexInterrupt]: look };
  }

  #dataOf({ columns, rows }: LinearProblem): ModelData {
    const { variableType } = this.#highs.constants;
    const terms = rows.flatMap((row) => row.terms);
    const starts = new Int32Array(rows.length + 1);
    for (const [index, row] of rows.entries()) starts[index + 1] = (starts[index] as number) + row.terms.length;
    const whole = columns.some((column) => column.whole === true);
    return {
      numCols: columns.length,
      numRows: rows.length,
      colCost: Float64Array.from(columns, ({ cost }) => cost),
      colLower: Float64Array.from(columns, ({ from }) => from),
      colUpper: Float64Array.from(columns, ({ to }) => to),
      rowLower: Float64Array.from(rows, ({ from }) => from),
      rowUpper: Float64Array.from(rows, ({ to }) => to),
      matrix: {
        format: "csr",
        numRows: rows.length,
        numCols: columns.length,
        starts,
        indices: Int32Array.from(terms, ([column]) => column),
        values: Float64Array.from(terms, ([, factor]) => factor),
      },
      ...(whole
        ? { integrality: columns.map((one) => (one.whole === true ? variableType.integer : variableType.continuous)) }
        : {}),
    };
  }
}

/** Every row comes to 0, which it allows or not. */
function withoutColumns({ rows }: LinearProblem): Outcome {
  if (rows.some(({ from, to }) => from > 0 || to < 0)) return { status: "infeasible" };
  return { status: "optimal", values: new Float64Array(), rows: new Float64Array(rows.length), objective: 0 };
}

function chosenIn(model: Model): Chosen {
  const { colValue, rowValue } = model.getSolution();
  return { values: colValue, rows: rowValue, objective: model.getObjectiveValue() };
}
