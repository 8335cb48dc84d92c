/** A path relative to a folder of the repository, seen from the repository's root. */
function inRepository(folder                    , path        )         {
  if (folder === undefined) return path
  const parts           = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/')
}

export { inRepository as i };
