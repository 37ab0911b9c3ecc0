import type { ChartBlock, ChartSeries } from "./blocks.ts";
import { XML_HEAD, xmlText } from "./xml.ts";

export const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
export const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main";

/** Of the bars, and of the line over them; to be told apart in print without colours too. */
export const BAR_COLOURS = ["2F75A8", "D9A04A"] as const;
export const LINE_COLOUR = "222222";
const [CATEGORIES, VALUES] = ["111", "222"];

/** The part of a Word file that is a chart: it carries its values and needs no workbook. */
export function chartXml(chart: ChartBlock): string {
  const { bars, line, categories, unit } = chart;
  const names = categories.map((text, at) => point(at, text)).join("");
  const common = `<c:cat><c:strLit><c:ptCount val="${categories.length}"/>${names}</c:strLit></c:cat>`;
  const series = (one: ChartSeries, at: number, look: string, more: string): string =>
    `<c:ser><c:idx val="${at}"/><c:order val="${at}"/><c:tx><c:v>${xmlText(one.name)}</c:v></c:tx>${look}${more}${common}<c:val>${numbers(one)}</c:val></c:ser>`;
  const axes = `<c:axId val="${CATEGORIES}"/><c:axId val="${VALUES}"/>`;
  const barSeries = bars
    .map((one, at) =>
      series(one, at, filled(BAR_COLOURS[at % BAR_COLOURS.length] ?? ""), '<c:invertIfNegative val="0"/>'),
    )
    .join("");
  const lineSeries =
    line === undefined
      ? ""
      : `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series(line, bars.length, drawn, '<c:marker><c:symbol val="none"/></c:marker>')}<c:marker val="1"/>${axes}</c:lineChart>`;
  return `${XML_HEAD}<c:chartSpace xmlns:c="${CHART}" xmlns:a="${DRAWING}"><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${barSeries}<c:gapWidth val="60"/>${axes}</c:barChart>${lineSeries}<c:catAx><c:axId val="${CATEGORIES}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${small}<c:crossAx val="${VALUES}"/><c:crosses val="autoZero"/></c:catAx><c:valAx><c:axId val="${VALUES}"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="3175"><a:solidFill><a:srgbClr val="CCCCCC"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:title><c:tx><c:rich><a:bodyPr rot="0"/><a:p><a:pPr><a:defRPr sz="800" b="0"/></a:pPr><a:r><a:rPr sz="800" b="0"/><a:t>${xmlText(unit)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title><c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>${small}<c:crossAx val="${CATEGORIES}"/><c:crosses val="autoZero"/></c:valAx></c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/>${small}</c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`;
}

const small =
  '<c:txPr><a:bodyPr/><a:p><a:pPr><a:defRPr sz="800"/></a:pPr><a:endParaRPr lang="zh-CN" sz="800"/></a:p></c:txPr>';
const filled = (colour: string): string => `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill></c:spPr>`;
const drawn = `<c:spPr><a:ln w="19050"><a:solidFill><a:srgbClr val="${LINE_COLOUR}"/></a:solidFill></a:ln></c:spPr>`;

const point = (at: number, text: string): string => `<c:pt idx="${at}"><c:v>${xmlText(text)}</c:v></c:pt>`;

function numbers({ values }: ChartSeries): string {
  const points = values.flatMap((value, at) => (value === null ? [] : [point(at, String(value))]));
  return `<c:numLit><c:formatCode>#,##0</c:formatCode><c:ptCount val="${values.length}"/>${points.join("")}</c:numLit>`;
}
