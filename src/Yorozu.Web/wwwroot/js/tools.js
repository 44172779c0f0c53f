// The toggle グラフ／表, the picture with title and source printed in, and the copied link.
import { color } from "./look.js";

export function addToggle(figure) {
  const toggle = figure.querySelector(".toggle");
  const show = what => {
    figure.dataset.shows = what;
    toggle.querySelectorAll("button").forEach(b => b.setAttribute("aria-pressed", String(b.dataset.show === what)));
  };
  toggle.hidden = false;
  toggle.addEventListener("click", event => event.target.dataset.show && show(event.target.dataset.show));
  show("chart");
}

export function addPicture(figure, canvasOf) {
  const button = figure.querySelector("[data-picture]");
  // An embedded block has no tools.
  if (!button) return;
  button.hidden = false;
  button.onclick = async () => {
    const link = document.createElement("a");
    link.download = `${figure.dataset.file}.png`;
    link.href = picture(figure, await canvasOf()).toDataURL("image/png");
    link.click();
  };
}

function picture(figure, canvas) {
  const ratio = canvas.clientWidth ? canvas.width / canvas.clientWidth : 2;
  const edge = 24, width = canvas.width / ratio;
  const result = document.createElement("canvas");
  const pen = result.getContext("2d");
  const credits = [...figure.querySelectorAll("[data-credit]")].filter(e => e.checkVisibility()).map(e => e.textContent.trim());
  const head = [
    ...paragraph(pen, [figure.querySelector("h2").textContent], width, { font: "700 20px", ink: "ink", height: 26 }),
    ...paragraph(pen, [figure.querySelector(".subtitle")?.textContent ?? ""], width, { font: "14px", ink: "ink-2", height: 20 }),
  ];
  const note = { font: "13px", ink: "ink-2", height: 20 };
  const foot = [
    ...[...JSON.parse(figure.dataset.notes), credits].flatMap(parts => paragraph(pen, parts, width, note)),
    ...paragraph(pen, [document.querySelector(".brand").textContent.trim().replace(/\s+/g, " "), pinnedAddress(figure)], width, note),
  ];
  const heightOf = lines => lines.reduce((sum, line) => sum + line.height, 0);
  const top = edge / 2 + heightOf(head) + edge / 2;
  result.width = canvas.width + 2 * edge * ratio;
  result.height = canvas.height + (top + heightOf(foot) + edge) * ratio;
  pen.fillStyle = color("ground");
  pen.fillRect(0, 0, result.width, result.height);
  pen.drawImage(canvas, edge * ratio, top * ratio);
  pen.scale(ratio, ratio);
  const write = (lines, y) => {
    for (const { text, font, ink, height } of lines) {
      pen.font = font;
      pen.fillStyle = color(ink);
      y += height;
      pen.fillText(text, edge, y);
    }
  };
  write(head, edge / 2);
  write(foot, top + canvas.height / ratio);
  return result;
}

// The lines of a paragraph: broken between its parts, and within a part only where it is longer than a line.
function paragraph(pen, parts, width, { font, ink, height }) {
  pen.font = `${font} ${color("sans")}`;
  const lines = [];
  const fits = text => pen.measureText(text).width <= width;
  for (const part of parts.filter(p => p)) {
    const joined = lines.length ? `${lines.at(-1)}　${part}` : part;
    if (lines.length && fits(joined)) lines[lines.length - 1] = joined;
    else lines.push(...broken(part, fits));
  }
  return lines.map(text => ({ text, font: pen.font, ink, height }));
}

function broken(text, fits) {
  const lines = [""];
  for (const { segment } of new Intl.Segmenter(document.documentElement.lang, { granularity: "word" }).segment(text)) {
    // No line begins with a closing mark.
    if (lines.at(-1) === "" || /^[、。）」]/.test(segment) || fits(lines.at(-1) + segment)) lines[lines.length - 1] += segment;
    else lines.push(segment);
  }
  return lines;
}

// With the state of this page; that of a day changes when a release of that day is withdrawn or added.
function pinnedAddress(figure) {
  const address = new URL(location);
  const { snapshot } = document.querySelector("[data-snapshot]").dataset;
  if (snapshot) address.searchParams.set("asof", snapshot);
  address.hash = figure.id;
  return decodeURI(address);
}

document.addEventListener("click", async event => {
  const link = event.target.closest("[data-copy]");
  if (!link || !navigator.clipboard) return;
  event.preventDefault();
  await navigator.clipboard.writeText(link.href);
  const text = link.textContent;
  link.textContent = link.dataset.copied;
  setTimeout(() => { link.textContent = text; }, 2000);
});
