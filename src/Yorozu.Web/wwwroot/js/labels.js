// What is written around a trend: names right of the plot, the newest figure free of lines, years below a continuous axis.
import { color } from "./look.js";

const height = 16;
const pen = document.createElement("canvas").getContext("2d");

export function textWidth(text, weight = 400) {
  pen.font = `${weight} 13px ${color("sans")}`;
  return pen.measureText(text).width;
}

function write(ctx, text, x, y, { ink = "ink", weight = 400, align = "left" } = {}) {
  ctx.save();
  Object.assign(ctx, { font: `${weight} 13px ${color("sans")}`, textAlign: align, textBaseline: "middle", lineJoin: "round", lineWidth: 4, strokeStyle: color("ground"), fillStyle: color(ink) });
  ctx.strokeText(text, x, y);
  ctx.fillText(text, x, y);
  ctx.restore();
}

const lines = chart => chart.getSortedVisibleDatasetMetas().filter(meta => meta.type === "line");
const setOf = (chart, meta) => chart.data.datasets[meta.index];
const lastOf = set => set.data.findLastIndex(v => v !== null);

// Names each line and the band at the height of its last point, so that no legend has to be looked up.
export const endLabels = {
  id: "endLabels",
  afterDatasetsDraw(chart) {
    const { ctx, chartArea } = chart;
    const labels = lines(chart).map(meta => labelOf(chart, meta)).filter(Boolean).sort((a, b) => a.y - b.y);
    // Labels that would touch are moved apart, none below the axis.
    for (let i = 1; i < labels.length; i++) labels[i].y = Math.max(labels[i].y, labels[i - 1].y + height);
    for (let i = labels.length - 1, lowest = chartArea.bottom; i >= 0; i--, lowest -= height) labels[i].y = Math.min(labels[i].y, lowest);
    for (const { text, y, ink, weight, mark } of labels) {
      write(ctx, text, chartArea.right + (mark ? 36 : 10), y, { ink, weight });
      if (mark) dash(ctx, chartArea.right + 14, y, mark);
    }
  },
};

function labelOf(chart, meta) {
  const set = setOf(chart, meta);
  const last = lastOf(set);
  if (!set.short || last < 0 || ["main", "low", "revision"].includes(set.kind)) return null;
  const { y } = meta.data[last];
  if (set.kind === "line") return { text: set.short, y, ink: "ink", mark: set };
  if (set.kind === "before") return { text: set.short, y, ink: "ink", weight: 700 };
  // The band is named at its middle.
  const low = set.kind === "high" ? chart.getDatasetMeta(meta.index - 1).data[last].y : y;
  return { text: set.short, y: (y + low) / 2, ink: "ink-2" };
}

function dash(ctx, x, y, { borderColor, borderDash }) {
  ctx.save();
  Object.assign(ctx, { strokeStyle: borderColor, lineWidth: 3 });
  ctx.setLineDash(borderDash ?? []);
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x + 16, y);
  ctx.stroke();
  ctx.restore();
}

// The newest figure, where no line or bar is: above its bar or point, else below a point, else to the right, else as far up as needed.
export const newestFigure = {
  id: "newestFigure",
  afterDatasetsDraw(chart, _, { greatest }) {
    const index = chart.data.datasets.findIndex(set => set.kind === "bar" || set.kind === "main");
    if (index < 0) return;
    const set = chart.data.datasets[index];
    const last = lastOf(set);
    figureAt(chart, index, last);
    const peak = set.data.indexOf(Math.max(...set.data));
    if (greatest && peak !== last) figureAt(chart, index, peak);
  },
};

function figureAt(chart, index, at) {
  const set = chart.data.datasets[index];
  const { x, y, base, width = 0 } = chart.getDatasetMeta(index).data[at];
  const text = [set.kind === "main" ? set.short : "", set.texts[at]].filter(Boolean).join("  ");
  const half = textWidth(text, 700) / 2 + 3;
  // Right of the plot stand the names of lines: the figure of a bar stays out of there.
  const edge = set.kind === "bar" ? chart.chartArea.right : chart.width;
  const inside = Math.min(Math.max(x, chart.chartArea.left + half), edge - half);
  // The figure of a bar that goes down stands above the axis.
  const above = set.kind === "bar" ? Math.min(y, base) - 12 : y - 16;
  const right = { x: x + width / 2 + half + 8, y: set.kind === "bar" ? y + 8 : y };
  const places = [{ x: inside, y: above }, ...(set.kind === "main" ? [{ x: inside, y: y + 18 }] : []), right];
  const isFree = place => place.x + half <= edge && place.y < chart.chartArea.bottom - 6 && !isCrossed(chart, place.x - half, place.x + half, place.y);
  let place = places.find(isFree) ?? places[0];
  while (place.y > height && !isFree(place)) place = { x: inside, y: place.y - 2 };
  // Moved away from its bar or point, it is led back to it.
  if (place.x === inside && place.y < above - height) lead(chart.ctx, x, place.y + 10, y - 4);
  write(chart.ctx, text, place.x, place.y, { weight: 700, align: "center" });
}

function lead(ctx, x, from, to) {
  ctx.save();
  Object.assign(ctx, { strokeStyle: color("ink"), lineWidth: 1 });
  ctx.beginPath();
  ctx.moveTo(x, from);
  ctx.lineTo(x, to);
  ctx.stroke();
  ctx.restore();
}

function isCrossed(chart, left, right, y) {
  const [top, bottom] = [y - height * 0.6, y + height * 0.6];
  const bars = chart.getSortedVisibleDatasetMetas().filter(meta => meta.type === "bar").flatMap(meta => meta.data.filter((_, i) => setOf(chart, meta).data[i] !== null));
  if (bars.some(bar => bar.x + bar.width / 2 > left && bar.x - bar.width / 2 < right && Math.max(bar.y, bar.base) > top && Math.min(bar.y, bar.base) < bottom)) return true;
  return lines(chart).filter(meta => !["low", "high"].includes(setOf(chart, meta).kind)).some(meta => meta.data.some((to, i) => {
    const { data, kind, showLine } = setOf(chart, meta);
    if (data[i] === null) return false;
    if (to.x > left - (kind === "revision" ? 18 : 6) && to.x < right + (kind === "revision" ? 18 : 6) && to.y > top - 4 && to.y < bottom + 4) return true;
    const from = meta.data[i - 1];
    if (showLine === false || !from || data[i - 1] === null || to.x < left || from.x > right) return false;
    const ends = [left, right].map(edge => from.y + (to.y - from.y) * (Math.min(Math.max(edge, from.x), to.x) - from.x) / (to.x - from.x));
    return Math.min(...ends) < bottom && Math.max(...ends) > top;
  }));
}

// The figures of years: of the same months in the bar, of the whole year above it; where they have no room, of the latest only.
export const partFigures = {
  id: "partFigures",
  afterDatasetsDraw(chart, _, { totals }) {
    const index = chart.data.datasets.findIndex(set => set.kind === "same");
    if (index < 0) return;
    const set = chart.data.datasets[index];
    const rest = chart.data.datasets.findIndex(other => other.kind === "rest");
    const room = chart.chartArea.width / set.data.length - 6;
    const isTight = set.texts.concat(totals ?? []).some(text => textWidth(text, 700) > room);
    chart.getDatasetMeta(index).data.forEach((bar, i) => {
      const isLast = i === lastOf(set);
      if (set.data[i] === null || (isTight && !isLast)) return;
      const isInside = rest >= 0 && bar.base - bar.y > 2 * height && textWidth(set.texts[i], 700) < bar.width - 4;
      if (isInside) plain(chart.ctx, set.texts[i], bar.x, bar.y + 14, color(isLast ? "ground" : "bar-ink"));
      else if (rest < 0 || isLast) write(chart.ctx, set.texts[i], bar.x, bar.y - 12, { weight: 700, align: "center" });
      if (rest >= 0 && !isLast && chart.data.datasets[rest].data[i] !== null) {
        write(chart.ctx, totals[i], bar.x, chart.getDatasetMeta(rest).data[i].y - 12, { align: "center" });
      }
    });
  },
};

function plain(ctx, text, x, y, fillStyle) {
  ctx.save();
  Object.assign(ctx, { font: `700 13px ${color("sans")}`, textAlign: "center", textBaseline: "middle", fillStyle });
  ctx.fillText(text, x, y);
  ctx.restore();
}

// The unit, or the name of the axis, stands level above the axis, where it can be read without turning the head.
export const axisName = {
  id: "axisName",
  afterDraw: ({ ctx }, _, { text }) => write(ctx, text, 2, 12, { ink: "ink-2" }),
};

// Fiscal years under a continuous axis, every other one shaded.
export const yearMarks = {
  id: "yearMarks",
  beforeDraw({ ctx, chartArea, scales: { x } }, _, { years }) {
    if (years.length === 0) return;
    const step = x.getPixelForValue(1) - x.getPixelForValue(0);
    const starts = years.map((year, i) => i).filter(i => i === 0 || years[i].name !== years[i - 1].name);
    const edges = [...starts, years.length].map(i => Math.min(Math.max(x.getPixelForValue(0) + (i - 0.5) * step, chartArea.left), chartArea.right));
    const room = Math.min(...starts.slice(1).map((_, i) => edges[i + 1] - edges[i]), chartArea.width);
    const name = year => (textWidth(year.name) + 10 < room ? year.name : year.short);
    const every = Math.ceil((textWidth(years[0].short) + 8) / room);
    starts.forEach((start, i) => {
      ctx.fillStyle = color("ground-2");
      if (i % 2 === 0) ctx.fillRect(edges[i], chartArea.top, edges[i + 1] - edges[i], chartArea.height);
      if ((starts.length - 1 - i) % every === 0) write(ctx, name(years[start]), (edges[i] + edges[i + 1]) / 2, chartArea.bottom + 18, { ink: "ink-2", align: "center" });
    });
  },
};
