import { B as BLOCK, N as NAME, c as checksum, a as resolveKeys } from './resolve-keys.js';
import { U as UserError } from './user-error.js';
import { c as compose } from './compose.js';
import { t as terminalLog } from './terminal-log.js';
import { p as parseFlags } from './parse-flags.js';

/**
 * The files of an archive as `writeTar` makes it; undefined where it is anything else: another kind of entry than a plain file, a name
 * with a folder in it, a name twice, a wrong checksum, bytes behind the end.
 */
function readTar(archive            )                                      {
  const files = new Map                      ();
  let at = 0;
  for (;;) {
    const block = archive.subarray(at, at + BLOCK);
    if (block.length < BLOCK) return undefined
    if (block.every(byte => byte === 0)) break
    const entry = readHeader(block);
    if (!entry || files.has(entry.name)) return undefined
    const start = at + BLOCK;
    const next = start + Math.ceil(entry.size / BLOCK) * BLOCK;
    if (next > archive.length) return undefined
    files.set(entry.name, { name: entry.name, content: archive.slice(start, start + entry.size) });
    at = next;
  }
  return archive.subarray(at).every(byte => byte === 0) ? [...files.values()] : undefined
}

function readHeader(block            )                                             {
  const text = (from        , length        ) =>
    new TextDecoder('latin1').decode(block.subarray(from, from + length)).replace(/\0[\s\S]*$/, '');
  const number = (from        , length        ) => {
    const digits = text(from, length).trim();
    return /^[0-7]{1,11}$/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN
  };
  const [name, size] = [text(0, 100), number(124, 12)];
  const plain = (text(156, 1) === '0' || block[156] === 0) && text(345, 155) === '';
  if (!plain || !NAME.test(name) || text(257, 5) !== 'ustar') return undefined
  return Number.isNaN(size) || number(148, 8) !== checksum(block) ? undefined : { name, size }
}

/** Largest encrypted file that is read, in bytes; it is decrypted in memory. */
const MAX_BYTES = 512 * 1024 * 1024;

                                 
                            
                       
                                                                            
                                        
                                                                               
                                   
                                                                                
                                       
 

/**
 * Decrypts an age file: the files of an archive of ours into a folder, any other content into one file. Overwrites nothing, and writes
 * nothing unless the whole file is as it was encrypted. Returns the paths that were written.
 */
async function decrypt$1(options                , ports       )                             {
  const { files, encryption } = ports;
  const identities = await resolveKeys(options.identities, () => false, ports);
  if (identities.length === 0)
    throw new UserError('encryption.no-identity', 'Expected at least one identity but found none', {
      hint: 'Give the file that age-keygen wrote: it holds a line AGE-SECRET-KEY-…',
    })
  const content = await encryption.decrypt(
    await files.read(options.file, { maxBytes: MAX_BYTES }),
    identities,
    options.context,
  );
  const archived = readTar(content);
  const bare = options.file.replace(/\.age$/, '');
  const written = archived
    ? archived.map(file => ({ ...file, path: `${options.out ?? bare.replace(/\.tar$/, '')}/${file.name}` }))
    : [{ content, path: `${folderPrefix(options.out)}${options.out === undefined ? bare : bare.split('/').at(-1)}` }];
  for (const { path } of written)
    if (path === options.file || (await files.exists(path)))
      throw new UserError('encryption.exists', `Expected no file at ${path} but found one`, {
        file: path,
        hint: 'Move it away, or name another folder with --out',
      })
  for (const { path, content } of written) await files.write(path, content, { secret: true });
  return written.map(({ path }) => path)
}

const folderPrefix = (out                    ) => (out === undefined ? '' : `${out}/`);

const flags                      = [
  {
    name: 'identity',
    kind: 'list',
    description: 'Files of identities as age-keygen writes them, or keys in a key service',
  },
  { name: 'out', kind: 'value', description: 'Folder to write to. Default: called like the file, beside it' },
  { name: 'model-id', kind: 'value', description: 'What a key in a key service was bound to: the model id' },
];

const decrypt             = {
  name: 'decrypt',
  summary: 'Decrypt confidential evidence, as the age program does',
  synopsis: 'FILE --identity FILE [--out DIR]',
  examples: ['proofmark decrypt evidence.tar.age --identity escrow.key --out evidence'],
  flags,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags);
    const [file] = positionals;
    if (file === undefined || positionals.length > 1)
      throw new UserError('decrypt.incomplete', `Expected one encrypted file but found ${positionals.length}`, {
        hint: 'proofmark decrypt FILE --identity FILE',
      })
    const written = await decrypt$1(
      {
        file,
        identities: values.get('identity') ?? [],
        out: values.get('out')?.at(-1),
        context: values.get('model-id')?.at(-1),
      },
      compose(process.cwd(), terminalLog(process.stderr, { quiet: false }), {}),
    );
    process.stdout.write(written.map(path => `${path}\n`).join(''));
    return 0
  },
};

export { decrypt };
