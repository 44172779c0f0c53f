// The picture of a map.
import { color } from "./look.js";

// A map becomes a picture through its own drawing, with the colours it has on the page written into it.
export function mapCanvas(svg) {
  const copy = svg.cloneNode(true);
  const shown = svg.querySelectorAll("path, rect, line, text");
  copy.querySelectorAll("path, rect, line, text").forEach((element, i) => {
    const look = getComputedStyle(shown[i]);
    for (const name of ["fill", "stroke", "stroke-width", "font-size", "font-family", "text-anchor"]) element.setAttribute(name, look.getPropertyValue(name));
  });
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute("width", 2 * width);
  copy.setAttribute("height", 2 * height);
  const image = new Image();
  return new Promise(resolve => {
    image.onload = () => {
      const canvas = Object.assign(document.createElement("canvas"), { width: 2 * width, height: 2 * height });
      const pen = canvas.getContext("2d");
      pen.drawImage(image, 0, 0);
      drawLegend(pen, svg.closest("[data-map]").querySelectorAll(".legend li"), canvas);
      resolve(canvas);
    };
    image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`;
  });
}

// The lower right of the country is sea: room for the classes.
function drawLegend(pen, classes, { width, height }) {
  pen.font = `26px ${color("sans")}`;
  pen.textBaseline = "middle";
  classes.forEach((row, i) => {
    const y = height - (classes.length - i) * 44;
    pen.fillStyle = getComputedStyle(row.querySelector(".swatch")).backgroundColor;
    pen.fillRect(width * 0.62, y - 14, 44, 28);
    pen.fillStyle = color("ink");
    pen.fillText(row.textContent.trim().replace(/\s+/g, " "), width * 0.62 + 58, y, width * 0.38 - 58);
  });
}
