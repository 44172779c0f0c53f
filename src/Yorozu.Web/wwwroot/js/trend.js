// Months April to March: bars, their running total on an axis of its own, other years and lines to compare with.
import { axisText, color, seriesColor, unitAfter } from "./look.js";
import { axisNames, barLabels, endLabels } from "./labels.js";

// Never colour alone: each of five colours has its own point, and what comes after five is dashed.
const points = ["circle", "rect", "triangle", "rectRot", "star"];
const dashes = [[], [4, 3], [1, 3]];

const styles = {
  bar: (_, s) => ({ type: "bar", backgroundColor: peak(s.values), maxBarThickness: 44, order: 3 }),
  stack: index => ({ type: "bar", stack: "parts", ...part(index), maxBarThickness: 44, order: 3 }),
  cumulative: () => ({ ...line(color("series-2"), 2), yAxisID: "total", pointStyle: "rectRot", pointRadius: 4, order: 1 }),
  other: () => ({ ...line(color("ink-2"), 1.5), pointRadius: 2, order: 2 }),
  band: () => ({ ...line(color("ink"), 3), showLine: false, pointStyle: "line", pointRadius: 18, pointBorderWidth: 3, order: 0 }),
  line: index => ({ ...line(seriesColor(index), 2.5), borderDash: dashes[Math.floor(index / 5)], pointStyle: points[index % 5], pointRadius: 4, order: 1 }),
};

// The greatest month stands out: it is what the title speaks of.
function peak(values) {
  const greatest = Math.max(...values.filter(v => v !== null));
  return values.map(v => color(v === greatest ? "bar" : "bar-soft"));
}

// The first part is full, the others hollow.
function part(index) {
  return index === 0 ? { backgroundColor: color("series-1") } : { backgroundColor: color("ground"), borderColor: seriesColor(index), borderWidth: 2.5, borderSkipped: false };
}

function line(borderColor, borderWidth) {
  return { type: "line", borderColor, backgroundColor: borderColor, borderWidth, spanGaps: false };
}

export function trendConfig(data) {
  const shown = data.series.filter(s => s.values.some(v => v !== null));
  const total = shown.find(s => s.kind === "cumulative");
  const main = shown.filter(s => s !== total);
  const greatest = Math.max(0, ...main.flatMap(s => s.values.filter(v => v !== null)));
  const least = Math.min(0, ...main.flatMap(s => s.values.filter(v => v !== null)));
  return {
    data: {
      labels: data.labels,
      datasets: shown.map((s, i) => ({ label: s.name, data: s.values, texts: s.texts, kind: s.kind, ...styles[s.kind](s.color ?? i, s) })),
    },
    options: {
      layout: { padding: { top: 32, right: main.some(s => s.kind === "line") ? 92 : 0 } },
      interaction: { mode: "index", intersect: false },
      scales: {
        x: { grid: { display: false }, ticks: { maxRotation: 0, autoSkipPadding: 6 }, stacked: main.some(s => s.kind === "stack") },
        y: {
          beginAtZero: true,
          grace: "5%",
          suggestedMin: least,
          stacked: main.some(s => s.kind === "stack"),
          border: { display: false },
          // Nobody is counted by halves.
          ticks: { callback: value => axisText(value, greatest, data.unit), maxTicksLimit: 6, ...(data.unit !== "%" && { precision: 0 }) },
        },
        ...(total && {
          total: {
            position: "right",
            beginAtZero: true,
            grace: "5%",
            border: { display: false },
            grid: { drawOnChartArea: false },
            ticks: { callback: value => axisText(value, Math.max(...total.values), data.unit), maxTicksLimit: 6, precision: 0, color: color("series-2") },
          },
        }),
      },
      plugins: {
        // Parts stand on each other, so that none has an end of its own to be named at.
        legend: { display: main.some(s => s.kind === "stack"), position: "bottom", align: "start", onClick: null, labels: { filter: (item, { datasets }) => datasets[item.datasetIndex].kind === "stack", boxWidth: 16, boxHeight: 12, padding: 16 } },
        axisNames: { left: data.unit, right: total && `${total.name}（${data.unit}）` },
        tooltip: { callbacks: { label: item => `${item.dataset.label}: ${item.dataset.texts[item.dataIndex]}${data.unit === "%" ? "" : unitAfter(data.unit)}` } },
      },
    },
    plugins: [axisNames, barLabels, endLabels],
  };
}
