import { buffer } from 'node:stream/consumers';
import { bucket } from './bucket.js';
import { l as listObjects } from './list-objects.js';

/** Artifacts in a bucket that the server does not hand on: read there with the credentials of AWS's variables. */
function s3Artifacts(
  address        ,
  name        ,
  prefix        ,
  { environment, of }               ,
)                 {
  const objects = bucket(name, environment);
  const base = prefix.replace(/\/+$/, '');
  const key = (path        ) => [base, path].filter(part => part !== '').join('/');

  return {
    address,

    async list(path) {
      const folder = key(path) === '' ? '' : `${key(path)}/`;
      return entriesIn(await listObjects(objects, folder), folder, path)
    },

    async read(path, from) {
      const { status, body } = await objects.send({
        method: 'GET',
        key: key(path),
        ...(from > 0 ? { headers: { range: `bytes=${from}-` } } : {}),
        doing: `read ${path} of ${of}`,
        accepts: [206],
      });
      return { from: status === 206 ? from : 0, bytes: body }
    },

    async write(path, content) {
      const body = Uint8Array.from(await buffer(content.open()));
      const answer = await objects.send({
        method: 'PUT',
        key: key(path),
        headers: { 'if-none-match': '*' },
        body,
        doing: `write ${path} of ${of}`,
      });
      answer.body.resume();
    },

    here: () => undefined,
  }
}

/** Files right below a folder, and the folders that the others lie in. */
function entriesIn(objects                         , folder        , path        )                  {
  const entries = new Map                       ();
  for (const { key, bytes } of objects) {
    const [first = '', ...deeper] = key.slice(folder.length).split('/');
    if (first === '' || entries.has(first)) continue
    const isFolder = deeper.length > 0;
    const named = path === '' ? first : `${path}/${first}`;
    entries.set(first, { path: named, folder: isFolder, bytes: isFolder ? undefined : bytes });
  }
  return [...entries.values()]
}

export { s3Artifacts };
