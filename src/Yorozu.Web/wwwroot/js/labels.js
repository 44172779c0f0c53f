// Names each line at its last point, so that no legend has to be looked up; labels that would touch are moved apart.
import { color } from "./look.js";

const height = 16;

export const endLabels = {
  id: "endLabels",
  afterDatasetsDraw(chart) {
    const lines = chart.getSortedVisibleDatasetMetas().filter(meta => meta.type === "line" && chart.data.datasets[meta.index].kind !== "band");
    const labels = lines.map(meta => labelOf(chart, meta)).filter(Boolean).sort((a, b) => a.y - b.y);
    for (let i = 1; i < labels.length; i++) labels[i].y = Math.max(labels[i].y, labels[i - 1].y + height);
    // None below the axis: the lowest push the others up again.
    for (let i = labels.length - 1, lowest = chart.chartArea.bottom; i >= 0; i--, lowest -= height) labels[i].y = Math.min(labels[i].y, lowest);

    const { ctx } = chart;
    ctx.save();
    ctx.font = `13px ${color("sans")}`;
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    for (const { text, left, y, ink, mark } of labels) {
      ctx.strokeStyle = color("ground");
      ctx.lineWidth = 4;
      ctx.strokeText(text, left, y);
      ctx.fillStyle = ink;
      ctx.fillText(text, left, y);
      if (mark) {
        ctx.strokeStyle = mark.borderColor;
        ctx.lineWidth = 3;
        ctx.setLineDash(mark.borderDash);
        ctx.beginPath();
        ctx.moveTo(left - 16, y);
        ctx.lineTo(left - 4, y);
        ctx.stroke();
        ctx.setLineDash([]);
      }
    }
    ctx.restore();
  },
};

function labelOf(chart, meta) {
  const dataset = chart.data.datasets[meta.index];
  const last = dataset.data.findLastIndex(v => v !== null);
  if (last < 0) return null;
  // Lines among equals are named beside their last point, the others above.
  if (dataset.kind === "line") return { text: dataset.label, left: meta.data[last].x + 26, y: meta.data[last].y, ink: color("ink"), mark: dataset };
  const ink = dataset.kind === "other" ? color("ink-2") : dataset.borderColor;
  chart.ctx.font = `13px ${color("sans")}`;
  const width = chart.ctx.measureText(dataset.label).width;
  // Where the year goes on there is room after the last point, unless another line goes through it.
  const { x, y: level } = meta.data[last];
  const bar = chart.getSortedVisibleDatasetMetas().find(other => other.type === "bar")?.data[last].width ?? 0;
  const after = x + bar / 2 + 8;
  if (after + width < chart.chartArea.right && !othersPass(chart, meta, after, after + width, level)) return { text: dataset.label, left: after, y: level, ink };
  const { left, right: end } = chart.chartArea;
  const right = Math.min(Math.max(meta.data[last].x + width / 2, left + width + 4), end - 4);
  // Above every point the label would otherwise cover.
  const y = Math.min(...meta.data.filter((p, i) => dataset.data[i] !== null && p.x > right - width - 8).map(p => p.y)) - 14;
  return { text: dataset.label, left: right - width, y: clearOfBars(chart, right - width, right, y), ink };
}

function othersPass(chart, meta, left, right, y) {
  return chart.getSortedVisibleDatasetMetas().some(other => other !== meta && other.type === "line" && other.data.some((to, i) => {
    const from = other.data[i - 1];
    if (!from || chart.data.datasets[other.index].data[i] === null || to.x < left || from.x > right) return false;
    const at = x => from.y + (to.y - from.y) * (Math.min(Math.max(x, from.x), to.x) - from.x) / (to.x - from.x);
    return Math.min(at(left), at(right)) < y + height * 0.75 && Math.max(at(left), at(right)) > y - height * 0.75;
  }));
}

// Where the figure of a bar would be under the name of a line, the name goes above it.
function clearOfBars(chart, left, right, y) {
  const index = chart.data.datasets.findIndex(set => set.kind === "bar");
  if (index < 0) return y;
  const figures = chart.getDatasetMeta(index).data
    .filter((bar, i) => chart.data.datasets[index].data[i] !== null && bar.x + 24 > left && bar.x - 24 < right)
    .map(bar => bar.y - 10)
    .filter(figure => Math.abs(figure - y) < height);
  return figures.length > 0 ? Math.min(...figures) - height : y;
}

// The unit stands level above each axis, where it can be read without turning the head.
export const axisNames = {
  id: "axisNames",
  afterDraw({ ctx, chartArea, width }, _, { left, right }) {
    ctx.save();
    ctx.font = `13px ${color("sans")}`;
    ctx.fillStyle = color("ink-2");
    ctx.fillText(left, 2, chartArea.top - 18);
    if (right) {
      ctx.textAlign = "right";
      ctx.fillStyle = color("series-2");
      ctx.fillText(right, width - 2, chartArea.top - 18);
    }
    ctx.restore();
  },
};

const linePoints = (chart, at) => chart.getSortedVisibleDatasetMetas()
  .filter(({ type, index }) => type === "line" && chart.data.datasets[index].kind !== "band" && chart.data.datasets[index].data[at] !== null)
  .map(meta => meta.data[at].y);

// The greatest bar and the latest say their figure.
export const barLabels = {
  id: "barLabels",
  afterDatasetsDraw(chart) {
    const { ctx, data } = chart;
    const index = data.datasets.findIndex(set => set.kind === "bar");
    if (index < 0) return;
    const { data: values, texts } = data.datasets[index];
    const greatest = values.indexOf(Math.max(...values.filter(v => v !== null)));
    const latest = values.findLastIndex(v => v !== null);
    ctx.save();
    ctx.font = `700 13px ${color("sans")}`;
    ctx.textAlign = "center";
    ctx.lineJoin = "round";
    ctx.lineWidth = 4;
    const placed = [];
    for (const at of new Set([latest, greatest])) {
      // Above the marks of the usual revision, where the month has them.
      const tops = data.datasets.flatMap((set, i) => (i === index || set.kind === "band") && set.data[at] !== null ? [chart.getDatasetMeta(i).data[at]] : []);
      const x = tops[0].x;
      // A bar that goes down has its figure below.
      const above = values[at] < 0 ? tops[0].y + 16 : Math.min(...tops.map(point => point.y)) - 6;
      // Not under the point of a line either.
      const level = Math.min(above, ...linePoints(chart, at).filter(y => Math.abs(y - above + 5) < height * 0.75).map(y => y - 9));
      // Beside a neighbour of nearly the same height the figure goes above it.
      const width = ctx.measureText(texts[at]).width + 4;
      const y = placed.some(p => Math.abs(p.x - x) < (p.width + width) / 2 && Math.abs(p.y - level) < height) ? Math.min(level, placed[0].y) - height : level;
      placed.push({ x, y, width });
      ctx.strokeStyle = color("ground");
      ctx.strokeText(texts[at], x, y);
      ctx.fillStyle = color("ink");
      ctx.fillText(texts[at], x, y);
    }
    ctx.restore();
  },
};
