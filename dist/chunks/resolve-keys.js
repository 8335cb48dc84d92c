import { U as UserError } from './user-error.js';

/** Bytes of a tar block. */
const BLOCK = 512;

/** Names our archives use: no folder, no hidden file, nothing that a file system reads in another way. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,98}$/;

/** Sum of a header's bytes, those of the checksum itself taken as spaces. */
function checksum(block            )         {
  let sum = 8 * 0x20;
  for (let i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += block[i] ?? 0;
  return sum
}

const MAX_KEYS_BYTES = 64 * 1024;

/** Recipients, or identities, named as text, as a key in a key service or as a file of such lines, where `#` begins a comment; each once. */
async function resolveKeys(
  named                   ,
  isText                           ,
  { files, encryption }       ,
)                    {
  const keys           = [];
  for (const name of named) {
    if (isText(name) || encryption.isKeyService(name)) keys.push(name);
    else keys.push(...linesOf(await files.readText(name, { maxBytes: MAX_KEYS_BYTES })));
  }
  return [...new Set(keys)]
}

/** The recipients to encrypt to. Fewer than two are refused: what one lost key has locked, nobody opens again. */
async function resolveRecipients(named                   , ports       )                    {
  const recipients = await resolveKeys(named, name => /^age1[^/]*$/.test(name), ports);
  if (recipients.length >= 2) return recipients
  throw new UserError(
    'record.recipients',
    `Expected at least two different recipients under record.encrypt.recipients but found ${recipients.length}`,
    { hint: 'Add one whose identity is kept apart, offline, for recovery: age-keygen makes a pair' },
  )
}

const linesOf = (text        ) =>
  text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'));

export { BLOCK as B, NAME as N, resolveKeys as a, checksum as c, resolveRecipients as r };
