import { U as UserError } from './user-error.js';
import { g as githubRepository } from './key-reference.js';
import { c as canonicalJson } from './canonical-json.js';
import { a as string, s as strictObject, _ as _enum, l as literal } from './schemas2.js';
import { d as datetime } from './iso.js';
import { l as logFault, i as isFault } from './log-fault.js';

const CHUNK = 8192;

/** Bytes as standard base64 with padding (RFC 4648 section 4). */
function encodeBase64(bytes            )         {
  let binary = '';
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary)
}

/** The bytes of standard base64 in its one canonical spelling; undefined for any other text. */
function decodeBase64(text        )                         {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) return undefined
  const binary = atob(text);
  return btoa(binary) === text ? Uint8Array.from(binary, character => character.charCodeAt(0)) : undefined
}

const ENCODER = new TextEncoder();
const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const utf8 = (text        )             => ENCODER.encode(text);

/** Strict UTF-8, a byte order mark kept as what it is; undefined where it is none. */
function fromUtf8(bytes            )                     {
  try {
    return DECODER.decode(bytes)
  } catch {
    return undefined
  }
}

function concat(...parts                       )             {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined
}

function sameBytes(a            , b            )          {
  if (a.length !== b.length) return false
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false
  return true
}

const DIGITS = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower case. */
function hex(bytes            )         {
  let text = '';
  for (const byte of bytes) text += DIGITS[byte];
  return text
}

/** Largest note that is read, in characters. */
const MAX_NOTE_LENGTH = 64 * 1024;

/** Most signatures that are read on a note. */
const MAX_NOTE_SIGNATURES = 100;

/** One line of signature, by the name and the id of its key. */
                                
                       
                                 
                        
                                
 

/** A signed note (https://c2sp.org/signed-note): a text that ends in a newline, and signatures, none of them checked yet. */
                       
                       
                                               
 

/** Whether a key may be called so. */
const isKeyName = (name        )          => /^[^\s+\p{Zs}\u0000-\u001f\u0085]+$/u.test(name);

/** Reads a note strictly; a text is what is wrong with it. */
function readNote(content        )                {
  if (content.length > MAX_NOTE_LENGTH) return `Expected a note of at most ${MAX_NOTE_LENGTH} characters but found more`
  if (/[\u0000-\u0009\u000b-\u001f\ufffd]/.test(content)) return 'Expected a note but found control characters'
  const split = content.lastIndexOf('\n\n');
  const lines = content.slice(split + 2).split('\n');
  if (split <= 0 || lines.pop() !== '' || lines.length === 0)
    return 'Expected a text, a blank line and signatures but found no signatures'
  if (lines.length > MAX_NOTE_SIGNATURES)
    return `Expected at most ${MAX_NOTE_SIGNATURES} signatures but found ${lines.length}`
  const signatures                  = [];
  for (const line of lines) {
    const [, name = '', encoded = ''] = /^— (\S+) (\S+)$/u.exec(line) ?? [];
    const bytes = decodeBase64(encoded);
    if (!isKeyName(name) || bytes === undefined || bytes.length < 5)
      return 'Expected lines of signature on a note but found another'
    signatures.push({ name, keyId: hex(bytes.subarray(0, 4)), signature: bytes.subarray(4) });
  }
  return { text: content.slice(0, split + 1), signatures }
}

/** The note as it is kept. */
const writeNote = ({ text, signatures }      )         =>
  `${text}\n${signatures
    .map(
      ({ name, keyId, signature }) =>
        `— ${name} ${encodeBase64(
          concat(
            Uint8Array.from([0, 2, 4, 6], at => Number.parseInt(keyId.slice(at, at + 2), 16)),
            signature,
          ),
        )}\n`,
    )
    .join('')}`;

/** What a log is called unless told otherwise: `github.com/acme/governance/proofmark-log`, after where it is kept. Nothing is fetched from it. */
function logOrigin(
  place                                                                                               ,
  server = 'https://github.com',
)         {
  const origin = `${'repository' in place ? `${withoutScheme(server)}/${place.repository}` : ofRemote(place.remote)}/${place.branch}`;
  if (isKeyName(origin) && origin.length <= 255) return origin
  throw new UserError('log.origin', `Expected a name for the log without spaces and + but found '${origin}'`, {
    hint: 'Name it by record.log.origin, e.g. models.acme.example/log',
  })
}

const withoutScheme = (address        ) => address.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/\/+$/, '');

/** Host and path of an address, whoever may be named in it left out; of a folder its last name. */
function ofRemote(remote        )         {
  const path = remote.replace(/\/+$/, '').replace(/\.git$/, '');
  const [, host, below] =
    /^[a-z][a-z0-9+.-]*:\/\/(?:[^@/]*@)?([^/]+)\/(.+)$/i.exec(path) ?? /^(?:[^@/\s]+@)([^:/]+):(.+)$/.exec(path) ?? [];
  return host === undefined || below === undefined
    ? `local/${path.slice(path.lastIndexOf('/') + 1)}`
    : `${host}/${below}`
}

/** What a key signs: 1 notes (a log its checkpoints), 4 cosignatures with their time (a witness). */
                               

const ED25519_BYTES = 32;

/** A key that signatures on notes are checked with. */
                               
                       
                            
                                 
                        
                           
                                
 

/** A key that signs notes; `seed` is its secret, 32 bytes. */
                                                  
                           
 

/** The key with the id that its name, type and bytes give it: SHA-256(name ‖ newline ‖ type ‖ key), the first four bytes. */
function noteVerifier(name        , type             , publicKey            , hash      )               {
  const keyId = hex(hash(concat(utf8(`${name}\n`), Uint8Array.of(type), publicKey)).subarray(0, 4));
  return { name, type, keyId, publicKey }
}

/** A verifier key in one line, `name+id+key`, as C2SP signed-note writes it. */
const writeVerifierKey = ({ name, type, keyId, publicKey }              )         =>
  `${name}+${keyId}+${encodeBase64(concat(Uint8Array.of(type), publicKey))}`;

/** A signer key in one line. Secret. */
const writeSignerKey = ({ name, type, keyId, seed }            )         =>
  `PRIVATE+KEY+${name}+${keyId}+${encodeBase64(concat(Uint8Array.of(type), seed))}`;

/** Reads a verifier key of a type; undefined for any other text. */
function readVerifierKey(text        , type             , hash      )                           {
  const [, name = '', keyId, encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const publicKey = keyBytes(encoded, type);
  if (!isKeyName(name) || publicKey === undefined) return undefined
  const verifier = noteVerifier(name, type, publicKey, hash);
  return verifier.keyId === keyId ? verifier : undefined
}

/** Reads a signer key of a type; undefined for any other text, which is never quoted. */
function readSignerKey(
  text        ,
  type             ,
  hash      ,
  publicKeyOf                                  ,
)                         {
  const [, name = '', keyId, encoded = ''] = /^PRIVATE\+KEY\+([^+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const seed = keyBytes(encoded, type);
  if (!isKeyName(name) || seed === undefined) return undefined
  const signer = { ...noteVerifier(name, type, publicKeyOf(seed), hash), seed };
  return signer.keyId === keyId ? signer : undefined
}

function keyBytes(encoded        , type             )                         {
  const bytes = decodeBase64(encoded);
  return bytes?.length === ED25519_BYTES + 1 && bytes[0] === type ? bytes.subarray(1) : undefined
}

/** A trusted log with its keys read. */
                           
                         
                            
                                             
                                             
                         
                                           
 

/** Reads the keys of a trusted log. Refuses what could never hold, and a quorum that one key could fill under two names. */
function logTrust(trusted            , hash      )           {
  const key = readVerifierKey(trusted.key, 1, hash);
  if (key === undefined)
    throw wrong(`the verifier key of a log, \`name+id+key\` with its right id, but found '${trusted.key}'`)
  if (key.name !== trusted.origin) throw wrong(`the key of ${trusted.origin} but found one of ${key.name}`)
  const witnesses = Object.entries(trusted.witnesses ?? {}).map(([name, text]) => {
    const witness = readVerifierKey(text, 4, hash);
    if (witness === undefined) throw wrong(`the verifier key of a witness for ${name} but found '${text}'`)
    return witness
  });
  if (new Set(witnesses.map(({ publicKey }) => hex(publicKey))).size < witnesses.length)
    throw wrong('every witness to have a key of its own but found one key twice')
  const quorum = trusted.quorum;
  if (quorum > witnesses.length)
    throw wrong(`a quorum of at most ${witnesses.length}, the number of witnesses, but found ${quorum}`)
  const maxAgeHours = trusted['max-checkpoint-age-hours'];
  if (maxAgeHours !== undefined && quorum === 0)
    throw wrong('a quorum of witnesses beside max-checkpoint-age-hours, whose times tell the age, but found none')
  return { origin: trusted.origin, key, witnesses, quorum, ...(maxAgeHours === undefined ? {} : { maxAgeHours }) }
}

const wrong = (what        ) =>
  new UserError('log.trust', `Expected ${what}`, {
    hint: 'Copy the keys that `proofmark log init` and `proofmark witness` print',
  });

/** Bytes of a hash. */
const HASH_BYTES = 32;

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Hash of an entry (RFC 6962 section 2.1): prefixed, so that no entry can pass for a node. */
const leafHash = (hash      , entry            )             => hash(concat(LEAF, entry));

/** Hash of a node over its two children. */
const nodeHash = (hash      , left            , right            )             => hash(concat(NODE, left, right));

/** Root of the tree without entries. */
const emptyRoot = (hash      )             => hash(new Uint8Array());

/** What a tree is known by. */
                           
                 
                       
                                 
                           
 

/** What a log says of itself (https://c2sp.org/tlog-checkpoint). */
                                              
                   
                         
 

/** Its three lines, each ended: origin, size, root in base64. */
const checkpointText = ({ origin, size, root }            )         =>
  `${origin}\n${size}\n${encodeBase64(root)}\n`;

/**
 * The three lines as a checkpoint; undefined for any other text. Lines of extension are refused: nobody may read into a checkpoint
 * what we did not.
 */
function readCheckpointText(text        )                         {
  const [, origin, digits, root64] = /^([^\n]+)\n(0|[1-9]\d{0,15})\n([^\n]+)\n$/.exec(text) ?? [];
  const size = Number(digits);
  const root = decodeBase64(root64 ?? '');
  if (origin === undefined || !Number.isSafeInteger(size) || root?.length !== HASH_BYTES) return undefined
  return { origin, size, root }
}

/** A checkpoint that the log has signed. */
                                                      
                     
 

/**
 * Reads a signed checkpoint of one log; a text is why it counts for nothing. As C2SP signed-note wants it, signatures by keys we do
 * not know are passed over, and one by the log's key that does not hold spoils the note.
 */
function openCheckpoint(
  content        ,
  origin        ,
  key              ,
  crypto           ,
)                            {
  const note = readNote(content);
  if (typeof note === 'string') return note
  const own = note.signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId);
  if (own.length === 0) return `Expected a signature by ${key.name}+${key.keyId} but found none`
  if (!own.every(({ signature }) => crypto.verify(key.publicKey, utf8(note.text), signature)))
    return `Expected the signature by ${key.name}+${key.keyId} to hold but it does not`
  const checkpoint = readCheckpointText(note.text);
  if (checkpoint === undefined) return 'Expected origin, size and root in the checkpoint but found another text'
  if (checkpoint.origin !== origin) return `Expected a checkpoint of ${origin} but found one of ${checkpoint.origin}`
  return { ...checkpoint, note }
}

const MAX_KEY_BYTES = 4096;

/** A log as the settings name it, opened. */
                          
                            
                          
                                                         
                                    
 

                                                                       

/** Where the settings say that the log is kept. */
function logPlace(settings           , context                  )           {
  const { branch, remote, repository } = settings;
  if (remote !== undefined && repository !== undefined)
    throw new UserError('log.place', 'Expected record.log.repository or record.log.remote but found both', {
      hint: 'Keep the one that the log is kept in',
    })
  if (remote !== undefined) return { remote, branch }
  const name = repository ?? githubRepository(context);
  if (name !== undefined) return { repository: name, branch }
  throw new UserError(
    'log.place',
    'Expected to know where the log is kept but found neither record.log.repository nor record.log.remote',
    {
      hint: 'Name the repository, as owner/name, or any git remote',
    },
  )
}

/** The private key of a log, from the file that the settings name or from a text; undefined without either. */
async function logSigner(
  settings           ,
  keyText                    ,
  { files, noteKeys }                                   ,
)                                  {
  const text = settings.key === undefined ? keyText : await files.readText(settings.key, { maxBytes: MAX_KEY_BYTES });
  if (text === undefined || text.trim() === '') return undefined
  const signer = readSignerKey(text, 1, noteKeys.hash, noteKeys.publicKey);
  if (signer !== undefined) return signer
  throw new UserError(
    'log.key',
    `Expected the private key of a log in ${settings.key ?? 'PROOFMARK_LOG_KEY'} but found another text`,
    {
      hint: 'It is one line that begins with PRIVATE+KEY+, as `proofmark log init` wrote it',
    },
  )
}

/** Who reads it: whom they believe, or whose key they hold. */
                            
                                                                                                        
                                           
                                          
 

/** The trust in the log that the settings name. */
function trustOf(
  settings           ,
  { trusted, signer }           ,
  { noteKeys }                         ,
)           {
  const key = trusted?.key ?? settings['verifier-key'] ?? (signer && writeVerifierKey(signer));
  if (key === undefined)
    throw new UserError('log.verifier-key', 'Expected the verifier key of the log but found none', {
      hint: 'Put the line that `proofmark log init` printed into record.log.verifier-key',
    })
  const origin = settings.origin ?? key.slice(0, Math.max(key.indexOf('+'), 0));
  return logTrust(trusted ?? { origin, key, quorum: 0 }, noteKeys.hash)
}

/** Opens the log that the settings name to read it. */
async function openLog(settings           , reader           , ports           )                   {
  const trust = trustOf(settings, reader, ports);
  const branch = ports.logs.open(logPlace(settings, ports.context));
  return { branch, trust, seen: await lastSeen(settings, trust, ports) }
}

/** The same to write to it: the key must be there. */
async function openLogToWrite(
  settings           ,
  keyText                    ,
  ports           ,
)                               {
  const signer = await logSigner(settings, keyText, ports);
  if (signer === undefined)
    throw new UserError('log.key-missing', 'Expected the private key of the log but found none', {
      hint: 'Put the text of the file that `proofmark log init` wrote into the secret PROOFMARK_LOG_KEY',
    })
  const log = await openLog(settings, { signer }, ports);
  if (log.trust.key.keyId === signer.keyId) return { ...log, origin: log.trust.origin, signer }
  throw new UserError('log.key', 'Expected the private key that belongs to record.log.verifier-key but found another', {
    hint: 'Give the key that was made with this log',
  })
}

/** What a log is to be called that the settings name and that is yet to be made. */
const newOrigin = (settings           , context                  )         =>
  settings.origin ?? logOrigin(logPlace(settings, context), context.url?.match(/^https?:\/\/[^/]+/)?.[0]);

/** Remembers a checkpoint that was verified, so that nobody can take it back unseen. */
const rememberSeen = (settings           , note        , { files }                      )                =>
  files.write(settings['last-seen'], note);

async function lastSeen(settings           , trust          , { files, noteKeys }           )                      {
  const path = settings['last-seen'];
  if (!(await files.exists(path))) return []
  const note = await files.readText(path, { maxBytes: MAX_NOTE_LENGTH });
  const seen = openCheckpoint(note, trust.origin, trust.key, noteKeys);
  if (typeof seen !== 'string') return [seen]
  throw new UserError('log.last-seen', `${seen}, in what was last seen of the log (${path})`, {
    file: path,
    hint: 'Restore the file; delete it only if this is another log than before',
  })
}

/** The signed head of the log. */
const CHECKPOINT_FILE = 'checkpoint';

/** The head of the tree that the tiles make, not signed: what the next checkpoint signs. */
const STATE_FILE = 'state';

/** Largest document that is kept in the log's branch, in bytes. Larger ones, and secret ones, are kept where they are. */
const MAX_DOCUMENT_BYTES = 1024 * 1024;

/** Where a document is kept, by its SHA-256 as leaves write it. */
const documentFile = (digest        )         => {
  const digits = digest.replace(/^sha256:/, '');
  return `blobs/sha256/${digits.slice(0, 2)}/${digits.slice(2)}.json`
};

/** Where the newest checkpoint that a witness has cosigned is kept. */
const witnessFile = (name        )         => `witness/${encodeURIComponent(name)}`;

const isWitnessFile = (path        )          => /^witness\/[^/]+$/.test(path);

/** Files that stand beside the tree in a log's branch. */
const isBesideTree = (path        )          =>
  /^blobs\/sha256\/[0-9a-f]{2}\/[0-9a-f]{62}\.json$/.test(path) || isWitnessFile(path);

/** Hashes, or entries, in a full tile (https://c2sp.org/tlog-tiles): eight levels of the tree. */
const TILE_WIDTH = 256;

/** A tile as a file of the log: hashes of one level, or entries (level `entries`), counted from the left. */
                       
                                    
                        
                     
                        
 

/** How many hashes a level of tiles holds in a tree of `size` entries. */
const levelSize = (level               , size        )         =>
  level === 'entries' ? size : Math.floor(size / TILE_WIDTH ** level);

/** The tile at a place of its level, as wide as it is in a tree of `size` entries; 0 where the tree does not reach it. */
const tileAt = (level               , index        , size        )       => ({
  level,
  index,
  width: Math.min(TILE_WIDTH, Math.max(0, levelSize(level, size) - index * TILE_WIDTH)),
});

/** The levels that a tree of `size` entries has tiles of. */
function* levelsOf(size        )                           {
  if (size > 0) yield 'entries';
  for (let level = 0; levelSize(level, size) > 0; level++) yield level;
}

/** The tiles that are not full, of which a level has one at most: all that the next entries change, and enough for the root. */
const edgeTiles = (size        )         =>
  [...levelsOf(size)]
    .map(level => tileAt(level, Math.floor(levelSize(level, size) / TILE_WIDTH), size))
    .filter(({ width }) => width > 0);

/** Every tile of a tree of `size` entries. */
function* tilesOf(size        )                  {
  for (const level of levelsOf(size))
    for (let index = 0; index * TILE_WIDTH < levelSize(level, size); index++) yield tileAt(level, index, size);
}

/** Levels of the tree that a tile spans. */
const TILE_HEIGHT = 8;

/** Bytes of a tile of hashes. */
                                                   

/** A perfect subtree as hashes of one tile. */
                 
                     
                                                                                    
                        
                        
 

/** The tiles that the hash of a range is made from, in a log of `size` entries. */
const tilesOfRange = (range       , size        )         => piecesOf(range, size).map(({ tile }) => tile);

/** Hash of the entries of a range, one that a proof is made of, from the tiles of a log of `size` entries. */
function rangeHash(range       , size        , tiles            , hash      )             {
  const hashes = piecesOf(range, size).map(piece => perfect$1(piece, tiles(piece.tile), hash));
  return hashes.length === 0 ? emptyRoot(hash) : hashes.reduceRight((right, left) => nodeHash(hash, left, right))
}

function piecesOf({ from, to }       , size        )          {
  const pieces          = [];
  for (let at = from; at < to; ) {
    let height = 0;
    while (at + 2 ** (height + 1) <= to) height++;
    const level = Math.floor(height / TILE_HEIGHT);
    const count = 2 ** (height % TILE_HEIGHT);
    const first = at / TILE_WIDTH ** level;
    pieces.push({ tile: tileAt(level, Math.floor(first / TILE_WIDTH), size), start: first % TILE_WIDTH, count });
    at += 2 ** height;
  }
  return pieces
}

function perfect$1({ start, count }       , tile            , hash      )             {
  let hashes = Array.from({ length: count }, (_, n) =>
    tile.subarray((start + n) * HASH_BYTES, (start + n + 1) * HASH_BYTES),
  );
  while (hashes.length > 1)
    hashes = hashes.flatMap((left, n) => {
      const right = hashes[n + 1];
      return n % 2 === 0 && right !== undefined ? [nodeHash(hash, left, right)] : []
    });
  return hashes[0] ?? emptyRoot(hash)
}

/** What the log can hold. */
const LEAF_TYPES = [
  'certificate',
  'refusal',
  'approval',
  'waiver',
  'policy',
  'promotion',
  'demotion',
  'revocation',
  'review',
  'key',
  'incident',
];         
                                                  

/** A SHA-256 as leaves write it. */
const LeafDigest = string().regex(/^sha256:[0-9a-f]{64}$/, 'sha256: and 64 lower-case hexadecimal digits');

/**
 * One entry of the log: what happened, to which model, and the digest of the document that says it. Written as canonical JSON (RFC
 * 8785), it is digests and names of models and places only: who did it and why stands in the document, which need not be public.
 */
const Leaf = strictObject({
  v: literal(1),
  type: _enum(LEAF_TYPES),
  /** Whole seconds, UTC. */
  at: datetime(),
  /** The model as its owner calls it, with its version: `credit-default 3`. */
  model: string().min(1).max(401).optional(),
  /** The model id. */
  id: LeafDigest.optional(),
  /** SHA-256 of the bytes of the document; it is kept in the log's branch under `blobs/` where it is small. */
  document: LeafDigest,
  /** SHA-256 of the policy's canonical JSON. */
  policy: LeafDigest.optional(),
  /** For promotion and demotion: where production was pointed, as `proofmark promote --to` takes it. */
  target: string().min(1).max(1024).optional(),
  /** Address of the run. */
  run: string().max(2048).optional(),
});

/** Largest entry: its length is written in 16 bits. */
const MAX_ENTRY_BYTES = 65_535;

/** Entries of a tile as C2SP tlog-tiles keeps them: each after its length, two bytes, big-endian. */
function writeEntries(entries                       )             {
  return concat(
    ...entries.flatMap(entry => {
      if (entry.length > MAX_ENTRY_BYTES)
        throw new RangeError(`An entry of ${entry.length} bytes does not fit a bundle`)
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]
    }),
  )
}

/** Exactly `width` entries and nothing after them; undefined for any other bytes. */
function readEntries(bytes            , width        )                           {
  const entries               = [];
  let at = 0;
  while (at + 2 <= bytes.length && entries.length < width) {
    const end = at + 2 + (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
    if (end > bytes.length) return undefined
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return at === bytes.length && entries.length === width ? entries : undefined
}

/** A leaf as the log holds it. */
const leafBytes = (leaf      )             => utf8(canonicalJson(leaf));

/** Reads an entry as a leaf; undefined for anything but the one spelling of a leaf that we know the meaning of. */
function readLeaf(entry            )                   {
  const text = entry.length > MAX_ENTRY_BYTES ? undefined : fromUtf8(entry);
  if (text === undefined) return undefined
  let value;         
  try {
    value = JSON.parse(text);
  } catch {
    return undefined
  }
  const leaf = Leaf.safeParse(value).data;
  return leaf !== undefined && canonicalJson(leaf) === text ? leaf : undefined
}

/** Entries from one to before another. */
                        
                       
                     
 

/** Largest power of two below `count`; `count` is at least 2. */
function splitOf(count        )         {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power
}

/** Whose hashes prove that an entry is in the tree of `size`, from the leaf's sibling up (RFC 9162 section 2.1.3.1). */
function inclusionRanges(index        , size        , from = 0)          {
  if (size - from <= 1) return []
  const middle = from + splitOf(size - from);
  return index < middle
    ? [...inclusionRanges(index, middle, from), { from: middle, to: size }]
    : [...inclusionRanges(index, size, middle), { from, to: middle }]
}

/** Whose hashes prove that the tree of `second` entries begins with that of `first` (RFC 9162 section 2.1.4.1). */
function consistencyRanges(first        , second        )          {
  return first === 0 || first === second ? [] : subProof(first, 0, second, true)
}

function subProof(first        , from        , to        , whole         )          {
  if (first === to) return whole ? [] : [{ from, to }]
  const middle = from + splitOf(to - from);
  return first <= middle
    ? [...subProof(first, from, middle, whole), { from: middle, to }]
    : [...subProof(first, middle, to, false), { from, to: middle }]
}

/** Where a tile is kept: `tile/0/x001/234.p/57`, its index in groups of three digits, its width unless it is full (C2SP tlog-tiles). */
function tilePath({ level, index, width }      )         {
  const groups           = [];
  for (let rest = index; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(`${groups.length === 0 ? '' : 'x'}${String(rest % 1000).padStart(3, '0')}`);
  return `tile/${level}/${groups.join('/')}${width === TILE_WIDTH ? '' : `.p/${width}`}`
}

/** An entry and its place in the log. */
                                 
                        
                            
 

/** The entries from a place on to the end of a log of `size` entries, as the bundles hold them. */
async function committedEntries(
  from        ,
  size        ,
  tiles                ,
)                                       {
  const bundles         = [];
  for (let index = Math.floor(from / TILE_WIDTH); index * TILE_WIDTH < size; index++)
    bundles.push(tileAt('entries', index, size));
  const fault = await tiles.load(bundles);
  if (fault !== undefined) return fault
  const found                   = [];
  for (const bundle of bundles) {
    const entries = readEntries(tiles.get(bundle), bundle.width);
    if (entries === undefined)
      return logFault('corrupt', `expected ${bundle.width} entries in ${tilePath(bundle)} but found another number`)
    for (const [n, entry] of entries.entries()) found.push({ index: bundle.index * TILE_WIDTH + n, entry });
  }
  return found.filter(({ index }) => index >= from)
}

/** A log that is to be written to. */
                            
                            
                         
                                                       
                             
                                                                                              
                                     
 

/** Something to log: a leaf and, where it is to be kept in the log's branch, the document it is about. */
                           
                     
                                
 

/** The branch's newest commit; whoever has no log yet is told how to make one. */
async function requireHead(branch           )                  {
  const commit = await branch.head();
  if (commit !== undefined) return commit
  throw new UserError('log.missing', `Expected a log at ${branch.name} but found no such branch`, {
    hint: 'Make it with `proofmark log init`; if there was one, it has been deleted: restore the branch from a clone',
  })
}

/** Whether the second tree begins with the first (RFC 9162 section 2.1.4.2), at any size below 2^53. */
function verifyConsistency(first          , second          , path                       , hash      )          {
  if (!Number.isSafeInteger(first.size) || !Number.isSafeInteger(second.size)) return false
  if (first.size < 0 || first.size > second.size) return false
  if (first.size === second.size) return path.length === 0 && sameBytes(first.root, second.root)
  if (first.size === 0) return path.length === 0 && sameBytes(first.root, emptyRoot(hash))
  let left = BigInt(first.size) - 1n;
  let right = BigInt(second.size) - 1n;
  const whole = (BigInt(first.size) & left) === 0n ? [first.root, ...path] : path;
  const [start, ...rest] = whole;
  if (start === undefined || path.length === 0) return false
  while ((left & 1n) === 1n) {
    left >>= 1n;
    right >>= 1n;
  }
  let before = start;
  let after = start;
  for (const node of rest) {
    if (right === 0n) return false
    if ((left & 1n) === 1n || left === right) {
      before = nodeHash(hash, node, before);
      after = nodeHash(hash, node, after);
      while ((left & 1n) === 0n && left !== 0n) {
        left >>= 1n;
        right >>= 1n;
      }
    } else after = nodeHash(hash, after, node);
    left >>= 1n;
    right >>= 1n;
  }
  return right === 0n && sameBytes(before, first.root) && sameBytes(after, second.root)
}

/**
 * Makes the proof that one head continues another from the tiles of a log of `size` entries, and verifies it: a fork where it does not
 * hold. Tiles that somebody edited make a proof that does not hold either.
 */
async function proveConsistency(
  first          ,
  second          ,
  size        ,
  tiles                ,
  { noteKeys: { hash } }                            ,
)                                {
  const ranges = consistencyRanges(first.size, second.size);
  const fault = await tiles.load(ranges.flatMap(range => tilesOfRange(range, size)));
  if (fault !== undefined) return fault
  const path = ranges.map(range => rangeHash(range, size, tiles.get, hash));
  if (verifyConsistency(first, second, path, hash)) return undefined
  return logFault('fork', `no consistency proof from size ${first.size} to ${second.size}`)
}

/** A rollback where something larger than the checkpoint was seen of the log. */
const rollbackFault = (seen          , found          , where        )                       =>
  seen.size <= found.size ? undefined : logFault('rollback', `size ${found.size} < last seen ${seen.size} (${where})`);

/** Files that are asked for in one turn: a forge is asked for many in one request. */
const AT_ONCE = 100;

/** Tiles as of one commit, read once each; `fault` in place of them where one is missing or of the wrong length. */
                                 
                                                            
                                
                          
 

function committedTiles(branch           , commit        )                 {
  const contents = new Map                    ();
  async function read(tile      )                                {
    const path = tilePath(tile);
    const content = await branch.read(commit, path);
    if (content === undefined) return logFault('corrupt', `expected ${path} in ${branch.name} but found no such file`)
    const wrong =
      tile.level === 'entries'
        ? content.length > tile.width * (MAX_ENTRY_BYTES + 2)
        : content.length !== tile.width * HASH_BYTES;
    if (wrong)
      return logFault(
        'corrupt',
        `expected ${tile.width} places in ${path} of ${branch.name} but found ${content.length} bytes`,
      )
    contents.set(path, content);
    return undefined
  }
  return {
    async load(tiles) {
      const wanted = new Map([...tiles].map(tile => [tilePath(tile), tile]));
      const missing = [...wanted].filter(([path]) => !contents.has(path)).map(([, tile]) => tile);
      for (let at = 0; at < missing.length; at += AT_ONCE) {
        const faults = await Promise.all(missing.slice(at, at + AT_ONCE).map(read));
        const fault = faults.find(one => one !== undefined);
        if (fault !== undefined) return fault
      }
      return undefined
    },
    get(tile) {
      const content = contents.get(tilePath(tile));
      if (content === undefined) throw new RangeError(`${tilePath(tile)} was not loaded`)
      return content
    },
  }
}

/** A small text of the branch; undefined where there is none, or none of that size in strict UTF-8. */
async function readSmallText(
  branch           ,
  commit        ,
  path        ,
  maxBytes        ,
)                              {
  const content = await branch.read(commit, path);
  return content === undefined || content.length > maxBytes ? undefined : fromUtf8(content)
}

/** Both heads of a log as of a commit: what is signed, and what the tiles make, which may be ahead. */
                        
                         
                                       
                            
 

/** Whose log it is: all that reading the heads needs of the trust in it. */
                                                          

const MAX_STATE_BYTES = 1024;

/** Entries that may wait for a signature: more, and somebody has made up a size to keep readers busy. */
const MOST_UNSIGNED = 1_000_000;

/** Reads both heads and checks the signature; nothing of the tree yet. */
async function readHeads(
  branch           ,
  commit        ,
  { origin, key }             ,
  { noteKeys }                            ,
)                            {
  const [note, text] = await Promise.all([
    readSmallText(branch, commit, CHECKPOINT_FILE, MAX_NOTE_LENGTH),
    readSmallText(branch, commit, STATE_FILE, MAX_STATE_BYTES),
  ]);
  if (note === undefined) return logFault('corrupt', `expected a checkpoint in ${branch.name} but found none`)
  const checkpoint = openCheckpoint(note, origin, key, noteKeys);
  if (typeof checkpoint === 'string')
    return logFault('unsigned', `${checkpoint.charAt(0).toLowerCase()}${checkpoint.slice(1)} (${branch.name})`)
  const state = readCheckpointText(text ?? '');
  if (state?.origin !== origin)
    return logFault('corrupt', `expected the state of ${origin} in ${branch.name} but found none`)
  if (state.size < checkpoint.size)
    return logFault(
      'corrupt',
      `expected at least the ${checkpoint.size} signed entries in the state of ${branch.name} but found ${state.size}`,
    )
  if (state.size - checkpoint.size > MOST_UNSIGNED)
    return logFault('corrupt', `expected at most ${MOST_UNSIGNED} unsigned entries in ${branch.name} but found more`)
  return { commit, checkpoint, state }
}

/** How often a commit that others were faster than is made anew. */
const MOST_ATTEMPTS = 100;

/**
 * Milliseconds: the first wait, doubled after every try, and the longest. Eight writers, a try of each taking a second, need a longest
 * wait of about eight seconds: with less of it who needs long, to bring something in, never wins against those who only sign.
 */
const FIRST_MS = 20;
const LONGEST_MS = 8000;

/** Does something until it is done, with random waits between, so that writers who met do not meet again. */
async function untilDone   (
  where        ,
  attempt                            ,
  { pause }                         ,
)             {
  for (let tried = 0; tried < MOST_ATTEMPTS; tried++) {
    if (tried > 0) await pause(Math.min(LONGEST_MS, FIRST_MS * 2 ** tried));
    const done = await attempt();
    if (done !== 'again') return done
  }
  throw new UserError('log.busy', `Expected to write to ${where} but others were faster ${MOST_ATTEMPTS} times`, {
    kind: 'environment',
    hint: 'Run the job again; log several things at once rather than each by a job of its own',
  })
}

/** What new entries do to the files of a log. */
                         
                       
                                                                                                     
                                                   
                                                                 
                                      
 

/** Appends entries to a log of `size` entries, of which only the tiles at its edge are read. */
function grow(
  size        ,
  edge                            ,
  entries                       ,
  hash      ,
)         {
  const before = edgeTiles(size);
  const open = new Map(before.map(tile => [tile.level, partsOf(tile, edge(tile))]));
  const grown = new Map                       ();
  const written = new Map                    ();

  function push(level               , part            )       {
    const parts = open.get(level) ?? [];
    parts.push(part);
    open.set(level, parts);
    const count = (grown.get(level) ?? levelSize(level, size)) + 1;
    grown.set(level, count);
    if (parts.length < TILE_WIDTH) return
    written.set(tilePath({ level, index: count / TILE_WIDTH - 1, width: TILE_WIDTH }), contentOf(level, parts));
    open.set(level, []);
    if (level !== 'entries') push(level + 1, perfect(parts, hash));
  }

  for (const entry of entries) {
    push('entries', entry);
    push(0, leafHash(hash, entry));
  }
  for (const [level, count] of grown) {
    const parts = open.get(level) ?? [];
    const tile = { level, index: Math.floor(count / TILE_WIDTH), width: parts.length };
    if (parts.length > 0) written.set(tilePath(tile), contentOf(level, parts));
  }
  return {
    size: size + entries.length,
    written,
    replaced: before.filter(({ level }) => grown.has(level)).map(tilePath),
  }
}

function partsOf({ level, width }      , content            )               {
  const parts =
    level === 'entries'
      ? readEntries(content, width)
      : Array.from({ length: width }, (_, n) => content.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES));
  if (parts === undefined) throw new RangeError('The tiles at the edge are to be checked before they grow')
  return parts
}

const contentOf = (level               , parts                       )             =>
  level === 'entries' ? writeEntries(parts) : concat(...parts);

function perfect(hashes                       , hash      )             {
  const [left, right] = hashes;
  if (left === undefined) throw new RangeError('A subtree without hashes has no hash')
  if (right === undefined) return left
  const middle = hashes.length / 2;
  return nodeHash(hash, perfect(hashes.slice(0, middle), hash), perfect(hashes.slice(middle), hash))
}

/** A file that does not belong in the branch of a log of `size` entries, or one that is missing. */
function fileFault(where        , found                   , size        )                       {
  const expected = new Set([CHECKPOINT_FILE, STATE_FILE]);
  for (const tile of tilesOf(size)) {
    if (expected.size > found.length + 2) break
    expected.add(tilePath(tile));
  }
  const there = new Set(found);
  const missing = [...expected].find(path => !there.has(path));
  if (missing !== undefined) return logFault('corrupt', `expected ${missing} in ${where} but found no such file`)
  const junk = found.find(path => !expected.has(path) && !isBesideTree(path));
  return junk === undefined
    ? undefined
    : logFault('corrupt', `expected nothing but the log in ${where} but found ${JSON.stringify(junk)}`)
}

/** The first place where the tiles of a branch differ from those that its own entries make. */
function tileFault(
  where        ,
  size        ,
  found            ,
  remade                                 ,
)                       {
  for (const tile of tilesOf(size)) {
    const path = tilePath(tile);
    const content = found(tile);
    const expected = remade.get(path) ?? new Uint8Array();
    if (sameBytes(content, expected)) continue
    const place = content.findIndex((byte, at) => byte !== expected[at]);
    const index = tile.index * TILE_WIDTH + Math.floor(Math.max(place, 0) / HASH_BYTES);
    return logFault(
      'corrupt',
      tile.level === 0
        ? `entry ${index} does not match its hash (${path} in ${where})`
        : `${path} in ${where} does not match the tiles below it`,
    )
  }
  return undefined
}

/** A witness's word that, at a time, this was the largest tree it had seen of the log. */
                           
                       
                   
 

/** What a witness signs (https://c2sp.org/tlog-cosignature, Ed25519): the time, in seconds, before the checkpoint's text. */
const message = (seconds        , text        )             => utf8(`cosignature/v1\ntime ${seconds}\n${text}`);

/** A cosignature of the text of a checkpoint at a time. */
function cosign(
  text        ,
  at      ,
  signer            ,
  sign                                                       ,
)                {
  const seconds = BigInt(Math.floor(at.getTime() / 1000));
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, seconds);
  return {
    name: signer.name,
    keyId: signer.keyId,
    signature: concat(time, sign(signer.seed, message(seconds, text))),
  }
}

/** The newest cosignature by a witness on a note that holds; undefined where there is none. */
function cosignedBy(note      , witness              , crypto           )                       {
  const times = note.signatures
    .filter(({ name, keyId }) => name === witness.name && keyId === witness.keyId)
    .flatMap(({ signature }) => {
      if (signature.length !== 72) return []
      const seconds = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
      // The last second that a Date can hold: later is no time.
      if (seconds > 8_640_000_000_000n) return []
      return crypto.verify(witness.publicKey, message(seconds, note.text), signature.subarray(8))
        ? [Number(seconds)]
        : []
    });
  return times.length === 0 ? undefined : { name: witness.name, at: new Date(Math.max(...times) * 1000) }
}

const HOUR_MS = 3_600_000;

/** A witness's clock may be that far ahead of ours, in milliseconds. */
const SKEW_MS = 5 * 60_000;

/** The trusted witnesses that have cosigned a note, newest first. A time that is yet to come counts for nothing. */
const cosignersOf = (note      , { witnesses }          , now      , crypto           )             =>
  witnesses
    .flatMap(witness => cosignedBy(note, witness, crypto) ?? [])
    .filter(({ at }) => at.getTime() <= now.getTime() + SKEW_MS)
    .toSorted((a, b) => b.at.getTime() - a.at.getTime());

/** What is wrong with the cosigners of a checkpoint, as many as the quorum and the freshest of them; undefined where nothing is. */
function quorumFault(cosigners                     , trust          , now      )                       {
  const { quorum, maxAgeHours } = trust;
  if (cosigners.length < quorum)
    return logFault(
      'unwitnessed',
      `expected ${quorum} of ${trust.witnesses.length} witnesses to have cosigned ${trust.origin} but found ${cosigners.length}`,
    )
  const at = asOf(cosigners, quorum);
  if (maxAgeHours === undefined || at === undefined) return undefined
  if (now.getTime() - at.getTime() <= maxAgeHours * HOUR_MS) return undefined
  return logFault(
    'stale',
    `expected a checkpoint of ${trust.origin} cosigned in the last ${maxAgeHours} hours but found ${at.toISOString()}`,
  )
}

/** Since when nothing is known: the time by which as many as the quorum have cosigned, the freshest of them; undefined without any. */
const asOf = (cosigners                     , quorum        )                   =>
  cosigners[Math.max(quorum, 1) - 1]?.at;

/** What the quorum of witnesses stands for. */
                                
                                                                
                       
                                                                                   
                      
                                                   
 

/** The checkpoint that a witness has cosigned last. */
                                                       
                                       
 

/**
 * Reads what the trusted witnesses have left in the log's branch. What one of them has seen and the log no longer has, or has otherwise,
 * is a rollback or a fork; what it could not have written counts for nothing. `rootOf` gives the root of the log's first entries.
 */
async function witnessedHead(
  branch           ,
  { commit, checkpoint: newest }       ,
  trust          ,
  rootOf                              ,
  { noteKeys, now }          ,
)                                    {
  const at = now();
  const cosigned                        = [];
  for (const witness of trust.witnesses) {
    const content = await readSmallText(branch, commit, witnessFile(witness.name), MAX_NOTE_LENGTH);
    const checkpoint = content === undefined ? '' : openCheckpoint(content, trust.origin, trust.key, noteKeys);
    if (typeof checkpoint === 'string' || cosignedBy(checkpoint.note, witness, noteKeys) === undefined) continue
    const gone = rollbackFault(checkpoint, newest, `${branch.name}, seen by ${witness.name}`);
    if (gone !== undefined) return gone
    if (!sameBytes(rootOf(checkpoint.size), checkpoint.root))
      return logFault('fork', `the log at size ${checkpoint.size} is not the one that ${witness.name} has seen`)
    for (const one of cosignersOf(checkpoint.note, { ...trust, witnesses: [witness] }, at, noteKeys))
      cosigned.push({ ...one, checkpoint });
  }
  const bySize = cosigned.toSorted((a, b) => b.checkpoint.size - a.checkpoint.size || b.at.getTime() - a.at.getTime());
  const chosen = bySize.slice(0, Math.max(trust.quorum, 1)).toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const fault = quorumFault(chosen, trust, at);
  if (fault !== undefined) return fault
  const time = asOf(chosen, trust.quorum);
  const sizes = trust.quorum === 0 ? [newest.size] : chosen.map(one => one.checkpoint.size);
  return { size: Math.min(...sizes), cosigned, ...(time === undefined ? {} : { asOf: time }) }
}

/** A log that was read whole, and of which every entry, tile and head holds together. */
                              
                         
                                            
                                       
                                                                       
                       
                                                   
                                                                             
                                                                                                                      
                                   
                                                             
                           
 

/** What readers need besides: tiles to make proofs from. */
                                                                    
                                
                                         
 

/**
 * Reads a whole log and believes nothing: the tree is made anew from the entries, every tile and head is compared with it, the checkpoint
 * must continue all that was seen of the log before (`seen`) and all that its witnesses saw, and the quorum must have cosigned, not
 * too long ago. Throws only where the branch cannot be read.
 */
async function readLog(
  branch           ,
  trust          ,
  seen                     ,
  ports          ,
)                              {
  const lost = seen.find(({ size }) => size > 0);
  const commit = lost === undefined ? await requireHead(branch) : await branch.head();
  if (commit === undefined) return logFault('rollback', `no branch < last seen ${lost?.size} (${branch.name})`)
  const heads = await readHeads(branch, commit, trust, ports);
  if (isFault(heads)) return heads
  const { checkpoint, state } = heads;
  for (const head of seen) {
    const fault = rollbackFault(head, checkpoint, branch.name);
    if (fault !== undefined) return fault
  }
  const misplaced = fileFault(branch.name, await branch.list(commit), state.size);
  if (misplaced !== undefined) return misplaced

  const { hash } = ports.noteKeys;
  const tiles = committedTiles(branch, commit);
  const missing = await tiles.load(tilesOf(state.size));
  if (missing !== undefined) return missing
  const committed = await committedEntries(0, state.size, tiles);
  if (isFault(committed)) return committed
  const entries = committed.map(({ entry }) => entry);
  const { written } = grow(0, () => new Uint8Array(), entries, hash);
  const remade = (size        ) =>
    rangeHash({ from: 0, to: size }, state.size, tile => written.get(tilePath(tile)) ?? new Uint8Array(), hash);
  const edited = tileFault(branch.name, state.size, tiles.get, written);
  if (edited !== undefined) return edited
  if (!sameBytes(remade(state.size), state.root))
    return logFault('corrupt', `the entries of ${branch.name} do not make the root of its state`)
  for (const { size, root } of [checkpoint, ...seen])
    if (!sameBytes(remade(size), root))
      return logFault('fork', `no consistency proof from size ${size} to ${state.size}`)

  const leaves                                  = [];
  for (const [index, entry] of entries.slice(0, checkpoint.size).entries()) {
    const leaf = readLeaf(entry);
    if (leaf === undefined)
      return logFault('corrupt', `entry ${index} is not a leaf that Proofmark writes (${branch.name})`)
    leaves.push({ index, leaf });
  }
  const witnessed = await witnessedHead(branch, heads, trust, remade, ports);
  if (isFault(witnessed)) return witnessed
  const note = writeNote(checkpoint.note);
  return { ...heads, tiles, entries, note, leaves, witnessed, unsigned: state.size - checkpoint.size }
}

export { noteVerifier as $, untilDone as A, requireHead as B, checkpointText as C, CHECKPOINT_FILE as D, committedEntries as E, readLeaf as F, leafBytes as G, HASH_BYTES as H, grow as I, tilePath as J, logTrust as K, Leaf as L, MAX_DOCUMENT_BYTES as M, openCheckpoint as N, cosignersOf as O, quorumFault as P, asOf as Q, openLogToWrite as R, STATE_FILE as S, TILE_WIDTH as T, readCheckpointText as U, readVerifierKey as V, LEAF_TYPES as W, isWitnessFile as X, readSmallText as Y, emptyRoot as Z, newOrigin as _, readLog as a, logPlace as a0, writeSignerKey as a1, writeVerifierKey as a2, cosign as a3, witnessFile as a4, trustOf as a5, isKeyName as a6, readSignerKey as a7, rangeHash as b, decodeBase64 as c, documentFile as d, encodeBase64 as e, fromUtf8 as f, MAX_ENTRY_BYTES as g, hex as h, MAX_NOTE_LENGTH as i, inclusionRanges as j, leafHash as k, logSigner as l, readHeads as m, nodeHash as n, openLog as o, rollbackFault as p, edgeTiles as q, rememberSeen as r, sameBytes as s, tilesOfRange as t, utf8 as u, proveConsistency as v, writeNote as w, committedTiles as x, tileAt as y, readEntries as z };
