import { m as matchWaiver, p as printable } from './match-waiver.js';
import { U as UserError } from './user-error.js';
import { r as readYaml } from './validate.js';
import { m as fixOf, v as versionsOf, a as packageName, O as OsvRecord, g as isWithdrawn } from './sent-content.js';
import { o as object, c as array, a as string, i as int, u as unknown, b as boolean, r as record, d as union, g as looseObject, l as literal, n as number } from './schemas2.js';
import { s as string$1 } from './coerce.js';
import { s as severityOfWord, w as worstSeverity, a as severityOfScore, S as Severity } from './limits.js';

/** What scikit-learn's models are made of besides its own classes; skops keeps all of it (skops/io/_trusted_types.py). */
const WITH_SKLEARN = [
  'sklearn',
  'numpy',
  'scipy',
  'builtins',
  '__builtin__',
  'collections',
  'copyreg',
  'copy_reg',
  '_codecs',
  'joblib',
];
const TORCH = ['torch', 'torch-legacy'];
const ENDINGS = /(?:\.(?:pkl|pickle|joblib|sav|dump|model|bin|pt|pth|ckpt|z|gz|bz2|xz|lzma|lz4|zst))+$/i;
/** A path that neither a shell nor Python takes for more than a path. */
const PLAIN = /^[\w./@+=,][\w./@+=, -]*$/;

/**
 * The command that brings a file into a format that runs nothing, where such a file would pass: skops for models of scikit-learn,
 * safetensors for tensors. A file that has not passed is never loaded for it, but saved again where it was made.
 */
function saferFormat(
  path        ,
  { format, inspection }                                              ,
)                     {
  if (!PLAIN.test(path)) return undefined
  const ids = format.split('+');
  const isTorch = TORCH.some(id => ids.includes(id));
  const { status, libraries = [] } = inspection;
  const isSklearn = libraries.includes('sklearn') && libraries.every(each => WITH_SKLEARN.includes(each));
  if (!isTorch && !isSklearn) return undefined
  const target = path.replace(ENDINGS, '') + (isTorch ? '.safetensors' : '.skops');
  if (status === 'pass') return `To keep it in a format that runs nothing: ${conversion(path, target, isTorch)}`
  const saving = isTorch ? `safetensors.torch.save_model(model, '${target}')` : `skops.io.dump(model, '${target}')`;
  return `Where it was made, save it in a format that runs nothing: ${saving}`
}

const conversion = (path        , target        , isTorch         ) =>
  isTorch
    ? `python -c "import torch, safetensors.torch; safetensors.torch.save_file(torch.load('${path}', weights_only=True, map_location='cpu'), '${target}')"`
    : `python -c "import joblib, skops.io; skops.io.dump(joblib.load('${path}'), '${target}')"`;

/** Findings that a check lists; the result has more. */
const SHOWN$1 = 10;

/** The one check that says whether a file may be loaded: exactly one per scanned file. */
function artefactCheck(
  path        ,
  { format, title, inspection }               ,
  waivers                    = [],
)        {
  const { status, reason, findings } = inspection;
  const hints = [inspection.hint, saferFormat(path, { format, inspection })].filter(hint => hint !== undefined);
  const waiverOf = (name        ) => waivers.findIndex(waiver => waiver.name === name);
  const locations = findings
    .toSorted((a, b) => Math.min(0, waiverOf(a.name)) - Math.min(0, waiverOf(b.name)))
    .slice(0, SHOWN$1)
    .map(
      ({ offset, name, reason: why })           => ({
        file: path,
        note: `byte ${offset}: ${name} ${why}`,
        ...(waiverOf(name) >= 0 && { waiver: waiverOf(name) }),
      }),
    );
  const whole           = { file: path, ...(waivers.length > 0 && { waiver: 0 }) };
  return {
    id: checkId('artefact', path),
    title: `What loading ${path} would run (${title})`,
    status,
    reason: `${path}: ${reason}`,
    ...(hints.length > 0 && { hint: hints.join('. ') }),
    locations: locations.length > 0 ? locations : [whole],
    ...(waivers.length > 0 && { waivers: [...waivers] }),
  }
}

/** Room that evidence leaves for an id. */
const MAX_ID = 1024;

/** `kind.path`; of a path too long for that, its two ends. */
function checkId(kind        , path        )         {
  const id = `${kind}.${path}`;
  return id.length <= MAX_ID ? id : `${id.slice(0, MAX_ID / 2)}…${id.slice(1 - MAX_ID / 2)}`
}

/** Names that several findings of one file may have that have nothing else in common. */
const NAMELESS = ['?'];

/** A file's inspection once the policy's waivers have been held against it. */
                           
                                 
                                                               
                                     
 

/**
 * Holds the policy's waivers against what was found in one file. A finding is excepted by its name, a file that cannot be judged by
 * the name of its format; what is excepted only warns, and only once nothing is left that is not.
 */
function waiveFindings(
  { format, inspection }                                              ,
  sha256        ,
  policy         ,
)           {
  const { status, findings, found, hint } = inspection;
  if (status === 'pass' || status === 'warn') return { inspection, waivers: [] }
  const match = (name        ) =>
    NAMELESS.includes(name) ? {} : matchWaiver(policy, { rule: 'artefact', names: [name], of: sha256 });
  const matches = new Map([...findings.map(({ name }) => name), format].map(name => [name, match(name)]));
  const waiverOf = (name        ) => {
    const matched = matches.get(name);
    return matched && 'waiver' in matched ? matched.waiver : undefined
  };
  const whole = waiverOf(format);
  const applied = findings.flatMap(({ name }) => waiverOf(name) ?? []);
  const open = findings.filter(({ name }) => !waiverOf(name));
  const missed = [...matches.values()].flatMap(each =>
    'missed' in each && each.missed !== undefined ? [each.missed] : [],
  );
  const told = (sentence        ) => [sentence, ...missed].join('; ');

  if (status === 'inconclusive' && !whole)
    return { inspection: { ...inspection, reason: told(inspection.reason) }, waivers: [] }
  if (open.length > 0 || found > findings.length) {
    const reason = applied.length === 0 ? inspection.reason : openReason(open, found, found - open.length);
    return { inspection: { ...inspection, reason: told(reason) }, waivers: [...new Set(applied)] }
  }
  if (status === 'fail' && !inspection.soundApart && !whole)
    return {
      inspection: {
        ...inspection,
        status: 'inconclusive',
        reason: told(
          `${waivedNames(applied)}, but besides that nobody can tell what the file does (${inspection.reason})`,
        ),
        hint: `Know the whole file to be harmless and waive ${format} too, or ${lower(hint ?? 'have it saved again')}`,
      },
      waivers: [...new Set(applied)],
    }
  const waivers = [
    ...new Set([...applied, ...(whole && (status === 'inconclusive' || !inspection.soundApart) ? [whole] : [])]),
  ];
  return {
    inspection: { ...inspection, status: 'warn', reason: `${waivedNames(waivers)}: ${inspection.reason}` },
    waivers,
  }
}

function openReason([first]                    , found        , waived        )         {
  const more = found - waived - 1;
  return (
    `Expected a file that only restores a model but ${first?.name} ${first?.reason}` +
    `${more > 0 ? ` (and ${more} more)` : ''}; ${waived} more ${waived === 1 ? 'is' : 'are'} waived`
  )
}

/** `Waived by the policy: a.b until 2027-01-31 (by @owner)`. */
function waivedNames(waivers                   )         {
  const told = [...new Set(waivers)].map(({ name, expires, owner }) => `${name} until ${expires} (by ${owner})`);
  return `Waived by the policy: ${told.join(', ')}`
}

const lower = (sentence        ) => `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;

/** What a JSON text or its like holds: plain values only. */
                                                                                                                       

/** The value of a JSON text; undefined where it is none. */
function parseJson(text        )          {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Findings that a check lists; the result has them all. */
const SHOWN = 10;

/** The check of one file in which credentials were found: where they are and what kind, never what they are. It fails by those that neither baseline nor waiver has. */
function secretsCheck(path        , judged                         )        {
  const secrets = judged.map(({ secret }) => secret).toSorted((a, b) => Number(isExcused(a)) - Number(isExcused(b)));
  const open = secrets.filter(secret => !isExcused(secret));
  const known = secrets.filter(secret => secret.known && !secret.waiver).length;
  const waivers = [...new Set(secrets.flatMap(({ waiver }) => waiver ?? []))];
  const more = open.length > 1 ? ` and ${open.length - 1} more` : '';
  const excused = [
    ...(known > 0 ? [`${known} of the baseline`] : []),
    ...(waivers.length > 0 ? [waivedNames(waivers)] : []),
    ...new Set(judged.flatMap(({ missed }) => missed ?? [])),
  ];
  const [first] = open;
  return {
    id: checkId('secrets', path),
    title: `${path} holds no credentials`,
    status: first ? 'fail' : 'warn',
    reason: [
      first
        ? `Expected no credentials but found what looks like one (${placeOf(first)}, ${first.rule})${more}`
        : `Expected no credentials but found ${secrets.length} that may stand for now (${secrets[0] ? placeOf(secrets[0]) : path})`,
      ...excused,
    ].join('; '),
    hint: 'Revoke it, take it out of the file and of its history, and read it from the environment instead',
    locations: secrets
      .slice(0, SHOWN)
      .map(secret => locationOf(secret, secret.waiver ? waivers.indexOf(secret.waiver) : -1)),
    ...(waivers.length > 0 && { waivers }),
  }
}

const isExcused = ({ known, waiver }             ) => known === true || waiver !== undefined;

const placeOf = ({ path, line, within }             ) =>
  `${path}${line === undefined ? '' : `:${line}`}${within === undefined ? '' : `, ${within}`}`;

const locationOf = ({ path, line, within, rule, known }             , waiver        )           => ({
  file: path,
  ...(line === undefined ? {} : { line }),
  note: `${rule}${within === undefined ? '' : ` (${within})`}${known ? ', of the baseline' : ''}`,
  ...(waiver >= 0 && { waiver }),
});

/** What was searched for credentials. */
                           
               
                
 

/** The check that stands for all text in which nothing was found. */
function noSecretsCheck({ texts, models }          )        {
  const where = [
    ...(texts > 0 ? [`${texts} text ${texts === 1 ? 'file' : 'files'}`] : []),
    ...(models > 0 ? [`the metadata of ${models} model ${models === 1 ? 'file' : 'files'}`] : []),
  ];
  return {
    id: 'secrets',
    title: 'The text files hold no credentials',
    status: 'pass',
    measured: { value: 0, unit: 'credentials', method: 'secretlint-preset-recommend', n: texts + models },
    reason: `No credentials found in ${where.join(' and ')}`,
  }
}

/** The check of a text too long to be searched. */
function unsearchedCheck(path        , bytes        , limit        )        {
  return {
    id: checkId('secrets', path),
    title: `${path} holds no credentials`,
    status: 'warn',
    reason: `${path} was not searched for credentials: it has ${bytes} bytes, more than ${limit}`,
    hint: 'Keep tables of data out of the scanned paths',
    locations: [{ file: path }],
  }
}

/** The check of a model file that holds more texts than are searched. */
function partlySearchedCheck(path        , leftOut        )        {
  return {
    // Beside the check of what was found in those that were.
    id: checkId('secrets-unsearched', path),
    title: `${path} holds no credentials`,
    status: 'warn',
    reason: `${leftOut} of the texts in ${path} were not searched for credentials: they are too many`,
    hint: 'Keep tables of data out of the model',
    locations: [{ file: path }],
  }
}

const WEIGHTS = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 },
};         
/** Privileges weigh more where the scope changes. */
const PRIVILEGES = { U: { N: 0.85, L: 0.62, H: 0.27 }, C: { N: 0.85, L: 0.68, H: 0.5 } };         

/** The base score of a CVSS 3.0 or 3.1 vector, 0 to 10 (FIRST, CVSS 3.1 specification, 7.1); undefined for what is no such vector. */
function cvss3(vector        )                     {
  const [version, ...parts] = vector.trim().split('/');
  if (version !== 'CVSS:3.0' && version !== 'CVSS:3.1') return undefined
  const metrics = new Map(parts.map(part => [part.split(':')[0] ?? '', part.split(':')[1] ?? '']));
  const scope = metrics.get('S');
  if (scope !== 'U' && scope !== 'C') return undefined
  const weigh = (metric                      ) => weightIn(WEIGHTS[metric], metrics.get(metric));
  const privileges = weightIn(PRIVILEGES[scope], metrics.get('PR'));
  const impactBase = 1 - (1 - weigh('C')) * (1 - weigh('I')) * (1 - weigh('A'));
  const impact = scope === 'U' ? 6.42 * impactBase : 7.52 * (impactBase - 0.029) - 3.25 * (impactBase - 0.02) ** 15;
  const exploitability = 8.22 * weigh('AV') * weigh('AC') * privileges * weigh('UI');
  const score = impact <= 0 ? 0 : Math.min((scope === 'U' ? 1 : 1.08) * (impact + exploitability), 10);
  return Number.isNaN(impact + exploitability) ? undefined : roundUp(score)
}

const weightIn = (weights                                  , value                    )         =>
  (value === undefined ? undefined : weights[value]) ?? Number.NaN;

/** To one decimal, upwards, without being misled by binary fractions (CVSS 3.1, appendix A). */
function roundUp(score        )         {
  const scaled = Math.round(score * 100_000);
  return scaled % 10_000 === 0 ? scaled / 100_000 : (Math.floor(scaled / 10_000) + 1) / 10
}

/** How bad an advisory says it is: the database's word, else its CVSS 3 vectors; a malicious package is always critical. */
function rate({ id, database_specific, severity, affected }           )           {
  if (id.startsWith('MAL-')) return 'critical'
  const word = severityOfWord(database_specific?.severity);
  if (word !== 'unknown') return word
  return severityOfVectors([...(severity ?? []), ...(affected ?? []).flatMap(each => each.severity ?? [])])
}

/** The worst of the vectors that can be read: CVSS 2 and 4 are not computed. */
const severityOfVectors = (ratings                      )           =>
  worstSeverity(
    ratings
      .map(({ score }) => cvss3(score))
      .filter(score => score !== undefined)
      .map(severityOfScore),
  );

/** Advisories of a package as vulnerabilities: those that are aliases of one another are one; worst first. */
function mergeAliases(records                      , of                )                  {
  return groupsOf(records)
    .map(group => merge(group, of))
    .toSorted(byRank)
}

const byRank = (a               , b               )         =>
  Severity.options.indexOf(a.severity) - Severity.options.indexOf(b.severity) || (a.ids.join() < b.ids.join() ? -1 : 1);

/** Records that share a name, directly or through another. */
function groupsOf(records                      )                {
  let groups                                                 = [];
  for (const record of records) {
    const names = namesOf(record);
    const joined = groups.filter(group => names.some(name => group.names.has(name)));
    groups = groups.filter(group => !joined.includes(group));
    groups.push({
      names: new Set([...joined.flatMap(group => [...group.names]), ...names]),
      records: [...joined.flatMap(group => group.records), record],
    });
  }
  return groups.map(group => group.records)
}

const namesOf = ({ id, aliases }           ) => [id, ...(aliases ?? [])];

function merge(records                      , of                )                {
  const fixes = records.map(record => fixOf(record, of)).filter(fixed => fixed !== undefined);
  const fixed = fixes.toSorted(versionsOf[of.ecosystem].compare).at(-1);
  return {
    ids: orderIds(records.flatMap(namesOf)),
    severity: worstSeverity(records.map(rate)),
    ...(fixed === undefined ? {} : { fixed }),
  }
}

const PREFIXES = ['MAL-', 'CVE-', 'GHSA-', 'PYSEC-'];

/** Each name once, in the order in which readers look for them. */
function orderIds(ids                   )           {
  const rank = (id        ) =>
    (PREFIXES.findIndex(prefix => id.startsWith(prefix)) + PREFIXES.length + 1) % (PREFIXES.length + 1);
  return [...new Set(ids)].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
}

/** A Python package as a lock file holds it: pinned by the version, or by a commit. */
function lockedPackage({ name, version, commit }        , line        )              {
  const at = commit === undefined ? '' : ` @${commit}`;
  return {
    ecosystem: 'PyPI',
    name: packageName(name),
    ...(version === undefined ? {} : { version }),
    line,
    requirement: version === undefined ? `${name}${at}` : `${name}==${version}${at}`,
    pinned: version !== undefined || /^[0-9a-f]{40}$/.test(commit ?? ''),
  }
}

/** One dependency as a file declares it. */
                              
                                                                                             
                                
                                                   
                       
                                                        
                           
                                                                                                       
                         
                 
                       
                                                        
                              
                                                              
                          
 

/** A file that takes part in what another declares. */
                          
                                                              
                       
                 
                       
                                                                        
                              
 

                           
                                               
                                                  
                                       
 

/** A kind of file that declares dependencies, told by its name. */
                           
                     
                        
                                  
                                                      
                                            
 

const defineManifest = (manifest          )           => manifest;

/** What a file is told that is well-formed but not what its kind of file looks like. */
function refuseShape(path        , { issues: [issue] }            )            {
  const where = printable(issue?.path.join('.') ?? '');
  return new UserError(
    'dependencies.syntax',
    `Expected ${path} to list dependencies as its format does but '${where}' is something else`,
    { file: path, line: 1, hint: 'Correct the entry, or write the file again with its tool' },
  )
}

const CondaLock = object({
  version: int(),
  package: array(object({ name: string(), version: string$1(), manager: string() })),
});

/** conda-lock.yml, versions 1 and 2 of the format; what several platforms share is listed once. */
const condaLock = defineManifest({
  id: 'conda-lock',
  title: 'a lock file of conda-lock',
  recognise: path => /(^|\/)([^/]*[.-])?conda-lock\.ya?ml$/.test(path),
  read(path, text) {
    const document = readYaml(path, text);
    const found = CondaLock.safeParse(document.value);
    if (!found.success) throw refuseShape(path, found.error)
    const requirements = new Map                     ();
    for (const [i, { name, version, manager }] of found.data.package.entries()) {
      const key = `${manager} ${name} ${version}`;
      if (requirements.has(key)) continue
      const locked = lockedPackage({ name, version }, document.place(['package', i, 'name']).line ?? 1);
      requirements.set(key, manager === 'pip' ? locked : { ...locked, ecosystem: 'conda', name: name.toLowerCase() });
    }
    return { requirements: [...requirements.values()], includes: [] }
  },
});

const ESCAPE = /^#\s*escape\s*=\s*([\\`])\s*$/im;
const HEREDOC = /<<-?\s*["']?([A-Za-z_]\w*)["']?/;

/** The instructions of a Dockerfile: continued lines joined, comments inside them dropped, here-documents appended (docs.docker.com, Dockerfile reference). */
function dockerfileInstructions(text        )                {
  const continues = ESCAPE.exec(text.slice(0, HEAD$1))?.[1] ?? '\\';
  const lines = text.split(/\r?\n/);
  const found                = [];
  for (let i = 0; i < lines.length; i++) {
    if (isVoid(lines[i])) continue
    const line = i + 1;
    const parts           = [];
    for (; i < lines.length; i++) {
      const part = lines[i] ?? '';
      if (parts.length > 0 && isVoid(part)) continue
      const bare = part.trimEnd();
      parts.push(bare.endsWith(continues) ? bare.slice(0, -1) : bare);
      if (!bare.endsWith(continues)) break
    }
    const joined = parts.join(' ').trim();
    const [, keyword = '', rest = ''] = /^(\w+)\s+([\s\S]*)$/.exec(joined) ?? [];
    const end = keyword.toUpperCase() === 'RUN' ? HEREDOC.exec(rest)?.[1] : undefined;
    const body           = [];
    if (end !== undefined) for (i++; i < lines.length && lines[i]?.trim() !== end; i++) body.push(lines[i] ?? '');
    found.push({ line, keyword: keyword.toUpperCase(), text: [rest, ...body].join('\n') });
  }
  return found
}

/** Directives stand at the top. */
const HEAD$1 = 1024;

const isVoid = (line = '') => /^\s*(#|$)/.test(line);

const WHEEL = /^([\w.]+)-([\w.!+]+)(?:-\d\w*)?-[\w.]+-[\w.]+-[\w.]+\.whl$/;
const SOURCE = /^([A-Za-z0-9][\w.-]*?)-(\d[\w.!+]*)\.(?:tar\.gz|tar\.bz2|zip)$/;

/** Longest name of a file, and of an address that ends in one. */
const MAX_NAME = 255;
const MAX_ADDRESS = 4096;

/** Name and version of the package that a path or address ends in, by the file's name: a wheel (PEP 427) or a source distribution (PEP 625). */
function distributionFile(address        )                           {
  const file = decoded(fileName(address));
  const [, name, version] = WHEEL.exec(file) ?? SOURCE.exec(file) ?? [];
  return name === undefined || version === undefined ? undefined : { name: packageName(name), version }
}

/** The name of the file at the end of a path or address; empty where it is too long to be one. */
function fileName(address        )         {
  if (address.length > MAX_ADDRESS) return ''
  const name = address.split(/[?#]/)[0]?.split('/').at(-1) ?? '';
  return name.length > MAX_NAME ? '' : name
}

/** `torch-2.0.1%2Bcu118-….whl` as it is meant. */
function decoded(file        )         {
  try {
    return decodeURIComponent(file)
  } catch {
    return file
  }
}

/** The text with user names and passwords taken out of its addresses: what evidence shows of a requirement. */
const withoutCredentials = (text        )         => text.replaceAll(/(:\/\/)[^\s/@]+@/g, '$1***@');

/** A dependency specifier taken apart (PEP 508): what is required, and how exactly. */
                            
                              
                       
                                  
                           
                                                                                                      
                         
                                          
                       
                          
 

/** Longest requirement that is read. */
const MAX_LENGTH$1 = 4096;

const NAME = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(\[[^\]]*\])?\s*/;
/** `==` with a whole version, or `===`: no `*`, and no variable of the environment. */
const EXACT$2 = /(?:^|,)\s*={2,3}\s*([^\s,;*$]+)\s*(?:,|$)/;
/** A commit, or a digest of what is downloaded. */
const IMMUTABLE = /@[0-9a-f]{40}(#|$)|[#&]sha(256|384|512)=[0-9a-f]{64,}/;

/** Reads `name[extras] versions ; marker` or `name @ url ; marker`; undefined for anything else. */
function readSpecifier(text        )                        {
  const match = text.length > MAX_LENGTH$1 ? null : NAME.exec(text);
  if (match?.[1] === undefined) return undefined
  const name = packageName(match[1]);
  const rest = text.slice(match[0].length);
  if (rest.startsWith('@')) return byAddress$1(name, text.slice(0, match[0].length), rest.slice(1))
  const versions = rest.split(';')[0]?.trim() ?? '';
  if (versions !== '' && !/^\(?\s*[<>=!~]/.test(versions)) return undefined
  const range = versions.replace(/^\(|\)$/g, '').trim();
  const version = EXACT$2.exec(range)?.[1];
  const written = text.split(';')[0]?.trim() ?? '';
  return version === undefined
    ? { name, range, text: written, pinned: false }
    : { name, version, text: written, pinned: true }
}

function byAddress$1(name        , before        , after        )            {
  const url = after.split(/\s;/)[0]?.trim() ?? '';
  const file = distributionFile(url);
  return {
    name,
    ...(file?.name === name ? { version: file.version } : {}),
    text: withoutCredentials(`${before}@ ${url}`),
    pinned: IMMUTABLE.test(url),
  }
}

/** Whether a requirement by address names one content only: a commit or a digest. */
const isImmutable = (url        )          => IMMUTABLE.test(url);

const INSTALL = /^(?:\S*\/)?(?:(?:uv\s+)?pip[\d.]*|python[\d.]*\s+-m\s+pip)\s+(?:-\S+\s+)*install\s+(.*)$/;
/** Options of `pip install` whose value is a word of its own. */
const WITH_VALUE =
  /^(-[ricftbe]|--(requirement|constraint|index-url|extra-index-url|find-links|target|prefix|root|src|platform|python-version|implementation|abi|editable|trusted-host|timeout|retries|proxy|cert|client-cert|cache-dir|log|upgrade-strategy|no-binary|only-binary|progress-bar|config-settings|global-option|report|python))$/;

/** What the `pip install` commands of a shell text name: words that are neither options nor their values. */
function pipInstall(shell        )           {
  return shell.split(/&&|\|\||[;\n|]/).flatMap(command => {
    const rest = INSTALL.exec(command.trim().replace(LEADING, ''))?.[1];
    if (rest === undefined) return []
    const words = wordsOf(rest.slice(0, MAX_COMMAND));
    return words.filter((word, i) => !word.startsWith('-') && !WITH_VALUE.test(words[i - 1] ?? ''))
  })
}

/** Longest command that is read: what the kernel takes as one argument. */
const MAX_COMMAND = 128 * 1024;

/** Mounts of RUN, `sudo`, and variables set for one command. */
const LEADING = /^(?:(?:--\S+|sudo|[A-Za-z_]\w*=\S*)\s+)*/;

/** Words as a shell divides them, quotes taken off. */
const wordsOf = (text        )           =>
  [...text.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) => word.replaceAll(/["']/g, ''));

/** A requirement on PyPI, from its specifier. */
const requiredBySpecifier = ({ name, version, range, text, pinned }           , line        )              => ({
  ecosystem: 'PyPI',
  name,
  ...(version === undefined ? {} : { version }),
  ...(range === undefined ? {} : { range }),
  line,
  requirement: text,
  pinned,
});

const INCLUDE = /^(-r|--requirement|-c|--constraint)(?:\s+|=|(?=[^\s-]))(\S+)/;
const EDITABLE = /^(?:-e|--editable)(?:\s+|=)(\S.*)$/;
/** Options of one requirement: hashes and the like. */
const OPTIONS = /\s--[a-z]/;
const ADDRESS = /^(?:[a-z+]+:\/\/|\.{0,2}\/|[\w./-]+\.(?:whl|zip|tar\.gz)\b)/i;

/** What one line of pip's requirements declares: a requirement, files that hold more, or nothing. Throws where it is no such line. */
function readPipLine(path        , line        , text        )           {
  const [, option, included] = INCLUDE.exec(text) ?? [];
  if (option === undefined || included === undefined)
    return { requirements: readRequirement(path, line, text), includes: [] }
  const constraint = option === '-c' || option === '--constraint';
  return { requirements: [], includes: [{ path: withoutCredentials(included), line, constraint }] }
}

function readRequirement(path        , line        , text        )                {
  const options = text.search(OPTIONS);
  const bare = (options < 0 ? text : text.slice(0, options)).replaceAll(/\s+/g, ' ').trim();
  if (bare.length > MAX_LENGTH$1) throw noRequirement(path, line, `${bare.slice(0, 40)}…`)
  const editable = EDITABLE.exec(bare)?.[1];
  if (editable !== undefined) return [byAddress(line, editable)]
  if (bare === '' || bare.startsWith('-')) return []
  const specifier = readSpecifier(bare);
  if (specifier) return [requiredBySpecifier(specifier, line)]
  if (ADDRESS.test(bare)) return [byAddress(line, bare)]
  throw noRequirement(path, line, bare)
}

const noRequirement = (path        , line        , found        ) =>
  new UserError(
    'dependencies.syntax',
    `Expected a requirement but found '${printable(withoutCredentials(found))}' (${path}:${line})`,
    { file: path, line, hint: 'Write it as name==version' },
  );

function byAddress(line        , address        )              {
  const bare = address.split(/\s;/)[0]?.trim() ?? '';
  const egg = /#(?:.*&)?egg=([\w.-]+)/.exec(bare)?.[1];
  const file = distributionFile(bare);
  const last = bare
    .replace(/[?#].*$/, '')
    .split('/')
    .findLast(part => part !== '');
  const known = egg === undefined ? file?.name : packageName(egg);
  return {
    ...(known === undefined ? {} : { ecosystem: 'PyPI' }),
    name: known ?? withoutCredentials(last ?? bare),
    ...(file === undefined ? {} : { version: file.version }),
    line,
    requirement: withoutCredentials(bare),
    pinned: isImmutable(bare),
  }
}

const FROM = /^(?:--\S+\s+)*(\S+)(?:\s+as\s+(\S+))?\s*$/i;
const SETTING = /(?<!\w)([A-Za-z_]\w*)=(?:"([^"]*)"|'([^']*)'|(\S*))/g;
const VARIABLE = /\$(?:\{(\w{1,128})(?::?-([^}]{0,256}))?\}|(\w{1,128}))/g;

/** Dockerfiles: images by digest, packages by `pip install`. Requirements files named there are judged where they are scanned. */
const dockerfile = defineManifest({
  id: 'dockerfile',
  title: 'a Dockerfile',
  recognise: path => /(^|\/)((docker|container)file([._-][^/]*)?|[^/]+\.(docker|container)file)$/i.test(path),
  read(path, text) {
    const variables = new Map                ();
    const stages = new Set        ();
    const requirements                = [];
    for (const instruction of dockerfileInstructions(text)) {
      const { keyword, line } = instruction;
      if (keyword === 'ARG' || keyword === 'ENV') set(instruction, variables);
      const resolved = resolve(instruction.text, variables);
      if (keyword === 'FROM') requirements.push(...image(resolved, line, stages));
      if (keyword === 'RUN') requirements.push(...installed(path, resolved, line));
    }
    return { requirements, includes: [] }
  },
});

function set({ text }             , variables                     )       {
  for (const [, name = '', double, single, bare] of text.matchAll(SETTING))
    variables.set(name, resolve(double ?? single ?? bare ?? '', variables));
}

/** Defaults of ARG and values of ENV; what has none stays as it is written. Each is resolved once, so nothing grows without end. */
const resolve = (text        , variables                             )         =>
  text.replaceAll(
    VARIABLE,
    (written        , braced         , fallback         , bare         ) =>
      variables.get(braced ?? bare ?? '')?.slice(0, MAX_VALUE) ?? fallback ?? written,
  );

const MAX_VALUE = 256;

function image(text        , line        , stages             )                {
  const [, reference, stage] = FROM.exec(text.trim()) ?? [];
  const known = reference === undefined || reference === 'scratch' || stages.has(reference.toLowerCase());
  if (stage !== undefined) stages.add(stage.toLowerCase());
  if (known) return []
  const [name = reference, digest] = reference.split('@');
  const pinned = /^sha(256:[0-9a-f]{64}|512:[0-9a-f]{128})$/.test(digest ?? '');
  return [{ ecosystem: 'image', name: name.replace(/:[^/:]*$/, ''), line, requirement: reference, pinned }]
}

const installed = (path        , text        , line        )                =>
  pipInstall(text).flatMap(word => {
    if (word.includes('://')) return readPipLine(path, line, word).requirements
    const specifier = readSpecifier(word);
    return specifier ? [requiredBySpecifier(specifier, line)] : []
  });

const Environment = object({
  dependencies: array(unknown()).default([]),
});

const Pip = object({ pip: array(string()) });

/** `channel::name=version=build`, or `name` and versions with comparison signs (docs.conda.io, Package match specifications). */
const SPEC = /^(?:[\w./-]+::)?([\w.-]+)\s*(.*)$/;
/** `==1.2.3`, or a version with its build: a single `=` would also take 1.2.3.1. */
const EXACT$1 = /^(?:==\s*([^\s,|*<>=]+)|=([^\s,|*<>=]+)=[^\s,|*<>=]+)$/;

/** conda's environment files, also as MLflow writes them; `pip:` lists are read as pip's. */
const environment = defineManifest({
  id: 'environment',
  title: 'a conda environment file',
  recognise: path => /(^|\/)(environment[^/]*|conda)\.ya?ml$/i.test(path),
  read(path, text) {
    const document = readYaml(path, text);
    const found = Environment.safeParse(document.value);
    if (!found.success)
      throw new UserError('dependencies.syntax', `Expected 'dependencies' to be a list (${path}:1)`, {
        file: path,
        line: 1,
        hint: 'See docs.conda.io, Managing environments',
      })
    const lineOf = (...where               ) => document.place(['dependencies', ...where]).line ?? 1;
    const declared = found.data.dependencies.flatMap((item, i)             => {
      if (typeof item === 'string') return [{ requirements: [conda(item, lineOf(i))], includes: [] }]
      const pip = Pip.safeParse(item);
      return pip.success ? pip.data.pip.map((written, j) => readPipLine(path, lineOf(i, 'pip', j), written.trim())) : []
    });
    return {
      requirements: declared.flatMap(({ requirements }) => requirements),
      includes: declared.flatMap(({ includes }) => includes),
    }
  },
});

function conda(spec        , line        )              {
  const written = withoutCredentials(spec);
  const [, name = written, version = ''] = SPEC.exec(written.slice(0, MAX_LENGTH$1).trim()) ?? [];
  const exact = EXACT$1.exec(version.trim())
    ?.slice(1)
    .find(part => part !== undefined);
  return {
    ecosystem: 'conda',
    name: name.toLowerCase(),
    ...(exact === undefined ? {} : { version: exact }),
    line,
    requirement: written.trim(),
    pinned: exact !== undefined,
  }
}

const KEY$1 = /^\s*("(?:[^"\\]|\\.)*")\s*:/;

/** The 1-based lines that each key of a JSON text stands on, where each key has a line to itself; JSON's parser keeps no lines. */
function jsonKeyLines(text        )                                         {
  const lines = new Map                  ();
  for (const [i, line] of text.split('\n').entries()) {
    const quoted = KEY$1.exec(line.slice(0, MAX_KEY))?.[1];
    if (quoted === undefined) continue
    const key = unquoted(quoted);
    const known = lines.get(key);
    if (known) known.push(i + 1);
    else lines.set(key, [i + 1]);
  }
  return lines
}

const MAX_KEY = 1024;

function unquoted(text        )         {
  try {
    return String(JSON.parse(text))
  } catch {
    return text
  }
}

/** A JSON file as the schema's type; throws a `UserError` for what is none. */
function readJson                          (path        , text        , schema        )                   {
  const found = schema.safeParse(parsed$1(path, text));
  if (found.success) return found.data
  throw refuseShape(path, found.error)
}

function parsed$1(path        , text        )          {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UserError('dependencies.syntax', `Expected ${path} to be JSON but it is none`, {
      file: path,
      line: 1,
      hint: 'Write the file again with the tool it belongs to',
      cause,
    })
  }
}

const Package$2 = object({ name: string().optional(), version: string().optional(), link: boolean().optional() });
const Nested = object({ version: string().optional(), dependencies: record(string(), unknown()).optional() });
const PackageLock = object({
  lockfileVersion: int(),
  packages: record(string(), Package$2).optional(),
  dependencies: record(string(), unknown()).optional(),
});
                                               

/** package-lock.json and npm-shrinkwrap.json, versions 1 to 3; workspaces and links are no dependencies. */
const packageLock = defineManifest({
  id: 'package-lock',
  title: 'a lock file of npm',
  recognise: path => /(^|\/)(package-lock|npm-shrinkwrap)\.json$/.test(path),
  read(path, text) {
    const lock = readJson(path, text, PackageLock);
    const lines = jsonKeyLines(text);
    const installed = lock.packages ? fromPackages(lock.packages) : fromTree(lock.dependencies ?? {});
    const requirements = new Map                     ();
    for (const { key, name, version } of installed) {
      const required = { ...versionOf$1(name, version), line: lines.get(key)?.[0] ?? 1 };
      if (!requirements.has(required.requirement)) requirements.set(required.requirement, required);
    }
    return { requirements: [...requirements.values()], includes: [] }
  },
});

                     
                      
                       
                                      
 

const FOLDER = 'node_modules/';

const fromPackages = (packages                                      )              =>
  Object.entries(packages)
    .filter(([key, { link }]) => key.includes(FOLDER) && link !== true)
    .map(([key, { name, version }]) => ({
      key,
      name: name ?? key.slice(key.lastIndexOf(FOLDER) + FOLDER.length),
      version,
    }));

/** Version 1 nests what could not be hoisted; walked without recursion, since the depth is the file's. */
function fromTree(dependencies                         )              {
  const found              = [];
  const open = [dependencies];
  for (let level = open.pop(); level !== undefined; level = open.pop()) {
    for (const [name, value] of Object.entries(level)) {
      const { version, dependencies: nested } = Nested.safeParse(value).data ?? {};
      found.push({ key: name, name, version });
      if (nested) open.push(nested);
    }
  }
  return found
}

const ALIAS = /^npm:((?:@[^/]+\/)?[^@]+)@(.+)$/;

/** A version of the registry; a commit or a file is pinned by its digest but has no version there. */
function versionOf$1(name        , version                    )                            {
  const [, real = name, exact = version ?? ''] = ALIAS.exec(version ?? '') ?? [];
  const requirement = withoutCredentials(exact === '' ? real : `${real}@${exact}`);
  if (/^\d+\.\d+\.\d+/.test(exact)) return { ecosystem: 'npm', name: real, version: exact, requirement, pinned: true }
  return { ecosystem: 'npm', name: real, requirement, pinned: /#[0-9a-f]{40}$/.test(exact) }
}

/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
function getLineColFromPtr(string, ptr) {
    let lines = string.slice(0, ptr).split(/\r?\n/);
    return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
    let lines = string.split(/\r?\n/);
    let codeblock = '';
    let numberLen = (Math.log10(line + 1) | 0) + 1;
    for (let i = line - 1; i <= line + 1; i++) {
        let l = lines[i - 1];
        if (!l)
            continue;
        codeblock += i.toString().padEnd(numberLen, ' ');
        codeblock += ':  ';
        codeblock += l;
        codeblock += '\n';
        if (i === line) {
            codeblock += ' '.repeat(numberLen + column + 2);
            codeblock += '^\n';
        }
    }
    return codeblock;
}
class TomlError extends Error {
    line;
    column;
    codeblock;
    constructor(message, options) {
        const [line, column] = getLineColFromPtr(options.toml, options.ptr);
        const codeblock = makeCodeBlock(options.toml, line, column);
        super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
        this.line = line;
        this.column = column;
        this.codeblock = codeblock;
    }
    /** @internal */
    static x(message, ctx, ptr) {
        throw new TomlError(message, { toml: ctx.s, ptr: ptr ?? ctx.p });
    }
}

/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
/** @internal */
function parseString(ctx) {
    let startPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p++);
    let first = c;
    let isLiteral = c === 0x27; /* ' */
    let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
    if (isMultiline) {
        // Trim initial newline
        if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 0xa /* \n */)
            ctx.p++;
        else if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)
            ctx.p += 2;
    }
    // For the record: it is not worth it to use a fast-path for literal strings using `indexOf`.
    // Doing a char-by-char iteration ends up dispatching less instructions, for the same wall-clock runtime.
    let parsed = '';
    let sliceStart = ctx.p;
    // states:
    //   0 - decoding
    //   1 - decoding escape
    //   2 - whitespace escape (no newline encountered yet, must fail on non-whitespace)
    //   3 - whitespace escape (newline encountered, allowed to transition back to normal decode)
    let state = 0;
    for (; ctx.p < ctx.s.length; ctx.p++) {
        c = ctx.s.charCodeAt(ctx.p);
        // Deal with newlines first, since that simplifies control character checking and handling across all states
        if (isMultiline && (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */))) {
            state = state && 3;
        }
        // Control characters are banned in TOML, so we throw an error if we encounter them
        else if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            TomlError.x('control characters are not allowed in strings', ctx);
        }
        // The string might terminate while we're parsing through a newline escape.
        // It must have encountered a newline; otherwise, it'll simply fail in another branch.
        else if ((!state || state === 3) && c === first && (!isMultiline || (ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first))) {
            if (isMultiline) {
                // If the string ends with 4-5 quotes, then the first 1-2 are part of the string
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
                if (ctx.s.charCodeAt(ctx.p + 3) === first)
                    ctx.p++;
            }
            // If we're in a newline escape still, then there's nothing to add.
            if (!state) {
                // Avoid a useless concat operation if the string can be used as-is.
                let s = ctx.s.slice(sliceStart, ctx.p);
                parsed = parsed ? parsed + s : s;
            }
            ctx.p += isMultiline ? 3 : 1;
            return parsed;
        }
        // Baseline state; keep moving forward unless an escape sequence starts
        else if (!state) {
            if (!isLiteral && c === 0x5c /* \ */) {
                parsed += ctx.s.slice(sliceStart, (sliceStart = ctx.p));
                state = 1;
            }
        }
        else if (state === 1) {
            if (c === 0x78 /* x */ || c === 0x75 /* u */ || c === 0x55 /* U */) { // Unicode escape
                let errPtr = ctx.p++ - 1;
                let value = 0;
                let len = c === 0x78 /* x */ ? 2 : c === 0x75 /* u */ ? 4 : 8;
                for (let j = 0; j < len; j++, ctx.p++) {
                    let hex = ctx.s.charCodeAt(ctx.p);
                    let digit = 
                    /* 0-9 */ hex >= 0x30 && hex <= 0x39 ? hex - 0x30 :
                        /* A-F */ hex >= 0x41 && hex <= 0x46 ? hex - 0x41 + 10 :
                            /* a-f */ hex >= 0x61 && hex <= 0x66 ? hex - 0x61 + 10 : -1;
                    if (digit < 0)
                        TomlError.x('invalid non-hex character in unicode escape', ctx);
                    value = (value << 4) | digit;
                }
                // Because JS does bitwise on signed 32bit integers, all 0xfzzzzzzz values are actually seen as negative
                if (value < 0 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
                    TomlError.x('invalid unicode escape', ctx, errPtr);
                }
                parsed += String.fromCodePoint(value);
                sliceStart = ctx.p--;
                state = 0;
            }
            // Newline escape sequence. We only need to care about spaces and tabs; newlines are dealt with earlier
            else if (isMultiline && (c === 0x20 || c === 0x9 /* \t */)) {
                state = 2;
            }
            // Basic escape sequence
            else {
                if (c === 0x62 /* b */)
                    parsed += '\b';
                else if (c === 0x74 /* t */)
                    parsed += '\t';
                else if (c === 0x6e /* n */)
                    parsed += '\n';
                else if (c === 0x66 /* f */)
                    parsed += '\f';
                else if (c === 0x72 /* r */)
                    parsed += '\r';
                else if (c === 0x65 /* e */)
                    parsed += '\x1b';
                else if (c === 0x22 /* " */)
                    parsed += '"';
                else if (c === 0x5c /* \ */)
                    parsed += '\\';
                else
                    TomlError.x('unrecognised escape sequence', ctx);
                sliceStart = ctx.p + 1;
                state = 0;
            }
        }
        // Newline escape continuation: keep moving forward until the first non-whitespace char
        else if (c !== 0x20 && c !== 0x9 /* \t */) {
            if (state === 2)
                TomlError.x('invalid escape: only line-ending whitespace may be escaped', ctx, sliceStart);
            // State cannot be zero, or we'd have branched earlier already.
            // If it's a backslash, immediately transition to the escape state so it can be processed.
            state = !isLiteral && c === 0x5c /* \ */ ? 1 : 0;
            sliceStart = ctx.p;
        }
    }
    TomlError.x('unfinished string', ctx, startPtr);
}

/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
class TomlDate extends Date {
    #hasDate = false;
    #hasTime = false;
    #offset = null;
    constructor(date, fasttype, unsafeDelim) {
        let hasDate = true;
        let hasTime = true;
        let offset = 'Z';
        let c;
        if (typeof date === 'string') {
            if (fasttype)
                prep: {
                    // Date-time
                    if (fasttype < 3) {
                        if (+date.slice(11, 13) > 23) {
                            date = '';
                            break prep;
                        }
                        // Local
                        if (fasttype === 2) {
                            offset = null;
                            date += 'Z';
                        }
                        // Offset; keep track of offset if not Z
                        else if ((c = date.charCodeAt(date.length - 1)) !== 0x5a /* Z */ && c !== 0x7a /* z */) {
                            offset = date.slice(date.length - 6);
                        }
                        if (unsafeDelim)
                            date = date.slice(0, 10) + 'T' + date.slice(11);
                    }
                    // Time
                    else if (fasttype === 4) {
                        date = +date.slice(0, 2) > 23 ? '' : `0000-01-01T${date}Z`;
                    }
                    hasDate = fasttype !== 4;
                    hasTime = fasttype !== 3;
                }
            else {
                let match = date.match(DATE_TIME_RE);
                if (match) {
                    if (!match[1]) {
                        hasDate = false;
                        date = `0000-01-01T${date}`;
                    }
                    hasTime = !!match[2];
                    // Make sure to use T instead of a space. Breaks in case of extreme values otherwise.
                    hasTime && date[10] === ' ' && (date = date.replace(' ', 'T'));
                    // Do not allow rollover hours.
                    if (match[2] && +match[2] > 23) {
                        date = '';
                    }
                    else {
                        offset = match[3] || null;
                        if (!offset && hasTime)
                            date += 'Z';
                    }
                }
                else {
                    date = '';
                }
            }
        }
        super(date);
        if (!isNaN(this.getTime())) {
            this.#hasDate = hasDate;
            this.#hasTime = hasTime;
            this.#offset = offset;
        }
    }
    isDateTime() {
        return this.#hasDate && this.#hasTime;
    }
    isLocal() {
        return !this.#hasDate || !this.#hasTime || !this.#offset;
    }
    isDate() {
        return this.#hasDate && !this.#hasTime;
    }
    isTime() {
        return this.#hasTime && !this.#hasDate;
    }
    isValid() {
        return this.#hasDate || this.#hasTime;
    }
    toISOString() {
        let iso = super.toISOString();
        // Local Date
        if (this.isDate())
            return iso.slice(0, 10);
        // Local Time
        if (this.isTime())
            return iso.slice(11, 23);
        // Local DateTime
        if (this.#offset === null)
            return iso.slice(0, -1);
        // Offset DateTime
        if (this.#offset === 'Z' || this.#offset === 'z')
            return iso;
        // This part is quite annoying: JS strips the original timezone from the ISO string representation
        // Instead of using a "modified" date and "Z", we restore the representation "as authored"
        let offset = (+(this.#offset.slice(1, 3)) * 60) + +(this.#offset.slice(4, 6));
        offset = this.#offset[0] === '-' ? offset : -offset;
        let offsetDate = new Date(this.getTime() - (offset * 60e3));
        return offsetDate.toISOString().slice(0, -1) + this.#offset;
    }
    static wrapAsOffsetDateTime(jsDate, offset = 'Z') {
        let date = new TomlDate(jsDate);
        date.#offset = offset;
        return date;
    }
    static wrapAsLocalDateTime(jsDate) {
        let date = new TomlDate(jsDate);
        date.#offset = null;
        return date;
    }
    static wrapAsLocalDate(jsDate) {
        let date = new TomlDate(jsDate);
        date.#hasTime = false;
        date.#offset = null;
        return date;
    }
    static wrapAsLocalTime(jsDate) {
        let date = new TomlDate(jsDate);
        date.#hasDate = false;
        date.#offset = null;
        return date;
    }
}

/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
function isDigit(char, base = 10) {
    return base === 16
        ? (char > 0x2f && char < 0x3a) || (char > 0x40 && char < 0x47) || (char > 0x60 && char < 0x67)
        : (char > 0x2f && char < 0x30 + base);
}
function isEndOfValue(char, delim) {
    // Whitespace -- we're permissive on `\r` for performance; it'll be dealt with later anyway
    return char === 0x20 || char === 0x9 /* \t */ || char === 0xa /* \n */ || char === 0xd /* \r */ ||
        // Structure end or next value delimiter
        (delim && (char === delim || char === 0x2c /* , */)) ||
        // Comment
        char === 0x23; /* # */
}
/** @internal */
function extractValue(ctx, end) {
    let errPtr = ctx.p;
    let c = ctx.s.charCodeAt(ctx.p);
    // Structs
    if (c === 0x5b /* [ */ || c === 0x7b /* { */) {
        ctx.d-- || TomlError.x('document contains excessively nested structures. aborting.', ctx);
        let value = c === 0x5b /* [ */
            ? parseArray(ctx)
            : parseInlineTable(ctx);
        ctx.d++;
        return value;
    }
    // Strings
    if (c === 0x22 /* " */ || c === 0x27 /* ' */) {
        return parseString(ctx);
    }
    // Booleans
    // We can fast-path because the first character is enough to know the only possible value
    if (c === 0x74 /* t */) { // Only possible valid value is `true`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x72 || ctx.s.charCodeAt(++ctx.p) !== 0x75 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, true;
    }
    if (c === 0x66 /* f */) { // Only possible valid value is `false`
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6c || ctx.s.charCodeAt(++ctx.p) !== 0x73 || ctx.s.charCodeAt(++ctx.p) !== 0x65)
            TomlError.x('invalid value', ctx, errPtr);
        return ctx.p++, false;
    }
    if (c === 0x2b /* + */ || c === 0x2d /* - */) {
        return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 0x2c - c, end);
    }
    // Rough heuristic, but `parseDate` falls back to number parsing if it's a false positive.
    // e.g.: `a = 1\n-------------- = 1` would match this heuristic, but gracefully fallback to numbers.
    if (ctx.s.charCodeAt(ctx.p + 4) === 0x2d /* - */ && ctx.s.charCodeAt(ctx.p + 7) === 0x2d /* - */) {
        return parseDate(ctx, c, end);
    }
    // Same logic as above; `parseTime` falls back to number parsing if it's a false positive.
    if (ctx.s.charCodeAt(ctx.p + 2) === 0x3a /* : */) {
        return parseTime(ctx, c, end);
    }
    return parseNumber(ctx, ctx.p, c, 0, end);
}
// State:
// 0: init
// 1: integer
// 2: fractional dot
// 3: fractional
// 4: exponent letter
// 5: exponent
// 6: exponent sign
// 7: exponent with sign
// >9: underscore; see below
//     -> 12: was integer
//     -> 14: was fractional
//     -> 16: was exponent
// states 2-5, 14, 16 are ONLY permitted iif base === 10
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
    let c = startChr;
    let state = 0;
    let hasUnderscores = false;
    // (+/-)inf
    if (c === 0x69 /* i */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x6e || ctx.s.charCodeAt(++ctx.p) !== 0x66)
            TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, (sign || 1) / 0;
    }
    // (+/-)nan
    if (c === 0x6e /* n */) {
        if (ctx.s.charCodeAt(++ctx.p) !== 0x61 || ctx.s.charCodeAt(++ctx.p) !== 0x6e)
            TomlError.x('invalid value', ctx, startPtr);
        return ctx.p++, NaN;
    }
    // Leading zero
    // Only allowed cases: `0<EOV>`, `0.(...)`, `0e(...)`, `0x(...)`, `0b(...)`, `0o(...)`
    // FWIW, `0e(...)` is a stupid case, but it's not banned per-se so we have to parse it
    if (c === 0x30 /* 0 */) {
        if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr))
            return ctx.bi === true ? 0n : 0; // note: conveniently deals with `-0`
        if (!sign) {
            if (c === 0x78 /* x */)
                return parseIntegerBaseN(ctx, startPtr, 16, endChr);
            else if (c === 0x62 /* b */)
                return parseIntegerBaseN(ctx, startPtr, 2, endChr);
            else if (c === 0x6f /* o */)
                return parseIntegerBaseN(ctx, startPtr, 8, endChr);
        }
        if (c === 0x2e /* . */)
            state = 2;
        else if (c === 0x65 /* e */ || c === 0x45 /* E */)
            state = 4;
        else
            TomlError.x('illegal leading zero', ctx, startPtr);
    }
    // If the 1st char is not a digit by now, then it's not a valid TOML value at all
    else if (!isDigit(c))
        TomlError.x('invalid value', ctx, startPtr);
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (!state)
            state = 1; // Detects single-digit numbers we can use a fast parse path for
        // The way the states are numbered is not random: underscores are always permitted in odd-numbered states and
        // never permitted in even-numbered ones.
        if (c === 0x5f /* _ */) {
            if (!(state & 1))
                TomlError.x('illegal underscore', ctx);
            state += 11; // 11 is a marker that makes the state even and greater than 9; see the numbering + rationale above
            hasUnderscores = true;
        }
        // Transition to fractional part.
        else if (state === 1 && c === 0x2e /* . */)
            state = 2;
        // Transition to exponent part.
        else if ((state === 1 || state === 3) && (c === 0x65 /* e */ || c === 0x45 /* E */))
            state = 4;
        // + and - are permitted in state 4 only (handled before entering the function for state 0)
        else if (state === 4 && (c === 0x2b /* + */ || c === 0x2d /* - */)) {
            state = 6;
        }
        // All special cases have been handled; only digits are allowed here
        else if (!isDigit(c))
            TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear state flags
        else if (state > 9)
            state -= 11;
        else if (!(state & 1))
            state++;
    }
    // Single-char number; we can fast-path these very easily.
    if (!state) {
        let val = (startChr - 0x30 /* 0 */) * (sign || 1);
        return ctx.bi === true ? BigInt(val) : val;
    }
    // Even-numbered states absolutely require a digit next; not even end of value is permitted
    if (!(state & 1))
        TomlError.x('unfinished numeric value', ctx, startPtr);
    let str = ctx.s.slice(startPtr, ctx.p);
    if (hasUnderscores)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return state > 1
        ? parseFloat(str)
        : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
    let c, underscore = 1;
    while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
        if (c === 0x5f /* _ */) {
            if (underscore & 1)
                TomlError.x('illegal underscore', ctx);
            underscore = 3;
        }
        // We only need to check if the number is a valid digit, nothing else is permitted
        else if (!isDigit(c, base))
            TomlError.x(`illegal character in numeric literal`, ctx);
        // Clear underscore flag
        else if (underscore & 1)
            underscore--;
    }
    // Trailing underscore is not allowed
    if (underscore & 1)
        TomlError.x('unfinished numeric value', ctx);
    let str = ctx.s.slice(startPtr + 2, ctx.p);
    if (underscore)
        str = str.replaceAll('_', ''); // perf: replaceAll 1.25x faster than replace with a regex
    return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
    if (ctx.bi !== true)
        int: {
            let val = parseInt(str, base);
            if (!Number.isSafeInteger(val)) {
                if (ctx.bi)
                    break int;
                TomlError.x('integer value cannot be represented losslessly', ctx, startPtr);
            }
            return val;
        }
    return base === 10 ? BigInt(str) : BigInt((base === 2 ? '0b' : base === 8 ? '0o' : '0x') + str);
}
function parseDate(ctx, c, endChr) {
    let startPtr = ctx.p++, unsafeSeparator;
    if (!isDigit(c) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++)) ||
        !isDigit(ctx.s.charCodeAt(ctx.p++))) {
        return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
    }
    ctx.p += 5;
    if (!isDigit(ctx.s.charCodeAt(ctx.p++)))
        TomlError.x('invalid date-time: date part is malformed', ctx, startPtr);
    if (ctx.p >= ctx.s.length || (((c = ctx.s.charCodeAt(ctx.p)) !== 0x20 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 0x54 /* T */ && c !== 0x74 /* t */)) {
        let t = ctx.s.slice(startPtr, ctx.p);
        return readDate(ctx, t, 3, false, startPtr);
    }
    if (ctx.s.charCodeAt(ctx.p += 3) !== 0x3a /* : */)
        TomlError.x('invalid date-time: time part is malformed', ctx, startPtr);
    if (ctx.s.charCodeAt(ctx.p += 3) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    if (c = ctx.s.charCodeAt(ctx.p)) {
        if (c === 0x5a /* Z */ || c === 0x7a /* z */) {
            let t = ctx.s.slice(startPtr, ++ctx.p);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, '[+00:00]');
        }
        if (c === 0x2b /* + */ || c === 0x2d /* - */) {
            // Temporal's ZonedDateTime is weird asf when it comes to dealing with traditional offsets...
            // It's 1.2x faster to allocate a new string to pass to ZDT than use Instant.toZonedDateTimeISO
            let t = ctx.s.slice(startPtr, ctx.p += 6);
            return readDate(ctx, t, 1, unsafeSeparator, startPtr, !ctx.ld && ('[' + ctx.s.slice(ctx.p - 6, ctx.p) + ']'));
        }
    }
    let t = ctx.s.slice(startPtr, ctx.p);
    return readDate(ctx, t, 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
    let start = ctx.p;
    if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) {
        return parseNumber(ctx, --ctx.p, c, 0, endChr);
    }
    if (ctx.s.charCodeAt(ctx.p += 4) === 0x3a /* : */)
        ctx.p += 3;
    if (ctx.s.charCodeAt(ctx.p) === 0x2e /* . */)
        while (isDigit(ctx.s.charCodeAt(++ctx.p)))
            ;
    let t = ctx.s.slice(start, ctx.p);
    return readDate(ctx, t, 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
    if (ctx.ld) {
        let date = new TomlDate(str, type, unsafeDelim);
        if (!date.isValid())
            TomlError.x('invalid date', ctx, errPtr);
        return date;
    }
    try {
        if (temporalSuffix)
            str += temporalSuffix;
        switch (type) {
            case 1: return Temporal.ZonedDateTime.from(str);
            case 2: return Temporal.PlainDateTime.from(str);
            case 3: return Temporal.PlainDate.from(str);
            case 4: return Temporal.PlainTime.from(str);
        }
    }
    catch (e) {
        TomlError.x(e instanceof Error ? e.message : '' + e, ctx, errPtr);
    }
}

/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
/** @internal */
function skipComment(ctx) {
    for (; ctx.p < ctx.s.length; ctx.p++) {
        let c = ctx.s.charCodeAt(ctx.p);
        if (c === 0xa /* \n */)
            break;
        if (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */) {
            ctx.p++;
            break;
        }
        if ((c < 0x20 && c !== 0x9 /* \t */) || c === 0x7f) {
            TomlError.x('control characters are not allowed in comments', ctx);
        }
    }
}
/** @internal */
function skipVoid(ctx, banNewLines, banComments) {
    let c;
    while (ctx.p < ctx.s.length) {
        while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 0x20 ||
            c === 0x9 /* \t */ ||
            (!banNewLines &&
                (c === 0xa /* \n */ || (c === 0xd /* \r */ && ctx.s.charCodeAt(ctx.p + 1) === 0xa /* \n */)))))
            ctx.p++;
        if (banComments || c !== 0x23 /* # */)
            break;
        skipComment(ctx);
    }
}

/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
/** @internal */
function parseKey(ctx, end = 0x3d /* = */) {
    // States:
    // 0: before first char
    // 1: parsing bare key
    // 2: after key component
    let startPtr;
    let state = 0;
    let parsed = [];
    let sliceStart;
    let c = ctx.s.charCodeAt(startPtr = ctx.p);
    do {
        // End of key
        if (c === end) {
            if (!state)
                TomlError.x('unexpected end of key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            return ctx.p++, parsed;
        }
        // Dotted key separator
        else if (c === 0x2e /* . */) {
            if (!state)
                TomlError.x('illegal empty bare key', ctx);
            if (state === 1)
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
            state = 0;
        }
        // Quoted key
        else if (!state && (c === 0x22 /* " */ || c === 0x27 /* ' */)) {
            if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2))
                TomlError.x('illegal quoted key: multiline strings are not allowed', ctx);
            parsed.push(parseString(ctx));
            state = 2;
            ctx.p--;
        }
        // Whitespace; no-op in state 0 and 2, end of bare key in state 1
        else if (c === 0x20 || c === 0x9 /* \t */) {
            if (state === 1) {
                parsed.push(ctx.s.slice(sliceStart, ctx.p));
                state = 2;
            }
        }
        // If state is post-key, no character is allowed; otherwise ensure it's a bare-key component
        else if (state === 2 || (c < 0x30 && c !== 0x2d /* - */) || (c > 0x39 && c < 0x41) || (c > 0x5a && c < 0x61 && c !== 0x5f /* _ */) || c > 0x7a) {
            TomlError.x('illegal character in key', ctx);
        }
        // Illegal character
        else if (!state) {
            state = 1;
            sliceStart = ctx.p;
        }
    } while (c = ctx.s.charCodeAt(++ctx.p));
    TomlError.x('incomplete key-value: cannot find end of key', ctx, startPtr);
}
/** @internal */
function parseInlineTable(ctx) {
    let startPtr = ctx.p++;
    let res = Object.create(null);
    let seen = new Set();
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x7d /* } */) {
            ctx.p++;
            return res;
        }
        let k;
        let t = res;
        let hasOwn = false;
        let errPtr = ctx.p;
        let key = parseKey(ctx);
        for (let i = 0; i < key.length; i++) {
            if (i)
                t = hasOwn ? t[k] : (t[k] = Object.create(null));
            k = key[i];
            if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== 'object' || seen.has(t[k]))) {
                TomlError.x('trying to redefine an already defined value', ctx, errPtr);
            }
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor')) {
                t = ctx.uk !== 1 && TomlError.x('document contains an unsafe property', ctx, errPtr);
                break;
            }
            if (!hasOwn && unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
            }
        }
        if (hasOwn) {
            TomlError.x('trying to redefine an already defined value', ctx, errPtr);
        }
        skipVoid(ctx, true, true);
        let value = extractValue(ctx, 0x7d /* } */);
        if (t && typeof (t[k] = value) === 'object')
            seen.add(value);
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x7d /* } */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    TomlError.x('unfinished table', ctx, startPtr);
}
/** @internal */
function parseArray(ctx) {
    let startPtr = ctx.p++;
    let res = [];
    let c;
    while (ctx.p < ctx.s.length) {
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p)) === 0x5d /* ] */) {
            ctx.p++;
            return res;
        }
        res.push(extractValue(ctx, 0x5d /* ] */));
        skipVoid(ctx);
        if ((c = ctx.s.charCodeAt(ctx.p++)) === 0x5d /* ] */) {
            return res;
        }
        if (c !== 0x2c /* , */)
            TomlError.x('expected comma or end of structure', ctx, ctx.p - 1);
    }
    TomlError.x('unfinished array', ctx, startPtr);
}

/*!
 * Copyright (c) Squirrel Chat et al., All rights reserved.
 * SPDX-License-Identifier: BSD-3-Clause
 *
 * Redistribution and use in source and binary forms, with or without
 * modification, are permitted provided that the following conditions are met:
 *
 * 1. Redistributions of source code must retain the above copyright notice, this
 *    list of conditions and the following disclaimer.
 * 2. Redistributions in binary form must reproduce the above copyright notice,
 *    this list of conditions and the following disclaimer in the
 *    documentation and/or other materials provided with the distribution.
 * 3. Neither the name of the copyright holder nor the names of its contributors
 *    may be used to endorse or promote products derived from this software without
 *    specific prior written permission.
 *
 * THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
 * ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
 * WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
 * DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
 * FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
 * DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
 * SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
 * CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
 * OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
 * OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
 */
function peekTable(ctx, key, table, meta, type) {
    let t = table;
    let m = meta;
    let k;
    let hasOwn = false;
    let state;
    for (let i = 0; i < key.length; i++) {
        if (i) {
            t = hasOwn ? t[k] : (t[k] = Object.create(null));
            m = (state = m[k]).c;
            if (type === 0 /* Type.DOTTED */ && (state.t === 1 /* Type.EXPLICIT */ || state.t === 2 /* Type.ARRAY */)) {
                return null;
            }
            if (state.t === 2 /* Type.ARRAY */) {
                let l = t.length - 1;
                t = t[l];
                m = m[l].c;
            }
        }
        k = key[i];
        if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 /* Type.DOTTED */ && m[k]?.d) {
            return null;
        }
        if (!hasOwn) {
            let unsafe = k === '__proto__';
            if (ctx.uk && (unsafe || k === 'constructor'))
                return false;
            if (unsafe) {
                Object.defineProperty(t, k, { enumerable: true, configurable: true, writable: true });
                Object.defineProperty(m, k, { enumerable: true, configurable: true, writable: true });
            }
            m[k] = {
                t: i < key.length - 1 && type === 2 /* Type.ARRAY */
                    ? 3 /* Type.ARRAY_DOTTED */ : type,
                d: false,
                i: 0,
                c: Object.create(null),
            };
        }
    }
    state = m[k];
    if (state.t !== type && !(type === 1 /* Type.EXPLICIT */ && state.t === 3 /* Type.ARRAY_DOTTED */)) {
        // Bad key type!
        return null;
    }
    if (type === 2 /* Type.ARRAY */) {
        if (!state.d) {
            state.d = true;
            t[k] = [];
        }
        t[k].push(t = Object.create(null));
        state.c[state.i++] = (state = { t: 1 /* Type.EXPLICIT */, d: false, i: 0, c: Object.create(null) });
    }
    if (state.d) {
        // Redefining a table!
        return null;
    }
    state.d = true;
    if (type === 1 /* Type.EXPLICIT */) {
        t = hasOwn ? t[k] : (t[k] = Object.create(null));
    }
    else if (type === 0 /* Type.DOTTED */ && hasOwn) {
        return null;
    }
    return [k, t, state.c];
}
function validateTablePeek(ctx, peek, ptr) {
    if (peek === null || ctx.uk === 2)
        TomlError.x(peek === null
            ? 'trying to redefine an already defined table or value'
            : 'document contains an unsafe property', ctx, ptr);
}
function parse(toml, options = {}) {
    let ctx = {
        s: toml,
        p: 0,
        d: options.maxDepth ?? 1000,
        bi: options.integersAsBigInt ?? false,
        ld: options.useLegacyDate ?? true,
        uk: options.unsafeKeyBehaviour === 'throw' ? 2 : options.unsafeKeyBehaviour === 'drop' ? 1 : 0,
    };
    let res = Object.create(null);
    let meta = Object.create(null);
    let tmp;
    let skipping = false;
    let tbl = res;
    let m = meta;
    // BOM is allowed, skip.
    // JS is UTF-16, so we have to check for the UTF-16 BOM instead of the UTF-8 BOM sequence!
    if (toml.charCodeAt(0) === 0xfeff)
        ctx.p++;
    skipVoid(ctx);
    while (ctx.p < toml.length) {
        if (toml.charCodeAt(ctx.p) === 0x5b /* [ */) {
            let isTableArray = toml.charCodeAt(++ctx.p) === 0x5b; /* [ */
            tmp = ctx.p += +isTableArray;
            skipping = false;
            let k = parseKey(ctx, 0x5d /* ] */);
            if (isTableArray) {
                if (toml.charCodeAt(ctx.p) !== 0x5d /* ] */) {
                    TomlError.x('expected end of table array declaration', ctx);
                }
                ctx.p++;
            }
            let p = peekTable(ctx, k, res, meta, isTableArray ? 2 /* Type.ARRAY */ : 1 /* Type.EXPLICIT */);
            if (!p) {
                validateTablePeek(ctx, p, tmp);
                skipping = true;
            }
            else {
                m = p[2];
                tbl = p[1];
            }
        }
        else {
            tmp = ctx.p;
            let k = parseKey(ctx);
            let p = peekTable(ctx, k, tbl, m, 0 /* Type.DOTTED */);
            if (!p && !skipping)
                validateTablePeek(ctx, p, tmp);
            skipVoid(ctx, true, true);
            let v = extractValue(ctx, void 0);
            if (p && !skipping)
                p[1][p[0]] = v;
        }
        skipVoid(ctx, true);
        if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 0xa /* \n */ && (tmp !== 0xd /* \r */ || toml.charCodeAt(ctx.p + 1) !== 0xa /* \n */)) {
            TomlError.x('each key-value declaration must be followed by an end-of-line', ctx);
        }
        skipVoid(ctx);
    }
    return res;
}

/** A TOML file as the schema's type; throws a `UserError` with the line of what is none. */
function readToml                          (path        , text        , schema        )                   {
  const found = schema.safeParse(parsed(path, text));
  if (found.success) return found.data
  throw refuseShape(path, found.error)
}

function parsed(path        , text        )          {
  try {
    return parse(text)
  } catch (cause) {
    if (!(cause instanceof TomlError)) throw cause
    throw new UserError('dependencies.syntax', `Expected ${path} to be TOML but line ${cause.line} is none`, {
      file: path,
      line: cause.line,
      hint: 'Check the quotes and brackets around this line',
      cause,
    })
  }
}

/** The 1-based line of the `name` of each `[[table]]`, in the order of the file; TOML's parser keeps no lines. */
function tableLines(toml        , table        )           {
  const lines           = [];
  let open = false;
  for (const [i, line] of toml.split('\n').entries()) {
    if (line.startsWith('[')) {
      open = line.replaceAll(/\s/g, '') === `[[${table}]]`;
      if (open) lines.push(i + 1);
    } else if (open && /^name\s*=/.test(line)) {
      lines[lines.length - 1] = i + 1;
      open = false;
    }
  }
  return lines
}

const PdmLock = object({
  metadata: object({}),
  package: array(
      object({
        name: string(),
        version: string().optional(),
        revision: string().optional(),
        path: string().optional(),
      }),
    )
    .default([]),
});

/** pdm.lock (pdm-project.org, Lock file); one package with and without extras is listed once. */
const pdmLock = defineManifest({
  id: 'pdm-lock',
  title: 'a lock file of PDM',
  recognise: path => /(^|\/)pdm(\.[\w-]+)?\.lock$/.test(path),
  read(path, text) {
    const lines = tableLines(text, 'package');
    const seen = new Set        ();
    const requirements = readToml(path, text, PdmLock).package.flatMap(
      ({ name, version, revision, path: folder }, i) => {
        const key = `${name}==${version}`;
        if (folder !== undefined || seen.has(key)) return []
        seen.add(key);
        return [lockedPackage({ name, version, commit: revision }, lines[i] ?? 1)]
      },
    );
    return { requirements, includes: [] }
  },
});

const Package$1 = object({
  version: string().optional(),
  ref: string().optional(),
  path: string().optional(),
});
const PipfileLock = object({ _meta: object({}) }).catchall(record(string(), Package$1));

/** Pipfile.lock: `default`, `develop` and any further category. */
const pipfileLock = defineManifest({
  id: 'pipfile-lock',
  title: 'a lock file of Pipenv',
  recognise: path => /(^|\/)Pipfile\.lock$/.test(path),
  read(path, text) {
    const { _meta, ...categories } = readJson(path, text, PipfileLock);
    const lines = jsonKeyLines(text);
    const requirements = Object.values(categories).flatMap(packages =>
      Object.entries(packages)
        .filter(([, { path: folder }]) => folder === undefined)
        .map(([name, { version, ref }])              => {
          const line = lines.get(name)?.[0] ?? 1;
          const specifier = version === undefined ? undefined : readSpecifier(`${name}${version}`);
          return specifier ? requiredBySpecifier(specifier, line) : lockedPackage({ name, commit: ref }, line)
        }),
    );
    return { requirements, includes: [] }
  },
});

/** Before version 6 a package says its kind; since then its address stands under the kind. */
const Package = object({
  kind: string().optional(),
  conda: string().optional(),
  pypi: string().optional(),
  name: string().optional(),
  version: string$1().optional(),
});
const PixiLock = object({ version: int(), packages: array(Package).default([]) });

/** `name-version-build.conda` (docs.conda.io, Package naming conventions). */
const CONDA_FILE = /^(.+)-([^-]+)-[^-]+\.(?:conda|tar\.bz2)$/;

/** pixi.lock, versions 4 to 6 of the format; packages built from folders are no dependencies. */
const pixiLock = defineManifest({
  id: 'pixi-lock',
  title: 'a lock file of pixi',
  recognise: path => /(^|\/)pixi\.lock$/.test(path),
  read(path, text) {
    const document = readYaml(path, text);
    const found = PixiLock.safeParse(document.value);
    if (!found.success) throw refuseShape(path, found.error)
    const requirements = new Map                     ();
    for (const [i, each] of found.data.packages.entries()) {
      const required = read(each, document.place(['packages', i]).line ?? 1);
      if (!required) continue
      const key = `${required.ecosystem} ${required.requirement}`;
      if (!requirements.has(key)) requirements.set(key, required);
    }
    return { requirements: [...requirements.values()], includes: [] }
  },
});

function read({ kind, conda, pypi, ...named }                          , line        )                          {
  if (kind === 'pypi' || pypi !== undefined) {
    const file = distributionFile(pypi ?? '');
    const name = named.name ?? file?.name;
    const version = named.version ?? file?.version;
    if (name === undefined || (version === undefined && /^\.{0,2}\//.test(pypi ?? ''))) return undefined
    return lockedPackage({ name, version }, line)
  }
  const [, name = named.name, version = named.version] = CONDA_FILE.exec(fileName(conda ?? '')) ?? [];
  if (name === undefined || version === undefined) return undefined
  return { ...lockedPackage({ name, version }, line), ecosystem: 'conda', name: name.toLowerCase() }
}

const PoetryLock = object({
  metadata: object({}),
  package: array(
      object({
        name: string(),
        version: string(),
        source: object({ type: string(), resolved_reference: string().optional() }).optional(),
      }),
    )
    .default([]),
});

/** poetry.lock; folders of the project itself are no dependencies. */
const poetryLock = defineManifest({
  id: 'poetry-lock',
  title: 'a lock file of Poetry',
  recognise: path => /(^|\/)poetry\.lock$/.test(path),
  read(path, text) {
    const lines = tableLines(text, 'package');
    const requirements = readToml(path, text, PoetryLock).package.flatMap(({ name, version, source }, i) =>
      source?.type === 'directory'
        ? []
        : [lockedPackage({ name, version, commit: source?.resolved_reference }, lines[i] ?? 1)],
    );
    return { requirements, includes: [] }
  },
});

const Pylock = object({
  'lock-version': string(),
  packages: array(
    object({
      name: string(),
      version: string().optional(),
      vcs: object({ 'commit-id': string() }).optional(),
      directory: object({}).optional(),
      archive: object({ hashes: record(string(), string()).default({}) }).optional(),
    }),
  ),
});

/** pylock.toml and pylock.NAME.toml (PEP 751); folders are no dependencies. */
const pylock = defineManifest({
  id: 'pylock',
  title: 'a lock file of Python packages',
  recognise: path => /(^|\/)pylock(\.[^./]+)?\.toml$/.test(path),
  read(path, text) {
    const lines = tableLines(text, 'packages');
    const requirements = readToml(path, text, Pylock).packages.flatMap(
      ({ name, version, vcs, directory, archive }, i) => {
        if (directory !== undefined) return []
        const locked = lockedPackage({ name, version, commit: vcs?.['commit-id'] }, lines[i] ?? 1);
        const hashed = Object.keys(archive?.hashes ?? {}).length > 0;
        return [{ ...locked, pinned: locked.pinned || hashed }]
      },
    );
    return { requirements, includes: [] }
  },
});

const QUOTED = /"([^"\n]*)"|'([^'\n]*)'/g;

/** Finds the 1-based line a quoted text stands on, one further each time it is asked for: TOML's parser keeps no lines. */
function lineOfQuoted(toml        )                           {
  const lines = new Map                  ();
  for (const [i, line] of toml.split('\n').entries()) {
    for (const [, double, single] of line.matchAll(QUOTED)) {
      const text = double ?? single ?? '';
      const known = lines.get(text);
      if (known) known.push(i + 1);
      else lines.set(text, [i + 1]);
    }
  }
  return text => {
    const found = lines.get(text) ?? [];
    return (found.length > 1 ? found.shift() : found[0]) ?? 1
  }
}

const Dependency = union([
  string(),
  looseObject({ version: string().optional(), rev: string().optional() }),
  array(unknown()),
]);
const Table = record(string(), Dependency).default({});
const Poetry = object({
  dependencies: Table,
  'dev-dependencies': Table,
  group: record(string(), object({ dependencies: Table })).default({}),
});

/** A bare version is exact to Poetry; `^`, `~`, `*` and ranges are not (python-poetry.org, Dependency specification). */
const EXACT = /^={0,3}\s*(\d+(?:\.\d+)*(?:[a-z]+\d*)?(?:[.+-][\w.]+)?)$/i;

const KEY = /^\s*(?:\[tool\.poetry\.[\w.-]*?dependencies\.)?["']?([\w.-]+)["']?\s*[=\]]/;

/** The dependencies of Poetry's tables; Python itself is none. */
function readPoetry(poetry         , text        )                {
  const found = Poetry.safeParse(poetry);
  if (!found.success) return []
  const { dependencies, 'dev-dependencies': dev, group } = found.data;
  const tables = [dependencies, dev, ...Object.values(group).map(each => each.dependencies)];
  const lines = linesOfKeys(text);
  return tables
    .flatMap(table => Object.entries(table))
    .filter(([name]) => name.toLowerCase() !== 'python')
    .map(([name, dependency]) => ({
      ecosystem: 'PyPI'         ,
      name: packageName(name),
      line: lines.get(name) ?? 1,
      ...versionOf(name, dependency),
    }))
}

function versionOf(
  name        ,
  dependency                             ,
)                                                          {
  if (Array.isArray(dependency)) return { requirement: name, pinned: false }
  const { version, rev } = typeof dependency === 'string' ? { version: dependency, rev: undefined } : dependency;
  if (version !== undefined) {
    const exact = version.length > MAX_LENGTH$1 ? undefined : EXACT.exec(version)?.[1];
    const requirement = `${name} ${version}`;
    return exact === undefined ? { requirement, pinned: false } : { version: exact, requirement, pinned: true }
  }
  return {
    requirement: rev === undefined ? name : `${name} @${rev}`,
    pinned: rev !== undefined && isImmutable(`@${rev}`),
  }
}

/** The line each key of the file is first set on. */
function linesOfKeys(toml        )                      {
  const lines = new Map                ();
  for (const [i, line] of toml.split('\n').entries()) {
    const key = KEY.exec(line)?.[1];
    if (key !== undefined && !lines.has(key)) lines.set(key, i + 1);
  }
  return lines
}

const Specifiers = array(string());
const Pyproject = object({
  'build-system': object({ requires: Specifiers.default([]) }).optional(),
  project: object({
      dependencies: Specifiers.default([]),
      'optional-dependencies': record(string(), Specifiers).default({}),
    })
    .optional(),
  'dependency-groups': record(string(), array(union([string(), record(string(), unknown())])))
    .optional(),
  tool: object({ poetry: unknown().optional() }).optional(),
});

/** pyproject.toml: PEP 621, PEP 735, the build system's, and Poetry's own tables. */
const pyproject = defineManifest({
  id: 'pyproject',
  title: 'a pyproject.toml',
  recognise: path => /(^|\/)pyproject\.toml$/.test(path),
  read(path, text) {
    const { project, tool, ...rest } = readToml(path, text, Pyproject);
    const specifiers = [
      ...(rest['build-system']?.requires ?? []),
      ...(project?.dependencies ?? []),
      ...Object.values(project?.['optional-dependencies'] ?? {}).flat(),
      ...Object.values(rest['dependency-groups'] ?? {})
        .flat()
        .filter(item => typeof item === 'string'),
    ];
    const lineOf = lineOfQuoted(text);
    return {
      includes: [],
      requirements: [
        ...specifiers.map((written)              => {
          const specifier = readSpecifier(written);
          if (specifier) return requiredBySpecifier(specifier, lineOf(written))
          const shown = withoutCredentials(written);
          return { name: shown, line: lineOf(written), requirement: shown, pinned: false }
        }),
        ...readPoetry(tool?.poetry, text),
      ],
    }
  },
});

/** Lines of a requirements file as pip reads them: continued by `\` at the end, comments dropped; with the 1-based line each starts on. */
function logicalLines(text        )                                                     {
  const lines                                   = [];
  let open;                                            
  for (const [i, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const isComment = /^\s*#/.test(raw);
    const continued = raw.endsWith('\\') && !isComment;
    const part = isComment ? '' : continued ? raw.slice(0, -1) : raw;
    const current = open ?? { line: i + 1, text: '' };
    current.text += part;
    open = continued ? current : undefined;
    if (!open) lines.push(current);
  }
  if (open) lines.push(open);
  return lines
    .map(({ line, text }) => ({ line, text: text.replace(/(^|\s)#.*$/, '').trim() }))
    .filter(({ text }) => text !== '')
}

/** pip's requirements files (pip.pypa.io, Requirements File Format). */
const requirements = defineManifest({
  id: 'requirements',
  title: 'a pip requirements file',
  recognise: path => /(^|\/)([^/]*requirements[^/]*\.txt|requirements\/[^/]+\.txt)$/i.test(path),
  read(path, text) {
    const lines = logicalLines(text).map(({ line, text }) => readPipLine(path, line, text));
    return {
      requirements: lines.flatMap(({ requirements }) => requirements),
      includes: lines.flatMap(({ includes }) => includes),
    }
  },
});

const UvLock = object({
  version: int(),
  package: array(
      object({
        name: string(),
        version: string().optional(),
        source: object({
            git: string().optional(),
            virtual: string().optional(),
            editable: string().optional(),
            directory: string().optional(),
          })
          .default({}),
      }),
    )
    .default([]),
});

/** uv.lock (docs.astral.sh/uv, Project layout); the project itself and its workspace are no dependencies. */
const uvLock = defineManifest({
  id: 'uv-lock',
  title: 'a lock file of uv',
  recognise: path => /(^|\/)uv\.lock$/.test(path),
  read(path, text) {
    const lines = tableLines(text, 'package');
    const requirements = readToml(path, text, UvLock).package.flatMap(({ name, version, source }, i) =>
      (source.virtual ?? source.editable ?? source.directory) === undefined
        ? [lockedPackage({ name, version, commit: source.git?.split('#').at(1) }, lines[i] ?? 1)]
        : [],
    );
    return { requirements, includes: [] }
  },
});

var manifests = /*#__PURE__*/Object.freeze({
  __proto__: null,
  condaLock: condaLock,
  dockerfile: dockerfile,
  environment: environment,
  packageLock: packageLock,
  pdmLock: pdmLock,
  pipfileLock: pipfileLock,
  pixiLock: pixiLock,
  poetryLock: poetryLock,
  pylock: pylock,
  pyproject: pyproject,
  requirements: requirements,
  uvLock: uvLock
});

/** A package in another tool's report. */
                                  
                            
                       
                          
                                                         
                                                    
                                           
                           
 

/** A report of another tool on vulnerabilities, told by its content. */
                         
                     
                                            
                        
                                                        
                                    
                                                          
                                                                
 

const defineReport = (report        )         => report;

const Recognised$2 = object({ bomFormat: literal('CycloneDX'), vulnerabilities: array(unknown()) });

const Component = object({
  'bom-ref': string().optional(),
  name: string(),
  version: string().optional(),
  purl: string().optional(),
});
const Rating = object({
  severity: string().optional(),
  score: number().optional(),
  vector: string().optional(),
});
const Vuln$1 = object({
  id: string().optional(),
  references: array(object({ id: string() })).default([]),
  ratings: array(Rating).default([]),
  analysis: object({ state: string().optional() }).optional(),
  affects: array(object({ ref: string() })).default([]),
});
const CycloneDx = object({ components: array(Component).default([]), vulnerabilities: array(Vuln$1) });

/** States of an analysis that say the component is not affected (CycloneDX 1.6, impactAnalysisState). */
const SETTLED = ['not_affected', 'false_positive', 'resolved', 'resolved_with_pedigree'];

/** CycloneDX 1.4 to 1.7 (JSON) with vulnerabilities; what its own analysis has settled is left out. */
const cyclonedx = defineReport({
  id: 'cyclonedx',
  title: 'a CycloneDX file',
  recognise: value => Recognised$2.safeParse(value).success,
  read(path, value) {
    const found = CycloneDx.safeParse(value);
    if (!found.success) throw refuseShape(path, found.error)
    const { components, vulnerabilities } = found.data;
    const packages = new Map(components.map((each, i) => [each['bom-ref'] ?? `#${i}`, packageOf(each)]));
    const byRef = new Map                         ([...packages.keys()].map(ref => [ref, []]));
    for (const each of vulnerabilities) {
      if (SETTLED.includes(each.analysis?.state ?? '')) continue
      const refs = each.affects.length > 0 ? each.affects.map(({ ref }) => ref) : [UNNAMED];
      for (const ref of new Set(refs.map(componentOf))) byRef.set(ref, [...(byRef.get(ref) ?? []), vulnerability$1(each)]);
    }
    return [...byRef].map(([ref, known]) => ({
      ...(packages.get(ref) ?? { ecosystem: 'unknown', name: ref, version: 'of unknown version' }),
      vulnerabilities: known.toSorted(byRank),
    }))
  },
});

/** What a vulnerability that names no component is held against. */
const UNNAMED = 'a component that is not named';

/** The reference inside a BOM-Link (`urn:cdx:serial/version#ref`). */
const componentOf = (ref        )         => (ref.startsWith('urn:cdx:') ? (ref.split('#')[1] ?? ref) : ref);

const PURL = /^pkg:([\w.+-]+)\/([^@?#]+)(?:@([^?#]+))?/;
const ECOSYSTEMS                                   = { pypi: 'PyPI', npm: 'npm', conda: 'conda' };

function packageOf({ purl, name, version }                            )                                           {
  const [, type = 'unknown', full, exact] = PURL.exec(purl ?? '') ?? [];
  const ecosystem = ECOSYSTEMS[type] ?? type;
  const written = full === undefined ? name : full.replaceAll('%40', '@');
  return {
    ecosystem,
    name: ecosystem === 'PyPI' ? packageName(written) : written,
    version: version ?? exact ?? 'of unknown version',
  }
}

function vulnerability$1({ id, references, ratings }                       )                {
  const ids = orderIds([...(id === undefined ? [] : [id]), ...references.map(reference => reference.id)]);
  const severity = worstSeverity(
    ratings.map(({ severity: word, score, vector }) => {
      const told = severityOfWord(word);
      return told === 'unknown' ? severityOfScore(score ?? cvss3(vector ?? '') ?? Number.NaN) : told
    }),
  );
  return {
    ids: ids.length > 0 ? ids : ['without an id'],
    severity: ids.some(each => each.startsWith('MAL-')) ? 'critical' : severity,
  }
}

const Result = object({ source: object({ path: string() }), packages: array(unknown()) });
/** A report without results is known by its settings. */
const Recognised$1 = union([
  object({ results: array(Result).min(1) }),
  object({ results: array(Result).max(0), experimental_config: object({}) }),
]);

const OsvScanner = object({
  results: array(
    object({
      packages: array(
        object({
          package: object({
            name: string(),
            version: string().default('of unknown version'),
            ecosystem: string(),
          }),
          vulnerabilities: array(OsvRecord).nullish(),
          groups: array(object({ ids: array(string()), max_severity: string().optional() })).nullish(),
        }),
      ),
    }),
  ),
});
                                                                                 

/** What `osv-scanner --format json` writes (google.github.io/osv-scanner/output). */
const osvScanner = defineReport({
  id: 'osv-scanner',
  title: 'OSV-Scanner',
  recognise: value => Recognised$1.safeParse(value).success,
  read(path, value) {
    const found = OsvScanner.safeParse(value);
    if (!found.success) throw refuseShape(path, found.error)
    return found.data.results.flatMap(({ packages }) =>
      packages.map(each => {
        const { ecosystem, name, version } = each.package;
        return {
          ecosystem,
          name: ecosystem === 'PyPI' ? packageName(name) : name,
          version,
          vulnerabilities: vulnerabilitiesOf(each),
        }
      }),
    )
  },
});

/** Ours of its records; where their own rating is unknown, the score the tool has computed. */
function vulnerabilitiesOf({
  package: { ecosystem, name, version },
  vulnerabilities,
  groups,
}         )                  {
  const records = (vulnerabilities ?? []).filter(record => !isWithdrawn(record));
  const merged =
    ecosystem === 'PyPI' || ecosystem === 'npm'
      ? mergeAliases(records, { ecosystem, name, version })
      : records.map(
          ({ id, aliases })                => ({ ids: orderIds([id, ...(aliases ?? [])]), severity: 'unknown' }),
        );
  return merged
    .map(each => {
      const scores = (groups ?? []).filter(({ ids }) => ids.some(id => each.ids.includes(id)));
      const scored = worstSeverity(
        scores.map(({ max_severity: score }) => severityOfScore(score ? Number(score) : Number.NaN)),
      );
      return each.severity === 'unknown' ? { ...each, severity: scored } : each
    })
    .toSorted(byRank)
}

const Recognised = object({
  dependencies: array(
    union([
      object({ name: string(), vulns: unknown() }),
      object({ name: string(), skip_reason: string() }),
    ]),
  ),
  fixes: array(unknown()),
});

const Vuln = object({
  id: string().min(1),
  fix_versions: array(string()).default([]),
  aliases: array(string()).default([]),
});
const PipAudit = object({
  dependencies: array(
    object({
      name: string(),
      version: string().optional(),
      skip_reason: string().optional(),
      vulns: array(Vuln).default([]),
    }),
  ),
});

/** What `pip-audit --format json` writes; it rates nothing, so every severity is unknown. */
const pipAudit = defineReport({
  id: 'pip-audit',
  title: 'pip-audit',
  recognise: value => Recognised.safeParse(value).success,
  read(path, value) {
    const found = PipAudit.safeParse(value);
    if (!found.success) throw refuseShape(path, found.error)
    return found.data.dependencies.map(({ name, version = 'of unknown version', skip_reason: skipped, vulns }) => ({
      ecosystem: 'PyPI',
      name: packageName(name),
      version,
      vulnerabilities: vulns.map(vulnerability(version)).toSorted(byRank),
      ...(skipped === undefined ? {} : { skipped }),
    }))
  },
});

const vulnerability =
  (version        ) =>
  ({ id, aliases, fix_versions: fixes }                       )                => {
    const { compare } = versionsOf.PyPI;
    const fixed = fixes.filter(fix => compare(fix, version) > 0).toSorted(compare)[0];
    return {
      ids: orderIds([id, ...aliases]),
      severity: id.startsWith('MAL-') ? 'critical' : 'unknown',
      ...(fixed === undefined ? {} : { fixed }),
    }
  };

var reports$1 = /*#__PURE__*/Object.freeze({
  __proto__: null,
  cyclonedx: cyclonedx,
  osvScanner: osvScanner,
  pipAudit: pipAudit
});

/** A file that says something about dependencies: what it declares, what another tool has reported, or why it cannot be read. */
                            
                                                          
                                                                                                   
                                                        

/** Reads a file as what its name or its content says it is; undefined where it is about something else. */
function readDependencyFile(path        , written        )                             {
  const text = written.replace(/^\uFEFF/, '');
  const manifest = Object.values(manifests).find(each => each.recognise(path));
  if (manifest) return attempt(path, () => ({ path, declared: manifest.read(path, text) }))
  const value = jsonOf(text);
  const report = value === undefined ? undefined : Object.values(reports$1).find(each => each.recognise(value));
  return report && attempt(path, () => ({ path, tool: report.title, reported: report.read(path, value) }))
}

/** Whether a file declares dependencies by its name. */
const declaresDependencies = (path        )          =>
  Object.values(manifests).some(each => each.recognise(path));

/** What a file that declares dependencies by its name, but is no UTF-8 text of at most `maxBytes`, leaves behind; undefined for any other. */
function unreadDependencyFile(path        , maxBytes        )                             {
  if (!declaresDependencies(path)) return undefined
  const message = `Expected ${path} to be UTF-8 text of at most ${maxBytes} bytes, as a file that declares dependencies is, but it is not`;
  const fault = new UserError('dependencies.syntax', message, { file: path, hint: 'Save it as UTF-8' });
  return { path, fault }
}

/** Reads a file that another one includes, whatever its name, as pip does. */
const readIncluded = (path        , text        )                 =>
  attempt(path, () => ({ path, declared: requirements.read(path, text.replace(/^\uFEFF/, '')) }));

function jsonOf(text        )          {
  if (!/^\s*\{/.test(text)) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function attempt(path        , read                      )                 {
  try {
    return read()
  } catch (error) {
    if (error instanceof UserError) return { path, fault: error }
    // A parser of the libraries ran out of stack.
    if (error instanceof RangeError) return { path, fault: tooDeep(path) }
    throw error
  }
}

const tooDeep = (path        ) =>
  new UserError(
    'dependencies.syntax',
    `Expected ${path} to be nested like a file of its kind but it is nested deeper`,
    {
      file: path,
      hint: 'Write the file again with its tool',
    },
  );

/** What `uses` names, taken apart. */
                                  
                                                            
                                                 
                                                                         
                       
                                  
                                   
                          
 

/** Reads `owner/repository/path@ref`, `docker://image`, and `./path` or `$/path` of this repository. */
function actionReference(uses        )                  {
  if (/^(\.|\$)\//.test(uses)) return { kind: 'local', name: uses, ref: undefined, pinned: true }
  if (uses.startsWith('docker://')) {
    const pinned = /@sha256:[0-9a-f]{64}$/.test(uses);
    return { kind: 'image', name: uses.slice('docker://'.length), ref: undefined, pinned }
  }
  const at = uses.indexOf('@');
  const ref = at === -1 ? undefined : uses.slice(at + 1);
  const name = (at === -1 ? uses : uses.slice(0, at)).toLowerCase();
  return { kind: 'repository', name, ref, pinned: ref !== undefined && /^([0-9a-f]{40}|[0-9a-f]{64})$/i.test(ref) }
}

/** Whether a step or job uses this action (`actions/checkout`), at any version. */
const usesAction = ({ uses }                                        , name        )          =>
  uses !== undefined && actionReference(uses).name === name;

/** What one kind of finding costs, and why: the reason continues the sentence that names what was found. */
                           
                                                   
                      
 

/** One place where a workflow breaks a rule. */
                                                                
                                               
                     
                 
                       
                                            
                        
                                        
                      
 

/** One question about a workflow without whose answer a gate is worth little; named as zizmor names it, where it has the rule. */
                                                             
                     
                        
                              
                           
                                                       
                                                            
 

const defineRule =                      (rule                    )                     => rule;

/**
 * What every kind of finding costs, and why. `fail`: the gate can be passed by, or its secrets be had, by anybody who opens a pull
 * request or whom the job runs code of. `warn`: it takes somebody with more rights, or what decides it stands in another place.
 */
const SEVERITIES = {
  'unpinned-uses': {
    moving: {
      status: 'warn',
      why: 'whoever can move that tag or branch decides what runs; it takes rights in their repository',
    },
  },
  'dangerous-triggers': {
    head: {
      status: 'fail',
      why: "a stranger's code then runs with this repository's secrets and a token that can write",
    },
    unknown: { status: 'warn', why: "what it checks out is decided elsewhere, and may be a stranger's code" },
  },
  'excessive-permissions': {
    everything: { status: 'fail', why: 'every step can then push, release and approve' },
    missing: { status: 'warn', why: "the repository's setting decides what the token may do, and may be everything" },
  },
  'template-injection': {
    stranger: { status: 'fail', why: 'a stranger writes that text, and the shell runs it' },
    writer: { status: 'warn', why: 'whoever can push or start the workflow writes that text, and the shell runs it' },
  },
  artipacked: {
    workspace: {
      status: 'fail',
      why: 'the whole checkout is uploaded, with the token that actions/checkout leaves in .git',
    },
    part: { status: 'warn', why: 'actions/checkout leaves a token in .git, one path away from what is uploaded' },
  },
  'secrets-inherit': {
    elsewhere: { status: 'fail', why: "another repository's branch or tag gets every secret, the signing key too" },
    pinned: { status: 'warn', why: 'the called workflow gets every secret, not only those it needs' },
  },
  'gate-skippable': {
    ignored: { status: 'fail', why: 'a failing gate then shows as success' },
    handled: { status: 'warn', why: 'a failing gate then shows as success unless a later step looks at it' },
    skipped: {
      status: 'warn',
      why: 'a skipped job counts as passing where it is a required check; the branch rules say whether it is',
    },
  },
  'promoted-without-gate': {
    model: { status: 'fail', why: 'a model that nothing has certified would reach production' },
    delivery: { status: 'warn', why: 'what it delivers may be a model that nothing has certified' },
    despite: { status: 'fail', why: 'it runs although the gate failed' },
  },
};

/** Paths that hold the whole checkout, its `.git` among it. */
const WORKSPACE = /^(?:\.|\.\/|\*|\*\*|\.\/\*|\*\*\/\*|\.git|\.git\/.*|\$\{\{\s*github\.workspace\s*\}\}\/?)$/;

/** A checkout that leaves its token behind, in a job that uploads files afterwards. */
const artipacked = defineRule({
  id: 'artipacked',
  title: "No artifact can carry the checkout's token",
  expected: 'actions/checkout to leave no token behind in a job that uploads artifacts',
  severities: SEVERITIES.artipacked,
  find: ({ jobs, lineOf }          ) =>
    jobs.flatMap(({ steps }) => {
      const uploads = steps.flatMap((step, i) => (usesAction(step, 'actions/upload-artifact') ? [{ step, i }] : []));
      return steps.flatMap((checkout, at)                          => {
        if (!usesAction(checkout, 'actions/checkout')) return []
        if (String(checkout.with?.['persist-credentials']) === 'false') return []
        const last = uploads.at(-1);
        if (!last || last.i < at) return []
        const later = uploads.slice(-100).filter(({ i }) => i > at);
        const paths = later.flatMap(({ step }) => String(step.with?.path ?? '').split('\n'));
        return [
          {
            kind: paths.some(path => WORKSPACE.test(path.trim())) ? 'workspace' : 'part',
            line: lineOf([...checkout.at, 'uses']),
            found: `${checkout.uses} without persist-credentials: false before ${later[0]?.step.uses}`,
            fix: 'Write persist-credentials: false under with: of that checkout',
          },
        ]
      })
    }),
});

/** What names the code a pull request would bring, or that a foreign run was of. */
const HEAD =
  /github\.event\.pull_request\.(?:head\b|merge_commit_sha)|github\.head_ref|github\.event\.workflow_run\.(?:head_|pull_requests)|refs\/pull\/|github\.event\.(?:number|issue\.number|pull_request\.number)/i;
/** What names the code of this repository's own branches. */
const OWN =
  /^\s*\$\{\{\s*(?:github\.(?:base_ref|ref|ref_name|sha|workflow_sha|repository|event\.repository\.\w+|event\.pull_request\.base\.[\w.]+)|inputs\.[\w-]+)\s*\}\}\s*$/i;

/** Whether a reference to check out is a stranger's code, may be, or cannot be. */
function headReference(reference        )                             {
  if (HEAD.test(reference)) return 'head'
  return reference.includes('${{') && !OWN.test(reference) ? 'unknown' : 'own'
}

/** Events that run the default branch's workflow, with its rights, on a stranger's behalf. */
const TRIGGERS = ['pull_request_target', 'workflow_run', 'issue_comment'];
const FETCHES_PULL = /\bgh\s+pr\s+checkout\b|\brefs\/pull\/|\bpull\/[^\s/]+\/(?:head|merge)\b/;
const CHECKS_OUT = /\bgit\s+(?:checkout|switch|fetch|pull|clone|worktree|reset)\b/;

                                                           

/** A trigger with this repository's rights, together with a checkout of the code that set it off. */
const dangerousTriggers = defineRule({
  id: 'dangerous-triggers',
  title: 'No privileged trigger checks out what a stranger wrote',
  expected: "no checkout of a stranger's code under a trigger with this repository's rights",
  severities: SEVERITIES['dangerous-triggers'],
  find({ triggers, jobs, lineOf }          ) {
    const trigger = triggers.find(each => TRIGGERS.includes(each));
    if (trigger === undefined) return []
    return jobs
      .flatMap(({ steps }) => steps)
      .flatMap((step)                          => {
        const kind = checkedOut(step);
        if (kind === 'own') return []
        const line = lineOf([...step.at, step.run === undefined ? 'uses' : 'run']);
        const found = `${step.run === undefined ? step.uses : 'git'} of ${kind === 'head' ? 'the head' : 'what an expression names'} on ${trigger}`;
        return [{ kind, line, found, fix: FIX$2 }]
      })
  },
});

const FIX$2 =
  'Run that code under on: pull_request, which has no secrets, hand its results on as an artifact, and read them as data in the privileged workflow';

function checkedOut({ uses, run, with: inputs, env }            )                             {
  if (run !== undefined) {
    if (FETCHES_PULL.test(run)) return 'head'
    return CHECKS_OUT.test(run) && headReference(`${run}\n${JSON.stringify(env) ?? ''}`) === 'head' ? 'head' : 'own'
  }
  if (!usesAction({ uses }, 'actions/checkout')) return 'own'
  const references = [inputs?.ref, inputs?.repository].map(value => headReference(String(value ?? '')));
  return references.includes('head') ? 'head' : references.includes('unknown') ? 'unknown' : 'own'
}

const FIX$1 =
  'Write permissions: {} at the top, and give each job only what its steps need, e.g. permissions: { contents: read }';

/** A token that may do everything, or whatever the repository's setting says. */
const excessivePermissions = defineRule({
  id: 'excessive-permissions',
  title: "The token's permissions are named and few",
  expected: "the token's permissions to be named, and not write-all",
  severities: SEVERITIES['excessive-permissions'],
  find({ permissions, jobs, triggers, lineOf }          ) {
    const found                          = [];
    const everything = (at                        ) =>
      found.push({ kind: 'everything', line: lineOf(at), found: 'permissions: write-all', fix: FIX$1 });
    if (permissions === 'write-all') everything(['permissions']);
    for (const job of jobs) if (job.permissions === 'write-all') everything([...job.at, 'permissions']);
    // The caller of a reusable workflow says what its token may do.
    if (permissions !== undefined || triggers.every(trigger => trigger === 'workflow_call')) return found
    const without = jobs.filter(job => job.permissions === undefined);
    const missing = (at                        , who        )                        => ({
      kind: 'missing',
      line: lineOf(at),
      found: `no permissions ${who}`,
      fix: FIX$1,
    });
    if (without.length === jobs.length) return [...found, missing(['jobs'], 'of the workflow or any job')]
    return [...found, ...without.map(({ at, id }) => missing(at, `of the job ${id}`))]
  },
});

/** A condition without its `${{ }}` and spaces. */
const bareCondition = (condition                  )         =>
  String(condition)
    .replace(/^\s*\$\{\{/, '')
    .replace(/\}\}\s*$/, '')
    .replaceAll(/\s+/g, '');

const ALWAYS = new Set([
  'always()',
  '!cancelled()',
  'true',
  'success()||failure()',
  'failure()||success()',
  'always()&&!cancelled()',
  '!cancelled()&&always()',
]);

/** Whether a condition holds in every run that nobody has cancelled, whatever failed before. */
const alwaysHolds = (condition                  )          => ALWAYS.has(bareCondition(condition));

/** Whether a condition can hold although something before it failed. */
const outlivesFailure = (condition                              )          =>
  condition !== undefined && /always\(\)|cancelled\(\)|failure\(\)/.test(bareCondition(condition));

/** Actions of ours that decide something; `report` only shows it. */
const GATES = ['data-validate', 'model-certify', 'security-scan', 'drift-compare', 'audit-record', 'gate', 'verify'];
const OURS = new RegExp(`^(?:[\\w.-]+/proofmark|[.$])(?:/actions/(${GATES.join('|')}))?$`);
const PROGRAM = new RegExp(`\\bproofmark(?:\\.js)?["']?\\s+(${GATES.join('|')})\\b`);

/** What of ours that decides a step runs: the name of a gate, or none. The action at the root of our repository is the gate. */
function gateUse({ uses, run }                                  )                     {
  if (run !== undefined) return PROGRAM.exec(run)?.[1]
  const { kind, name } = actionReference(uses ?? '');
  const [found, action] = OURS.exec(name) ?? [];
  if (found === undefined || (kind === 'local' && action === undefined)) return undefined
  return action ?? 'gate'
}

/** Whether a step decides on a whole certification, or verifies one. */
const certifies = (step                                  )          =>
  ['gate', 'audit-record', 'verify'].includes(gateUse(step) ?? '');

/** Events whose checks decide on a merge. */
const MERGES = ['pull_request', 'pull_request_target', 'merge_group'];

/** A gate that can fail, or be left out, without anybody being stopped. */
const gateSkippable = defineRule({
  id: 'gate-skippable',
  title: 'A gate that fails or is skipped stops what comes after it',
  expected: 'a gate whose failure fails its job, and which runs whatever else does',
  severities: SEVERITIES['gate-skippable'],
  find: ({ triggers, jobs, lineOf }          ) =>
    jobs.flatMap(job => {
      const gates = job.steps.filter(step => gateUse(step) !== undefined);
      if (gates.length === 0) return []
      const merges = triggers.some(trigger => MERGES.includes(trigger));
      return [...ignored(job, gates, jobs, lineOf), ...(merges ? skipped(job, gates, lineOf) : [])]
    }),
});

function ignored(
  job           ,
  gates                       ,
  jobs                      ,
  lineOf                    ,
)          {
  const fix = 'Take continue-on-error away';
  const inJob          = isSet(job['continue-on-error'])
    ? [
        {
          kind: 'ignored',
          line: lineOf([...job.at, 'continue-on-error']),
          found: `continue-on-error of the job ${job.id}`,
          fix,
        },
      ]
    : [];
  const inSteps = gates.flatMap((gate)          => {
    const kind = looksAt(job, gate) ? 'handled' : 'ignored';
    const name = gateUse(gate) ?? '';
    if (isSet(gate['continue-on-error']))
      return [
        {
          kind,
          line: lineOf([...gate.at, 'continue-on-error']),
          found: `continue-on-error of the step with ${name}`,
          fix,
        },
      ]
    if (!reports(gate) || isJudgedLater(job, gate, jobs)) return []
    const line = lineOf([...gate.at, 'with', 'on-failure']);
    return [
      {
        kind: 'handled',
        line,
        found: `on-failure: report of ${name}`,
        fix: 'Take on-failure: report away, or fail a later step on its output verdict',
      },
    ]
  });
  return [...inJob, ...inSteps]
}

function skipped(job           , gates                       , lineOf                    )          {
  const fix = `Write if: \${{ !cancelled() }} there, and put any other condition on steps that are no gate`;
  if (job.if !== undefined && !alwaysHolds(job.if))
    return [{ kind: 'skipped', line: lineOf([...job.at, 'if']), found: `if: ${job.if} of the job ${job.id}`, fix }]
  if (job.if === undefined && job.needs.length > 0) {
    const line = lineOf([...job.at, 'needs']);
    return [
      {
        kind: 'skipped',
        line,
        found: `needs: ${job.needs.join(', ')} of the job ${job.id}, one of which may fail`,
        fix,
      },
    ]
  }
  return gates.flatMap((gate)          =>
    gate.if === undefined || alwaysHolds(gate.if)
      ? []
      : [
          {
            kind: 'skipped',
            line: lineOf([...gate.at, 'if']),
            found: `if: ${gate.if} of the step with ${gateUse(gate)}`,
            fix,
          },
        ],
  )
}

const reports = ({ with: inputs }            ) => inputs?.['on-failure'] === 'report';

/** Whether a gate measures a shard only, which judges nothing, and a job that waits for it joins the shards and fails by its verdict. */
const isJudgedLater = ({ id }           , gate            , jobs                      )          =>
  isGiven(gate, 'shard') &&
  jobs.some(
    job =>
      job.needs.includes(id) &&
      job.steps.some(step => gateUse(step) === gateUse(gate) && isGiven(step, 'merge') && !reports(step)),
  );

const isGiven = ({ with: inputs }            , input        ) =>
  ![undefined, null, ''].some(none => none === inputs?.[input]);

const isSet = (value                              ) => value !== undefined && value !== false && value !== 'false';

/** Whether a later step of the job looks at how the gate ended. */
function looksAt({ steps }           , gate            )          {
  if (gate.id === undefined) return false
  const later = JSON.stringify(steps.slice(steps.indexOf(gate) + 1));
  return [`steps.${gate.id}.outcome`, `steps.${gate.id}.outputs.verdict`].some(name => later.includes(name))
}

/** How a step or job looks like a promotion: `model`, of a model for certain; `delivery`, of something that may be one. */
                            
                                     
                        
                                                                       
                        
 

const MODEL_COMMANDS                              = [
  [/set[-_]registered[-_]model[-_]alias/, 'an alias set in MLflow'],
  [/transition[-_]model[-_]version[-_]stage/, 'a stage set in MLflow'],
  [/\bgto\s+(?:assign|register)\b/, 'gto'],
  [/\bsagemaker\s+(?:update-model-package|update-endpoint|create-endpoint|create-model)\b/, 'aws sagemaker'],
  [/\baz\s+ml\s+(?:model|online-deployment|online-endpoint|batch-deployment)\s+(?:create|update)\b/, 'az ml'],
  [/\bgcloud\s+ai\s+(?:models\s+upload|endpoints\s+deploy-model)\b/, 'gcloud ai'],
  [/\b(?:hf|huggingface-cli)\s+upload\b/, 'an upload to Hugging Face'],
];
const DELIVERY_COMMANDS                              = [
  [/\bproofmark(?:\.js)?["']?\s+promote\b/, 'proofmark promote'],
  [/\bgh\s+release\s+(?:create|upload|edit)\b/, 'gh release'],
  [/\bkubectl\s+(?:apply|set\s+image|rollout)\b/, 'kubectl'],
  [/\bhelm\s+(?:upgrade|install)\b/, 'helm'],
];
const RELEASE_ACTIONS = ['softprops/action-gh-release', 'ncipollo/release-action', 'actions/create-release'];
const PROMOTE_ACTION = /(?:^|\/)proofmark\/actions\/promote$|^[.$]\/actions\/promote$/;
const DEPLOYED = /prod|live|deploy|release|champion/i;
const SPEAKS_OF_MODELS =
  /\bmodels?\b|mlflow|\/proofmark[@/]|\.(?:joblib|pkl|pickle|onnx|safetensors|keras|h5|pt|pth|gguf)\b/i;

const MODEL_FILE = /\.(?:joblib|pkl|pickle|onnx|safetensors|keras|h5|pt|pth|gguf)\b/i;

/** Whether a workflow is about models at all. */
const speaksOfModels = ({ name, path, jobs }          )          =>
  [SPEAKS_OF_MODELS, MODEL_FILE].some(pattern => pattern.test(JSON.stringify([name, path, jobs])));

/** The first thing in a job that looks like a promotion; delivering anything counts only in a workflow `ofModels`. */
function promotionOf(job           , ofModels         )                        {
  const found = job.steps.flatMap((step, i) => promotionIn(step, i) ?? []);
  const model = found.find(({ kind }) => kind === 'model');
  if (model || !ofModels) return model
  if (found[0]) return found[0]
  const environment = typeof job.environment === 'object' ? job.environment.name : job.environment;
  return environment !== undefined && DEPLOYED.test(environment)
    ? { kind: 'delivery', found: `environment: ${environment}` }
    : undefined
}

function promotionIn({ uses, run = '', with: inputs }            , step        )                        {
  const named = (commands                             ) => commands.find(([pattern]) => pattern.test(run))?.[1];
  const script = named(MODEL_COMMANDS);
  if (script !== undefined) return { kind: 'model', found: script, step }
  const delivery = named(DELIVERY_COMMANDS);
  const files = delivery === 'gh release' ? run : String(inputs?.files ?? inputs?.artifacts ?? '');
  const name = uses === undefined ? '' : actionReference(uses).name;
  const action = RELEASE_ACTIONS.includes(name) || PROMOTE_ACTION.test(name) ? name : undefined;
  const found = delivery ?? action;
  if (found === undefined) return undefined
  return { kind: MODEL_FILE.test(files) ? 'model' : 'delivery', found, step }
}

/** A promotion that neither its own steps nor the jobs it needs have certified or verified. */
const promotedWithoutGate = defineRule({
  id: 'promoted-without-gate',
  title: 'Only what a gate has certified is promoted',
  expected: 'the gate or the verify action before what looks like a promotion',
  severities: SEVERITIES['promoted-without-gate'],
  find(workflow          ) {
    const ofModels = speaksOfModels(workflow);
    const byId = new Map(workflow.jobs.map(job => [job.id, job]));
    return workflow.jobs.flatMap((job)                          => {
      const promotion = promotionOf(job, ofModels);
      const judged = promotion && judge(job, promotion, byId);
      return judged ? [{ ...judged, line: lineOfPromotion(job, promotion, workflow) }] : []
    })
  },
});

function judge(
  job           ,
  promotion           ,
  byId                                ,
)                                                  {
  const { kind, found, step } = promotion;
  const own = job.steps.findIndex((each, i) => i <= (step ?? Number.POSITIVE_INFINITY) && certifies(each));
  if (own !== -1) {
    const despite = step !== undefined && outlivesFailure(job.steps[step]?.if);
    return despite ? { kind: 'despite', found: `${found} under if: ${job.steps[step]?.if}`, fix: AFTER } : undefined
  }
  const gated = neededBy(job, byId).some(({ steps }) => steps.some(certifies));
  if (!gated) return { kind, found: `${found} in the job ${job.id} without one`, fix: FIX }
  return outlivesFailure(job.if) ? { kind: 'despite', found: `${found} under if: ${job.if}`, fix: AFTER } : undefined
}

const FIX =
  'Put a step with proofmark/proofmark/actions/verify (certificate, model, key) before it, or name the job that runs the gate under needs:';
const AFTER = 'Take the if: away, so that it runs only after the gate has passed';

/** Every job that this one waits for, directly or not. */
function neededBy(job           , byId                                )              {
  const found = new Set           ();
  const open = [job];
  for (let next = open.pop(); next; next = open.pop())
    for (const needed of next.needs.flatMap(id => byId.get(id) ?? []))
      if (!found.has(needed)) {
        found.add(needed);
        open.push(needed);
      }
  return [...found]
}

function lineOfPromotion(job           , { step, found }           , { lineOf }          )         {
  if (step === undefined) return lineOf([...job.at, 'environment'])
  const placed = job.steps[step];
  if (!placed) return lineOf(job.at)
  return lineOf(
    [...placed.at, placed.run === undefined ? 'uses' : 'run'],
    placed.run?.includes(found) ? found : undefined,
  )
}

/** A reusable workflow that is handed every secret. */
const secretsInherit = defineRule({
  id: 'secrets-inherit',
  title: 'A called workflow gets only the secrets it needs',
  expected: 'secrets to be handed to a called workflow by name',
  severities: SEVERITIES['secrets-inherit'],
  find: ({ jobs, lineOf }          ) =>
    jobs.flatMap(({ uses, secrets, at })                          => {
      if (uses === undefined || secrets !== 'inherit') return []
      return [
        {
          kind: actionReference(uses).pinned ? 'pinned' : 'elsewhere',
          line: lineOf([...at, 'secrets']),
          found: `secrets: inherit for ${uses}`,
          fix: `Name each under secrets:, e.g. PROOFMARK_KEY: '\${{ secrets.PROOFMARK_KEY }}'`,
        },
      ]
    }),
});

/** Longest expression that is read; a longer one is taken whole. */
const MAX_LENGTH = 2000;

/** The insides of every `${{ }}` in a text. */
function expressionsIn(text        )           {
  return text
    .split('${{')
    .slice(1)
    .map(part => part.split('}}', 1)[0] ?? '')
}

/** Functions whose value is true, false or a digest, whatever they are given. */
const HARMLESS_CALL = /\b(?:contains|startswith|endswith|hashfiles)\([^()]*\)/g;
const COMPARISON = /[=!]=|[<>]|^\s*!/;

/**
 * The contexts whose text an expression can become, lower case and dotted (`github.event.issue.title`; an index is `*`). What is
 * only compared, or only asked about, is left out.
 */
function contextsIn(expression        )           {
  const plain = expression
    .slice(0, MAX_LENGTH)
    .toLowerCase()
    .replaceAll(/\[\s*'([\w-]+)'\s*\]/g, '.$1')
    .replaceAll(/'(?:[^']|'')*'/g, "''")
    .replaceAll(/\[[^[\]]*\]/g, '.*')
    .replaceAll(/\s*\.\s*/g, '.')
    .replaceAll(HARMLESS_CALL, 'true');
  return plain
    .split(/&&|\|\|/)
    .filter(part => !COMPARISON.test(part))
    .flatMap(part => part.match(/\b[a-z_][\w-]*(?:\.(?:[\w-]+|\*))*(?![\w(.-])/g) ?? [])
}

/** Whose text it is: `stranger`, anybody who opens a pull request or an issue; `writer`, who can push or start a workflow. */
                                          

/** What GitHub makes itself, of characters that a shell reads as they are. */
const MADE_BY_GITHUB =
  /(?:\.(?:id|node_id|number|sha|head_sha|commit_id|merge_commit_sha|before|after|login|full_name|html_url|url|created_at|updated_at|merged|draft|private|fork|action|state|type|conclusion|status|run_number|run_attempt|author_association)|\.workflow_run\.event)$/;
const OF_WRITERS =
  /^(?:inputs|github\.(?:ref|ref_name|event\.(?:inputs|client_payload|release|repository|organization|ref|base_ref|workflow|deployment|merge_group|pull_request\.base|workflow_run\.name))(?:$|\.))/;
const OF_STRANGERS = /^github(?:$|\.\*|\.head_ref$|\.event(?:$|\.))/;

/** Whose text this context is; undefined where it cannot carry a command. */
function authorOf(context        )                     {
  if (/^inputs(?:\.|$)/.test(context)) return 'writer'
  if (MADE_BY_GITHUB.test(context)) return undefined
  if (OF_WRITERS.test(context)) return 'writer'
  return OF_STRANGERS.test(context) ? 'stranger' : undefined
}

/** Whose text an expression can become, directly or by way of the variables `env` that are in force. */
function authorsOf(expression        , env                             )                     {
  const authors = contextsIn(expression).map(context =>
    context.startsWith('env.') ? env.get(context.slice('env.'.length)) : authorOf(context),
  );
  return authors.includes('stranger') ? 'stranger' : authors.find(author => author !== undefined)
}

/** Text that others write, put into a script before the shell reads it. */
const templateInjection = defineRule({
  id: 'template-injection',
  title: "No script is made of others' text",
  expected: 'no script to hold an expression whose text others write',
  severities: SEVERITIES['template-injection'],
  find: ({ env, jobs, lineOf }          ) =>
    jobs.flatMap(job =>
      job.steps.flatMap(step => {
        const variables = new Map([env, job.env, step.env].flatMap(written));
        return expressionsIn(scriptOf(step)).flatMap((expression)                            => {
          const kind = authorsOf(expression, variables);
          if (kind === undefined) return []
          const whole = `\${{${expression}}}`;
          const at = [...step.at, ...(step.run === undefined ? ['with', 'script'] : ['run'])];
          const shown = `\${{ ${expression.trim()} }}`;
          return [{ kind, line: lineOf(at, whole.split('\n')[0]), found: shown, fix: fixFor$1(step, shown) }]
        })
      }),
    ),
});

const scriptOf = (step            )         =>
  step.run ?? (usesAction(step, 'actions/github-script') ? String(step.with?.script ?? '') : '');

/** The variables of an `env` map that others' text is in. */
function written(env         )                     {
  if (typeof env !== 'object' || env === null) return []
  return Object.entries(env).flatMap(([name, value])                     => {
    const authors = expressionsIn(String(value)).map(expression => authorsOf(expression, new Map()));
    const author = authors.includes('stranger') ? 'stranger' : authors.find(each => each !== undefined);
    return author === undefined ? [] : [[name.toLowerCase(), author]]
  })
}

const fixFor$1 = ({ run }            , shown        ) =>
  run === undefined
    ? `Give the step env: { TEXT: '${shown}' } and write process.env.TEXT in the script`
    : `Give the step env: { TEXT: '${shown}' } and write "$TEXT" in the script`;

/** An action, a reusable workflow or an image named by a tag or branch, ours too. */
const unpinnedUses = defineRule({
  id: 'unpinned-uses',
  title: 'Every action is pinned to a commit',
  expected: 'every action of another repository to be pinned to a full commit',
  severities: SEVERITIES['unpinned-uses'],
  find: ({ jobs, lineOf }          ) =>
    jobs
      .flatMap(job => [job, ...job.steps])
      .flatMap(({ uses, at })                              => {
        if (uses === undefined || actionReference(uses).pinned) return []
        return [{ kind: 'moving', line: lineOf([...at, 'uses']), found: uses, fix: fixFor(uses) }]
      }),
});

function fixFor(uses        )         {
  const { kind, name, ref = 'HEAD' } = actionReference(uses);
  if (kind === 'image')
    return `Write uses: docker://${name.split('@')[0]}@sha256:DIGEST, the digest that docker pull prints`
  const [owner, repository] = name.split('/');
  return `Write uses: ${name}@COMMIT # ${ref}, the last commit that git ls-remote https://github.com/${owner}/${repository} '${ref}' '${ref}^{}' prints`
}

var rules = /*#__PURE__*/Object.freeze({
  __proto__: null,
  artipacked: artipacked,
  dangerousTriggers: dangerousTriggers,
  excessivePermissions: excessivePermissions,
  gateSkippable: gateSkippable,
  promotedWithoutGate: promotedWithoutGate,
  secretsInherit: secretsInherit,
  templateInjection: templateInjection,
  unpinnedUses: unpinnedUses
});

export { partlySearchedCheck as a, unreadDependencyFile as b, checkId as c, readDependencyFile as d, readIncluded as e, byRank as f, declaresDependencies as g, waiveFindings as h, artefactCheck as i, parse as j, mergeAliases as m, noSecretsCheck as n, parseJson as p, rules as r, secretsCheck as s, unsearchedCheck as u, waivedNames as w };
