/** The columns of a table, none of whose rows is read. */
async function headerOf(tables        , path        )                             {
  const table = await tables.open(path);
  await table.close?.();
  return table.header
}

export { headerOf as h };
