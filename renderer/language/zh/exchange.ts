/** 导出。 */
export const exchange = {
  exchange: {
    title: "导出 Excel 工作簿",
    export: "导出",
    sheets: "内容：结论与指标、图表、输入、各行各期计算、全部标准报表、与账本的逐行核对。",
    live: "计算格均为公式，WPS 与 Excel 2010 以上打开即重算；改输入，结果随之变动。",
    scenario: "同一结构的各方案可在“方案”表中按序号切换。",
    fixed: "计算期、组成部分的增减等结构性选择不能在表中改动，须改后重新导出。",
    light: "数值检验随改动重算；缺项、文件与附条件以出具时结论为准。",
    running: "导出进度",
    failed: "未能导出",
    done: "已导出 {{name}}",
  },
};
