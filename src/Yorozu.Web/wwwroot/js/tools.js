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
  const head = 76, foot = 88, edge = 24;
  const result = document.createElement("canvas");
  result.width = canvas.width + 2 * edge * ratio;
  result.height = canvas.height + (head + foot) * ratio;
  const pen = result.getContext("2d");
  pen.fillStyle = color("ground");
  pen.fillRect(0, 0, result.width, result.height);
  pen.drawImage(canvas, edge * ratio, head * ratio);
  pen.scale(ratio, ratio);
  const write = (text, y, font, ink) => {
    pen.font = `${font} ${color("sans")}`;
    pen.fillStyle = color(ink);
    pen.fillText(text, edge, y, result.width / ratio - 2 * edge);
  };
  write(figure.querySelector("h2").textContent, 36, "700 20px", "ink");
  write(figure.querySelector(".subtitle")?.textContent ?? "", 60, "14px", "ink-2");
  const texts = names => [...figure.querySelectorAll(names)].filter(e => e.checkVisibility() && !e.matches("details :not(summary)")).map(e => e.textContent.trim());
  const notes = [
    [figure.dataset.about, ...texts("[data-computation]")],
    [figure.dataset.publisher, ...new Set(texts("[data-source], [data-as-of], [data-status]")), ...texts("[data-credit]")],
    [`${location.origin}${location.pathname}${location.search}#${figure.id}`],
  ];
  notes.forEach((line, i) => write(line.join("　"), result.height / ratio - 16 - 22 * (notes.length - 1 - i), "13px", "ink-2"));
  return result;
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
