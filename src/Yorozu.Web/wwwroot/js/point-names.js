// Names of points: close by where there is room, else further off on a line to the point; none covers another or a point.
import { color } from "./look.js";

const height = 14;
const rounds = 10;
const distances = [4, 8, 14, 20, 28, 36, 46, 58, 70, 84, 100, 120, 140];
// Right and left first, then above and below, then aslant.
const aslant = step => [16, 8, 4, 1].findIndex(n => step % n === 0);
const directions = [...Array(32).keys()].sort((a, b) => aslant(a) - aslant(b)).map(step => [Math.cos(step * Math.PI / 16), Math.sin(step * Math.PI / 16)]);

export const pointNames = {
  id: "pointNames",
  // Whoever points at something has the chart updated, but nothing moved.
  afterUpdate(chart) {
    const { width, height: tall, data } = chart;
    if (chart.$names?.data !== data || chart.$names.width !== width || chart.$names.tall !== tall) chart.$names = { width, tall, data, placed: place(chart) };
  },
  afterDatasetsDraw({ ctx, $names: { placed } }) {
    ctx.save();
    ctx.font = fontOf();
    ctx.textBaseline = "middle";
    ctx.lineJoin = "round";
    ctx.strokeStyle = color("line-strong");
    ctx.lineWidth = 1;
    for (const { line: [from, to] } of placed.filter(name => name.isFar)) {
      ctx.beginPath();
      ctx.moveTo(from.x, from.y);
      ctx.lineTo(to.x, to.y);
      ctx.stroke();
    }
    ctx.strokeStyle = color("ground");
    ctx.lineWidth = 3;
    for (const { text, box, highlighted } of placed) {
      ctx.fillStyle = color(highlighted ? "ink" : "ink-2");
      ctx.strokeText(text, box.x, box.y + height / 2);
      ctx.fillText(text, box.x, box.y + height / 2);
    }
    ctx.restore();
  },
};

const fontOf = () => `12px ${color("sans")}`;

// The most crowded choose first. Names that find no room go before all others in another round; what is left over in the
// best round is left to the tooltip and the table, unless it is highlighted.
function place(chart) {
  const { highlighted } = chart.data.datasets[0];
  const names = namesOf(chart);
  const crowd = names.map(({ point: p }) => names.filter(({ point: q }) => Math.hypot(p.x - q.x, p.y - q.y) < 60).length);
  const order = [...names.keys()].sort((a, b) => highlighted[b] - highlighted[a] || crowd[b] - crowd[a]);
  let best = [];
  for (let round = 0; round < rounds && best.length < names.length; round++) {
    const placed = [];
    const left = new Set();
    for (const i of order) {
      const found = names[i].places.find(at => isFree(at, chart.chartArea, names[i].others, placed)) ?? (highlighted[i] ? names[i].places[0] : null);
      if (found) placed.push({ text: names[i].text, highlighted: highlighted[i], ...found });
      else left.add(i);
    }
    if (placed.length > best.length) best = placed;
    order.sort((a, b) => highlighted[b] - highlighted[a] || left.has(b) - left.has(a));
  }
  return best;
}

function namesOf(chart) {
  const points = chart.getDatasetMeta(0).data.map(point => point.getProps(["x", "y"], true));
  const dots = points.map(({ x, y }) => ({ x: x - 5, y: y - 5, width: 10, height: 10 }));
  chart.ctx.save();
  chart.ctx.font = fontOf();
  const names = chart.data.datasets[0].names.map((name, i) => {
    // Of 47 names that all end so, the last character says nothing.
    const text = name.replace(/[都府県]$/, "");
    return { text, point: points[i], others: dots.filter((_, j) => j !== i), places: placesFor(points[i], chart.ctx.measureText(text).width) };
  });
  chart.ctx.restore();
  return names;
}

const placesFor = (point, width) => distances.flatMap(distance => directions.map(([dx, dy]) => {
  // As far out along the direction as it takes to have the box just this far from the point.
  const reach = Math.min((width / 2 + distance) / Math.abs(dx), (height / 2 + distance) / Math.abs(dy));
  const box = { x: point.x + dx * reach - width / 2, y: point.y + dy * reach - height / 2, width, height };
  const to = { x: clamp(point.x, box.x, box.x + width), y: clamp(point.y, box.y, box.y + height) };
  return { box, line: [point, to], isFar: distance > 10 };
}));

function isFree({ box, line, isFar }, area, dots, placed) {
  if (box.x < area.left || box.x + box.width > area.right + 40 || box.y < area.top - 12 || box.y + height > area.bottom) return false;
  if (dots.some(dot => covers(box, dot)) || placed.some(name => covers(box, name.box) || (name.isFar && meets(name.line, box)))) return false;
  return !isFar || (!dots.some(dot => meets(line, dot)) && !placed.some(name => meets(line, name.box) || (name.isFar && cross(line, name.line))));
}

const clamp = (value, least, most) => Math.min(Math.max(value, least), most);

const covers = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const side = (a, b, p) => Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));

const cross = ([a, b], [c, d]) => side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);

// A line meets a box when it crosses one of its diagonals or ends in it.
const meets = (line, { x, y, width, height }) =>
  cross(line, [{ x, y }, { x: x + width, y: y + height }]) || cross(line, [{ x: x + width, y }, { x, y: y + height }]) ||
  line.some(end => end.x > x && end.x < x + width && end.y > y && end.y < y + height);
