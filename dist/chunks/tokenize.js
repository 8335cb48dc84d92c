import { createHmac, hkdfSync, randomUUID, createHash } from 'node:crypto';
import { rm, realpath, rename, mkdir, open } from 'node:fs/promises';
import { resolve, join, dirname } from 'node:path';
import { N as NAMESPACE } from './identifiers2.js';
import { c as contractColumns, P as PROPERTY, d as declaredMethod, p as parseManifest, m as manifestPath } from './manifest.js';
import { U as UserError } from './user-error.js';
import { i as isSensitive } from './read-contract.js';
import { g as grouped } from './grouped.js';
import { o as openContract } from './open-contract.js';
import { c as compose } from './compose.js';
import { c as counted, l as listed } from './format2.js';
import { f as fileError } from './file-error.js';
import { t as terminalLog } from './terminal-log.js';
import { p as parseFlags } from './parse-flags.js';

/** HKDF and HMAC by Node's OpenSSL, AES-SIV and FF1 by noble, which is loaded with it. */
async function nodeCiphers()                   {
  const [{ aessiv }, { FF1 }] = await Promise.all([import('./ciphers.js').then(function (n) { return n.a; }), import('./ciphers.js').then(function (n) { return n.f; })]);
  return {
    hkdf: (secret, info, length) => new Uint8Array(hkdfSync('sha256', secret, new Uint8Array(), info, length)),
    hmac: (key, message) => new Uint8Array(createHmac('sha256', key).update(message, 'utf8').digest()),
    aesSiv: key => ({
      seal: (plain, associated = []) => aessiv(key, ...associated).encrypt(plain),
      open(sealed, associated = []) {
        try {
          return aessiv(key, ...associated).decrypt(sealed)
        } catch {
          return undefined
        }
      },
    }),
    ff1(radix, key, tweak) {
      const cipher = FF1(radix, key, tweak);
      return { encrypt: numerals => cipher.encrypt([...numerals]), decrypt: numerals => cipher.decrypt([...numerals]) }
    },
  }
}

/** A cell as CSV has it (RFC 4180): in quotes where it holds a separator, a quote or a line break, quotes doubled. */
const csvCell = (cell        , separator        )         =>
  cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A row as a line of CSV, its end included. */
const csvLine = (cells                   , separator        )         =>
  `${cells.map(cell => csvCell(cell, separator)).join(separator)}\n`;

const BYTES = 32;
/** A key of few different bytes was typed, not drawn. */
const FEWEST_DIFFERENT = 12;

/** The 256-bit secret that all keys are derived from, out of the text of a key file: 64 hexadecimal digits or base64. `place` names the file; the text is in no message. */
function readTokenKey(text        , place        )             {
  const written = text.trim();
  const key = /^[\da-f]{64}$/i.test(written) ? fromHex(written) : fromBase64(written);
  if (key?.length !== BYTES)
    throw new UserError('tokenize.key', `Expected ${place} to hold a key of 256 bits but found something else`, {
      file: place,
      hint: 'Make one with: openssl rand -hex 32; keep it in a secret, commit it nowhere',
    })
  if (new Set(key).size < FEWEST_DIFFERENT)
    throw new UserError('tokenize.weak-key', `Expected ${place} to hold random bytes but found few different ones`, {
      file: place,
      hint: 'Draw the key: openssl rand -hex 32',
    })
  return key
}

const fromHex = (text        ) =>
  Uint8Array.from({ length: BYTES }, (_, i) => Number.parseInt(text.slice(2 * i, 2 * i + 2), 16));

function fromBase64(text        )                         {
  if (!/^[\w+/-]{43}=?$/.test(text)) return undefined
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/').replace('=', ''));
  return Uint8Array.from(binary, char => char.charCodeAt(0))
}

/** Keys for columns, derived from one secret. */
                            
                                                                              
                     
                                                                                                                                  
                                                               
 

/** Derives every key by HKDF from the secret, each with a purpose of its own. */
function tokenKeys(secret            , { hkdf }         )            {
  const purpose = (...parts          ) => ['proofmark tokens v1', ...parts].join('\0');
  const id = [...hkdf(secret, purpose('id'), 4)].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return { id, of: (method, domain, bytes) => hkdf(secret, purpose('key', method, domain), bytes) }
}

/** A table on its way to or from tokens. */
                                 
                               
                                    
                                                   
                         
                                                                              
                                      
                                  
 

                 
                       
                                    
                                                    
                          
                           
 

/** Makes tokens of the declared columns. An empty cell stays empty, and says so. */
function tokenizeTable(given       )                 {
  const { header, methods } = given;
  refuseSubjects(given);
  const stay = header.flatMap((name, at) =>
    methods.get(name)?.tokenizer === undefined && methods.has(name) ? [] : [at],
  );
  const tokenizers = header.map(name => bind(given, name));
  return {
    header: stay.map(at => header[at] ?? ''),
    row: row =>
      stay.map(at => {
        const cell = row.cells[at] ?? '';
        return cell === '' ? '' : (tokenizers[at]?.apply(cell, row) ?? cell)
      }),
    reversed: [],
    kept: [],
  }
}

/** Gives back the values of the columns whose method has a way back; the others stay as they are. */
function restoreTable(given       )                 {
  const { header, methods } = given;
  refuseSubjects({ ...given, methods: new Map([...methods].filter(([name]) => isReversible(name, methods))) });
  const backs = header.map(name => (isReversible(name, methods) ? bind(given, name)?.reverse : undefined));
  // What is shifted by a subject can be moved back only once the subject is what it was.
  const later = header.map(name => methods.get(name)?.subject !== undefined);
  const pass = (row     , dependent         )      => ({
    line: row.line,
    cells: row.cells.map((cell, at) =>
      cell === '' || later[at] !== dependent ? cell : (backs[at]?.(cell, row) ?? cell),
    ),
  });
  const declared = header.filter(name => methods.has(name));
  return {
    header,
    row: row => [...pass(pass(row, false), true).cells],
    reversed: declared.filter(name => isReversible(name, methods)),
    kept: declared.filter(name => !isReversible(name, methods)),
  }
}

/** Whether the key gives the column's values back: a date shift only where its subject is raw or comes back too. */
function isReversible(column        , methods                                  )          {
  const method = methods.get(column);
  if (!method?.reversible) return false
  const subject = method.subject === undefined ? undefined : methods.get(method.subject);
  return subject === undefined || (subject.reversible && subject.subject === undefined)
}

function bind({ file, header, methods, keys, ciphers }       , column        )                        {
  return methods.get(column)?.tokenizer?.({
    column,
    file,
    keys,
    ciphers,
    cellOf(name) {
      const index = header.indexOf(name);
      return index < 0 ? undefined : row => row.cells[index] ?? ''
    },
  })
}

function refuseSubjects({ file, header, methods }       )       {
  for (const [column, { subject }] of methods) {
    if (subject === undefined || !header.includes(column) || (header.includes(subject) && subject !== column)) continue
    throw new UserError(
      'tokenize.subject',
      `Expected the subject of ${column} to be another column of ${file} but found ${subject === column ? 'itself' : `no column ${subject}`}`,
      { file, hint: 'Name the column that says whose dates they are' },
    )
  }
}

/** Where the table goes: whole once `finish` returns, nothing of it before. */
                            
                                    
                                                      
 

                            
                        
                       
                                            
                                                                                   
                                      
                                  
                                                                          
                                 
                                                   
                                       
 

const MAX_MANIFEST = 1024 * 1024;
/** Rows between two reports of progress. */
const REPORT = 100_000;

/** Pseudonymises a table as its contract declares, or gives the values back; streams, so that no table is too long. */
async function tokenize$1(
  options                 ,
  sink           ,
  ciphers         ,
  ports       ,
)                     {
  const keys = tokenKeys(readTokenKey(options.key.text, options.key.place), ciphers);
  const { contract } = await openContract(options.contract, ports.files);
  const table = await ports.tables.open(options.data);
  try {
    return await tokenizeRows(table, options, { contract, keys, ciphers, sink }, ports)
  } finally {
    await table.close?.();
  }
}

                      
                                 
                          
                           
                          
 

async function tokenizeRows(
  table       ,
  options                 ,
  { contract, keys, ciphers, sink }            ,
  ports       ,
)                     {
  const properties = contractColumns(contract, options.data);
  refuseUnknown(options, table.header, properties);
  const methods = declaredMethods(properties, contract.name, table.header);
  if (methods.size === 0) throw nothingDeclared(contract.name, options.data)
  if (options.reverse) await refuseOtherKey(options, keys.id, methods, table.header, ports);
  else refuseMissing(options, methods, table.header);

  const given = { file: options.data, header: table.header, methods, keys, ciphers };
  const tokenized = options.reverse ? restoreTable(given) : tokenizeTable(given);
  const separator = /\.(tsv|tab)$/i.test(options.out) ? '\t' : ',';
  if (tokenized.header.length === 0) throw nothingLeft(options.data)
  await sink.write(csvLine(tokenized.header, separator));
  let rows = 0;
  let next = REPORT;
  for await (const batch of table.batches) {
    await sink.write(batch.map(row => csvLine(tokenized.row(row), separator)).join(''));
    rows += batch.length;
    if (rows < next) continue
    ports.log.progress(`${options.data}: ${grouped(rows)} rows`);
    next = rows + REPORT;
  }
  if (rows === 0) throw noRows(options.data)
  const written = await sink.finish();

  const columns = [...methods].map(([name, { id }]) => ({ name, method: id, reversible: isReversible(name, methods) }));
  const { reversed, kept } = tokenized;
  const raw = [...properties].filter(
    ([name, property]) => table.header.includes(name) && isSensitive(property) && !methods.has(name),
  );
  const result = { keyId: keys.id, rows, columns, reversed, kept, raw: raw.map(([name]) => name) };
  if (options.reverse) return { ...result, manifest: undefined }
  const manifest = manifestPath(options.out);
  await ports.files.write(manifest, `${JSON.stringify(manifestOf(written, result), null, 2)}\n`);
  return { ...result, manifest }
}

const manifestOf = (
  written                                   ,
  { keyId, rows, columns }                                               ,
)                => ({
  schema: `${NAMESPACE}tokens/v1`,
  table: { ...written, rows },
  keyId,
  status: 'pseudonymised',
  columns,
});

/** By the name each column has in the file; a declared column that the file does not have keeps the contract's name. */
function declaredMethods(
  properties                               ,
  contract        ,
  header                   ,
)                           {
  const methods = new Map                     ();
  for (const property of new Set(properties.values())) {
    const method = declaredMethod(property, contract);
    const names = [property.name, ...(property.physicalName === undefined ? [] : [property.physicalName])];
    if (method) methods.set(names.find(name => header.includes(name)) ?? property.name, method);
  }
  return methods
}

/** A column that nobody described would leave raw. */
function refuseUnknown(
  { data, contract }                 ,
  header                   ,
  properties                               ,
)       {
  const unknown = header.filter(name => !properties.has(name));
  if (unknown.length === 0) return
  throw new UserError(
    'tokenize.unknown-column',
    `Expected ${contract} to describe every column of ${data} but it has no ${unknown.join(', ')}`,
    {
      file: data,
      hint: `Add them to the contract; with ${PROPERTY}: drop where they should be left out`,
    },
  )
}

function refuseMissing(
  { data }                 ,
  methods                                  ,
  header                   ,
)       {
  const missing = [...methods.keys()].filter(name => !header.includes(name));
  if (missing.length === 0) return
  throw new UserError(
    'tokenize.missing-column',
    `Expected ${data} to have the columns to pseudonymise but it has no ${missing.join(', ')}`,
    {
      file: data,
      hint: 'Correct the names in the contract: under another name a column would leave raw',
    },
  )
}

/** A wrong key gives other digits and dates, and no error: the manifest beside the table knows the right one. */
async function refuseOtherKey(
  { data }                 ,
  keyId        ,
  methods                                  ,
  header                   ,
  { files }       ,
)                {
  const silent = header.filter(name => methods.get(name)?.holds === undefined && isReversible(name, methods));
  if (silent.length === 0) return
  const path = manifestPath(data);
  const manifest = (await files.exists(path))
    ? parseManifest(await files.readText(path, { maxBytes: MAX_MANIFEST }))
    : undefined;
  const { sha256 } = await files.digest(data);
  const found =
    manifest === undefined
      ? 'none'
      : manifest.keyId !== keyId
        ? `the key ${manifest.keyId}, which is not ${keyId}`
        : manifest.table.sha256 !== sha256
          ? 'one of another table'
          : undefined;
  if (found === undefined) return
  throw new UserError(
    'tokenize.manifest',
    `Expected ${path} to say that this key made ${silent.join(', ')} of this table but found ${found}`,
    {
      file: path,
      hint: 'Give the table as tokenize wrote it, its manifest beside it, and the key it names',
    },
  )
}

const nothingDeclared = (contract        , data        ) =>
  new UserError(
    'tokenize.nothing-declared',
    `Expected ${contract} to declare a column of ${data} pseudonymised but found none`,
    {
      file: contract,
      hint: `Give a column the custom property ${PROPERTY}, e.g. with the value hmac`,
    },
  );

const nothingLeft = (data        ) =>
  new UserError('tokenize.nothing-left', `Expected a column of ${data} to stay but the contract drops all of them`, {
    file: data,
  });

const noRows = (data        ) =>
  new UserError('tokenize.no-rows', `Expected rows in ${data} but found none`, {
    file: data,
    hint: 'Check the step that writes it',
  });

const KEY_VARIABLE = 'PROOFMARK_TOKEN_KEY';
const MAX_KEY_BYTES = 4096;

const flags                      = [
  { name: 'data', kind: 'value', description: 'The table: a CSV file' },
  {
    name: 'contract',
    kind: 'value',
    description: 'ODCS contract whose columns say proofmarkTokenize: hmac, aes-siv, …',
  },
  {
    name: 'key',
    kind: 'value',
    description: `File with a key of 256 bits, as hex or base64. Default: the text in ${KEY_VARIABLE}`,
  },
  { name: 'out', kind: 'value', description: 'The table to write; a manifest is written beside it' },
  { name: 'reverse', kind: 'switch', description: 'Give the values back, where the method has a way back' },
];

const tokenize             = {
  name: 'tokenize',
  summary: 'Pseudonymise the columns of a table as its contract declares, or give their values back',
  synopsis: '--data FILE --contract FILE --key FILE --out FILE [--reverse]',
  examples: [
    'openssl rand -hex 32 > tokens.key',
    'proofmark tokenize --data raw.csv --contract contract.odcs.yaml --key tokens.key --out applications.csv',
  ],
  flags,
  async run(args) {
    const { values } = parseFlags(args, flags);
    const required = (name        ) => values.get(name)?.at(-1) ?? missing(name);
    const [data, contract, out] = [required('data'), required('contract'), required('out')];
    const log = terminalLog(process.stderr);
    const ports = compose(process.cwd(), log, {});
    const keyFile = values.get('key')?.at(-1);
    const text =
      keyFile === undefined
        ? process.env[KEY_VARIABLE]
        : await ports.files.readText(keyFile, { maxBytes: MAX_KEY_BYTES });
    if (text === undefined) missing('key');
    const reverse = values.has('reverse');
    await refuseOverwriting(out, [data, contract, ...(keyFile === undefined ? [] : [keyFile])]);
    const sink = fileSink(out, reverse);
    try {
      const key = { text, place: keyFile ?? KEY_VARIABLE };
      const done = await tokenize$1({ data, contract, out, key, reverse }, sink, await nodeCiphers(), ports);
      log.done();
      process.stdout.write(`${report(done, out, reverse).join('\n')}\n`);
    } finally {
      await sink.discard();
    }
    return 0
  },
};

function report(
  { keyId, rows, columns, reversed, kept, raw, manifest }           ,
  out        ,
  reverse         ,
)           {
  const lines = [`table     ${out}   ${counted(rows, 'row')}`, `key id    ${keyId}`];
  if (reverse)
    return [...lines, `restored  ${listed(reversed)}`, ...(kept.length > 0 ? [`no way back: ${listed(kept)}`] : [])]
  return [
    ...lines,
    ...columns.map(({ name, method }) => `column    ${name}: ${method}`),
    ...(raw.length > 0 ? [`left raw though classified as sensitive: ${listed(raw)}`] : []),
    `manifest  ${manifest}`,
    'The table is pseudonymised: it is still personal data, and whoever has the key can link it again',
  ]
}

/** By what the paths name, links followed: the table is read while the other is written. */
async function refuseOverwriting(out        , inputs                   )                {
  const target = await real(out);
  for (const input of inputs) {
    if ((await real(input)) !== target && (await real(manifestPath(out))) !== (await real(input))) continue
    throw new UserError('tokenize.overwrites', `Expected --out to name another file but it would overwrite ${input}`, {
      hint: 'Give the new table a name of its own',
    })
  }
}

const real = (path        ) => realpath(path).catch(() => resolve(path));

/** A file that takes its name once it is whole, and is not there before the first write; with `secret` it is readable by its owner only. */
function fileSink(out        , secret         )                                           {
  const target = resolve(out);
  const temporary = join(dirname(target), `.${randomUUID()}.tmp`);
  const sha256 = createHash('sha256');
  let bytes = 0;
  let file;                        
  return {
    async write(text) {
      const chunk = Buffer.from(text);
      sha256.update(chunk);
      bytes += chunk.length;
      await named(async () => {
        if (!file) await mkdir(dirname(target), { recursive: true });
        file ??= await open(temporary, 'wx', secret ? 0o600 : 0o666);
        await file.writeFile(chunk);
      });
    },
    async finish() {
      await named(async () => {
        await file?.sync();
        await file?.close();
        await rename(temporary, target);
      });
      return { sha256: sha256.digest('hex'), bytes }
    },
    async discard() {
      await file?.close().catch(() => {});
      await rm(temporary, { force: true }).catch(() => {});
    },
  }

  function named(work                     )                {
    return work().catch(cause => Promise.reject(fileError(out, 'write', cause)))
  }
}

function missing(flag        )        {
  throw new UserError('tokenize.incomplete', `Expected --${flag} but found nothing`, {
    hint: 'proofmark tokenize --data FILE --contract FILE --key FILE --out FILE',
  })
}

export { tokenize };
