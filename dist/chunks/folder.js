import { randomUUID, createHash } from 'node:crypto';
import { mkdir, rename, rm, access, copyFile, writeFile, open, readdir, lstat, stat, readFile } from 'node:fs/promises';
import { join, dirname, resolve } from 'node:path';
import { M as MAX_POINTER_BYTES } from './pointer.js';
import { M as MAX_BUNDLE_BYTES } from './bundle.js';
import { C as CERTIFICATE_FILE } from './record-files.js';
import { s as systemCode, f as fileError } from './file-error.js';
import { m as modelFolder, r as recordFolder, P as POINTER_FILE, L as LOCK_FILE } from './layout.js';
import { U as UserError } from './user-error.js';
import { h as hashFile } from './hash-file.js';
import { setTimeout } from 'node:timers/promises';

/** Copies a model and its record into a folder: each is there as a whole or not at all, and what is there already stays. */
async function placeModel(folder        , root        , model             )                {
  await whole(join(folder, modelFolder(model.id)), async part => {
    for (const { name, path } of model.files) {
      const target = join(part, name);
      await mkdir(dirname(target), { recursive: true });
      await copyFile(resolve(root, path), target);
      await flush(target);
    }
  });
  await whole(join(folder, recordFolder(model.certificate)), async part => {
    for (const { name, content } of model.record) await writeFile(join(part, name), content, { flush: true });
  });
}

/** Makes a folder under another name and renames it; where somebody else was faster, theirs stays. */
async function whole(target        , fill                                 )                {
  if (await exists(target)) return
  await mkdir(dirname(target), { recursive: true });
  const part = join(dirname(target), `.${randomUUID()}.part`);
  try {
    await mkdir(part);
    await fill(part);
    await rename(part, target);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    if (!['ENOTEMPTY', 'EEXIST'].includes(systemCode(error) ?? '') || !(await exists(target))) throw error
  }
}

async function flush(path        )                {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

const exists = (path        ) =>
  access(path).then(
    () => true,
    () => false,
  );

/** A text that others may have written, up to a size; undefined where there is no such file. */
async function readCapped(path        , maxBytes        , target        )                              {
  let file;                                  
  try {
    file = await open(path);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined
    throw error
  }
  try {
    const { size } = await file.stat();
    if (size > maxBytes)
      throw new UserError('promotion.too-large', `Expected at most ${maxBytes} bytes at ${target} but found ${size}`, {
        file: path,
        hint: 'It is not what Proofmark wrote: find out who did',
      })
    return await file.readFile('utf8')
  } finally {
    await file.close();
  }
}

/** SHA-256 of every file below a folder, by path; none where there is no such folder. A link is refused: its bytes are elsewhere. */
async function storedFiles(folder        , name        )                                       {
  const files = new Map                ();
  await walk('');
  return files

  async function walk(below        )                {
    for (const entry of await entries(join(folder, below))) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) files.set(path, (await digest(join(folder, path))).sha256);
      else
        throw new UserError('promotion.not-a-file', `Expected files only at ${name} but ${path} is none`, {
          hint: 'Remove the link or device; a certified model is made of files',
        })
    }
  }
}

const digest = async (path        ) => hashFile(path, (await lstat(path)).size);

async function entries(path        ) {
  try {
    return await readdir(path, { withFileTypes: true })
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return []
    throw error
  }
}

/** The lock is held for the time of one small write: milliseconds. */
const PATIENCE_MS = 10_000;
const STALE_MS = 60_000;

/** Does something while nobody else can: a file that only one can create. Whoever waits too long is told, and decides. */
async function withLock   (path        , act                  )             {
  // By a clock that nobody sets.
  const until = performance.now() + PATIENCE_MS;
  for (;;) {
    try {
      const lock = await open(path, 'wx');
      try {
        await lock.writeFile(`process ${process.pid}\n`);
        await lock.close();
        return await act()
      } finally {
        await rm(path, { force: true });
      }
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') throw error
      if (performance.now() > until || (await age(path)) > STALE_MS) throw await locked(path)
      await setTimeout(5 + Math.random() * 20);
    }
  }
}

async function age(path        )                  {
  try {
    return Date.now() - (await stat(path)).mtimeMs
  } catch {
    return 0
  }
}

async function locked(path        )                     {
  const holder = await readFile(path, 'utf8').catch(() => 'somebody');
  return new UserError('promotion.locked', `Expected to lock the target but ${path} is held by ${holder.trim()}`, {
    hint: 'If no promotion is running, one broke off: delete the lock file',
    kind: 'environment',
  })
}

/** A folder that holds models by their ids, and in `production.json` the pointer to the one in production. */
function folder(name        , place        , { root }             )                  {
  const at = resolve(root, place);
  const file = join(at, POINTER_FILE);
  const named =    (verb                  , work            ) =>
    work.catch(cause => Promise.reject(fileError(name, verb, cause)));
  const current = async () => {
    const pointer = await readCapped(file, MAX_POINTER_BYTES, name);
    return { pointer, mark: pointer === undefined ? '' : createHash('sha256').update(pointer).digest('hex') }
  };

  return {
    name,
    limits: undefined,
    current: () => named('read', current()),
    place: model => named('write', placeModel(at, root, model)),
    stored: id => named('read', storedFiles(join(at, modelFolder(id)), name)),
    certificate: sha256 =>
      named('read', readCapped(join(at, recordFolder(sha256), CERTIFICATE_FILE), MAX_BUNDLE_BYTES, name)),
    point: (pointer, expected) =>
      named(
        'write',
        mkdir(at, { recursive: true }).then(() => withLock(join(at, LOCK_FILE), () => swap(pointer, expected.mark))),
      ),
  }

  async function swap(pointer        , expected        )                               {
    if ((await current()).mark !== expected) return 'conflict'
    const temporary = join(at, `.${randomUUID()}.tmp`);
    try {
      const written = await open(temporary, 'wx');
      try {
        await written.writeFile(pointer);
        await written.sync();
      } finally {
        await written.close();
      }
      await rename(temporary, file);
      return 'done'
    } catch (error) {
      await rm(temporary, { force: true });
      throw error
    }
  }
}

export { folder };
