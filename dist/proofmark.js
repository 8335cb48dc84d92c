#!/usr/bin/env node
import { h as closestMatch } from './chunks/vendor.js';
import { U as UserError, i as inputsOf, s as schemaAt, S as Settings, l as locate, y as terminalLog, d as run, b as compose, a as readContext, t as terminalReport, p as printLines, z as importContract, A as knownExpectation, B as counted, C as visible, D as environmentContext, E as init$1, F as rolesOf, M as MOST_FILES, L as LEFT_OUT, G as keygen$1, H as suggest$1, I as percent, J as tokenize$1, K as nodeCiphers, N as fileError, P as listed, Q as manifestPath, m as verify$1, u as verificationLine, n as verificationLines, x as exitCode, V as VERSION } from './chunks/core.js';
import { readFile, readdir, rm, realpath, rename, mkdir, open } from 'node:fs/promises';
import { relative, resolve, basename, dirname, join, sep } from 'node:path';
import { existsSync, statSync } from 'node:fs';
import { randomUUID, createHash } from 'node:crypto';

/** What the parser must know of a flag. */
                                                 

                              
                                                                           
                                                         
                                         
 

/** Reads `--name value`, `--name=value`, `--switch` and `--list a b`; `--` ends the flags. */
function parseFlags(args                   , flags                 )              {
  const values = new Map                  ();
  const positionals           = [];
  let open;                      
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--') {
      positionals.push(...args.slice(i + 1));
      break
    }
    if (!arg.startsWith('--')) {
(open ?? positionals).push(arg);
      continue
    }
    const [, name = '', inline] = /^--([^=]*)(?:=(.*))?$/s.exec(arg) ?? [];
    const flag = flags.find(known => known.name === name) ?? unknown(name, flags);
    const given = values.get(name) ?? [];
    values.set(name, given);
    open = undefined;
    if (flag.kind === 'switch') given.push('true');
    else if (inline !== undefined) given.push(inline);
    else if (flag.kind === 'list') open = given;
    else {
      const value = args[++i];
      if (value === undefined)
        throw new UserError('flags.value-missing', `Expected a value after --${name} but found nothing`)
      given.push(value);
    }
  }
  return { values, positionals }
}

function unknown(name        , flags                 )        {
  const names = flags.map(flag => flag.name);
  const meant = closestMatch(name, names, { maxDistance: Math.max(2, Math.floor(name.length / 3)) });
  throw new UserError(
    'flags.unknown',
    `Unknown flag --${name}${meant === undefined ? '' : `: did you mean --${meant}?`}`,
    {
      hint: `Flags here: ${names.map(known => `--${known}`).join(' ')}`,
    },
  )
}

const describe = (path                   ) => schemaAt(Settings, path)?.meta()?.description ?? '';

const COMMON                     = [
  { name: 'config', kind: 'value', description: 'Settings file. Default: proofmark.yml, where there is one' },
  {
    name: 'out',
    kind: 'value',
    description: 'Folder for evidence and certificates. Default: .proofmark beside the settings',
  },
  { name: 'json', kind: 'switch', description: 'Print the evidence as JSON' },
  { name: 'quiet', kind: 'switch', description: 'Print the verdict only' },
];

const KEY          = {
  name: 'key',
  kind: 'value',
  description: 'Private key (P-256, PEM) that signs. Default: record.key, or the text in PROOFMARK_KEY',
};

const EVIDENCE          = {
  name: 'evidence',
  kind: 'value',
  description: 'Folder of the evidence to decide on. Default: the output folder',
};

/** A command that ends in a verdict: its flags are the inputs of the action of the same name. */
function certifyingCommand(name             , about                                            )             {
  const inputs = inputsOf(name);
  const signs = name === 'gate' || name === 'audit-record';
  const flags = [
    ...inputs.map(toFlag),
    ...(signs ? [KEY] : []),
    ...(name === 'audit-record' ? [EVIDENCE] : []),
    ...COMMON,
  ];
  return { name, ...about, flags, run: args => execute$1(name, inputs, parseFlags(args, flags)) }
}

async function execute$1(command             , inputs                  , given             )                    {
  const last = (flag        ) => given.values.get(flag)?.at(-1);
  const cwd = process.cwd();
  const place = locate(cwd, last('config'));
  const quiet = given.values.has('quiet');
  const json = given.values.has('json');
  const log = terminalLog(process.stderr, { quiet: quiet || json });
  const outcome = await run(
    {
      command,
      out: place.out(last('out')),
      config: place.config,
      configPath: place.configPath,
      inputs: inputValues(inputs, given),
      nameInput: input => `--${input.flag ?? input.name}`,
      rebase: place.rebase,
      key: last('key') ?? process.env.PROOFMARK_KEY,
      evidence: last('evidence') === undefined ? undefined : place.rebase(last('evidence') ?? ''),
    },
    compose(place.root, log, await readContext(process.env, path => readFile(path, 'utf8'))),
  );
  log.done();
  if (json) process.stdout.write(`${JSON.stringify(document(outcome), null, 2)}\n`);
  else {
    const shown = (path        ) => relative(cwd, resolve(place.root, path));
    const lines = terminalReport(
      outcome.produced.map(({ evidence }) => evidence),
      outcome.certification,
      shown,
    );
    printLines(process.stdout, quiet ? lines.filter(line => !line.text.startsWith(' ') && line.text !== '') : lines);
  }
  return outcome.exitCode
}

function inputValues(inputs                  , { values, positionals }             )                                 {
  const open = inputs.find(input => input.positional);
  if (!open && positionals[0] !== undefined) {
    throw new UserError('flags.positional', `Expected flags only but found '${positionals[0]}'`, {
      hint: 'Name every value by its flag',
    })
  }
  return new Map(
    inputs.map(input => [
      input.name,
      [...(values.get(input.flag ?? input.name) ?? []), ...(input === open ? positionals : [])],
    ]),
  )
}

/** One gate's evidence as it is; of several, all of them and what was signed. */
function document({ command, verdict, produced, certification }         )          {
  const evidence = produced.map(one => one.evidence);
  if (command !== 'gate' && command !== 'audit-record') return evidence[0]
  const { decision, model, path } = certification ?? {};
  return { verdict, modelId: model?.id, signed: path, rules: decision?.rules, evidence }
}

function toFlag(input       )          {
  const path = input.setting.split('.');
  const isList = schemaAt(Settings, path)?.def.type === 'array';
  return { name: input.flag ?? input.name, kind: isList ? 'list' : 'value', description: describe(path) }
}

const auditRecord = certifyingCommand('audit-record', {
  summary: 'Decide by the policy from the evidence there is, and sign a certificate or a refusal',
  synopsis: '--model FILE… --key FILE [--evidence DIR]',
  examples: ['proofmark audit-record --model model.joblib --model-name credit --key proofmark.key'],
});

const dataValidate = certifyingCommand('data-validate', {
  summary: 'Check tables against an ODCS data contract',
  synopsis: '--data FILE… --contract FILE',
  examples: ['proofmark data-validate --data applications.csv --contract contract.odcs.yaml'],
});

const driftCompare = certifyingCommand('drift-compare', {
  summary: 'Compare a table with the one a model was built on, column by column',
  synopsis: '--reference FILE --current FILE [--ignore COLUMN…]',
  examples: ['proofmark drift-compare --reference train.csv --current april.csv --ignore id'],
});

const gate = certifyingCommand('gate', {
  summary: 'Run everything that proofmark.yml names, decide by the policy, and sign the certificate',
  synopsis: '[--config FILE] [--key FILE]',
  examples: ['proofmark gate', 'proofmark gate --config models/credit/proofmark.yml --key certifier.key'],
});

const MAX_BYTES = 8 * 1024 * 1024;

const flags$4                      = [
  {
    name: 'format',
    kind: 'value',
    description: 'great-expectations, frictionless, pandera, dbt or soda. Default: told by the file itself',
  },
  { name: 'out', kind: 'value', description: 'The contract to write. Default: on standard output' },
];

const importRules             = {
  name: 'import',
  summary:
    'Turn rules of Great Expectations, Frictionless, Pandera, dbt or Soda into a data contract, and list what was not taken over',
  synopsis: 'FILE [--format TOOL] [--out CONTRACT]',
  examples: ['proofmark import suite.json --out contract.odcs.yaml', 'proofmark import models/schema.yml --format dbt'],
  flags: flags$4,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags$4);
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) {
      throw new UserError('flags.positional', `Expected one file to import but found ${positionals.length}`, {
        hint: 'proofmark import suite.json --out contract.odcs.yaml',
      })
    }
    const out = values.get('out')?.at(-1);
    const { files } = compose(process.cwd(), terminalLog(process.stderr), {});
    const text = await files.readText(file, { maxBytes: MAX_BYTES });
    const imported = importContract(file, text, knownExpectation, values.get('format')?.at(-1));
    if (out === undefined) process.stdout.write(imported.contract);
    else if (await files.exists(out)) {
      throw new UserError('import.exists', `Expected nothing at ${out} but there is a file`, {
        file: out,
        hint: 'Write to another path, or remove it first',
      })
    } else await files.write(out, imported.contract);
    printLines(out === undefined ? process.stderr : process.stdout, report$3(imported, file, out));
    return 0
  },
};

function report$3({ title, tables, columns, rules, left }                  , file        , out         )         {
  const what = `${counted(tables, 'table')}, ${counted(columns, 'column')}, ${counted(rules, 'rule')}`;
  return [
    { tone: 'strong', text: visible(`Read ${file}, ${title}: ${what}`) },
    ...left.flatMap(({ rule, reason, place })         => [
      { tone: 'warn', text: visible(`  not imported  ${rule} (${place})`) },
      { tone: 'muted', text: visible(`                ${reason}`) },
    ]),
    ...(left.length === 0
      ? []
      : [
          {
            tone: 'plain'         ,
            text: 'Each of these is in the contract as a rule of type text: a warning until you have dealt with it.',
          },
        ]),
    ...(out === undefined ? [] : [{ tone: 'pass'         , text: visible(`  wrote         ${out}`) }]),
  ]
}

const FLAGS                     = [
  { name: 'dir', kind: 'value', description: 'Folder to look at and to write to. Default: .' },
  { name: 'dry-run', kind: 'switch', description: 'Print what would be written, and write nothing' },
];

const init             = {
  name: 'init',
  summary: 'Look at your files and write a first proofmark.yml, data contract and workflow',
  synopsis: '[--dir FOLDER] [--dry-run]',
  examples: ['proofmark init', 'proofmark init --dir models/credit --dry-run'],
  flags: FLAGS,
  run: execute,
};

async function execute(args                   )                    {
  const { values, positionals } = parseFlags(args, FLAGS);
  if (positionals[0] !== undefined)
    throw new UserError('flags.positional', `Expected flags only but found '${positionals[0]}'`, {
      hint: `Name the folder by its flag: --dir ${positionals[0]}`,
    })
  const dir = values.get('dir')?.at(-1) ?? '.';
  const root = resolve(dir);
  if (!existsSync(root) || !statSync(root).isDirectory())
    throw new UserError('init.no-folder', `Expected --dir to name a folder but found none at ${dir}`, {
      hint: 'Give the folder that holds your model, data and predictions',
    })
  const dryRun = values.has('dry-run');
  const folder = folderInRepository(root);
  const log = terminalLog(process.stderr);
  const ports = compose(root, log, environmentContext(process.env));
  const started = await init$1(
    { ...ports, files: { ...ports.files, list: () => survey(root) } },
    { name: basename(root).slice(0, 200) || 'model', dryRun, ...(folder !== undefined && { folder }) },
  );
  log.done();
  printLines(process.stdout, report$2(started, { dir, dryRun, folder }));
  return 0
}

/** The folder's path in its git repository; undefined where it is the root of one, or in none. */
function folderInRepository(root        )                     {
  for (let above = root; above !== dirname(above); above = dirname(above))
    if (existsSync(join(above, '.git'))) return relative(above, root).split(sep).join('/') || undefined
  return undefined
}

/**
 * Files to look at, nearest first. Unlike a list that the settings name it is a search: what is not the user's own work is not
 * entered, links are not followed, and it ends after `MOST_FILES`.
 */
async function survey(root        )                    {
  const files           = [];
  let folders = [''];
  while (folders.length > 0 && files.length < MOST_FILES) {
    const below           = [];
    for (const folder of folders.toSorted()) {
      const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
      for (const entry of entries) {
        if (entry.isFile()) files.push(`${folder}${entry.name}`);
        else if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) below.push(`${folder}${entry.name}/`);
      }
    }
    folders = below;
  }
  return files.toSorted()
}

                 
                      
                          
                                     
 

function report$2({ written, kept, found, files }         , { dir, dryRun, folder }       )         {
  const { looked, skipped } = found;
  const roles = rolesOf(found);
  const at = (path        ) => (dir === '.' ? path : join(dir, path));
  const left = looked.tablesLeft > 0 ? `; not looked at: ${counted(looked.tablesLeft, 'further table')}` : '';
  return [
    strong(`Looked at ${counted(looked.files, 'file')}, ${looked.tables} of them tables, in ${dir}${left}`),
    ...roles.map(({ name, files, because })       => {
      const text = `${name.padEnd(13)} ${files.length > 0 ? `${files.join(', ')}: ` : ''}${because}`;
      return { tone: files.length > 0 ? 'plain' : 'muted', text: visible(`  ${text}`) }
    }),
    ...skipped.map(({ path, reason })       => ({ tone: 'warn', text: visible(`  not read      ${path}: ${reason}`) })),
    blank,
    ...files.map(({ path, extended })       => {
      const verb = dryRun ? 'would write' : extended ? 'extended' : 'wrote';
      return { tone: 'pass', text: visible(`  ${verb.padEnd(13)} ${at(path)}`) }
    }),
    ...kept.map((path)       => ({ tone: 'muted', text: visible(`  kept          ${at(path)}`) })),
    ...(dryRun
      ? files.flatMap(({ path, content }) => [blank, strong(`--- ${at(path)}`), ...contentLines(content)])
      : []),
    ...(folder === undefined || !written.some(path => path.startsWith('.github/')) ? [] : [blank, atRoot(at)]),
    blank,
    strong('Next'),
    plain(`  proofmark keygen${dir === '.' ? '' : ` --out ${quoted(dir)}`}`),
    plain(`  proofmark gate${dir === '.' ? '' : ` --config ${quoted(at('proofmark.yml'))}`}`),
    plain(`  gh secret set PROOFMARK_KEY < ${quoted(at('proofmark.key'))}`),
  ]
}

const atRoot = (at                          )       => ({
  tone: 'warn',
  text: visible(
    `  GitHub runs workflows of the repository's root only: move ${at('.github/workflows/proofmark.yml')} there`,
  ),
});

const contentLines = (content        )         => content.trimEnd().split('\n').map(plain);
const plain = (text        )       => ({ tone: 'plain', text: visible(text) });
const strong = (text        )       => ({ tone: 'strong', text: visible(text) });
const blank       = { tone: 'plain', text: '' };

/** A path as a shell takes it. */
const quoted = (path        )         => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

const flags$3                      = [
  { name: 'out', kind: 'value', description: 'Folder for the two files. Default: this folder' },
];

const keygen             = {
  name: 'keygen',
  summary: 'Make the key pair that signs certificates and verifies them',
  synopsis: '[--out DIR]',
  examples: ['proofmark keygen --out keys'],
  flags: flags$3,
  async run(args) {
    const folder = parseFlags(args, flags$3).values.get('out')?.at(-1) ?? '.';
    const at = (name        ) => (folder === '.' ? name : `${folder.replace(/\/$/, '')}/${name}`);
    const paths = { privateKey: at('proofmark.key'), publicKey: at('proofmark.pub') };
    const made = await keygen$1(paths, compose(process.cwd(), terminalLog(process.stderr), {}));
    process.stdout.write(
      [
        `private key  ${made.privateKey}   keep it secret: put its text into the secret PROOFMARK_KEY, commit it nowhere`,
        `public key   ${made.publicKey}   commit it: whoever promotes a model verifies with it`,
        `key id       ${made.id}`,
        '',
      ].join('\n'),
    );
    return 0
  },
};

/** data-validate's `--merge` by a name of its own, its files without a flag. */
const merge             = {
  name: 'merge',
  summary: 'Join what the shards of a data validation have measured, and judge it',
  synopsis: 'SHARD… [--data FILE… --contract FILE]',
  examples: ['proofmark merge .proofmark/shards/*.json --data big.csv --contract contract.odcs.yaml'],
  flags: dataValidate.flags,
  run(args) {
    const flag = args.findIndex(arg => arg.startsWith('--'));
    const shards = flag === -1 ? args : args.slice(0, flag);
    return dataValidate.run([...(shards.length > 0 ? ['--merge', ...shards] : []), ...args.slice(shards.length)])
  },
};

const modelCertify = certifyingCommand('model-certify', {
  summary: "Recompute a model's metrics from its predictions and decide its claims by confidence intervals",
  synopsis: '--predictions FILE --label NAME --positive VALUE --score NAME [--champion FILE] --claim CLAIM…',
  examples: [
    'proofmark model-certify --predictions new.csv --champion old.csv --label status --positive bad --score p_bad --claim "auc >= 0.80" --claim "auc no worse than champion by 0.01"',
  ],
});

const securityScan = certifyingCommand('security-scan', {
  summary: 'Scan model files, secrets and dependencies; what is not known to be harmless does not pass',
  synopsis: 'PATH…',
  examples: ['proofmark security-scan model.joblib requirements.txt'],
});

const flags$2                      = [
  { name: 'data', kind: 'value', description: 'The table to look at' },
  { name: 'out', kind: 'value', description: 'The contract to write. Default: on standard output' },
  { name: 'hold-out', kind: 'value', description: 'Share of the rows to try the contract on. Default: 0.2' },
  { name: 'alarms', kind: 'value', description: 'Tolerated probability of a false alarm per batch. Default: 0.05' },
];

const suggest             = {
  name: 'suggest',
  summary: 'Suggest a data contract from a table, with bounds, and show what it would have flagged on rows held out',
  synopsis: '--data FILE [--out CONTRACT] [--hold-out SHARE] [--alarms PROBABILITY]',
  examples: ['proofmark suggest --data train.csv --out contract.odcs.yaml'],
  flags: flags$2,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags$2);
    const data = values.get('data')?.at(-1) ?? positionals[0];
    if (data === undefined) {
      throw new UserError('flags.missing', 'Expected --data (the table to look at) but found nothing', {
        hint: 'proofmark suggest --data train.csv',
      })
    }
    const number = (name        , standard        ) => shareOf(name, values.get(name)?.at(-1), standard);
    const log = terminalLog(process.stderr);
    const ports = compose(process.cwd(), log, {});
    const out = values.get('out')?.at(-1);
    if (out !== undefined && (await ports.files.exists(out))) {
      throw new UserError('suggest.exists', `Expected nothing at ${out} but there is a file`, {
        file: out,
        hint: 'Write to another path, or remove it first',
      })
    }
    const suggested = await suggest$1({ data, share: number('hold-out', 0.2), alarms: number('alarms', 0.05) }, ports);
    log.done();
    if (out === undefined) process.stdout.write(suggested.contract);
    else await ports.files.write(out, suggested.contract);
    printLines(out === undefined ? process.stderr : process.stdout, report$1(suggested, data, out));
    return 0
  },
};

function report$1({ suggestions, rows, heldOut, broken, estimate }           , data        , out         )         {
  const { draws, alarmed, interval, rules } = estimate;
  const width = Math.max(...suggestions.map(({ column }) => column.length));
  return [
    { tone: 'strong', text: visible(`Made from ${counted(rows, 'row')} of ${data}`) },
    ...suggestions.map(({ column, rule, held, n, bound, tolerates })       => {
      const seen = held === n ? `all ${n}` : `${held} of ${n}`;
      const tolerance = tolerates > 0 ? `, tolerates ${percent(tolerates)}` : '';
      return {
        tone: 'plain',
        text: visible(`  ${column.padEnd(width)}  ${rule}: ${seen}, at most ${percent(bound)} others${tolerance}`),
      }
    }),
    { tone: 'plain', text: '' },
    { tone: 'strong', text: `Tried on ${counted(heldOut, 'row')} held out: ${counted(broken.length, 'rule')} broken` },
    ...broken.map(({ title, reason })       => ({ tone: 'warn', text: visible(`  ${title}: ${reason}`) })),
    {
      tone: 'plain',
      text: `False alarms: ${alarmed} of ${draws} such draws (${percent(alarmed / draws)}, 95 % interval ${percent(interval[0])} to ${percent(interval[1])})`,
    },
    ...rules.slice(0, 5).map(([rule, count])       => ({ tone: 'muted', text: visible(`  ${count} times ${rule}`) })),
    ...(out === undefined ? [] : [{ tone: 'pass'         , text: visible(`wrote ${out}`) }]),
  ]
}

function shareOf(name        , text                    , standard        )         {
  const share = text === undefined ? standard : Number(text);
  if (share > 0 && share < 1) return share
  throw new UserError('flags.share', `Expected --${name} to be between 0 and 1 but found ${text}`, {
    hint: `Give a proportion, e.g. ${standard}`,
  })
}

const KEY_VARIABLE = 'PROOFMARK_TOKEN_KEY';
const MAX_KEY_BYTES = 4096;

const flags$1                      = [
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
  flags: flags$1,
  async run(args) {
    const { values } = parseFlags(args, flags$1);
    const required = (name        ) => values.get(name)?.at(-1) ?? missing$1(name);
    const [data, contract, out] = [required('data'), required('contract'), required('out')];
    const log = terminalLog(process.stderr);
    const ports = compose(process.cwd(), log, {});
    const keyFile = values.get('key')?.at(-1);
    const text =
      keyFile === undefined
        ? process.env[KEY_VARIABLE]
        : await ports.files.readText(keyFile, { maxBytes: MAX_KEY_BYTES });
    if (text === undefined) missing$1('key');
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

function missing$1(flag        )        {
  throw new UserError('tokenize.incomplete', `Expected --${flag} but found nothing`, {
    hint: 'proofmark tokenize --data FILE --contract FILE --key FILE --out FILE',
  })
}

const flags                      = [
  { name: 'model', kind: 'list', description: 'The model as it lies here: files, folders or * globs' },
  { name: 'key', kind: 'value', description: 'Public key (PEM) of the certifier' },
  {
    name: 'evidence',
    kind: 'value',
    description: 'Folder of the evidence, to be compared with what the certificate rests on',
  },
  { name: 'json', kind: 'switch', description: 'Print the steps as JSON' },
  { name: 'quiet', kind: 'switch', description: 'Print the result only' },
];

const verify             = {
  name: 'verify',
  summary: 'Verify a certificate, offline, against the bytes of a model',
  synopsis: 'CERTIFICATE --model FILE… --key FILE',
  examples: ['proofmark verify certificate.sigstore.json --model model.joblib --key proofmark.pub'],
  flags,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags);
    const [certificate] = positionals;
    const key = values.get('key')?.at(-1);
    const model = values.get('model');
    if (certificate === undefined || positionals.length > 1)
      throw missing(`one certificate but found ${positionals.length}`)
    if (model === undefined || model.length === 0) throw missing('--model to name the model but found nothing')
    if (key === undefined) throw missing('--key to name the public key but found nothing')
    const log = terminalLog(process.stderr, { quiet: values.has('quiet') || values.has('json') });
    const evidence = values.get('evidence')?.at(-1);
    const verification = await verify$1({ certificate, model, key, evidence }, compose(process.cwd(), log, {}));
    log.done();
    if (values.has('json'))
      process.stdout.write(`${JSON.stringify({ outcome: verification.outcome, steps: verification.steps }, null, 2)}\n`);
    else if (values.has('quiet')) process.stdout.write(`${verificationLine(verification)}\n`);
    else printLines(process.stdout, verificationLines(verification));
    return exitCode(verification.verdict, [])
  },
};

const missing = (what        ) =>
  new UserError('verify.incomplete', `Expected ${what}`, {
    hint: 'proofmark verify CERTIFICATE --model FILE… --key FILE',
  });

/** Every command of the program, in the order in which one meets them. */
const commands                        = [
  init,
  keygen,
  gate,
  dataValidate,
  modelCertify,
  securityScan,
  driftCompare,
  auditRecord,
  verify,
  suggest,
  importRules,
  merge,
  tokenize,
];

const EXIT_CODES =
  'Exit codes: 0 passed · 1 failed · 2 inconclusive · 3 settings or input are wrong · 4 the environment is';

/** What `proofmark --help` prints. */
function overview(commands                       )         {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Decide, with proof, whether a machine-learning model may be promoted.',
    '',
    'Usage: proofmark COMMAND [flags]',
    '',
    'Start here:',
    '  proofmark init       looks at your files and writes a first proofmark.yml, contract and workflow',
    '  proofmark gate       runs everything proofmark.yml names and signs the decision',
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    "'proofmark help COMMAND' explains a command, with an example.",
    EXIT_CODES,
  ].join('\n')
}

/** What `proofmark help COMMAND` prints. */
function usage({ name, summary, synopsis, examples, flags }            )         {
  const left = (flag                             ) =>
    `--${flag.name}${{ value: ' VALUE', list: ' VALUE…', switch: '' }[flag.kind]}`;
  const width = Math.max(...flags.map(flag => left(flag).length));
  return [
    `${summary}.`,
    '',
    `Usage: proofmark ${name} ${synopsis}`,
    '',
    'Flags:',
    ...flags.map(flag => `  ${left(flag).padEnd(width)}  ${flag.description}`),
    '',
    examples.length > 1 ? 'Examples:' : 'Example:',
    ...examples.map(example => `  ${example}`),
    '',
    EXIT_CODES,
  ].join('\n')
}

/** The oldest Node that it runs on, as package.json has it: the one that actions run on. */
const NODE = 24;

/** Runs one command line; the one boundary that turns what is thrown into a sentence and an exit code. */
async function program(args                   )                    {
  const [name = '--help', ...rest] = args;
  if (Number.parseInt(process.versions.node, 10) < NODE) return complain(tooOld())
  if (name === '--version' || name === '-v') return say(VERSION)
  if (name === '--help' || name === '-h' || name === 'help') {
    const asked = commands.find(command => command.name === rest[0]);
    return say(asked ? usage(asked) : overview(commands))
  }
  try {
    const command = commands.find(candidate => candidate.name === name);
    if (!command) throw unknownCommand(name)
    if (rest.includes('--help') || rest.includes('-h')) return say(usage(command))
    return await command.run(rest)
  } catch (error) {
    return complain(error)
  }
}

const tooOld = () =>
  new UserError('node.too-old', `Expected Node ${NODE} or newer but found ${process.versions.node}`, {
    hint: 'Install it, or run `npx -p node@24 -p github:proofmark/proofmark proofmark`',
    kind: 'environment',
  });

function say(text        )           {
  process.stdout.write(`${text}\n`);
  return 0
}

function complain(error         )           {
  if (error instanceof UserError) {
    process.stderr.write(`error: ${error.message}\n${error.hint === undefined ? '' : `  → ${error.hint}\n`}`);
    return error.kind === 'environment' ? 4 : 3
  }
  process.stderr.write(
    `Proofmark itself failed; please report this:\n${error instanceof Error ? error.stack : String(error)}\n`,
  );
  return 2
}

function unknownCommand(name        )            {
  const names = commands.map(command => command.name);
  const meant = closestMatch(name, names, { maxDistance: 4 });
  return new UserError(
    'command.unknown',
    `Unknown command '${name}'${meant === undefined ? '' : `: did you mean '${meant}'?`}`,
    {
      hint: `Commands: ${names.join(', ')}; 'proofmark help COMMAND' explains one`,
    },
  )
}

process.exitCode = await program(process.argv.slice(2));
