/** How the files somebody has stand to the names in a certificate. */
                            
                                                        
                                             
                                     
                                   
 

/** Foldings tried to describe a mismatch; a match never depends on it. */
const MAX_FOLDERS = 16;

/**
 * Matches the paths given with the names a certificate uses. A model may be moved as a whole: the folder that all given paths
 * share may differ from the one all certified names share. Names and folders inside it may not, so a renamed file is missing
 * under its old name and extra under its new one. Where the sets differ, the placement with the most matches is described.
 */
function matchNames(certified                   , given                   )            {
  const placements = ['', commonFolder(certified)].flatMap(from =>
    foldersOf(given, (certified[0] ?? '').slice(from.length)).map(to => match(certified, given, from, to)),
  );
  return placements.reduce(
    (best, next) => (next.pairs.size > best.pairs.size ? next : best),
    match(certified, given, '', ''),
  )
}

function match(certified                   , given                   , from        , to        )            {
  const unused = new Set(given);
  const pairs = new Map                ();
  for (const name of certified) {
    const path = `${to}${name.slice(from.length)}`;
    if (unused.delete(path)) pairs.set(name, path);
  }
  return { pairs, missing: certified.filter(name => !pairs.has(name)), extra: [...unused] }
}

/** Folders (ending in a slash, or empty) in which a file of this name was given; the one all given paths share is always among them. */
function foldersOf(given                   , name        )           {
  const folders = given
    .filter(path => path === name || path.endsWith(`/${name}`))
    .map(path => path.slice(0, path.length - name.length));
  return [commonFolder(given), ...folders.slice(0, MAX_FOLDERS)]
}

/** The deepest folder that holds every path, ending in a slash; empty where there is none. */
function commonFolder(paths                   )         {
  const [first = '', ...others] = paths;
  let folder = first.slice(0, first.lastIndexOf('/') + 1);
  for (const path of others)
    while (!path.startsWith(folder)) folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  return folder
}

export { commonFolder as c, matchNames as m };
