// A trend: one axis, this year in colour, earlier ones quiet, names outside the plot.
import { axisText, color, rankAfter, seriesColor, unitAfter } from "./look.js";
import { axisName, endLabels, newestFigure, partFigures, textWidth, yearMarks } from "./labels.js";

// Never colour alone: each of five colours has its own point, and what comes after five is dashed.
const points = ["circle", "rect", "triangle", "rectRot", "crossRot"];
const revisionReach = 18;
const dashes = [[], [4, 3], [1, 3]];

const styles = {
  bar: s => ({ type: "bar", backgroundColor: latest(s.values), maxBarThickness: 44, order: 6 }),
  stack: (s, index) => ({ type: "bar", stack: "parts", ...part(index), maxBarThickness: 44, order: 6 }),
  same: s => ({ type: "bar", stack: "year", backgroundColor: latest(s.values), maxBarThickness: 120, order: 6 }),
  rest: () => ({ type: "bar", stack: "year", backgroundColor: color("bar-pale"), maxBarThickness: 120, order: 6 }),
  main: (s, index, data) => ({ ...main(s, data), ...(data.series.some(other => other.kind === "mean") && { borderColor: color("bar-soft"), backgroundColor: color("bar-soft"), borderWidth: 1.5, order: 3 }) }),
  mean: () => ({ ...line(color("bar"), 3), order: 1 }),
  before: (s, index, data) => ({ ...line(color("ink"), 2), ...edged(lone(s.values)), ...(data.isFew && dots(4)), order: 2 }),
  older: (s, index, data) => ({ ...line(color("line-strong"), 1), ...(data.isFew && dots(3)), order: 4 }),
  low: () => ({ ...line("transparent", 0), order: 8 }),
  high: () => ({ ...line("transparent", 0), fill: "-1", backgroundColor: color("band"), order: 8 }),
  other: s => ({ ...line(color("ink-2"), 1.5), borderDash: [5, 4], ...edged(lone(s.values)), order: 3 }),
  revision: () => ({ ...line(color("ink"), 3), showLine: false, pointStyle: "line", pointRadius: revisionReach, pointBorderWidth: 3, order: 0 }),
  line: (s, index) => ({ ...line(seriesColor(index), 2.5), borderDash: dashes[Math.floor(index / 5) % 3], pointStyle: points[index % 5], pointBorderWidth: 2, pointRadius: s.values.length > 24 ? 0 : 4, order: 1 }),
};

const dots = pointRadius => ({ showLine: false, ...edged(pointRadius) });

// A point on a bar has an edge, whatever colour the bar has.
const edged = pointRadius => ({ pointRadius, pointBorderColor: color("ground"), pointBorderWidth: 2 });

const isDrawn = s => s.kind in styles && s.values.some(v => v !== null);

// The newest month stands out: it is what the title speaks of.
function latest(values) {
  const last = values.findLastIndex(v => v !== null);
  return values.map((_, i) => color(i === last ? "bar" : "bar-soft"));
}

// The first part is full, the others hollow.
function part(index) {
  return index === 0 ? { backgroundColor: color("series-1") } : { backgroundColor: color("ground"), borderColor: seriesColor(index), borderWidth: 2.5, borderSkipped: false };
}

function main(s, data) {
  const last = s.values.findLastIndex(v => v !== null);
  return { ...line(color("bar"), 2.5), showLine: !data.isFew, pointRadius: s.values.map((_, i) => (i === last ? 5 : data.isFew || isAlone(s.values, i) ? 3 : 0)), order: 1 };
}

// A month between two gaps has no line: a point shows it.
const isAlone = (values, i) => values[i] !== null && (values[i - 1] ?? null) === null && (values[i + 1] ?? null) === null;

const lone = values => values.map((_, i) => (isAlone(values, i) ? 5 : 0));

// What is compared with the bars runs over them: an edge on both sides keeps it apart from each of their colours.
const edges = {
  id: "edges",
  beforeDatasetDraw({ ctx, data }, { meta }) {
    const { kind, borderWidth, showLine } = data.datasets[meta.index];
    if (!["before", "other", "revision"].includes(kind)) return;
    ctx.save();
    Object.assign(ctx, { strokeStyle: color("ground"), lineWidth: borderWidth + 3, lineJoin: "round" });
    ctx.beginPath();
    if (showLine !== false) meta.dataset.path(ctx);
    else if (kind === "revision") marks(ctx, meta.data);
    ctx.stroke();
    ctx.restore();
  },
};

function marks(ctx, points) {
  for (const { x, y } of points.filter(point => !point.skip)) {
    ctx.moveTo(x - revisionReach - 1, y);
    ctx.lineTo(x + revisionReach + 1, y);
  }
}

function line(borderColor, borderWidth) {
  return { type: "line", borderColor, backgroundColor: borderColor, borderWidth, pointRadius: 0, pointHitRadius: 12, pointHoverRadius: 4, spanGaps: false };
}

export function trendConfig(data) {
  const shown = data.series.filter(isDrawn);
  const values = shown.flatMap(s => s.values.filter(v => v !== null));
  const isStacked = shown.some(s => s.kind === "stack" || s.kind === "rest");
  const isLong = data.years.some(year => year.name);
  const named = shown.filter(s => s.label && !["bar", "main", "stack", "same", "rest", "low"].includes(s.kind));
  return {
    data: {
      labels: data.labels,
      datasets: shown.map((s, i) => ({ label: s.name, short: s.label, data: s.values, texts: s.texts, kind: s.kind, ...styles[s.kind](s, s.color ?? i, data) })),
    },
    options: {
      layout: { padding: { top: 44, right: Math.max(16, ...named.map(s => textWidth(s.label) + (s.kind === "line" ? 42 : 16))), bottom: isLong ? 26 : 0 } },
      interaction: { mode: "index", intersect: false },
      scales: {
        x: {
          grid: { display: false },
          stacked: isStacked,
          ticks: isLong ? { display: false } : { maxRotation: 0, autoSkipPadding: 6, ...(shown[0].kind === "same" && { callback: yearTick(data) }) },
        },
        y: data.isRank ? ranks() : {
          beginAtZero: true,
          grace: "5%",
          stacked: isStacked,
          border: { display: false },
          // Counts have no fractions.
          ticks: { callback: value => axisText(value, Math.max(...values), data.unit, data.isChange), maxTicksLimit: 6, ...(!data.hasFractions && { precision: 0 }) },
          grid: { color: context => color(data.isChange && context.tick.value === 0 ? "line-strong" : "line") },
        },
      },
      plugins: {
        // Parts stand on each other, so that none has an end of its own to be named at.
        legend: { display: shown.some(s => s.kind === "stack"), position: "bottom", align: "start", onClick: null, labels: { filter: (item, { datasets }) => datasets[item.datasetIndex].kind === "stack", boxWidth: 16, boxHeight: 12, padding: 16 } },
        axisName: { text: data.unit },
        yearMarks: { years: isLong ? data.years : [] },
        // Without a year before, the title speaks of the greatest month.
        newestFigure: { greatest: !data.isChange && shown.every(s => s.kind !== "before" && s.kind !== "main") },
        partFigures: { totals: data.series.find(s => s.kind === "total")?.texts },
        tooltip: { callbacks: { label: item => `${item.dataset.label}: ${worded(item.dataset.texts[item.dataIndex], item.dataset, data)}`, afterBody: items => tableOnly(data, items[0].dataIndex) } },
      },
    },
    plugins: [edges, yearMarks, axisName, partFigures, endLabels, newestFigure],
  };
}

const worded = (text, set, data) => (data.isRank ? rankAfter(text, data.unit) : text + unit(set, data));

// Changes and percentages say theirs themselves, and 値（件） has said it.
const unit = (set, data) => (data.unit === "%" || data.isChange || set.label.slice(0, -1).endsWith(data.unit) ? "" : unitAfter(data.unit));

// What the row of the table says besides.
const tableOnly = (data, at) => data.series.filter(s => !isDrawn(s) && s.values[at] !== null).map(s => `${s.name}: ${s.texts[at]}`);

// The full name of a year where all of them have room.
function yearTick(data) {
  return function (value, index) {
    const room = this.chart.width / (data.labels.length + 1) - 12;
    return data.labels.some(label => textWidth(label) > room) ? data.years[index].short : data.labels[index];
  };
}

// The first is at the top; 47 is the last.
function ranks() {
  return {
    reverse: true,
    // Room for the points of the first and the last.
    min: 0,
    max: 48,
    border: { display: false },
    afterBuildTicks: axis => { axis.ticks = [1, 10, 20, 30, 40, 47].map(value => ({ value })); },
    ticks: { callback: value => value },
  };
}
