// Reads every table of the data package at an address by its descriptor: types, keys, references and the number of rows.
import { Package } from "datapackage";

const found = await Package.load(process.argv[2]);
if (!found.valid) throw new AggregateError(found.errors, "The descriptor is not valid.");
for (const table of found.resources) {
  const rows = await table.read({ relations: false });
  if (rows.length !== table.descriptor.rows) throw new Error(`${table.name} has ${rows.length} rows and not ${table.descriptor.rows}.`);
  if (table.schema.foreignKeys.length > 0 && !await table.checkRelations()) throw new Error(`${table.name} refers to rows that are not there.`);
  console.log(`${table.name}: ${rows.length} rows`);
}
