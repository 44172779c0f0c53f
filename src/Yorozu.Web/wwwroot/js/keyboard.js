// Arrow keys walk from month to month; what the tooltip shows is also said.
export function walkWithKeys(chart, canvas, data) {
  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("aria-live", "polite");
  canvas.after(said);

  let index = -1;
  canvas.addEventListener("keydown", event => {
    const last = data.labels.length - 1;
    const next = { ArrowRight: Math.min(last, index + 1), ArrowLeft: Math.max(0, index - 1), Home: 0, End: last }[event.key];
    if (event.key === "Escape") return show(-1);
    if (next === undefined) return;
    event.preventDefault();
    show(next);
  });
  canvas.addEventListener("blur", () => show(-1));

  function show(next) {
    index = next;
    const active = index < 0 ? [] : chart.data.datasets.flatMap((set, datasetIndex) => pointOf(set, datasetIndex));
    chart.setActiveElements(active);
    chart.tooltip.setActiveElements(active, { x: 0, y: 0 });
    chart.update("none");
    if (index >= 0) said.textContent = `${data.labels[index]} ${data.series.map(s => `${s.name} ${s.texts[index]}`).join("、")}`;
  }

  function pointOf(set, datasetIndex) {
    const at = set.rows ? set.rows.indexOf(index) : index;
    return at < 0 || set.data[at] === null ? [] : [{ datasetIndex, index: at }];
  }
}
