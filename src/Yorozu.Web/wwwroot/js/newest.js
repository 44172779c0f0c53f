// The newest month is the one to see first; earlier ones are reached by scrolling back.
document.querySelectorAll(".heat").forEach(table => {
  const [names, ...columns] = table.tHead.rows[0].cells;
  const most = table.offsetWidth - table.parentElement.clientWidth;
  // No column begins behind the names.
  table.parentElement.scrollLeft = columns.map(cell => cell.offsetLeft - names.offsetWidth).findLast(left => left <= most) ?? 0;
});
document.querySelectorAll(".pivot.by-time").forEach(table => { table.parentElement.scrollLeft = table.offsetWidth; });
