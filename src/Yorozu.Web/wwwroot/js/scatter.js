// Two metrics against each other: every prefecture a named point, medians as lines, no trend line.
import { axisName } from "./labels.js";
import { axisText, color } from "./look.js";
import { pointNames } from "./point-names.js";

export function scatterConfig(data) {
  const [x, y] = data.series;
  const rows = data.labels.map((_, i) => i).filter(i => x.values[i] !== null && y.values[i] !== null);
  const axis = data.dataset.scale === "log" ? logAxis : zeroAxis;
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
        axisName: { text: y.name },
        tooltip: {
          callbacks: {
            title: items => items[0].dataset.names[items[0].dataIndex],
            label: item => [`${x.name}: ${x.texts[item.dataset.rows[item.dataIndex]]}`, `${y.name}: ${y.texts[item.dataset.rows[item.dataIndex]]}`],
          },
        },
      },
    },
    plugins: [axisName, medianLines, pointNames],
  };
}

const zeroAxis = ({ values }) => ({
  beginAtZero: true,
  border: { display: false },
  ticks: { callback: value => axisText(value, Math.max(...values), "") },
});

// Only 1, 2 and 5 of each power are named.
const logAxis = ({ values }) => ({
  type: "logarithmic",
  min: Math.min(...values) / 1.15,
  max: Math.max(...values) * 1.15,
  border: { display: false },
  ticks: { autoSkip: false, callback: value => (/^[125]0*$/.test(String(value)) ? axisText(value, Math.max(...values), "") : null) },
});

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
