import type { CallName, Calls, ProgressEvent, Reply } from "../../../app/contract.ts";
import { mechanisms, partyRoles, statuses } from "./catalogue.ts";
import { exampleDocument } from "./document.ts";
import { FakeModel, refuse } from "./model.ts";
import { fakeBoard, fakeExplanation, fakeLines, fakeStatements } from "./results.ts";

type Handlers = {
  readonly [N in CallName]: (args: Calls[N]["args"]) => Reply<Calls[N]["value"]> | Promise<Reply<Calls[N]["value"]>>;
};

const done = <T>(value: T): Reply<T> => ({ ok: true, value });

const base64 = (text: string) => Buffer.from(text, "utf8").toString("base64");

/** An in-memory stand-in for the product, for looking at the face alone. Every call it got is kept in `log`. */
/** One lever, the price: at 22,000 the balance comes to be met. */
const fakeLevers: Omit<Calls["levers"]["value"], "version" | "scenario" | "of"> = {
  value: -2_000_000,
  levers: [
    {
      path: "components/sale/inputs/price",
      component: "sale",
      label: { zh: "售价", en: "sale price" },
      unit: "CNY/m2",
      kind: "number",
      now: "20000",
      from: "0",
      to: "60000",
      fromBy: "bound",
      toBy: "plausible",
      slope: 1000,
      character: "smooth",
      down: { value: "18000", change: -2_000_000 },
      up: { value: "22000", change: 2_000_000 },
      saf: 10,
      flips: [{ watch: "B2", value: "22000", met: "above", jump: false, confirmed: true }],
    },
  ],
  idle: 3,
  unturned: { count: 0 },
  unwatched: ["B8"],
};

const fakeAxis = {
  label: { zh: "售价", en: "price" },
  unit: "CNY/m2",
  kind: "number",
  now: "2",
  from: "1",
  to: "3",
} as const;

/** A straight line from one corner to the other. */
function fakeFrontier(x: string, y: string): Omit<Calls["frontier"]["value"], "version" | "scenario" | "of"> {
  const curve = ["1", "2", "3"].map((value) => ({ x: value, y: value, jump: false }));
  const axes = { x: { path: x, ...fakeAxis }, y: { path: y, ...fakeAxis } };
  return {
    ...axes,
    metNow: true,
    still: false,
    curves: [curve],
    grid: [
      [true, false],
      [true, true],
    ],
    finest: 0.5,
    looks: [],
  };
}

/** One plan with one change. */
function fakeAdvice(
  until: readonly string[],
  weights: Calls["advise"]["args"]["weights"],
): Omit<Calls["advise"]["value"], "version" | "scenario"> {
  const sides = { residents: 3, buyers: 2, users: 2, operator: 1, budget: 2, lenders: 1, suppliers: 1, project: 1 };
  const change = {
    path: "components/sale/inputs/price",
    component: "sale",
    label: { zh: "售价", en: "price" },
    unit: "CNY/m2",
    kind: "number",
    now: "20000",
    to: "22000",
    value: "22000",
    bearer: "buyers",
    pain: 2.25,
  } as const;
  return {
    until,
    message: { zh: "1 个方案达到全部目标", en: "1 plan meets all targets" },
    plans: [{ changes: [change], pain: 2.25, targets: [], shares: [], papers: [] }],
    aims: [],
    weights: { ...sides, ...weights },
    levers: 1,
    idle: [],
    decided: [],
    kept: [],
    refused: [],
  };
}

export class FakeHost {
  readonly log: { readonly name: string; readonly args: Readonly<Record<string, unknown>> }[] = [];
  readonly listeners = new Set<(event: ProgressEvent) => void>();
  /** Replies of these calls wait so many milliseconds. */
  readonly slow = new Map<string, number>();
  #models = new Map<string, FakeModel>();
  #cancelled = new Set<string>();

  async call(name: string, args: unknown): Promise<Reply<unknown>> {
    this.log.push({ name, args: args as Readonly<Record<string, unknown>> });
    const handler = (
      this.#handlers as Readonly<Record<string, (args: never) => Reply<unknown> | Promise<Reply<unknown>>>>
    )[name];
    if (!handler) return refuse("call.unknown", name, name);
    // The answer belongs to the moment the question arrived, however late it is sent.
    const reply = await handler(args as never);
    const wait = this.slow.get(name) ?? 0;
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    return reply;
  }

  #open(document: typeof exampleDocument, readOnly?: string): Reply<ReturnType<FakeModel["view"]>> {
    const model = new FakeModel(`s${this.#models.size + 1}`, document, readOnly);
    this.#models.set(model.id, model);
    return done(model.view());
  }

  #with<T>(session: string, use: (model: FakeModel) => Reply<T>): Reply<T> {
    const model = this.#models.get(session);
    return model ? use(model) : refuse("session.unknown", "没有这个模型", session);
  }

  async #solve(args: Calls["solve"]["args"]): Promise<Reply<Calls["solve"]["value"]>> {
    for (let step = 1; step <= 10; step += 1) {
      if (this.#cancelled.has(args.job)) return refuse("job.cancelled", "已取消", args.job);
      for (const listener of this.listeners) listener({ job: args.job, done: step, total: 10 });
      await new Promise((resolve) => setTimeout(resolve, this.slow.get("solve step") ?? 5));
    }
    const sure = { state: "clean", papers: [], conditions: [], undecided: [], confirmed: true } as const;
    return done({
      vary: args.vary,
      until: args.until,
      range: [args.min ?? "12000", args.max ?? "30000"],
      found: true,
      effect: "moves",
      resolution: "50",
      intervals: [{ from: "22000", to: args.max ?? "30000", at: "22000", ...sure }],
      roots: [{ value: "22000", ...sure }],
      papers: [],
      message: "单价不低于 22,000 元/㎡ 时达到目标",
    });
  }

  readonly #handlers: Handlers = {
    host: () =>
      done({ kind: "loopback", contract: 2, version: "0.1.0-fake", notice: { zh: "替身后台", en: "Stand-in host" } }),
    examples: () =>
      done([
        {
          id: "rebuild",
          title: { zh: "全拆重建示例", en: "Full rebuild" },
          summary: { zh: "示例数据。", en: "Sample data." },
          kind: "project",
        },
      ]),
    recent: () =>
      done([
        { path: "/home/a/青枫里.pingheng", name: "青枫里.pingheng", openedAt: "2026-11-20T08:30:00Z", missing: false },
        { path: "/home/a/封存.pingheng", name: "封存.pingheng", openedAt: "2026-11-01T08:30:00Z", missing: false },
        { path: "/home/a/旧方案.pingheng", name: "旧方案.pingheng", openedAt: "2026-10-02T08:30:00Z", missing: true },
      ]),
    clearRecent: () => done({ cleared: true }),
    experience: () => done({ projects: [], unreadable: [] }),
    addExperience: () => done({ projects: [], unreadable: [] }),
    dropExperience: () => done({ projects: [], unreadable: [] }),
    experienceValues: () => done({}),
    licences: () => done([{ name: "decimal.js", version: "10.6.0", licence: "MIT", text: "The MIT Licence." }]),
    catalogue: () => done({ mechanisms, partyRoles, statuses, recordKinds: [], expected: [], guide: [] }),
    openExample: () => this.#open(exampleDocument),
    newModel: () => this.#open(exampleDocument),
    openPath: ({ path }) => this.#open(exampleDocument, path.includes("封存") ? "文件已封存" : undefined),
    openBytes: ({ name, base64: bytes }) => {
      try {
        return this.#open(JSON.parse(Buffer.from(bytes, "base64").toString("utf8")));
      } catch {
        return refuse("file.syntax", "不是有效的模型文件", name);
      }
    },
    relock: ({ session, scenario }) => this.#with(session, (model) => done(model.view(scenario))),
    session: ({ session, scenario }) => this.#with(session, (model) => done(model.view(scenario))),
    edit: (args) => this.#with(args.session, (model) => model.edit(args)),
    renameItem: ({ session, scenario }) => this.#with(session, (model) => done(model.view(scenario))),
    undo: ({ session, scenario }) => this.#with(session, (model) => model.step("undo", scenario)),
    redo: ({ session, scenario }) => this.#with(session, (model) => model.step("redo", scenario)),
    scenarios: ({ session, lang }) => this.#with(session, (model) => done(model.scenarios(lang))),
    packs: ({ session }) => this.#with(session, () => done({ used: [], offered: [], known: [] })),
    board: ({ session, scenario, perspective }) =>
      this.#with(session, (model) =>
        done(fakeBoard(model.effective(scenario), model.version, scenario, perspective ?? "entity")),
      ),
    agreement: ({ session, scenario }) =>
      this.#with(session, (model) =>
        done({
          version: model.version,
          scenario,
          agree: true,
          trust: { clean: true, points: [] },
          findings: [],
          cells: 9600,
          differences: [],
        }),
      ),
    lines: ({ session, by }) => this.#with(session, (model) => done(fakeLines(model.document, model.version, by))),
    statements: ({ session, by, id, perspective }) =>
      this.#with(session, (model) => done(fakeStatements(model.version, by, perspective ?? id ?? "plan"))),
    explain: ({ session, scenario, cell }) => {
      const [line = "", place = "2027"] = cell.split("@");
      return this.#with(session, (model) => done(fakeExplanation(model.effective(scenario), line, place)));
    },
    solve: (args) => this.#solve(args),
    rules: () => done({ packs: [], page: { name: "rules.html", base64: "" } }),
    levers: ({ scenario, of }) => done({ version: 1, scenario, of, ...fakeLevers }),
    frontier: ({ scenario, of, x, y }) => done({ version: 1, scenario, of, ...fakeFrontier(x, y) }),
    advise: ({ scenario, until, weights }) => done({ version: 1, scenario, ...fakeAdvice(until, weights) }),
    turn: ({ value }) => done({ version: 1, excesses: { B1: 0, B2: Number(value) - 22000 }, entered: value }),
    compare: ({ session, scenarios, lang }) =>
      this.#with(session, (model) => {
        const plans = model.scenarios(lang).filter(({ id }) => scenarios.includes(id));
        return done({
          plans: plans.map(({ id, label }) => ({ id, label, verdicts: [], indicators: [] })),
          changes: [],
          bridges: [],
          problems: [],
        });
      }),
    // The stand-in has no portfolio; the page is seen on the product itself.
    portfolio: ({ session }) => refuse("portfolio.not_portfolio", "不是组合", session),
    starts: ({ session }) => refuse("portfolio.not_portfolio", "不是组合", session),
    bids: ({ session }) => refuse("bids.no_tender", "没有招标", session),
    tenderKey: () => refuse("key.missing", "没有密钥", "tender-key.pem"),
    keys: () => done([]),
    makeKey: () => done([]),
    relockKey: () => done([]),
    exportKey: () => refuse("key.none", "没有密钥", "signing-key.pem"),
    importKey: () => refuse("key.other", "不是密钥", "signing-key.pem"),
    sealBid: ({ session }) => refuse("bids.no_answer", "不是报价", session),
    bidsNotice: ({ session }) => refuse("bids.no_tender", "没有招标", session),
    takeBid: ({ session }) => refuse("bids.no_tender", "没有招标", session),
    lockSheet: ({ session }) => refuse("bids.no_tender", "没有招标", session),
    // Actuals are seen on the product itself.
    actuals: ({ session }) => refuse("actuals.none", "没有实际数", session),
    actualsSheet: ({ session }) => refuse("actuals.none", "没有实际数", session),
    readActuals: ({ session }) => refuse("actuals.none", "没有实际数", session),
    takeActuals: ({ session }) => refuse("actuals.none", "没有实际数", session),
    takeMember: ({ session }) => refuse("portfolio.not_portfolio", "不是组合", session),
    stress: ({ session }) => this.#with(session, () => done({ scenarios: [], left: [] })),
    simulate: ({ lang: _, ...args }) => refuse("simulate.none", "文件没有填写不确定性", args.session),
    simulationChecks: ({ job }) => refuse("simulate.stopped", "模拟已取消", job),
    suggestions: ({ scenario }) => done({ version: 1, scenario, suggestions: [] }),
    cancel: ({ job }) => {
      this.#cancelled.add(job);
      return done({ cancelled: true });
    },
    remarks: () => done([]),
    audit: ({ session }) => refuse("audit.none", "没有审定数", session),
    reviewStress: ({ session }) => refuse("audit.none", "没有审定数", session),
    opinion: ({ session }) => refuse("opinion.none", "没有意见", session),
    exportWorkbook: ({ session }) => refuse("export.stopped", "导出已取消", session),
    importSheets: ({ name }) => refuse("sheet.not_xlsx", "不是 .xlsx 文件", name),
    mapTables: ({ name }) => refuse("sheet.not_xlsx", "不是 .xlsx 文件", name),
    person: () => done({ name: "" }),
    release: ({ session, scenario }) => this.#with(session, (model) => done(model.view(scenario))),
    revisions: () => done({ revisions: [], chain: "" }),
    diff: ({ session }) => refuse("revision.none", "没有版本", session),
    restore: ({ session }) => refuse("revision.none", "没有版本", session),
    merge: ({ session }) => refuse("revision.none", "没有版本", session),
    seal: ({ session }) => refuse("revision.none", "没有版本", session),
    verify: ({ session }) => refuse("revision.none", "没有版本", session),
    save: ({ session, scenario }) => this.#with(session, (model) => model.save(undefined, scenario)),
    saveAs: ({ session, path, scenario }) => this.#with(session, (model) => model.save(path, scenario)),
    download: ({ session, form }) =>
      this.#with(session, (model) => done({ name: `model.${form}`, base64: base64(JSON.stringify(model.document)) })),
    attach: ({ session }) => this.#with(session, (model) => done({ view: model.view(), sha256: "0".repeat(64) })),
    attachment: () => done({ name: "scan.pdf", base64: "" }),
    kept: () => done([]),
    openKept: ({ id }) => this.#with(id, (model) => done(model.view())),
    dropKept: () => done({ dropped: true }),
    takeDraft: ({ session, scenario }) => this.#with(session, (model) => done(model.view(scenario))),
    dropDraft: ({ session, scenario }) => this.#with(session, (model) => done(model.view(scenario))),
    editCopy: ({ session, scenario }) => this.#with(session, (model) => done(model.view(scenario))),
    close: ({ session }) => done({ closed: this.#models.delete(session) }),
  };
}
