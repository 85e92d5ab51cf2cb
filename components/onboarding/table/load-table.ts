/** What reads a table, loaded when somebody has one. */
export async function loadTable() {
  const [{ readTable }, { columnMeant }, { emptyTable }] = await Promise.all([import("./read-table"), import("./columns"), import("./files")]);
  return { readTable, columnMeant, emptyTable };
}
