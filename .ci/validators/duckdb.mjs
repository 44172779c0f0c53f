// Runs the DuckDB code of /downloads on the file that it names: the rows and the sum of every column of numbers are those of the file.
import { writeFile } from "node:fs/promises";
import { DuckDBInstance } from "@duckdb/node-api";

const origin = process.argv[2];
const duckdb = await (await DuckDBInstance.create()).connect();
const text = html => html.replace(/&(?:lt|gt|quot|amp|#x([0-9A-F]+));/g, (all, code) =>
  code ? String.fromCodePoint(parseInt(code, 16)) : { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" }[all]);
const records = csv => csv.trimEnd().split(/\r?\n(?=(?:[^"]*"[^"]*")*[^"]*$)/)
  .map(line => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(m => m[2] ?? m[1].replaceAll('""', '"')));

for (const choice of ["fy=2026", "fy=2026&headings=ja&encoding=shift_jis", "fy=2026&shape=wide", "shape=pivot"]) {
  const page = await (await fetch(`${origin}/downloads?${choice}`)).text();
  const code = text(page.match(/<pre[^>]*>(SELECT \* FROM read_csv[^<]*)<\/pre>|<code[^>]*>(SELECT \* FROM read_csv[^<]*)<\/code>/).slice(1).find(Boolean));
  const address = code.match(/'(http[^']+)'/)[1];
  const csv = (await (await fetch(address)).text()).replace(/^\uFEFF/, "");
  await writeFile("downloaded.csv", csv);

  const rows = await (await duckdb.run(code.replace(address, "downloaded.csv"))).getRowObjects();
  const [header, ...expected] = records(csv);
  if (rows.length !== expected.length) throw new Error(`${choice}: ${rows.length} rows and not ${expected.length}.`);
  for (const [i, name] of header.entries()) {
    if (!rows.some(row => typeof row[name] === "bigint")) continue;
    const [read, written] = [rows.reduce((sum, row) => sum + (row[name] ?? 0n), 0n), expected.reduce((sum, row) => sum + BigInt(row[i] || 0), 0n)];
    if (read !== written) throw new Error(`${choice}: ${name} adds up to ${read} and not ${written}.`);
  }
  const numbers = header.filter(name => rows.some(row => typeof row[name] === "bigint")).length;
  if (numbers === 0) throw new Error(`${choice}: no column of numbers.`);
  console.log(`${choice}: ${rows.length} rows, ${numbers} columns of numbers`);
}
