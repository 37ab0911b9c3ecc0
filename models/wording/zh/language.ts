import type { AxisWord, LanguageWording, LineName } from "../language.ts";

const axisWords: Readonly<Record<AxisWord, string>> = { period: "逐期", year: "逐年", scalar: "单值" };

const didYouMean = (similar: string | undefined): { hint?: string } =>
  similar === undefined ? {} : { hint: `是否想写“${similar}”？` };

/** A circle of lines, the first named again at its end; the middle of a long one is left out. */
const chain = (lines: readonly LineName[], name: (line: LineName) => string): string => {
  const shown = lines.length <= 12 ? lines.map(name) : [...lines.slice(0, 11).map(name), `…（共 ${lines.length} 行）`];
  return [...shown, ...lines.slice(0, 1).map(name)].join(" → ");
};

/** Keys of selections as a reader of a form knows them. */
const KEYS: Readonly<Record<string, string>> = {
  product: "产品",
  plot: "地块",
  role: "类别",
  component: "组件",
  pool: "面积类别",
  purpose: "用途",
  source: "来源",
  book: "账",
  payer: "付款方",
  payee: "收款方",
  taxpayer: "纳税人",
};

/** Problems of the formula language in Chinese. */
export const languageZh: LanguageWording = {
  tooLong: (a) => ({
    message: `公式共 ${a.length} 个字符，最多允许 ${a.limit} 个。`,
    hint: "请拆分为几行。",
  }),
  tooDeep: (a) => ({ message: `公式第 ${a.column} 个字符：嵌套超过 ${a.limit} 层。`, hint: "请拆分为几行。" }),
  tooManyNodes: (a) => ({ message: `公式超过 ${a.limit} 个组成部分。`, hint: "请拆分为几行。" }),
  empty: () => ({ message: "公式为空。" }),
  character: (a) => ({
    message: `公式第 ${a.column} 个字符：公式中不能使用字符 ${a.shown}。`,
    ...(a.instead === undefined ? {} : { hint: `请改写为 ${a.instead}` }),
  }),
  percent: (a) => ({
    message: `公式第 ${a.column} 个字符：不能使用“%”，其含义因场合而异。`,
    hint: "百分之五请写 0.05。",
  }),
  number: (a) => ({
    message: `公式第 ${a.column} 个字符：“${a.text}”不是数字。`,
    hint: "请写十进制数，如 0.25、12、1.5e6。",
  }),
  numberRange: (a) => ({
    message: `公式第 ${a.column} 个字符：数字“${a.text}”过长，或指数超出 ±${a.exponent}。`,
  }),
  nameTooLong: (a) => ({ message: `公式第 ${a.column} 个字符：名称超过 ${a.limit} 个字符。` }),
  danglingDot: (a) => ({
    message: `公式第 ${a.column} 个字符：点号只能出现在名称或数字之中。`,
    hint: "名称写作 构件.行，数字写作 0.5。",
  }),
  wildcard: (a) => ({
    message: `公式第 ${a.column} 个字符：“${a.text}”只能用在选取条件中。`,
    hint: `请写 sum(role = ${a.text})`,
  }),
  equalsSign: (a) => ({
    message: `公式第 ${a.column} 个字符：单个“=”只能用在 sum(…) 中，公式不能赋值。`,
    hint: "比较相等请写 ==",
  }),
  syntax: (a) => ({ message: `公式第 ${a.column} 个字符：公式在“${a.near}”附近无法识别。` }),
  unclosed: (a) => ({ message: `公式第 ${a.column} 个字符：“${a.mark}”之后缺少“${a.by}”。` }),
  unopened: (a) => ({ message: `公式第 ${a.column} 个字符：“${a.mark}”之前缺少“${a.opener}”。` }),
  implicitProduct: (a) => ({
    message: `公式第 ${a.column} 个字符：“${a.text}”中缺少运算符。`,
    hint: "请写出乘号：a * b",
  }),
  unitWord: (a) => ({
    message: `公式第 ${a.column} 个字符：数字 ${a.number} 后的“${a.word}”不是单位。`,
    hint: `相乘请写 ${a.number} * ${a.word}；单位有 CNY、m2、household（户）、person、mo（月）、a（年）、d（天）、space、kWh、unit。`,
  }),
  orAmbiguous: (a) => ({
    message: `公式第 ${a.column} 个字符：“${a.text}”中的 or 既可理解为选填项的默认值，也可理解为两个条件之一成立。`,
    hint: "默认值请写 x or 0；两个条件请写 (x or 0) or 条件。",
  }),
  orLoose: (a) => ({
    message: `公式第 ${a.column} 个字符：or 最后计算，“${a.text}”没有为 ${a.name} 给出默认值。`,
    hint: `请给默认值加括号：(${a.name} or …)`,
  }),
  notAmbiguous: (a) => ({
    message: `公式第 ${a.column} 个字符：“not”与比较相邻，含义不明。`,
    hint: "请写 not (a > b)",
  }),
  chainOperand: (a) => ({
    message: `公式第 ${a.column} 个字符：连续比较的中间只能是名称或数字，不能是“${a.text}”。`,
    hint: "请写 a < b and b < c",
  }),
  construct: (a) => ({ message: `公式第 ${a.column} 个字符：“${a.text}”不属于公式语言。` }),
  unknownFunction: (a) => ({
    message: `公式第 ${a.column} 个字符：没有函数“${a.name}”。`,
    ...didYouMean(a.similar),
  }),
  arity: (a) => ({
    message: `公式第 ${a.column} 个字符：${a.name} 需要 ${a.min === a.max ? a.min : `${a.min} 至 ${a.max}`} 个参数，现有 ${a.given} 个。`,
  }),
  nameExpected: (a) => ({ message: `公式第 ${a.column} 个字符：${a.name}(…) 此处需要一个名称。` }),
  selectionSyntax: (a) => ({
    message: `公式第 ${a.column} 个字符：选取条件无法识别。`,
    hint: "条件之间用逗号分隔，如 sum(role = revenue.*, payee = spv, component != self)",
  }),
  selectionNumber: (a) => ({ message: `公式第 ${a.column} 个字符：“${a.key}”按大小比较，需要数字。` }),
  wordFindsNothing: (a) => ({
    message: `“${a.word}”没有对应的内容:模型中没有${KEYS[a.key] ?? ` ${a.key} `}为“${a.word}”的相关行,不能按零计算。`,
    hint: a.similar === undefined ? "请核对名称,或补上对应的内容" : `是否要写“${a.similar}”？`,
    subject: `“${a.word}”所指的内容`,
  }),
  selectionFindsNothing: (a) => ({
    message: "所引用的面积或户数在文件中没有,不能按零计算。",
    hint: `请补上所需的内容(如面积平衡表),或改按总额、数量填写。所引用的选取:${a.selection}`,
    subject: "所引用的面积或户数",
  }),
  selectionName: (a) => ({
    message: `公式第 ${a.column} 个字符：此处没有名为“${a.name}”的选取。`,
    hint: a.similar === undefined ? "请写条件，如 role = revenue.*" : `是否要写“${a.similar}”？`,
  }),
  selectionSelf: (a) => ({ message: `公式第 ${a.column} 个字符：“${a.key}”使用了 self，但本行没有 ${a.key}。` }),
  selectionContainsSelf: (a, name) => ({
    message: `选取 ${a.selection} 包含了本行 ${name(a.line)}。`,
    hint: "请排除本行，如 component != self，或用 prev(…) 读取上期值。",
  }),
  selectionOtherAxis: (a, name) => ({
    message: `选取 ${a.selection} 找到了 ${name(a.example)} 等行，但没有可在${axisWords[a.wanted]}行中相加的行。`,
    hint:
      a.wanted === "scalar"
        ? "各期合计请写 total(sum(…))。"
        : a.wanted === "year"
          ? "请写 yearly(sum(…))。"
          : "请先在单值行中相加。",
  }),
  selectionTooLarge: (a) => ({ message: `选取 ${a.selection} 超过 ${a.limit} 行。` }),
  unknownName: (a) => ({
    message: `公式第 ${a.column} 个字符：没有名为“${a.name}”的行或输入。`,
    ...didYouMean(a.similar),
  }),
  inputNeeded: (a) => ({
    message: `“${a.label.zh}”未填`,
    hint: "按所选的方式需要这一项,填写后才能计算",
    subject: a.label.zh,
  }),
  absentInput: (a) => ({
    message: `公式第 ${a.column} 个字符：可选输入“${a.name}”尚未填写，而公式需要它。`,
    hint: "请填写，或给出默认值（x or 0），或只在 min、max、given(…) 中使用。",
  }),
  allAbsent: (a) => ({ message: `公式第 ${a.column} 个字符：${a.text} 中的可选输入均未填写。` }),
  unknownParam: (a) => ({
    message: `公式第 ${a.column} 个字符：本文件的政策参数包中没有参数“${a.name}”。`,
    hint: "请添加政策参数包或更正名称。",
  }),
  unknownPhase: (a) => ({ message: `公式第 ${a.column} 个字符：时间轴没有阶段“${a.name}”。` }),
  unknownRecord: (a) => ({ message: `公式第 ${a.column} 个字符：没有事项记录“${a.name}”。` }),
  unknownTable: (a) => ({ message: `公式第 ${a.column} 个字符：此处没有表“${a.name}”。` }),
  unknownColumn: (a) => ({ message: `公式第 ${a.column} 个字符：表“${a.table}”没有列“${a.name}”。` }),
  tableColumns: (a) => ({
    message: `公式第 ${a.column} 个字符：请指明表“${a.table}”的列；不指明时该表须恰有 ${a.needed} 列。`,
    hint: `请写 ${a.table}.列名`,
  }),
  tableTooLong: (a) => ({ message: `表“${a.table}”超过 ${a.limit} 行。` }),
  profileTooLong: (a) => ({ message: `分布曲线最多 ${a.limit} 个权重。` }),
  nestedRows: (a) => ({ message: `公式第 ${a.column} 个字符：sumrows(…) 不能嵌套在另一个 sumrows(…) 之中。` }),
  missingLine: (a) => ({ message: `公式所需的行“${a.id}”不存在。` }),
  lookupMode: (a) => ({ message: `公式第 ${a.column} 个字符：lookup 的第三个参数只能是 step 或 linear。` }),
  lagCount: (a) => ({ message: `公式第 ${a.column} 个字符：“${a.text}”须为不小于 0 的整数期数。` }),
  periodInScalar: (a, name) => ({
    message: `公式第 ${a.column} 个字符：${name(a.name)} 随时间变化，而此处需要单个值。`,
    hint: "各期合计请写 total(…)，某日的值请写 at(…, 日期)。",
  }),
  periodInYear: (a, name) => ({
    message: `公式第 ${a.column} 个字符：${name(a.name)} 是逐期行，不能直接用于逐年行。`,
    hint: "请写 yearly(…)。",
  }),
  timeInScalar: (a) => ({ message: `公式第 ${a.column} 个字符：计算单个值时不能使用 ${a.fn}(…)。` }),
  yearlyOutsideYear: (a) => ({ message: `公式第 ${a.column} 个字符：yearly(…) 只能用于逐年行。` }),
  ytdInYear: (a) => ({ message: `公式第 ${a.column} 个字符：逐年行中不能使用 ytd(…)。`, hint: "请写 yearly(…)。" }),
  yearsInYear: (a) => ({
    message: `公式第 ${a.column} 个字符：逐年行中不能使用 years(…)。`,
    hint: "逐年行按自然年计算，请写 yearly(…)。",
  }),
  basisOutsideReducer: (a) => ({
    message: `公式第 ${a.column} 个字符：basis(…) 只能写在 npv、irr、lowest 等函数的序列参数外。`,
    hint: "例如 irr(basis(project.net_posttax))。",
  }),
  constantOverTime: (a) => ({
    message: `公式第 ${a.column} 个字符：${a.fn}(…) 需要随时间变化的量，而 ${a.text} 是单个值。`,
  }),
  unitUnknown: (a) => ({
    message: `“${a.unit}”不是计量单位。`,
    hint: "单位由 CNY、m2、household、person、mo、a、d、space、kWh、unit、1 组成，如 CNY/(m2*mo)。",
  }),
  unitDiffers: (a) => ({
    message: `${a.text} 中单位不一致：${a.left} 为 ${a.leftUnit}，${a.right} 为 ${a.rightUnit}。`,
  }),
  unitOfLine: (a, name) => ({
    message: `${name(a.line)} 的单位为 ${a.declared}，而公式 ${a.text} 的结果为 ${a.found}。`,
  }),
  unitNeeded: (a) => ({ message: `${a.text} 的单位应为 ${a.needed}，现为 ${a.found}。` }),
  powerUnit: (a) => ({ message: `${a.text} 中，单位为 ${a.unit} 的量只能取较小的整数次幂。` }),
  duplicateLine: (a) => ({ message: `行代码“${a.id}”重复。` }),
  tooManyLines: (a) => ({ message: `模型共 ${a.count} 行，最多允许 ${a.limit} 行。` }),
  graphTooLarge: () => ({ message: "模型过大：选取与表格展开后的运算过多。" }),
  cycle: (a, name) => ({
    message: `同一期内循环引用：${chain(a.lines, name)}。`,
    hint: "请用 prev(…) 断开循环，或由期初值计算其中一行。",
  }),
  barrierCycle: (a, name) => ({
    message: `跨全期循环引用：${name(a.reader)} 需要 ${name(a.read)} 的全部各期值（total、at），而后者又依赖前者：${chain(a.lines, name)}。`,
  }),
};
