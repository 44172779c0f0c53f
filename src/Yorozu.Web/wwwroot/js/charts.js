// Charts are drawn from the tables the server made: one source, so a chart can only show what its table shows.
import { readTable } from "./table-data.js";
import { trendConfig } from "./trend.js";
import { scatterConfig } from "./scatter.js";
import { walkWithKeys } from "./keyboard.js";
import { addToggle, addPicture } from "./tools.js";
import { mapCanvas } from "./map-picture.js";
import { walkMap } from "./map-keys.js";
import { applyDefaults } from "./look.js";

const configs = { trend: trendConfig, scatter: scatterConfig };
const drawn = [];

function draw(table) {
  const figure = table.closest(".figure");
  const box = figure.querySelector(".chart");
  const data = readTable(table);
  if (data.series.every(s => s.values.every(v => v === null))) {
    box.remove();
    return;
  }

  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", data.caption);
  canvas.tabIndex = 0;
  box.append(canvas);
  const chart = new Chart(canvas, configs[table.dataset.chart](data));
  walkWithKeys(chart, canvas, data);
  addToggle(figure);
  addPicture(figure, () => chart.canvas);
  drawn.push({ chart, table });
}

function redraw() {
  applyDefaults();
  for (const { chart, table } of drawn) {
    chart.options = configs[table.dataset.chart](readTable(table)).options;
    chart.data = configs[table.dataset.chart](readTable(table)).data;
    chart.update("none");
  }
}

applyDefaults();
document.querySelectorAll("table[data-chart]").forEach(draw);
for (const map of document.querySelectorAll("[data-map]")) {
  map.querySelectorAll("svg").forEach(walkMap);
  addPicture(map.closest(".figure"), () => mapCanvas([...map.querySelectorAll("svg")].find(svg => svg.checkVisibility())));
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
matchMedia("print").addEventListener("change", redraw);
