// Names each line at its last point, so that no legend has to be looked up; labels that would touch are moved apart.
import { color } from "./look.js";

const height = 16;

export const endLabels = {
  id: "endLabels",
  afterDatasetsDraw(chart) {
    const lines = chart.getSortedVisibleDatasetMetas().filter(meta => meta.type === "line");
    const labels = lines.map(meta => labelOf(chart, meta)).filter(Boolean).sort((a, b) => a.y - b.y);
    for (let i = 1; i < labels.length; i++) labels[i].y = Math.max(labels[i].y, labels[i - 1].y + height);

    const { ctx, chartArea } = chart;
    ctx.save();
    ctx.font = `13px ${color("sans")}`;
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    for (const { text, x, y, ink } of labels) {
      const width = ctx.measureText(text).width;
      const left = Math.min(Math.max(x - width / 2, chartArea.left + 4), chartArea.right - width - 4);
      ctx.strokeStyle = color("ground");
      ctx.lineWidth = 4;
      ctx.strokeText(text, left, y);
      ctx.fillStyle = ink;
      ctx.fillText(text, left, y);
    }
    ctx.restore();
  },
};

function labelOf(chart, meta) {
  const dataset = chart.data.datasets[meta.index];
  const last = dataset.data.findLastIndex(v => v !== null);
  if (last < 0) return null;
  const point = meta.data[last];
  return { text: dataset.label, x: point.x, y: point.y - 14, ink: dataset.kind === "other" ? color("ink-2") : dataset.borderColor };
}
