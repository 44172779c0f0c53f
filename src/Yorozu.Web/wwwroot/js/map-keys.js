// One stop for the Tab key on a map; from there arrow keys walk in code order, as the lists do. Each link says name and figure.
export function walkMap(svg) {
  const links = [...svg.querySelectorAll("a")];
  const stop = at => links.forEach((link, i) => link.setAttribute("tabindex", i === at ? "0" : "-1"));
  stop(Math.max(0, links.findIndex(link => link.classList.contains("highlight"))));
  svg.addEventListener("keydown", event => {
    const at = links.indexOf(document.activeElement);
    const last = links.length - 1;
    const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: last }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const to = Math.min(last, Math.max(0, next));
    stop(to);
    links[to].focus();
  });
}
