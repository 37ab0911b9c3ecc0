import type { Arguments } from "./document.ts";
import type { Problem } from "./problem.ts";
import { type Wording, worded } from "./worded.ts";

/** What can be wrong with a bid form that is read back, and with a table of another form that is mapped to inputs, at its sheet and cell. */
const WORDING = {
  yearly_both: [
    "“{input}”的“各年相同”与各年不能同填",
    "“{input}” is given both for every year and by year",
    "只填一处",
    "fill in one of the two",
  ],
  reference_both: [
    "“{input}”已选用业主预测,不能再填金额",
    "“{input}” takes the owner's forecast and has amounts too",
    "删去金额,或改选“否”",
    "remove the amounts, or say no",
  ],
  form_needs_into: [
    "报价表须读入它所应答的招标文件",
    "a bid form is read into the file of the tender it answers",
    "指明招标方的文件,或先打开该文件再导入",
    "name the file of the tenderer, or open it and import into it",
  ],
  form_other_bid: [
    "报价表出自报价 {found}({own}),该代码现在是另一投标人“{bidder}”的报价",
    "the form is of bid {found} ({own}), and that is the bid of “{bidder}” now",
    "重新导出该投标人的报价表后再填",
    "export the form of that bidder again and fill that in",
  ],
  not_text: [
    "不是 UTF-8 或 GB18030 编码的文本文件",
    "this is no text in UTF-8 or GB18030",
    "在 Excel 中另存为“CSV UTF-8”或 .xlsx",
    "save it as “CSV UTF-8” or .xlsx in Excel",
  ],
  quote_open: [
    "有一处引号没有闭合,读不出行列",
    "a quotation mark is never closed, so that rows cannot be told apart",
    "检查引号,或另存为 .xlsx",
    "look at the quotation marks, or save it as .xlsx",
  ],
  head_unit: [
    "标题写的单位是“{found}”,本栏按“{own}”读,数值会差若干倍",
    "the heading says “{found}” and the field is read in “{own}”: numbers would be wrong",
    "表头写明的单位与所选金额单位(元、万元)一致即可,单价也按表头的万元读;其他单位先在文件中换算并改标题",
    "choose the unit of amounts the heading names: unit prices are read in it too; convert the file and its heading from any other",
  ],
  percent_head: [
    "“{input}”的标题写有百分号,而 {found} 可能是 {found}%,也可能是小数",
    "the heading of “{input}” says per cent, and {found} may be {found}% or a decimal",
    "在格中写上百分号,如 50%",
    "type the sign into the cells, such as 50%",
  ],
  price_in_wan: [
    "“{found}”没有写明单位,按表上所写的“单位:万元”读作万元({input})",
    "“{found}” names no unit and is read in 10,000 yuan, as is written above the table ({input})",
    "单价不是万元的,在表头写明,如 单价(元/㎡)",
    "where the price is not in 10,000 yuan say so in its heading, such as price (yuan)",
  ],
  hidden_row: [
    "第 {row} 行是隐藏行,照读",
    "row {row} is hidden and is read all the same",
    "不要读入的,先在文件中删去",
    "delete it in the file if it is not meant",
  ],
  column_missing: [
    "文件没有 {found} 列,“{input}”读不到数",
    "the file has no column {found} for “{input}”",
    "核对列字母",
    "look at the letter of the column",
  ],
  column_twice: [
    "{found} 列同时对应“{input}”与“{own}”",
    "column {found} is mapped to “{input}” and to “{own}”",
    "一列只对应一个栏目",
    "a column goes to one field",
  ],
  no_sheet: [
    "文件没有工作表“{found}”",
    "the file has no sheet “{found}”",
    "从列出的工作表中选择",
    "choose one of the sheets there are",
  ],
  empty_file: ["文件里没有一张有数据的表", "no sheet of the file has rows in it", "另选文件", "choose another file"],
  no_target: [
    "模型中没有可以接收表格的测算项",
    "no component of the model has a table or a series",
    "先添加测算项",
    "add a component first",
  ],
  target_unknown: [
    "模型中没有这个表格或分期输入",
    "the model has no such table or series",
    "{suggestion}",
    "{suggestion}",
  ],
  field_unknown: ["没有栏目“{found}”", "there is no field “{found}”", "{suggestion}", "{suggestion}"],
  column_given: [
    "“{found}”应写作 栏目=列,如 amount=C",
    "“{found}” is to be FIELD=COLUMN, such as amount=C",
    "用逗号隔开各项",
    "commas between them",
  ],
  head_given: [
    "表头行应为 0 至 60000 的整数,现为“{found}”",
    "the row of headings is to be a whole number from 0 to 60000 and is “{found}”",
    "没有表头填 0",
    "0 where there are none",
  ],
  needs_at: [
    "文本文件须指明读入哪一项输入",
    "a text file is read into an input that has to be named",
    "加 --at components/ID/inputs/NAME 与 --into 文件",
    "add --at components/ID/inputs/NAME and --into FILE",
  ],
  no_column: [
    "没有一列对应到“{input}”",
    "no column is mapped to “{input}”",
    "核对表头行,逐列选择栏目",
    "look at the row of headings and choose a field for each column",
  ],
  no_rows: [
    "表头以下没有数据行",
    "there are no rows below the headings",
    "核对工作表与表头行",
    "look at the sheet and the row of headings",
  ],
  column_unused: [
    "列“{found}”没有对应的栏目,不读入",
    "the column “{found}” is mapped to nothing and is not read",
    "",
    "",
  ],
  field_unmapped: ["“{input}”没有对应的列,留空", "“{input}” has no column and stays empty", "", ""],
  total_row: ["第 {row} 行“{found}”是合计行,不读入", "row {row}, “{found}”, is a total and is not read", "", ""],
  not_period: [
    "“{found}”不是月份、季度、半年或年份",
    "“{found}” is no month, quarter, half-year or year",
    "如 2027-03、2027-Q1、2027-H1、2027、第3期",
    "such as 2027-03, 2027-Q1, 2027-H1, 2027",
  ],
  period_unmapped: [
    "列“{found}”写的是期间,却没有对应到“月份或期间”:数值不能不看期间、依次排列",
    "the column “{found}” names periods and is not mapped to them: values cannot go by their order",
    "把该列对应到“月份或期间”(--columns period=列,value=列);确与期间无关的,先在文件中删去",
    "map it to the period (--columns period=COLUMN,value=COLUMN), or delete it in the file if it is no period",
  ],
  in_order: [
    "文件没有期间列,各行自 {from} 起依次排列,每{every}一值",
    "the file has no column of periods: rows follow one another from {from}, one a {every}",
    "",
    "",
  ],
  step_other: [
    "文件中每{found}一值,“{input}”原为每{own}一值:照文件改为每{found}一值",
    "the file has a value a {found} and “{input}” one a {own}: it becomes one a {found}",
    "",
    "",
  ],
  mixed_periods: [
    "各行期间长短不一",
    "the rows are of periods of different length",
    "统一为月、季、半年或年",
    "make all of them months, quarters, half-years or years",
  ],
  period_order: [
    "此处应为 {own},现为 {found}:期间须依次相连,不重不漏",
    "this is to be {own} and is {found}: periods follow one another without gaps",
    "补上缺的期间(没有发生填 0),删去重复的",
    "add what is missing (0 where nothing happens) and remove what stands twice",
  ],
  series_empty: [
    "“{input}”没有数值",
    "“{input}” has no value",
    "没有发生填 0,或删去该行",
    "enter 0 where nothing happens, or remove the row",
  ],
  table_long: [
    "表格至多 {most} 行,文件读出 {found} 行",
    "a table has at most {most} rows, and the file has {found}",
    "删去明细,先在 Excel 中汇总",
    "sum the details up in Excel first",
  ],
  series_long: ["序列至多 {most} 期", "a series has at most {most} values", "改用较长的期间", "use longer periods"],
} as const satisfies Record<string, Wording>;

export const exchangeProblem = (code: keyof typeof WORDING, path: string, args: Arguments = {}): Problem =>
  worded(`exchange.${code}`, WORDING[code], path, args);
