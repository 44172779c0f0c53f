// Two metrics against each other: every prefecture a named point, medians as lines, no trend line.
import { axisText, color } from "./look.js";

export function scatterConfig(data) {
  const [x, y] = data.series;
  const rows = data.labels.map((_, i) => i).filter(i => x.values[i] !== null && y.values[i] !== null);
  const axis = series => ({
    beginAtZero: true,
    border: { display: false },
    title: { display: true, text: series.name },
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
      layout: { padding: { right: 48, top: 16 } },
      scales: { x: axis(x), y: axis(y) },
      plugins: {
        tooltip: {
          callbacks: {
            title: items => items[0].dataset.names[items[0].dataIndex],
            label: item => [`${x.name}: ${x.texts[item.dataset.rows[item.dataIndex]]}`, `${y.name}: ${y.texts[item.dataset.rows[item.dataIndex]]}`],
          },
        },
      },
    },
    plugins: [medianLines, pointNames],
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

// Names that would cover another are left to the tooltip and the table; highlighted ones are always drawn.
const pointNames = {
  id: "pointNames",
  afterDatasetsDraw(chart) {
    const { ctx } = chart;
    const set = chart.data.datasets[0];
    const points = chart.getDatasetMeta(0).data;
    const taken = [];
    ctx.save();
    ctx.font = `12px ${color("sans")}`;
    ctx.textBaseline = "middle";
    const order = [...points.keys()].sort((a, b) => set.highlighted[b] - set.highlighted[a] || set.data[b].x - set.data[a].x);
    for (const i of order) {
      const box = { x: points[i].x + 8, y: points[i].y - 7, width: ctx.measureText(set.names[i]).width, height: 14 };
      const free = taken.every(t => box.x > t.x + t.width || t.x > box.x + box.width || box.y > t.y + t.height || t.y > box.y + box.height);
      if (!free && !set.highlighted[i]) continue;
      taken.push(box);
      ctx.fillStyle = color(set.highlighted[i] ? "ink" : "ink-2");
      ctx.fillText(set.names[i], box.x, points[i].y);
    }
    ctx.restore();
  },
};
