// Reads a table whose cells carry data-value: columns are series, rows are months or years; an empty value is a gap.
export function readTable(table) {
  const heads = [...table.tHead.rows[0].cells].slice(1);
  const rows = [...table.tBodies[0].rows];
  return {
    caption: table.caption.textContent.trim(),
    unit: table.dataset.unit,
    hasFractions: table.dataset.unit === "%" || table.dataset.fractions === "true",
    isChange: table.dataset.scale === "change",
    isRank: table.dataset.scale === "rank",
    isFew: table.dataset.scale === "few",
    dataset: table.dataset,
    labels: rows.map(row => row.cells[0].textContent.trim()),
    years: rows.map(row => ({ name: row.dataset.year, short: row.dataset.short })),
    highlighted: rows.map(row => row.classList.contains("highlight")),
    series: heads.map((head, i) => ({
      name: head.textContent.trim(),
      label: head.dataset.label,
      kind: head.dataset.kind,
      color: head.dataset.color ? Number(head.dataset.color) : undefined,
      values: rows.map(row => valueOf(row.cells[i + 1])),
      texts: rows.map(row => row.cells[i + 1].textContent.trim()),
    })),
  };
}

function valueOf(cell) {
  return cell.dataset.value === undefined || cell.dataset.value === "" ? null : Number(cell.dataset.value);
}
