// Two metrics against each other: every prefecture a named point, medians as lines, no trend line.
import { axisNames } from "./labels.js";
import { axisText, color } from "./look.js";

export function scatterConfig(data) {
  const [x, y] = data.series;
  const rows = data.labels.map((_, i) => i).filter(i => x.values[i] !== null && y.values[i] !== null);
  const axis = series => ({
    beginAtZero: true,
    border: { display: false },
    ticks: { callback: value => axisText(value, Math.max(...series.values), "") },
  });
  return {
    type: "scatter",
    data: {
      datasets: [{
        rows,
        names: rows.map(i => data.labels[i]),
        data: rows.map(i => ({ x: x.values[i], y: y.values[i] })),
        pointRadius: rows.map(i => (data.highlighted[i] ? 7 : 4)),
        pointStyle: rows.map(i => (data.highlighted[i] ? "rectRot" : "circle")),
        pointBackgroundColor: rows.map(i => color(data.highlighted[i] ? "series-2" : "bar")),
        pointBorderColor: color("ground"),
        highlighted: rows.map(i => data.highlighted[i]),
        medians: { x: Number(data.dataset.medianX), y: Number(data.dataset.medianY) },
      }],
    },
    options: {
      layout: { padding: { right: 48, top: 32 } },
      scales: { x: { ...axis(x), title: { display: true, text: x.name } }, y: axis(y) },
      plugins: {
        axisNames: { left: y.name },
        tooltip: {
          callbacks: {
            title: items => items[0].dataset.names[items[0].dataIndex],
            label: item => [`${x.name}: ${x.texts[item.dataset.rows[item.dataIndex]]}`, `${y.name}: ${y.texts[item.dataset.rows[item.dataIndex]]}`],
          },
        },
      },
    },
    plugins: [axisNames, medianLines, pointNames],
  };
}

const medianLines = {
  id: "medianLines",
  beforeDatasetsDraw({ ctx, chartArea, scales, data }) {
    const { x, y } = data.datasets[0].medians;
    ctx.save();
    ctx.strokeStyle = color("line-strong");
    ctx.setLineDash([4, 4]);
    ctx.beginPath();
    ctx.moveTo(scales.x.getPixelForValue(x), chartArea.top);
    ctx.lineTo(scales.x.getPixelForValue(x), chartArea.bottom);
    ctx.moveTo(chartArea.left, scales.y.getPixelForValue(y));
    ctx.lineTo(chartArea.right, scales.y.getPixelForValue(y));
    ctx.stroke();
    ctx.restore();
  },
};

// A name stands to the right of its point, else to the left, above or below; where all four would cover something it is
// left to the tooltip and the table. Highlighted names are always drawn.
const pointNames = {
  id: "pointNames",
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    const set = chart.data.datasets[0];
    const points = chart.getDatasetMeta(0).data;
    const taken = points.map(p => ({ x: p.x - 3, y: p.y - 3, width: 6, height: 6 }));
    ctx.save();
    ctx.font = `12px ${color("sans")}`;
    ctx.textBaseline = "middle";
    const order = [...points.keys()].sort((a, b) => set.highlighted[b] - set.highlighted[a] || set.data[b].x - set.data[a].x);
    for (const i of order) {
      const boxes = placesFor(points[i], ctx.measureText(set.names[i]).width);
      const box = boxes.find(b => taken.every(t => !covers(b, t))) ?? (set.highlighted[i] ? boxes[0] : null);
      if (!box) continue;
      taken.push(box);
      ctx.fillStyle = color(set.highlighted[i] ? "ink" : "ink-2");
      ctx.fillText(set.names[i], box.x, box.y + 7);
    }
    ctx.restore();
  },
};

const placesFor = ({ x, y }, width) => [
  [x + 7, y - 7],
  [x - width - 7, y - 7],
  [x - width / 2, y - 20],
  [x - width / 2, y + 6],
].map(([left, top]) => ({ x: left, y: top, width, height: 14 }));

const covers = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
