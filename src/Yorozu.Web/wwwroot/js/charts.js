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
const drawn = new Map();

// A chart is drawn when it comes near the view: what nobody scrolls to costs a phone nothing.
const near = new IntersectionObserver(
  entries => entries.filter(entry => entry.isIntersecting).forEach(({ target }) => chartOf(target.closest(".figure").querySelector("table[data-chart]"))),
  { rootMargin: "200px" });

function offer(table) {
  const figure = table.closest(".figure");
  const box = figure.querySelector(".chart");
  if (!table.querySelector("td[data-value]:not([data-value=''])")) {
    box.remove();
    return;
  }

  addToggle(figure);
  addPicture(figure, () => chartOf(table).canvas);
  near.observe(box);
}

function chartOf(table) {
  if (!drawn.has(table)) drawn.set(table, draw(table));
  return drawn.get(table);
}

function draw(table) {
  const box = table.closest(".figure").querySelector(".chart");
  const data = readTable(table);
  near.unobserve(box);
  const canvas = document.createElement("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", data.caption);
  canvas.tabIndex = 0;
  box.append(canvas);
  const chart = new Chart(canvas, configs[table.dataset.chart](data));
  walkWithKeys(chart, canvas, data);
  return chart;
}

function redraw() {
  applyDefaults();
  for (const [table, chart] of drawn) {
    const { options, data } = configs[table.dataset.chart](readTable(table));
    Object.assign(chart, { options, data });
    chart.update("none");
  }
}

applyDefaults();
const tables = document.querySelectorAll("table[data-chart]");
tables.forEach(offer);
for (const map of document.querySelectorAll("[data-map]")) {
  map.querySelectorAll("svg").forEach(walkMap);
  addPicture(map.closest(".figure"), () => mapCanvas([...map.querySelectorAll("svg")].find(svg => svg.checkVisibility())));
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
matchMedia("print").addEventListener("change", redraw);

// On paper all are there, as wide as the sheet: A4 landscape within its margins, in CSS pixels.
addEventListener("beforeprint", () => tables.forEach(table => {
  const box = table.closest(".figure").querySelector(".chart");
  if (box) chartOf(table).resize(1032, box.matches(".tall") ? 420 : 250);
}));
addEventListener("afterprint", () => drawn.forEach(chart => chart.resize()));
