import type { Arguments } from "./document.ts";
import type { Problem } from "./problem.ts";
import { type Wording, worded } from "./worded.ts";

/** What can be wrong with a spreadsheet that is read back, at its sheet and cell: message and hint, in both languages. */
const WORDING = {
  not_xlsx: [
    "不是 .xlsx 文件",
    "this is no .xlsx file",
    "旧的 .xls、加密或损坏的文件请在 Excel 中另存为不加密的 .xlsx",
    "save an old .xls, an encrypted or a damaged file as .xlsx without a password in Excel",
  ],
  damaged: [
    "文件已损坏:{part}",
    "the file is damaged: {part}",
    "在 Excel 中打开并另存",
    "open it in Excel and save it again",
  ],
  too_large: [
    "文件过大:{what} {found},上限 {limit}",
    "the file is too large: {what} {found}, at most {limit}",
    "删去与填报无关的工作表后另存",
    "remove sheets that have nothing to do with the entries and save it again",
  ],
  bomb: [
    "{part} 解压后 {found} 字节,压缩前后相差过大,已拒绝",
    "{part} unpacks to {found} bytes, far more than its packed size: refused",
    "请确认文件来源;正常的填报表不会如此",
    "make sure where the file is from; a sheet of entries is never like this",
  ],
  hostile_name: [
    "压缩包内的文件名不合规:{part}",
    "a file inside the archive has a name that leads elsewhere: {part}",
    "请确认文件来源",
    "make sure where the file is from",
  ],
  macros: [
    "含宏的工作簿不予导入({part})",
    "a workbook with macros is not imported ({part})",
    "另存为 .xlsx(不含宏)",
    "save it as .xlsx, without macros",
  ],
  external: [
    "工作簿引用外部文件或数据连接,不予导入({part})",
    "the workbook refers to other files or data connections and is not imported ({part})",
    "在 Excel 中断开链接(数据 → 编辑链接)后另存",
    "break the links in Excel (Data, Edit Links) and save it again",
  ],
  declaration: [
    "{part} 含 DTD 或实体声明,不予导入",
    "{part} declares a document type or entities and is not imported",
    "在 Excel 中打开并另存",
    "open it in Excel and save it again",
  ],
  not_ours: [
    "不是平衡的填报模板或工作簿",
    "this is neither a template nor a workbook of Pingheng",
    "先导出填报模板,填好后再导入",
    "export a template first, fill it in and import that",
  ],
  workbook_bare: [
    "工作簿没有随附出具时的填写值,分不清哪些格是在表中改的",
    "the workbook does not carry what was entered when it was made: what was changed in it cannot be told",
    "在平衡中重新导出工作簿,把改动填入新工作簿后再导入",
    "export the workbook again in Pingheng, put the changes into that one and import it",
  ],
  template_bare: [
    "模板没有随附出具时的填写值,目标文件此后又有改动,分不清哪些格是在表中改的",
    "the template does not carry what was entered when it was made, and the target was changed since: what was changed in it cannot be told",
    "重新导出模板,把改动填入新模板后再导入",
    "export the template again, put the changes into that one and import it",
  ],
  carried_changed: [
    "随附的原文件已被改动,不能作为底稿",
    "the document carried along was changed and cannot be built on",
    "重新导出模板",
    "export the template again",
  ],
  needs_into: [
    "本文件没有随附模型,须指明写入哪个文件",
    "this file does not carry its model: say which model it is for",
    "指明原文件,或先打开该模型再导入",
    "name that file, or open that model and import into it",
  ],
  other_document: [
    "本表出自另一版本的文件(本表 {found},目标 {own}),只采用表中改动的格",
    "the sheet is of another state of the document (sheet {found}, target {own}): only what was changed in it is taken over",
    "逐项核对改动;必要时重新导出",
    "look through the changes; export it again where in doubt",
  ],
  other_model: [
    "本表所属的模型“{found}”不是目标模型“{own}”",
    "the sheet is of the model “{found}” and the target is “{own}”",
    "选择本表所属的模型;项目改过名称的,重新导出后再填",
    "choose the model it is of; where the project was renamed, export it again and fill that in",
  ],
  other_inputs: [
    "模板由软件 {found} 版导出,此后机制的输入项有变动",
    "the template was made by version {found}, and mechanisms have other inputs now",
    "重新导出模板后再填",
    "export the template again and fill that in",
  ],
  conflict: [
    "目标文件中此处已另改为 {own}(本表出具时为 {found})",
    "the target has {own} there by now (it was {found} when the sheet was made)",
    "决定取哪个值,重新导出后再改",
    "decide which holds, export it again and change that",
  ],
  sheet_missing: [
    "缺少工作表“{found}”",
    "the sheet “{found}” is missing",
    "不要删除或重命名工作表;可从模板复制回来",
    "sheets are not to be removed or renamed; copy it back from the template",
  ],
  heading_changed: [
    "表头应为“{own}”,现为“{found}”",
    "the heading is to be “{own}” and is “{found}”",
    "恢复表头,不要增删或移动列",
    "put the heading back; columns are not to be added, removed or moved",
  ],
  unit_changed: [
    "单位应为“{own}”,现为“{found}”",
    "the unit is to be “{own}” and is “{found}”",
    "恢复单位,数按该单位填写;要用万元填写,选万元重新导出",
    "put the unit back and enter numbers in it; for 10,000 yuan export the template again in them",
  ],
  row_missing: [
    "缺少“{input}”一行({found})",
    "the row of “{input}” is missing ({found})",
    "不要删行;不填的留空",
    "rows are not to be removed; leave empty what is not known",
  ],
  row_unknown: [
    "没有这个组成部分或输入项:{found}",
    "there is no such component or input: {found}",
    "{suggestion}",
    "{suggestion}",
  ],
  row_twice: [
    "{found} 重复,已见于第 {row} 行",
    "{found} stands twice, the first time in row {row}",
    "只保留一行",
    "keep one of the rows",
  ],
  row_nameless: [
    "这一行有填写内容,但缺“{input}”",
    "something is entered in this row, but “{input}” is empty",
    "填写代码,或清空该行",
    "fill in the id, or empty the row",
  ],
  row_id: [
    "行代码“{found}”不可用",
    "“{found}” cannot be the code of a row",
    "用字母、汉字、数字、下划线,以字母或汉字开头;可留空,自动给出代码",
    "letters, digits and underscores, a letter first; left empty it gets one",
  ],
  merged: [
    "填写区有合并单元格 {found}",
    "cells are merged where entries stand: {found}",
    "取消合并,逐格填写",
    "take the merge apart and fill in each cell",
  ],
  formula: [
    "“{input}”内是公式,不予计算",
    "“{input}” is a formula, which is never calculated",
    "复制后选择性粘贴为数值",
    "copy it and paste it as a value",
  ],
  error_cell: [
    "“{input}”是错误值 {found}",
    "“{input}” is an error: {found}",
    "填写数值,或清空",
    "enter a value, or empty the cell",
  ],
  cell_outside: [
    "“{found}”写在没有对应栏目的格里,不会读入",
    "“{found}” stands where there is no column and would not be read",
    "移到相应栏目,或清空;分期的段数不够时改用较长的每段",
    "move it to its column or empty the cell; where a series needs more steps take longer ones",
  ],
  shown_changed: [
    "“{own}”改成了“{found}”,此栏不读入",
    "“{own}” was written over with “{found}”; this column is not read",
    "恢复原文;要改的在黄底的填写格中改",
    "put it back; what is to be changed has a yellow cell of its own",
  ],
  whole_number: [
    "“{input}”应为整数,现为“{found}”",
    "“{input}” is to be a whole number and is “{found}”",
    "填整数",
    "enter a whole number",
  ],
  percent_text: [
    "“{input}”是以文本存储的“{found}”,看不出是百分数还是小数",
    "“{input}” is the text “{found}”, which may be per cent or a share",
    "写成 7% 这样,或把格式改为百分比后重填",
    "write it as 7%, or make the format a percentage and type it again",
  ],
  assumed_source: [
    "“{found}”没有写明出处,不能作为依据",
    "“{found}” names no source and is no evidence",
    "写“假定:出处”,或文件名称",
    "write “assumed: SOURCE”, or the name of a paper",
  ],
  text_for_number: [
    "“{input}”应为数,现为“{found}”",
    "“{input}” is to be a number and is “{found}”",
    "只填数;不知道的留空",
    "a number only; leave empty what is not known",
  ],
  unit_in_number: [
    "“{input}”里写了单位:“{found}”",
    "a unit was typed into “{input}”: “{found}”",
    "只填数,按单位列的单位",
    "the number only, in the unit its column says",
  ],
  date_for_number: [
    "“{input}”应为数,现为日期",
    "“{input}” is to be a number and is a date",
    "Excel 可能把输入当成了日期:把格式改为常规后重填",
    "Excel may have taken it for a date: make the format general and type it again",
  ],
  date_for_text: [
    "“{input}”应为文字,现为日期",
    "“{input}” is to be a text and is a date",
    "把格式改为文本后重填",
    "make the format text and type it again",
  ],
  model_formula: [
    "“{input}”的公式不能在表中修改",
    "the formula of “{input}” cannot be changed in a sheet",
    "在平衡中修改,或改填数值",
    "change it in Pingheng, or enter a number",
  ],
  number_as_text: [
    "“{input}”是以文本存储的数“{found}”,按数读入",
    "“{input}” is the number “{found}” stored as text; it is read as a number",
    "",
    "",
  ],
  month_as_text: [
    "“{input}”是以文本存储的月份“{found}”,按 {own} 读入",
    "“{input}” is the month “{found}” stored as text; it is read as {own}",
    "",
    "",
  ],
  date_1904: [
    "工作簿使用 1904 日期系统,日期已换算",
    "the workbook counts dates from 1904; they were converted",
    "",
    "",
  ],
  not_month: [
    "“{input}”应为月份,现为“{found}”",
    "“{input}” is to be a month and is “{found}”",
    "填日期或 2027-03;随阶段写 build.end+12",
    "enter a date or 2027-03; build.end+12 follows a phase",
  ],
  month_outside: [
    "“{input}”的月份 {found} 在计算期({from} 至 {to})之外",
    "the month {found} of “{input}” lies outside the horizon ({from} to {to})",
    "核对年份;1900 年代的日期多因只填了年份或数字",
    "check the year; dates of the 1900s mostly come from a bare year or number",
  ],
  choice_unknown: ["“{input}”没有“{found}”这一项", "“{input}” has no choice “{found}”", "{suggestion}", "{suggestion}"],
  choice_several: [
    "“{input}”有不止一项叫“{found}”",
    "“{input}” has more than one choice “{found}”",
    "写代码:{suggestion}",
    "write the id: {suggestion}",
  ],
  series_gap: [
    "“{input}”的各段中间有空格",
    "the series “{input}” has a gap",
    "没有发生填 0,或删去其后各段",
    "enter 0 where nothing happens, or remove what follows",
  ],
  series_start: [
    "“{input}”缺起始月或每段时长",
    "“{input}” lacks its first month or the length of a step",
    "两格都填",
    "fill in both",
  ],
  series_mixed: [
    "“{input}”的公式与各段数值不能并存",
    "“{input}” cannot have a formula and steps at once",
    "删去公式,或删去其余各段",
    "remove the formula, or the other steps",
  ],
  not_patchable: [
    "情景不能改动“{input}”",
    "a scenario cannot change “{input}”",
    "用基准的模板改原文件",
    "change the file itself, with a template of the base",
  ],
  calculated_changed: [
    "“{input}”不是可改的填写值,改动未采用",
    "“{input}” is no entry that can be changed here",
    "恢复原值;政策参数、计算期等在平衡中改",
    "put it back; parameters of rule packs, the calendar and the like are changed in Pingheng",
  ],
  scenario_changed: [
    "“{input}”各情景取值不同,不能从工作簿读回",
    "scenarios differ in “{input}”, which is not read back from a workbook",
    "恢复原值;用该情景的填报模板修改",
    "put it back; change it with the template of that scenario",
  ],
  line_unknown: [
    "模型中没有输入行 {found}",
    "the model has no input line {found}",
    "工作簿须出自同一模型;重新导出后再改",
    "the workbook has to be of the same model; export it again and change that",
  ],
} as const satisfies Record<string, Wording>;

export type SheetCode = keyof typeof WORDING;

export const sheetProblem = (code: SheetCode, path: string, args: Arguments = {}): Problem =>
  worded(`sheet.${code}`, WORDING[code], path, args);
