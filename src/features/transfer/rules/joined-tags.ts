/** Names of tags as one cell; a name that has a separator or a quotation mark stands in quotation marks. */
export function joinTags(names: readonly string[]): string {
  return names
    .map((name) => (/[,;|"\n]/u.test(name) ? `"${name.replaceAll('"', '""')}"` : name))
    .join(', ');
}

/** The names in a cell: commas, semicolons, bars or lines between them, as people write them too. Each once. */
export function splitTags(cell: string): string[] {
  const found = cell.matchAll(/\s*(?:"((?:[^"]|"")*)"\s*(?=$|[,;|\n])|([^,;|\n]+))/gu);
  const names = Array.from(found, ([, quoted, bare = '']) =>
    (quoted === undefined ? bare : quoted.replaceAll('""', '"')).trim().replace(/^#+/u, ''),
  );
  return [...new Set(names)].filter((name) => name !== '');
}
