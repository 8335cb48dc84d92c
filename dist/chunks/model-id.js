import { U as UserError } from './user-error.js';
import { S as SUMS_FILE } from './record-files.js';

/** Orders well-formed texts by their UTF-8 bytes, which is by code point. JavaScript's own order is by UTF-16 unit and puts U+1F600 before U+FF5E. */
function compareUtf8(a        , b        )         {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)];
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

/** A UTF-16 unit's place in the order of code points: surrogates, which stand for U+10000 and above, come last. */
const rank = (unit        )         => (unit < 0xd800 ? unit : unit > 0xdfff ? unit - 0x800 : unit + 0x2000);

/** `sha256sum` escapes a line whose name holds one of these, and its readers differ on how. */
const UNSAFE = /[\n\r\\\0]/;

/** The text of `SHA256SUMS`: a line "hex␠␠path" per file, sorted by the path's UTF-8 bytes. Refuses names that two readers could read differently. */
function sha256Sums(files                       )         {
  for (const { name } of files) {
    if (UNSAFE.test(name) || !name.isWellFormed())
      throw new UserError(
        'record.file-name',
        `Expected the model's file names without line breaks and backslashes but found ${JSON.stringify(name)}`,
        { hint: 'Rename the file' },
      )
    if (name === SUMS_FILE)
      throw new UserError('record.file-name', `Expected no model file to be named ${SUMS_FILE} but found one`, {
        hint: `Leave it out of the model's files: the certificate has a ${SUMS_FILE} of its own`,
      })
  }
  const sorted = files.toSorted((a, b) => compareUtf8(a.name, b.name));
  const twice = sorted.find((file, i) => sorted[i + 1]?.name === file.name);
  if (twice) throw new UserError('record.file-name', `Expected each model file once but found '${twice.name}' twice`)
  return sorted.map(file => `${file.digest.sha256}  ${file.name}\n`).join('')
}

/** The files a `SHA256SUMS` lists, or undefined where it is not one we would have written. */
function readSha256Sums(text        )                           {
  if (!text.endsWith('\n')) return undefined
  const files               = [];
  for (const line of text.slice(0, -1).split('\n')) {
    const [, sha256, name] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
    if (sha256 === undefined || name === undefined) return undefined
    files.push({ name, digest: { sha256 } });
  }
  return files
}

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

/**
 * What a model is called by: the SHA-256 of its `SHA256SUMS`, lower-case hexadecimal. Equal to in-toto's `dirHash1` (Hash1 of
 * golang.org/x/mod/sumdb/dirhash), so it depends on names as well as bytes.
 */
function modelId(files                       , sha256                          )         {
  return sha256(sha256Sums(files))
}

export { compareUtf8 as a, matchNames as b, commonFolder as c, modelId as m, readSha256Sums as r, sha256Sums as s };
