/** Exports. */
export const exchange = {
  exchange: {
    title: "Export to Excel or Word",
    export: "Export",
    form: "What is in it",
    model: "The whole model, with live formulas",
    tables: "The standard tables, to print and file",
    plan: "The funding plan (Word)",
    unit: "Amounts in",
    sheets:
      "In it: verdicts and indicators, charts, inputs, every line in every period, all standard statements, checks of every line against the book of record.",
    live: "Calculated cells are formulas; Excel 2010 and later and WPS work them out when it is opened, and again when an input is changed.",
    scenario: "Scenarios with the same lines are chosen by number on the sheet of scenarios.",
    fixed:
      "The calendar, the components and other choices that decide which lines exist cannot be changed in it: change them here and export again.",
    light:
      "Tests of figures follow the entries; for what is missing, papers and conditions the verdict when made counts.",
    statements:
      "In it: all standard statements by year with title, unit, project and scenario; A3 on its side, heads on every page.",
    sums: "Totals, subtotals, differences, cumulative amounts and checks within a table are formulas, the rest are numbers.",
    sections:
      "In it: the project, areas, investment, funding, income, operation, debt service, indicators, the nine verdicts, sensitivity, risks, findings, papers, conventions, and all standard tables.",
    native:
      "Headings, numbers, tables and contents are Word's own styles and fields; there are no formulas: change the model and export again.",
    pages: "Word fills in the pages of the contents when it opens the file; in WPS choose “update field” there.",
    rounded:
      "Amounts have two decimals; the parts with the largest remainders give way, so that figures add up to their total.",
    running: "Progress of the export",
    failed: "Not exported",
    done: "Exported {{name}}",
  },
};
