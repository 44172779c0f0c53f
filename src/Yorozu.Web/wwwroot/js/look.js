// Colours come from the style sheet, so that light, dark and print are decided in one place.
const known = new Map();

export function color(name) {
  if (!known.has(name)) known.set(name, getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim());
  return known.get(name);
}

export const seriesColor = index => color(`series-${(index % 5) + 1}`);

export function applyDefaults() {
  known.clear();
  Chart.defaults.animation = false;
  Chart.defaults.maintainAspectRatio = false;
  Chart.defaults.font.family = color("sans");
  Chart.defaults.font.size = 14;
  Chart.defaults.color = color("ink-2");
  Chart.defaults.borderColor = color("line");
  Object.assign(Chart.defaults.plugins.legend, { display: false });
  Object.assign(Chart.defaults.plugins.tooltip, {
    backgroundColor: color("ink"),
    titleColor: color("ground"),
    bodyColor: color("ground"),
    bodyFont: { size: 14 },
    titleFont: { size: 14 },
    padding: 10,
    cornerRadius: 3,
    displayColors: false,
  });
}

const japanese = document.documentElement.lang === "ja";

export const unitAfter = unit => (japanese ? unit : ` ${unit}`);

// 10位, or rank 10 of 47.
export const rankAfter = (text, unit) => (japanese ? text + unit : text.replace(/^[0-9]+/, "rank $& of 47"));

// 万 only on axes whose figures are all that large; the zero line stays 0.
export function axisText(value, greatest, unit, isChange = false) {
  if (unit === "%" || isChange) return `${isChange && value > 0 ? "+" : ""}${String(value).replace("-", "−")}${unit === "%" ? unit : ""}`;
  if (japanese && greatest >= 100000 && value % 1000 === 0) return value === 0 ? "0" : `${value / 10000}万`;
  return value.toLocaleString("en-US");
}
