import { realpath, readdir, stat } from 'node:fs/promises';
import { U as UserError } from './user-error.js';
import { s as systemCode, f as fileError } from './file-error.js';
import { relative, resolve, sep, isAbsolute, dirname, basename } from 'node:path';
import { closestMatch } from './index5.js';

/** Beginnings of the addresses of files that are kept elsewhere; `file:` is none, a path says it. */
const ADDRESS_SCHEMES = ['s3:', 'https:', 'http:', 'lakefs:', 'models:', 'runs:', 'mlflow-artifacts:'];         

/** Of a store that is not read, too: `gs://bucket/train.csv` is no path either, and who names it is told so. */
const ANY_SCHEME = /^[a-z][a-z0-9+.-]+:\/\//;

/** Whether what stands in place of a path is the address of a file kept elsewhere: `s3://bucket/train.csv`. */
const isAddress = (path        )          =>
  ADDRESS_SCHEMES.some(scheme => path.startsWith(scheme)) || ANY_SCHEME.test(path);

/** An address without what pins it, so that it ends as the file's name does: a version, a checksum, a query. A path is what it is. */
function withoutPin(path        )         {
  if (!isAddress(path)) return path
  const name = path.replace(/#sha256=[0-9a-f]*$/, '');
  return /^https?:/.test(name) ? name.replace(/[?#].*$/s, '') : name.replace(/\?versionId=[^?#&]*$/, '')
}

/** A path of the user's, found on this machine. */
                          
                                                                                         
                       
                           
                                                                                              
                            
 

/** A path of the user's, seen from the root. */
function locate(root        , path        )          {
  if (path === '' || path.includes('\0')) {
    throw new UserError('file.path', `Expected a path but found ${JSON.stringify(path)}`, {
      hint: 'Give a path relative to the folder of proofmark.yml',
    })
  }
  if (isAddress(path)) {
    throw new UserError('file.address', `Expected a path but found the address ${path}`, {
      file: path,
      hint: 'Name a file or folder of this machine here',
    })
  }
  const absolute = resolve(root, path);
  return { absolute, name: relative(root, absolute).split(sep).join('/') || '.' }
}

/** Whether a path relative to a folder leads out of it. */
const leaves = (name        )          => name === '..' || /^\.\.[/\\]/.test(name) || isAbsolute(name);

/**
 * Refuses a symbolic link inside the root whose target is outside. Who names `../other/file` in the settings means it;
 * a link that somebody committed is content, and content does not choose what is read.
 */
async function refuseLinkOutside(root        , { name, absolute, fetched }         )                {
  if (fetched || leaves(name)) return
  const [realRoot, real] = await Promise.all([realpath(root), realpath(absolute)]);
  if (!leaves(relative(realRoot, real))) return
  throw new UserError(
    'file.link-leaves-root',
    `Expected ${name} to stay inside the repository but it is a link out of it`,
    {
      file: name,
      hint: 'Put the file itself in the repository, or name its real path in the settings',
    },
  )
}

/** How the files of the user's are found: those of the workspace below `root`, others from where they are kept. */
                              
                                              
                       
                                                  
                                        
 

/** A file by path or address, where it lies on this machine: fetched, if it has to be. */
async function findFile({ root, sources }             , path        )                   {
  const fetched = await sources?.fetch(path);
  return fetched === undefined ? locate(root, path) : { name: path, absolute: fetched, fetched: true }
}

/** How many names of a folder a hint lists. */
const MAX_NAMES = 5;

/** A file that is not there, with what its folder holds that the user may have meant. */
async function missingFile({ name, absolute }         , cause          )                     {
  const names = await namesIn(dirname(absolute));
  const folder = name.includes('/') ? dirname(name) : 'the folder of the settings';
  return new UserError('file.missing', `Expected ${name} to be a file but there is none`, {
    file: name,
    hint: names
      ? nearby(name, names, folder)
      : `There is no folder ${folder}; paths are relative to that of proofmark.yml`,
    cause,
  })
}

function nearby(name        , names                   , folder        )         {
  const sought = basename(name);
  const byCase = new Map(names.map(candidate => [candidate.toLowerCase(), candidate]));
  const near = closestMatch(sought.toLowerCase(), [...byCase.keys()], {
    maxDistance: Math.max(2, Math.floor(sought.length / 3)),
  });
  const meant = near === undefined ? undefined : byCase.get(near);
  if (meant !== undefined) return `Did you mean ${name.slice(0, name.length - sought.length)}${meant}?`
  if (names.length === 0) return `The folder ${folder} is empty; paths are relative to that of proofmark.yml`
  const shown = names.toSorted().slice(0, MAX_NAMES).join(', ');
  return `In ${folder}: ${shown}${names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : ''}`
}

async function namesIn(folder        )                                {
  try {
    return await readdir(folder)
  } catch {
    return undefined
  }
}

/** The file's stats once it is known to be a regular file that may be read: never a folder, a pipe or a link out of the root. */
async function regularFile(root        , located         )                 {
  const stats = await stat(located.absolute).catch(async cause => {
    throw systemCode(cause) === 'ENOENT' ? await missingFile(located, cause) : fileError(located.name, 'read', cause)
  });
  if (stats.isDirectory()) throw fileError(located.name, 'read', 'EISDIR')
  if (!stats.isFile()) {
    throw new UserError('file.not-regular', `Expected ${located.name} to be a file but it is a pipe or a device`, {
      file: located.name,
      hint: 'Write its content to a file first',
    })
  }
  await refuseLinkOutside(root, located);
  return stats
}

export { refuseLinkOutside as a, leaves as b, findFile as f, isAddress as i, locate as l, missingFile as m, regularFile as r, withoutPin as w };
