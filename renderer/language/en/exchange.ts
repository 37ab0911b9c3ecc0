/** Exports. */
export const exchange = {
  print: {
    preview: "Print preview",
    print: "Print",
    close: "Close",
    hint: "Choose “save as PDF” as the printer for a PDF",
  },
  picture: {
    save: "Save as a picture: {{title}}",
    saveShort: "Save as a picture",
    png: "Save as PNG",
    svg: "Save as SVG",
    copy: "Copy the picture",
    copied: "The picture was copied; paste it into a document.",
    copyFailed: "The clipboard was not available; save it as PNG instead.",
    project: "Project: {{value}}",
    scenario: "Scenario: {{value}}",
    unit: "Unit: {{value}}",
  },
  exchange: {
    title: "Export",
    export: "Export",
    form: "What is in it",
    model: "The whole model, with live formulas",
    tables: "The standard tables, to print and file",
    plan: "Funding plan",
    opinion: "Opinion of the review",
    monitoring: "Monitoring sheet",
    bids: "Comparison of bids",
    formulas: "Formula book",
    statements: "Statements, to print",
    board: "Board, to print",
    statementsParts:
      "In it: conventions, every standard statement from a page of its own, A4 on its side, wide ones cut by years, heads on every page.",
    boardParts:
      "In it: the nine verdicts, cash by year, sources and uses, indicators, what they rest on, findings, conventions.",
    opinionParts:
      "In it: what the plan was held against, verdicts, grounds for rejection, questions and notes, what could not be judged, remarks, submitted and audited figures, declared figures, stress.",
    opinionBlank: "The decision is left for the reviewer to fill in.",
    monitoringParts:
      "In it: plan, actual, variance and forecast of the year, what is not reported, the sources, verdicts of plan and forecast.",
    bidsParts:
      "In it: the bidders and what they answer, compliance, each step of the normalisation, value to the owner, prices, promises, the bidders themselves, year by year.",
    bidsAward: "Nothing of the award before the evaluation is locked; no score beyond the weights of the notice.",
    formulasParts: "In it: name, id, unit, formula, convention and clause of every line, for an audit.",
    long: "Many lines: one or two hundred pages.",
    file: "File",
    toPrint: "Open it in a browser and print it, or save it as a PDF; heads and page numbers on every page.",
    files: { docx: "Word (.docx)", html: "Page (print, PDF)" },
    unit: "Amounts in",
    sheets:
      "In it: verdicts and indicators, charts, inputs, every line in every period, all standard statements, checks of every line against the book of record.",
    live: "Calculated cells are formulas; Excel 2010 and later and WPS work them out when it is opened, and again when an input is changed.",
    scenario: "Scenarios with the same lines are chosen by number on the sheet of scenarios.",
    fixed:
      "The calendar, the components and other choices that decide which lines exist cannot be changed in it: change them here and export again.",
    light:
      "Tests of figures follow the entries; for what is missing, papers and conditions the verdict when made counts.",
    tablesParts:
      "In it: all standard statements by year with title, unit, project and scenario; A3 on its side, heads on every page.",
    sums: "Totals, subtotals, differences, cumulative amounts and checks within a table are formulas, the rest are numbers.",
    sections:
      "In it: the project, areas, investment, funding, income, operation, debt service, indicators, the nine verdicts, sensitivity, risks, findings, papers, conventions, and all standard tables.",
    native:
      "Headings, numbers, tables and contents are Word's own styles and fields; there are no formulas: change the model and export again.",
    pages: "Word fills in the pages of the contents when it opens the file; in WPS choose “update field” there.",
    rounded:
      "Amounts have two decimals; the parts with the largest remainders give way, so that figures add up to their total.",
    template: "A template to fill in with Excel and read back",
    entries:
      "In it: project and calendar, a row for every input, the series, a sheet for each kind of table; with units, bounds, drop-downs and what is entered now.",
    empty: "An empty cell is missing and not 0; what is needed and empty is marked.",
    back: "Once filled in, Import from Excel shows changes and faults first, and then takes it into the open model or as a new one.",
    carried:
      "A hidden sheet carries the whole model: mind whom it is sent to. A model that holds a tender is not carried.",
    bidForm: "A form for bidders to fill in with Excel",
    ofBid: "Bid the form shows",
    emptyForm: "an empty form",
    bidTerms: "In it: every term of a bid on this notice, with units, bounds, drop-downs and what the notice asks for.",
    bidPrivate: "Nothing of the reference revenue, the invitees, the committee or other bids is in it.",
    bidEmpty: "An empty cell is not offered, and not 0.",
    bidBack:
      "Once filled in, Take a bid on the page of bids shows changes and faults first; it answers this notice alone.",
    importTitle: "Import from Excel",
    importLead:
      "Reads a filled template or bid form back, or a workbook of the model with changed entries. Only changed cells are taken over, formulas are never calculated, and with one fault nothing is. A table of any other file, or a CSV, can be mapped to an input by its columns.",
    pick: "Choose a file",
    pickOther: "Choose another",
    target: "Take it into",
    targetOpen: "the open model (can be undone)",
    targetNew: "a new model",
    into: "Take into the open model",
    asNew: "Open as a new model",
    reading: "reading",
    faults: "Faults: {{count}}. Nothing was taken over: mend them and choose the file again",
    changes: "Cells changed: {{count}}",
    unchanged: "Nothing was changed",
    cell: "cell",
    fault: "what is wrong",
    remedy: "what to do",
    place: "input",
    before: "was",
    after: "is to be",
    more: "Further cells: {{count}}",
    imported: "Imported {{name}}; cells changed: {{count}}",
    running: "Progress of the export",
    failed: "Not exported",
    done: "Exported {{name}}",
  },
};
