// The newest month is the one to see first; earlier ones are reached by scrolling back. No column begins behind the names.
document.querySelectorAll(".heat, .pivot.by-time").forEach(table => {
  const [names, ...columns] = table.tHead.rows[0].cells;
  const most = table.offsetWidth - table.parentElement.clientWidth;
  table.parentElement.scrollLeft = columns.map(cell => cell.offsetLeft - names.offsetWidth).findLast(left => left <= most) ?? 0;
});
