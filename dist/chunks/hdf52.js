import { randomUUID } from 'node:crypto';
import { g as readRange } from './index.js';

const MAX_DEPTH = 64;
const MAX_OBJECTS = 100_000;
/** The attributes that make Keras build something (keras/src/legacy/saving/legacy_h5_format.py). */
const ATTRIBUTES = ['model_config', 'training_config', 'keras_version', 'backend'];
/** Files that the library's own file system begins with: data in them would seem to be there. */
const DEVICES = ['null', 'zero', 'random', 'urandom', 'stdin', 'tty', 'tty1'].map(name => `/dev/${name}`);

                                            
                                      

/**
 * Lists what an HDF5 file is made of with the HDF5 library, loaded when first asked; follows no link and opens no other file. Throws where
 * the library broke over it: who reads files for others ends then, and the next one reads on.
 */
async function readHdf5(source        )                       {
  const library = await import('./hdf5.js');
  const { FS, activate_throwing_error_handler: throwErrors } = await library.ready;
  throwErrors();
  for (const device of DEVICES) if (FS.analyzePath(device).exists) FS.unlink(device);
  // A name that no link of the file can name.
  const name = `/${randomUUID()}`;
  FS.writeFile(name, new Uint8Array());
  serve(FS.lookupPath(name, {}).node                       , source);
  try {
    const file = new library.File(name, 'r');
    try {
      return outline(library, file)
    } finally {
      file.close();
    }
  } catch (error) {
    requireSound(error);
    return nothing(`the HDF5 library cannot open it (${messageOf(error)})`)
  } finally {
    FS.unlink(name);
  }
}

/** Throws where WebAssembly stopped (WebAssembly.RuntimeError), which leaves the library in nobody knows which state: it may read no further file. */
function requireSound(error         )       {
  if (error instanceof Error && error.name === 'RuntimeError')
    throw new Error(`the HDF5 library broke: ${messageOf(error)}`, { cause: error })
}

/** A file of the library's own file system: what there is of it is read through `stream_ops`. */
                    
                   
               
                                                                                                       
   
 

/** Has the library read a file piece by piece, as it asks for them. */
function serve(node          , source        )       {
  node.usedBytes = source.size;
  node.stream_ops = {
    ...node.stream_ops,
    read(_stream, buffer, offset, length, position) {
      const bytes = readRange(source, position, Math.min(source.size, position + length));
      buffer.set(bytes, offset);
      return bytes.length
    },
  };
}

const nothing = (fault        )              => ({
  groups: 0,
  datasets: 0,
  leads: [],
  attributes: {},
  texts: [],
  fault,
});

function outline(library         , file      )              {
  const leads             = [];
  const texts             = [];
  const open = [{ path: '/', depth: 0 }];
  const counts = { groups: 0, datasets: 0 };
  let fault;                    
  for (let next = open.pop(); next; next = open.pop()) {
    const { path, depth } = next;
    try {
      if (depth > MAX_DEPTH || counts.groups + counts.datasets > MAX_OBJECTS)
        fault ??= `its groups hold each other, or more than ${MAX_OBJECTS} objects`;
      else {
        const below = visit(library, file, path, { leads, texts }, counts);
        open.push(...below.map(child => ({ path: child, depth: depth + 1 })));
      }
    } catch (error) {
      requireSound(error);
      fault ??= `its object ${path} cannot be read (${messageOf(error)})`;
    }
    if (counts.groups + counts.datasets > MAX_OBJECTS) open.length = 0;
  }
  const attributes = readAttributes(file);
  return { ...counts, leads, attributes, texts, ...(fault === undefined ? {} : { fault }) }
}

/** Looks at one object; gives the paths of those below it. */
function visit(
  library         ,
  file      ,
  path        ,
  { leads, texts }                                                            ,
  counts                                      ,
)           {
  const soft = path === '/' ? undefined : file.get_link(path);
  const external = path === '/' ? undefined : file.get_external_link(path);
  if (soft || external?.filename !== undefined) {
    const target = external?.filename === undefined ? soft : `${external.filename}:${external.obj_path}`;
    leads.push({ path, kind: external?.filename === undefined ? 'soft link' : 'external link', target: target ?? '' });
    return []
  }
  const entity = path === '/' ? file : file.get(path);
  if (entity instanceof library.Group) {
    counts.groups++;
    readTexts(entity, path, texts);
    return entity.keys().map(name => `${path === '/' ? '' : path}/${name}`)
  }
  if (entity instanceof library.Dataset) {
    counts.datasets++;
    readTexts(entity, path, texts);
    const lead = leadOf(entity, path);
    if (lead) leads.push(lead);
    else readItems(entity, path, texts);
  } else if (!(entity instanceof library.Datatype)) leads.push({ path, kind: 'unknown link', target: '' });
  return []
}

/** Where the data of a data set are, if not in this file. */
function leadOf(dataset         , path        )                       {
  const { virtual_sources: sources, chunks, shape, total_size } = dataset.metadata;
  if (sources) return { path, kind: 'virtual data set', target: sources[0]?.file_name ?? '' }
  if (chunks || shape === null || total_size === 0) return undefined
  try {
    // The library does not tell external storage; it has to open it for the first value, and there is no other file.
    if (shape.length > 0) dataset.slice(shape.map(() => [0, 1]));
    else dataset.value;
    return undefined
  } catch (error) {
    if (/external/i.test(messageOf(error))) return { path, kind: 'external storage', target: '' }
    throw error
  }
}

function readAttributes(file      )                                     {
  const names = Object.keys(file.attrs).filter(name => ATTRIBUTES.includes(name));
  return Object.fromEntries(
    names.map(name => {
      const value = file.get_attribute(name, false);
      return [name, typeof value === 'string' ? value : undefined]
    }),
  )
}

/** Adds the attributes of an object that are text. Lists of texts, as of the names of layers, are one text, a line each. */
function readTexts(entity                 , path        , texts            )       {
  for (const [name, attribute] of Object.entries(entity.attrs)) {
    // Only then, for a value is read when it is asked for.
    if (typeof attribute.dtype !== 'string' || !attribute.dtype.includes('S')) continue
    const { value } = attribute;
    const all          = Array.isArray(value) ? value.filter(each => typeof each === 'string').join('\n') : value;
    if (typeof all === 'string' && all !== '') texts.push({ where: `attribute ${name} of ${path}`, text: all });
  }
}

/** Items of a data set that are read at once, and characters of a file after which no more are: they would not be searched. */
const ITEMS = 10_000;
const MOST_TEXT = 6 * 1024 * 1024;

/** Adds the items of a data set that are text, as of a vocabulary: so many in one text, a line each. */
function readItems(dataset         , path        , texts            )       {
  const { shape } = dataset;
  if (typeof dataset.dtype !== 'string' || !dataset.dtype.includes('S') || shape === null) return
  const [length = 1, ...rest] = shape;
  const step = Math.max(1, Math.floor(ITEMS / rest.reduce((product, each) => product * each, 1)));
  let read = texts.reduce((sum, { text }) => sum + text.length, 0);
  for (let first = 0; first < length && read <= MOST_TEXT; first += step) {
    const range                     = [
      [first, Math.min(length, first + step)],
      ...rest.map((end)                   => [0, end]),
    ];
    const value          = shape.length === 0 ? dataset.value : dataset.slice(range);
    const items = (Array.isArray(value) ? value : [value]).filter(item => typeof item === 'string');
    const text = items.join('\n');
    read += text.length;
    if (text.trim() !== '') texts.push({ where: `data set ${path}`, text });
  }
}

/** The innermost cause; the library's own text has a line for every layer. */
function messageOf(error         )         {
  const message = error instanceof Error ? error.message : String(error);
  const causes = [...message.matchAll(/ in \w+\(\): (.*)/g)];
  return (causes.at(-1)?.[1] ?? message.split('\n', 1)[0] ?? '').slice(0, 200)
}

export { readHdf5 };
