import { c as decodeBase64, H as HASH_BYTES, e as encodeBase64, g as MAX_ENTRY_BYTES, i as MAX_NOTE_LENGTH, n as nodeHash, s as sameBytes, w as writeNote, j as inclusionRanges, t as tilesOfRange, k as leafHash, b as rangeHash, m as readHeads, p as rollbackFault, q as edgeTiles, v as proveConsistency, x as committedTiles, y as tileAt, z as readEntries, T as TILE_WIDTH, A as untilDone, B as requireHead, C as checkpointText, u as utf8, D as CHECKPOINT_FILE, E as committedEntries, F as readLeaf, G as leafBytes, I as grow, J as tilePath, S as STATE_FILE, h as hex, M as MAX_DOCUMENT_BYTES, d as documentFile, L as Leaf } from './read-log.js';
import { l as logFault, i as isFault, a as faultError } from './log-fault.js';
import { U as UserError } from './user-error.js';

/** How far the clocks of two writers may be apart. */
const CLOCK_SKEW_MS = 10 * 60_000;

/** Whether a time that an entry names is yet to come: no entry after it could be said to be earlier, so none may be. */
const yetToCome = (at        , now      )          => Date.parse(at) > now.getTime() + CLOCK_SKEW_MS;

const HEADER = 'c2sp.org/tlog-proof@v1';

/** A tree of fewer than 2^53 entries is no deeper. */
const MOST_HASHES = 53;

/** Largest proof that is read, in characters. */
const MAX_PROOF_LENGTH = Math.ceil(MAX_ENTRY_BYTES / 3) * 4 + MOST_HASHES * 45 + MAX_NOTE_LENGTH + 100;

/** A proof that something is in a log, to be checked offline (https://c2sp.org/tlog-proof). */
                            
                        
                                    
                                        
                                                      
                             
                                                                                                       
                             
 

/** The proof as a file; its name ends in `.tlog-proof`. */
const writeTlogProof = ({ index, hashes, checkpoint, extra }           )         =>
  [
    HEADER,
    ...(extra === undefined ? [] : [`extra ${encodeBase64(extra)}`]),
    `index ${index}`,
    ...hashes.map(encodeBase64),
    '',
    checkpoint,
  ].join('\n');

/** Reads such a file strictly; a text is what is wrong with it. It proves nothing yet. */
function readTlogProof(content        )                     {
  if (content.length > MAX_PROOF_LENGTH)
    return `Expected a proof of at most ${MAX_PROOF_LENGTH} characters but found more`
  const split = content.indexOf('\n\n');
  const lines = content.slice(0, Math.max(split, 0)).split('\n');
  if (lines.shift() !== HEADER) return `Expected a proof that begins with ${HEADER} but found none`
  const hasExtra = lines[0]?.startsWith('extra ');
  const extra = hasExtra ? decodeBase64((lines.shift() ?? '').slice('extra '.length)) : undefined;
  if (hasExtra && extra === undefined) return 'Expected base64 after extra but found another text'
  const [, digits] = /^index (0|[1-9]\d{0,15})$/.exec(lines.shift() ?? '') ?? [];
  const index = Number(digits);
  if (digits === undefined || !Number.isSafeInteger(index))
    return 'Expected the index of the entry but found another line'
  if (lines.length > MOST_HASHES) return `Expected at most ${MOST_HASHES} hashes but found ${lines.length}`
  const hashes = lines.map(decodeBase64).filter(bytes => bytes?.length === HASH_BYTES);
  if (hashes.length !== lines.length) return 'Expected hashes of 32 bytes in base64 but found another line'
  return {
    index,
    hashes: hashes.filter(bytes => bytes !== undefined),
    checkpoint: content.slice(split + 2),
    ...(extra === undefined ? {} : { extra }),
  }
}

/** Whether the hash of an entry and its path lead to the root of the tree (RFC 9162 section 2.1.3.2), at any size below 2^53. */
function verifyInclusion(
  index        ,
  leaf            ,
  path                       ,
  { size, root }          ,
  hash      ,
)          {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return false
  let first = BigInt(index);
  let second = BigInt(size) - 1n;
  let reached = leaf;
  for (const sibling of path) {
    if (second === 0n) return false
    if ((first & 1n) === 1n || first === second) {
      reached = nodeHash(hash, sibling, reached);
      while ((first & 1n) === 0n && first !== 0n) {
        first >>= 1n;
        second >>= 1n;
      }
    } else reached = nodeHash(hash, reached, sibling);
    first >>= 1n;
    second >>= 1n;
  }
  return second === 0n && sameBytes(reached, root)
}

/** The `.tlog-proof` file of each entry under one checkpoint, made from the tiles of a log of `size` entries, and verified. */
async function proveEntries(
  entries                           ,
  checkpoint                  ,
  size        ,
  tiles                ,
  { noteKeys: { hash } }                            ,
)                               {
  const note = writeNote(checkpoint.note);
  const proofs           = [];
  const made = new Map                    ();
  function hashOf(range       )             {
    const key = `${range.from}-${range.to}`;
    const known = made.get(key) ?? rangeHash(range, size, tiles.get, hash);
    made.set(key, known);
    return known
  }
  for (const { index, entry } of entries) {
    if (index >= checkpoint.size)
      return logFault('unproven', `entry ${index} is not in the checkpoint of ${checkpoint.size} entries`)
    const ranges = inclusionRanges(index, checkpoint.size);
    const fault = await tiles.load(ranges.flatMap(range => tilesOfRange(range, size)));
    if (fault !== undefined) return fault
    const hashes = ranges.map(hashOf);
    if (!verifyInclusion(index, leafHash(hash, entry), hashes, checkpoint, hash))
      return logFault('fork', `entry ${index} is not the one that was written there`)
    proofs.push(writeTlogProof({ index, hashes, checkpoint: note, extra: entry }));
  }
  return proofs
}

/** A log as of a commit whose edge holds together: enough to append to it, or to sign what was appended. */
                                         
                                
 

/**
 * Checks all that an append rests on, from the few files at the edge: the checkpoint's signature, that the tiles make the state, that the
 * state continues the checkpoint, and the checkpoint everything that was seen of this log.
 */
async function openHead(
  branch           ,
  commit        ,
  log             ,
  seen                     ,
  ports          ,
)                               {
  const heads = await readHeads(branch, commit, log, ports);
  if (isFault(heads)) return heads
  const { checkpoint, state } = heads;
  for (const head of seen) {
    const fault = rollbackFault(head, checkpoint, branch.name);
    if (fault !== undefined) return fault
  }
  const tiles = committedTiles(branch, commit);
  const fault = (await tiles.load(edgeTiles(state.size))) ?? edgeFault(branch.name, state, tiles, ports);
  if (fault !== undefined) return fault
  for (const [first, second] of [[checkpoint, state]         , ...seen.map(head => [head, checkpoint]         )]) {
    const forked = await proveConsistency(first, second, state.size, tiles, ports);
    if (forked !== undefined) return forked
  }
  return { ...heads, tiles }
}

function edgeFault(
  where        ,
  { size, root }          ,
  tiles                ,
  { noteKeys: { hash } }          ,
)                       {
  if (!sameBytes(rangeHash({ from: 0, to: size }, size, tiles.get, hash), root))
    return logFault('corrupt', `the tiles of ${where} do not make the root of its state`)
  const index = Math.floor(size / TILE_WIDTH);
  const bundle = tileAt('entries', index, size);
  if (bundle.width === 0) return undefined
  const hashes = tiles.get(tileAt(0, index, size));
  const entries = readEntries(tiles.get(bundle), bundle.width);
  if (entries === undefined) return logFault('corrupt', `expected ${bundle.width} entries at the end of ${where}`)
  const wrong = entries.findIndex(
    (entry, n) => !sameBytes(leafHash(hash, entry), hashes.subarray(n * HASH_BYTES, (n + 1) * HASH_BYTES)),
  );
  return wrong === -1
    ? undefined
    : logFault('corrupt', `entry ${index * TILE_WIDTH + wrong} does not match its hash (${where})`)
}

/**
 * The second phase of an append: signs the state as it stands in the branch, so that a lost race never leaves a second signed tree of the
 * same size. Whoever writes next does it too, which mends a writer that ended between the phases. Returns the head whose checkpoint
 * covers `size` entries.
 */
async function publish(
  size        ,
  writer           ,
  seen                     ,
  ports          ,
)                    {
  const { branch, origin, signer } = writer;
  return untilDone(
    branch.name,
    async () => {
      const commit = await requireHead(branch);
      const head = await openHead(branch, commit, { origin, key: signer }, seen, ports);
      if (isFault(head)) throw faultError(head)
      if (head.checkpoint.size >= size) return head
      await requireLeaves(head, branch.name, ports);
      const text = checkpointText(head.state);
      const signature = ports.noteKeys.sign(signer.seed, utf8(text));
      const note = writeNote({ text, signatures: [{ name: signer.name, keyId: signer.keyId, signature }] });
      await branch.commit(commit, {
        message: `Sign the checkpoint of ${head.state.size} entries`,
        additions: [{ path: CHECKPOINT_FILE, content: utf8(note) }],
        deletions: [],
      });
      return 'again'
    },
    ports,
  )
}

/**
 * What is signed for the first time must be leaves that every reader can read, and those that the tree is made of. None may be of a time
 * yet to come: no entry after it could be said to be earlier.
 */
async function requireLeaves(
  { checkpoint, state, tiles }          ,
  where        ,
  { noteKeys, now }          ,
)                {
  const entries = await committedEntries(checkpoint.size, state.size, tiles);
  if (isFault(entries)) throw faultError(entries)
  const ranges = entries.map(({ index }) => ({ from: index, to: index + 1 }));
  const fault = await tiles.load(ranges.flatMap(range => tilesOfRange(range, state.size)));
  if (fault !== undefined) throw faultError(fault)
  for (const { index, entry } of entries) {
    const range = { from: index, to: index + 1 };
    const hash = rangeHash(range, state.size, tiles.get, noteKeys.hash);
    if (!sameBytes(leafHash(noteKeys.hash, entry), hash))
      throw faultError(logFault('corrupt', `entry ${index} does not match its hash (${where})`))
    const leaf = readLeaf(entry);
    if (leaf === undefined)
      throw faultError(logFault('corrupt', `entry ${index} is not a leaf that Proofmark writes (${where})`))
    if (yetToCome(leaf.at, now()))
      throw faultError(logFault('corrupt', `entry ${index} is dated ${leaf.at}, which is yet to come (${where})`))
  }
}

/** The writes as they stand in the log by now, in their order, and the heads that were seen on the way. */
                            
                                             
                                    
 

/**
 * The first phase of an append: the entries and the new state, in one commit that stands only if nobody was faster. Every try begins
 * anew from the branch as it is then. What an earlier try has brought in although its answer was lost is found and not brought in again.
 */
async function sequence(writes                     , writer           , ports          )                     {
  const { branch, origin, signer } = writer;
  const log = { origin, key: signer };
  let seen = writer.seen ?? [];
  let began;                    
  return untilDone(
    branch.name,
    async () => {
      const commit = await requireHead(branch);
      const head = await openHead(branch, commit, log, seen, ports);
      if (isFault(head)) throw faultError(head)
      seen = [...(writer.seen ?? []), head.checkpoint];
      began ??= head.checkpoint.size;
      const size = head.state.size;
      const standing = await standingEntries(writes, began, head);
      const entries = writes.filter((_, n) => standing[n] === undefined).map(({ leaf }) => leafBytes(leaf));
      let next = size;
      const all = writes.map(({ leaf }, n) => standing[n] ?? { index: next++, entry: leafBytes(leaf) });
      if (entries.length === 0) return { entries: all, seen }
      const growth = grow(size, head.tiles.get, entries, ports.noteKeys.hash);
      const root = rangeHash(
        { from: 0, to: growth.size },
        growth.size,
        tile => growth.written.get(tilePath(tile)) ?? head.tiles.get(tile),
        ports.noteKeys.hash,
      );
      const state             = { origin, size: growth.size, root };
      const committed = await branch.commit(commit, {
        message: messageOf(writes),
        additions: [
          ...[...growth.written].map(([path, content]) => ({ path, content })),
          { path: STATE_FILE, content: utf8(checkpointText(state)) },
          ...documentsOf(writes),
        ],
        deletions: growth.replaced,
      });
      return typeof committed === 'string' ? 'again' : { entries: all, seen }
    },
    ports,
  )
}

/**
 * The entry that each write is already. Since what was signed when this append began, so also of a job that ended before it could sign: any
 * leaf that says the same of the same document. In the entries at the end before that: the very same leaf, time and all; one may well
 * log one document twice.
 */
async function standingEntries(
  writes                     ,
  began        ,
  head          ,
)                                          {
  const from = Math.floor(began / TILE_WIDTH) * TILE_WIDTH;
  const entries = await committedEntries(from, head.state.size, head.tiles);
  if (isFault(entries)) throw faultError(entries)
  const bySaying = new Map                        ();
  for (const one of entries.filter(({ index }) => index >= began)) {
    const leaf = readLeaf(one.entry);
    if (leaf !== undefined) bySaying.set(sayingOf(leaf), one);
  }
  const byBytes = new Map(entries.map(one => [hex(one.entry), one]));
  return writes.map(({ leaf }) => bySaying.get(sayingOf(leaf)) ?? byBytes.get(hex(leafBytes(leaf))))
}

/** What a leaf says, whenever it says it. */
const sayingOf = ({ type, document, target }                  )         =>
  JSON.stringify([type, document, target]);

function messageOf(writes                     )         {
  const [first] = writes;
  if (writes.length > 1 || first === undefined) return `Log ${writes.length} entries`
  const { type, model } = first.leaf;
  return `Log ${type}${model === undefined ? '' : ` of ${model}`}`
}

const documentsOf = (writes                     ) => [
  ...new Map(
    writes.flatMap(({ leaf, document }) =>
      document === undefined || document.length > MAX_DOCUMENT_BYTES
        ? []
        : [[documentFile(leaf.document), { path: documentFile(leaf.document), content: document }]         ],
    ),
  ).values(),
];

/** What an append leaves behind. */
                           
                                                   
                         
                                       
                                                                             
                       
                                    
                              
                          
                                                                                                 
                       
                                             
                          
                                                            
                          
     
 

/**
 * Appends leaves to a log, all in one commit, signs the tree that has them, and proves each of them in it. Safe beside any number of other
 * writers, and to be run again after any failure. Throws a `UserError`: `log.corrupt`, `log.fork`, `log.rollback`, `log.unsigned` where the
 * log is not to be believed, `log.missing` without a branch, `log.busy` where others were faster too often, `log.time` for what is dated in
 * the future.
 */
async function appendToLog(writes                     , writer           , ports          )                    {
  if (writes.length === 0) throw new RangeError('Nothing to log')
  for (const { leaf, document } of writes) {
    Leaf.parse(leaf);
    if (yetToCome(leaf.at, ports.now()))
      throw new UserError('log.time', `Expected to log what has happened but found a ${leaf.type} dated ${leaf.at}`, {
        hint: "Check this machine's clock, and who wrote that time",
      })
    if (document !== undefined && `sha256:${hex(ports.noteKeys.hash(document))}` !== leaf.document)
      throw new RangeError(`The document of a ${leaf.type} is not the one that its leaf names`)
  }
  if (writer.signer.name !== writer.origin) throw new RangeError('A log is signed by the key that is called like it')
  const distinct = new Map(writes.map(write => [sayingOf(write.leaf), write]));
  const { entries, seen } = await sequence([...distinct.values()], writer, ports);
  const size = Math.max(...entries.map(({ index }) => index)) + 1;
  const head = await publish(size, writer, seen, ports);
  const proofs = await proveEntries(entries, head.checkpoint, head.state.size, head.tiles, ports);
  if (isFault(proofs)) throw faultError(proofs)
  const placed = new Map([...distinct.keys()].map((saying, n) => [saying, { at: entries[n], proof: proofs[n] }]));
  return {
    commit: head.commit,
    checkpoint: head.checkpoint,
    note: writeNote(head.checkpoint.note),
    entries: writes.flatMap(({ leaf, document }) => {
      const { at, proof } = placed.get(sayingOf(leaf)) ?? {};
      if (at === undefined || proof === undefined) return []
      const kept = document !== undefined && document.length <= MAX_DOCUMENT_BYTES;
      return [{ index: at.index, leaf: readLeaf(at.entry) ?? leaf, proof, kept }]
    }),
  }
}

export { MAX_PROOF_LENGTH as M, appendToLog as a, proveEntries as p, readTlogProof as r, verifyInclusion as v };
