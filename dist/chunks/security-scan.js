import { f as findingWaivers } from './policy-waivers.js';
import { w as waivedNames, s as secretsCheck, n as noSecretsCheck, c as checkId, d as byRank, e as declaresDependencies, m as mergeAliases, f as waiveFindings, g as artefactCheck } from './secrets-check.js';
import { a as stoppedScan } from './stopped-scan.js';
import { w as waiversCheck } from './waivers-check.js';
import { m as matchWaiver } from './match-waiver.js';
import { U as UserError } from './user-error.js';
import { i as inOrder } from './in-order.js';
import { i as isInBaseline, r as readBaseline } from './baseline.js';
import { p as printable } from './printable.js';
import { b as publicVersion, p as packageName, v as versionsOf, c as partsAbout } from './osv-record.js';
import { c as MAX_PACKAGES$1 } from './evidence.js';
import { w as worstSeverity } from './limits.js';
import { r as resolveInclude, o as openContract } from './open-contract.js';
import { c as contractColumns, d as declaredMethod, p as parseManifest, m as manifestPath } from './manifest.js';
import { i as isSensitive } from './read-contract.js';
import { c as counted, l as listed$1, f as formatNumber } from './format2.js';
import { g as grouped } from './grouped.js';
import { m as requireSuccesses, p as probability, e as binomial, y as smallestWhole } from './clopper-pearson.js';
import { n as nameWords } from './name-words.js';
import { k as kinds } from './index11.js';

/** Outcomes this close to the observed one's probability count as equally likely, as in R and SciPy. */
const TIE = 1 + 1e-7;

/**
 * The exact binomial test of k successes in n trials against probability p; the statistic is k / n.
 *
 * Two-sided: the total probability of all outcomes no more likely than the observed one.
 */
function binomTest(k        , n        , p = 0.5, alternative              = 'two-sided')             {
  requireSuccesses(k, n);
  probability(p);
  const { cdf, sf, pmf } = binomial(n, p);
  const limit = pmf(k) * TIE;
  const twoSided = () => {
    if (k === p * n) return 1
    if (limit === 0) return 0
    if (k < p * n) {
      const from = Math.ceil(p * n);
      return cdf(k) + sf(from + smallestWhole(n - from + 1, i => pmf(from + i) <= limit) - 1)
    }
    const from = Math.floor(p * n);
    return sf(k - 1) + cdf(from - smallestWhole(from + 1, i => pmf(from - i) <= limit))
  };
  const pValue = alternative === 'less' ? cdf(k) : alternative === 'greater' ? sf(k - 1) : twoSided();
  return { statistic: k / n, pValue: Math.min(1, pValue) }
}

/**
 * Holds the policy's waivers against the check of one rule of workflows: what is excepted only warns. A waiver is of the rule, in one
 * content of the file, so it excepts every finding of the rule there, and none that comes later.
 */
function waiveWorkflowCheck(
  check       ,
  waivers         ,
  digestOf                                      ,
)        {
  const { status, measured, locations = [] } = check;
  const rule = measured?.method;
  const of = digestOf(locations[0]?.file ?? '');
  const isFinding = check.id.startsWith('workflow.') && (status === 'fail' || status === 'warn');
  if (!isFinding || rule === undefined || of === undefined) return check
  const match = matchWaiver(waivers, { rule: 'workflow', names: [rule], of });
  if (!('waiver' in match))
    return match.missed === undefined ? check : { ...check, reason: `${check.reason}; ${match.missed}` }
  return {
    ...check,
    status: 'warn',
    reason: `${waivedNames([match.waiver])}: ${check.reason}`,
    locations: locations.map(location => ({ ...location, waiver: 0 })),
    waivers: [match.waiver],
  }
}

/** What a pull request would change about the baseline once merged; none where nothing. */
function baselineChanges(path        , base                      , head                      )          {
  const added = (head?.secrets ?? []).filter(each => !base || !isInBaseline(base, each));
  if (added.length === 0) return []
  const places = [...new Set(added.map(each => each.path))].slice(0, 5).join(', ');
  return [
    {
      id: 'secrets-baseline.changed',
      title: 'The baseline of credentials would grow',
      status: 'warn',
      reason: `This pull request adds ${added.length} to ${path} (in ${places}); this run was decided by the base branch's`,
      hint: 'The change takes effect after the merge: see that each of them was there before, and is being revoked',
      locations: [{ file: path }],
    },
  ]
}

/** The check of a baseline that the settings name and that is not there. */
const missingBaseline = (path        )        => ({
  id: 'secrets-baseline',
  title: 'The baseline of credentials is there',
  status: 'inconclusive',
  reason: `Expected ${path}, which security.secrets.baseline names, but found none`,
  hint: 'Write it with `proofmark secrets-baseline`, from what this scan has found',
});

/** Holds baseline and waivers against what was found; what another tool has found in a line where we have too is told once. */
function judgeSecrets(
  found                        ,
  baseline                      ,
  waivers         ,
  digestOf                                      ,
)                 {
  const own = new Set(found.filter(({ tool }) => tool === undefined).map(placeOf));
  return found
    .filter(secret => secret.tool === undefined || secret.line === undefined || !own.has(placeOf(secret)))
    .map(secret => {
      const known = baseline && isInBaseline(baseline, secret) ? { known: true          } : {};
      const of = digestOf(secret.path);
      const match = of === undefined ? {} : matchWaiver(waivers, { rule: 'secrets', names: [secret.fingerprint], of });
      return 'waiver' in match
        ? { secret: { ...secret, ...known, waiver: match.waiver } }
        : { secret: { ...secret, ...known }, ...match }
    })
}

const placeOf = ({ path, line }             ) => `${path}\0${line}`;

/** Longest baseline that is read, in bytes. */
const MAX_DOCUMENT = 64 * 1024 * 1024;

/** What has been searched for credentials so far. */
                             
                               
                             
 

const startSecretScan = ()             => ({ found: [], searched: { texts: 0, models: 0 } });

/** Judges all that was found by baseline and waivers: one check per file, or one that stands for all. */
async function judgeSecretScan(
  scan            ,
  materials                     ,
  settings          ,
  ports       ,
  waivers         ,
)                                                                                                         {
  const baseline = await baselineOf(settings.security.secrets.baseline, ports);
  const digests = new Map(materials.map(({ name, digest }) => [name, digest.sha256]));
  const judged = judgeSecrets(scan.found, baseline.counts, waivers, path => digests.get(path));
  const checks = [...Map.groupBy(judged, ({ secret }) => secret.path)].map(([path, group]) => secretsCheck(path, group));
  const { texts, models } = scan.searched;
  if (judged.length === 0 && texts + models > 0) checks.push(noSecretsCheck(scan.searched));
  return {
    materials: baseline.materials,
    checks: [...checks, ...baseline.changes],
    secrets: judged.map(({ secret }) => secret),
  }
}

/** The baseline that counts: in a pull request the base branch's, as the policy does. */
async function baselineOf(
  path                    ,
  { files, base }       ,
)                                                                                     {
  if (path === undefined) return { counts: undefined, changes: [], materials: [] }
  if (!base && !(await files.exists(path)))
    return { counts: undefined, changes: [missingBaseline(path)], materials: [] }
  if (!base) {
    const counts = readBaseline(path, await files.readText(path, { maxBytes: MAX_DOCUMENT }));
    const { sha256, bytes } = await files.digest(path);
    return { counts, changes: [], materials: [{ name: path, role: 'settings', digest: { sha256 }, bytes }] }
  }
  const text = await base.readText(path);
  const counts = text === undefined ? undefined : readBaseline(path, text);
  const exists = await files.exists(path);
  const head = exists ? readBaseline(path, await files.readText(path, { maxBytes: MAX_DOCUMENT })) : undefined;
  return { counts, changes: baselineChanges(path, counts, head), materials: [] }
}

/** PyPI's names of packages that conda channels call otherwise, where they matter to models. */
const CONDA_NAMES                                   = {
  pytorch: 'torch',
  'pytorch-cpu': 'torch',
  'pytorch-gpu': 'torch',
  'tensorflow-base': 'tensorflow',
  'tensorflow-cpu': 'tensorflow',
  'tensorflow-gpu': 'tensorflow',
  'py-xgboost': 'xgboost',
  'py-xgboost-cpu': 'xgboost',
  'py-xgboost-gpu': 'xgboost',
  'py-opencv': 'opencv-python',
  opencv: 'opencv-python',
  'matplotlib-base': 'matplotlib',
  'msgpack-python': 'msgpack',
  'ray-core': 'ray',
  'dask-core': 'dask',
  importlib_metadata: 'importlib-metadata',
};

/** What is asked of advisories about a requirement: its version, or any where it allows a range; undefined where no advisories are kept. */
function lookedUp({ ecosystem, name, version, range }             )                             {
  if (version === undefined && range === undefined) return undefined
  switch (ecosystem) {
    case 'PyPI':
      return { ecosystem, name, ...(version === undefined ? {} : { version: publicVersion(version) }) }
    case 'npm':
      return { ecosystem, name, ...(version === undefined ? {} : { version }) }
    case 'conda':
      return version === undefined
        ? undefined
        : { ecosystem: 'PyPI', name: nameOnPyPI(name), version: publicVersion(version) }
    default:
      return undefined
  }
}

/** `constructor` is a package of conda, and a member of every object. */
const nameOnPyPI = (name        ) =>
  (Object.hasOwn(CONDA_NAMES, name) ? CONDA_NAMES[name] : undefined) ?? packageName(name);

/** One text per package and version. */
const keyOf$1 = ({ ecosystem, name, version = '' }                )         => `${ecosystem} ${name} ${version}`;

/** A fault in how a library loads files of some formats: dangerous where the artefact and the loader meet. */
                                 
                                 
                                    
                         
                                         
                        
                                                 
                                     
                                                   
                                                          
                       
                         
 

const TORCH = ['torch', 'torch-legacy', 'torchscript'];

/** Faults of loaders by the formats they concern; `fail` where loading the file itself can run code or read any file. */
const LOADER_ADVISORIES                            = [
  {
    ids: ['CVE-2025-32434', 'GHSA-53q9-r3pm-6pq6'],
    loader: 'torch',
    fixed: '2.6.0',
    formats: TORCH,
    status: 'fail',
    what: 'runs code from a checkpoint even with weights_only=True',
    source: 'https://github.com/pytorch/pytorch/security/advisories/GHSA-53q9-r3pm-6pq6',
  },
  {
    ids: ['CVE-2026-24747'],
    loader: 'torch',
    fixed: '2.10.0',
    formats: TORCH,
    status: 'fail',
    what: 'lets a checkpoint corrupt memory even with weights_only=True',
    source: 'https://nvd.nist.gov/vuln/detail/CVE-2026-24747',
  },
  {
    ids: ['CVE-2026-1462', 'GHSA-4f3f-g24h-fr8m'],
    loader: 'keras',
    fixed: '3.13.2',
    formats: ['keras'],
    status: 'fail',
    what: 'loads a foreign SavedModel that the file names, even in safe mode',
    source: 'https://github.com/advisories/GHSA-4f3f-g24h-fr8m',
  },
  {
    ids: ['CVE-2026-27489', 'CVE-2026-34446', 'CVE-2026-34447'],
    loader: 'onnx',
    fixed: '1.21.0',
    formats: ['onnx'],
    status: 'fail',
    what: 'reads files outside the folder of the model as external data',
    source: 'https://nvd.nist.gov/vuln/detail/CVE-2026-27489',
  },
  {
    // The way in is config.json beside the weights, not the weights: so it warns.
    ids: ['CVE-2026-4372'],
    loader: 'transformers',
    fixed: '5.3.0',
    formats: ['safetensors', 'gguf', ...TORCH],
    status: 'warn',
    what: 'runs code that the config.json beside the weights names, without trust_remote_code',
    source: 'https://nvd.nist.gov/vuln/detail/CVE-2026-4372',
  },
  {
    ids: ['CVE-2025-54412', 'CVE-2025-54413'],
    loader: 'skops',
    fixed: '0.12.0',
    formats: ['skops'],
    status: 'fail',
    what: 'calls methods and operators that it shows as another, trusted type',
    source: 'https://skops.readthedocs.io/en/stable/changes.html',
  },
];

/** A scanned file, and the ids of the formats it is, divided by `+`. */
                           
                       
                         
 

const NO_WAIVERS          = { list: [], now: new Date(0) };
/** Files that a check lists. */
const SHOWN$4 = 10;

/** The check of a pinned loader that has a known fault in loading a file of the scan; none where the two do not meet. */
function loaderCheck(
  file        ,
  requirement             ,
  artefacts                     ,
  policy          = NO_WAIVERS,
)                    {
  const loader = lookedUp(requirement);
  const { version } = loader ?? {};
  if (loader?.ecosystem !== 'PyPI' || version === undefined) return undefined
  const found = LOADER_ADVISORIES.filter(
    each => each.loader === loader.name && versionsOf.PyPI.compare(version, each.fixed) < 0,
  )
    .filter(({ formats }) => artefacts.some(artefact => isOneOf(artefact, formats)))
    .map(each => {
      const of = `${requirement.name}@${requirement.version}`;
      return { ...each, ...matchWaiver(policy, { rule: 'vulnerabilities', names: each.ids, of }) }
    });
  const update = found
    .map(({ fixed }) => fixed)
    .toSorted(versionsOf.PyPI.compare)
    .at(-1);
  if (update === undefined) return undefined
  const met = artefacts.filter(artefact => found.some(({ formats }) => isOneOf(artefact, formats)));
  const faults = found.map(({ ids, what, fixed }) => `${what} (${ids.join(', ')}, fixed in ${fixed})`);
  const waivers = [...new Set(found.flatMap(each => ('waiver' in each ? each.waiver : [])))];
  const excused = [
    ...(waivers.length > 0 ? [waivedNames(waivers)] : []),
    ...new Set(found.flatMap(each => ('missed' in each ? (each.missed ?? []) : []))),
  ];
  const isWhollyWaived = found.every(each => 'waiver' in each);
  const more = met.length > 1 ? ` and ${met.length - 1} more` : '';
  return {
    id: checkId('loader', `${file}:${loader.name}@${version}`),
    title: `${loader.name} ${printable(version)} in ${file} loads the scanned files safely`,
    status: found.some(each => each.status === 'fail' && !('waiver' in each)) ? 'fail' : 'warn',
    measured: { value: printable(version), method: 'loader-advisories' },
    required: { comparator: '>=', value: update },
    reason:
      `Expected ${loader.name} ${update} or later to load ${met[0]?.path}${more} but ${file}:${requirement.line} pins ` +
      `${printable(version)}, which ${[faults.join('; and '), ...excused].join('; ')}`,
    hint: `Update ${loader.name} to ${update} or later`,
    locations: [
      { file, line: requirement.line, note: printable(requirement.requirement) },
      ...met.slice(0, SHOWN$4).map(({ path }) => ({ file: path })),
    ].map(location => ({ ...location, ...(isWhollyWaived && { waiver: 0 }) })),
    ...(waivers.length > 0 && { waivers }),
  }
}

const isOneOf = ({ format }          , formats                   )          =>
  format.split('+').some(id => formats.includes(id));

/**
 * Whether a range allows a version that the advisory says is affected: one it lists, or a bound of its ranges. A range is no
 * version, so this is for information; advisories of PyPI list every release, those of npm give bounds only.
 */
function allowsAffected(record           , of                , range        )          {
  const { allows } = versionsOf[of.ecosystem];
  return partsAbout(record, of).some(({ versions: listed, ranges }) => {
    const bounds = (ranges ?? [])
      .filter(({ type }) => type === 'ECOSYSTEM' || type === 'SEMVER')
      .flatMap(({ events }) => events.flatMap(({ introduced, last_affected: last }) => [introduced, last]));
    return [...(listed ?? []), ...bounds].some(version => version !== undefined && allows(range, version) === true)
  })
}

/** Whether it is no fault of a package but the package itself: OSV's ids of malicious packages begin with MAL-. */
const isMalicious = ({ ids }                            )          => ids.some(id => id.startsWith('MAL-'));

/** Whether it may stand for now: it is waived, or the base branch has it; a malicious package may not. */
const isExcused = (vulnerability                     )          =>
  !isMalicious(vulnerability) && (vulnerability.waiver !== undefined || vulnerability.onBase === true);

/** Holds the policy's waivers, and what stands on the base branch, against the vulnerabilities of one version of a package; a malicious package is critical whoever says otherwise. */
function judgeVulnerabilities(
  vulnerabilities                          ,
  { name, version }                                                     ,
  policy         ,
  isOnBase                                            = () => false,
)                        {
  return vulnerabilities
    .map((known)                      => {
      const each = { ...known, ...(isOnBase(known) && { onBase: true          }) };
      const match = matchWaiver(policy, { rule: 'vulnerabilities', names: each.ids, of: `${name}@${version}` });
      if (!isMalicious(each)) return { ...each, ...match }
      const refused = 'waiver' in match ? { missed: 'no waiver holds for a malicious package' } : match;
      return { ...each, severity: 'critical', ...refused }
    })
    .toSorted((a, b) => Number(isExcused(a)) - Number(isExcused(b)) || byRank(a, b))
}

/** What stands by the dependency files of the base, and by what is known of the versions they name. */
function standing(
  files                           ,
  knownOf                                                        ,
)           {
  const ids = new Set        ();
  const versions = new Set        ();
  for (const file of files) {
    if ('reported' in file) for (const each of file.reported) note(file.path, each, each.vulnerabilities);
    if (!('declared' in file)) continue
    for (const requirement of file.declared.requirements) {
      const { ecosystem, name, version } = requirement;
      if (ecosystem === undefined || version === undefined) continue
      versions.add(`${keyOf({ ecosystem, name })}@${version}`);
      note(file.path, { ecosystem, name }, knownOf(requirement));
    }
  }
  return {
    has: (file, found, vulnerability, isReported) =>
      vulnerability.ids.some(id => ids.has(`${file}\0${keyOf(found)}\0${id}`)) ||
      (isReported && versions.has(`${keyOf(found)}@${found.version}`)),
  }

  function note(file        , of                          , vulnerabilities                          )       {
    for (const id of vulnerabilities.flatMap(each => each.ids)) ids.add(`${file}\0${keyOf(of)}\0${id}`);
  }
}

const keyOf = ({ ecosystem, name }                          ) =>
  `${ecosystem} ${ecosystem === 'PyPI' ? packageName(name) : name}`;

/** The first version in which all vulnerabilities are mended; undefined where one has no fix, or the ecosystem's order is not known. */
function updateOf(ecosystem        , vulnerabilities                          )                     {
  const fixes = vulnerabilities.map(({ fixed }) => fixed);
  const known = fixes.filter(fixed => fixed !== undefined);
  if (known.length < fixes.length || (ecosystem !== 'PyPI' && ecosystem !== 'npm')) return undefined
  return known.toSorted(versionsOf[ecosystem].compare).at(-1)
}

/** Dependencies that a check lists; the result has them all. */
const SHOWN$3 = 10;

/**
 * The check of one file that declares dependencies: each should name exactly one version. `vulnerable` has, by the name of a
 * dependency without one, the known vulnerabilities of versions it allows; `matchOf` what the policy's waivers say of it.
 */
function dependenciesCheck(
  path        ,
  { requirements, includes }          ,
  vulnerable                                         = new Map(),
  matchOf                                                   = () => ({}),
)        {
  const loose = requirements.filter(({ pinned }) => !pinned).map(each => ({ ...each, ...matchOf(each.name) }));
  const open = loose.filter(each => !('waiver' in each));
  const waivers = [...new Set(loose.flatMap(each => ('waiver' in each ? each.waiver : [])))];
  const missed = new Set(loose.flatMap(each => ('missed' in each ? (each.missed ?? []) : [])));
  const named = includes.filter(({ constraint }) => !constraint).map(include => printable(include.path));
  const further = named.length > 0 ? `; what ${named.join(', ')} declares is judged by its own check` : '';
  const names = [...new Set(open.map(({ name }) => printable(name)))];
  const allowed = [...vulnerable]
    .filter(([name]) => open.some(each => each.name === name))
    .map(([name, ids]) => `${printable(name)} (${printable(ids.slice(0, 3).join(', '))}${ids.length > 3 ? ', …' : ''})`);
  const known = allowed.length > 0 ? `; vulnerable versions are allowed of ${listed(allowed)}` : '';
  return {
    id: checkId('dependencies', path),
    title: `Every dependency in ${path} has an exact version`,
    status: loose.length > 0 ? 'warn' : 'pass',
    measured: { value: loose.length, unit: 'dependencies', n: requirements.length },
    required: { comparator: '=', value: 0 },
    reason: [
      open.length > 0
        ? `Expected an exact version of every dependency but ${open.length} of ${requirements.length} have none: ${listed(names)}${known}${further}`
        : loose.length > 0
          ? `Expected an exact version of every dependency but ${loose.length} of ${requirements.length} have none`
          : `All ${requirements.length} dependencies have an exact version${further}`,
      ...(waivers.length > 0 ? [waivedNames(waivers)] : []),
      ...missed,
    ].join('; '),
    ...(open.length > 0 ? { hint: 'Pin each with ==, or install from a lock file' } : {}),
    locations:
      loose.length > 0
        ? [...open, ...loose.filter(each => 'waiver' in each)].slice(0, SHOWN$3).map(each => ({
            file: path,
            line: each.line,
            note: each.requirement,
            ...('waiver' in each && { waiver: waivers.indexOf(each.waiver) }),
          }))
        : [{ file: path }],
    ...(waivers.length > 0 && { waivers }),
  }
}

/** The check of a file that declares dependencies in a way nobody can read. */
function unreadDependenciesCheck(path        , { message, hint, line, file = path }           )        {
  return {
    id: checkId('dependencies', path),
    title: `Every dependency in ${path} has an exact version`,
    status: 'inconclusive',
    reason: message,
    ...(hint === undefined ? {} : { hint }),
    locations: [{ file, ...(line === undefined ? {} : { line }) }],
  }
}

const listed = (names                   ) =>
  names.length > SHOWN$3 ? `${names.slice(0, SHOWN$3).join(', ')} and ${names.length - SHOWN$3} more` : names.join(', ');

/** Vulnerabilities that a check lists; the result has them all. */
const SHOWN$2 = 5;

/** The check of one version of a package that has known vulnerabilities: it fails where one is critical or high. */
function vulnerablePackageCheck(found                   )        {
  const { file, line, source, vulnerabilities, byConda } = found;
  const [name, version] = [printable(found.name), printable(found.version)];
  const worst = worstSeverity(vulnerabilities.map(({ severity }) => severity));
  const waivers = vulnerabilities.flatMap(({ waiver }) => waiver ?? []);
  const missed = [...new Set(vulnerabilities.flatMap(each => each.missed ?? []))];
  const listed = vulnerabilities.slice(0, SHOWN$2).map(described).join('; ');
  const more = vulnerabilities.length > SHOWN$2 ? ` and ${vulnerabilities.length - SHOWN$2} more` : '';
  const place = line === undefined ? file : `${file}:${line}`;
  return {
    id: checkId('vulnerabilities', `${file}:${found.ecosystem}:${name}@${version}`),
    title: `${name} ${version} in ${file} has no known vulnerability`,
    status: statusOf(found),
    measured: { value: vulnerabilities.length, unit: 'vulnerabilities', method: source },
    required: { comparator: '=', value: 0 },
    reason:
      `Expected no known vulnerability of ${name} ${version} but found ${vulnerabilities.length}, ` +
      `${worst === 'unknown' ? 'of unknown severity' : `the worst ${worst}`}: ${listed}${more} (${place}, told by ${source})` +
      (byConda ? '; matched by the name that PyPI gives it, which conda need not share' : '') +
      missed.map(why => `; ${why}`).join(''),
    hint: hintFor(found, name),
    locations: locationsOf(found),
    ...(waivers.length > 0 && { waivers: [...new Set(waivers)] }),
  }
}

function described({ ids, severity, fixed, waiver, onBase }                     )         {
  const facts = [
    severity === 'unknown' ? 'severity unknown' : severity,
    fixed === undefined ? 'no fixed version known' : `fixed in ${printable(fixed)}`,
    ...(onBase ? ['on the base branch already'] : []),
    ...(waiver ? [`waived until ${waiver.expires} by ${waiver.owner}`] : []),
  ];
  return `${printable(ids.slice(0, 3).join(', '))} (${facts.join(', ')})`
}

/** The requirement, for all that nothing excepts; and for each that a waiver does. */
function locationsOf({ file, line, requirement, vulnerabilities }                   )             {
  const place = { file, ...(line === undefined ? {} : { line }) };
  const waivers = [...new Set(vulnerabilities.flatMap(({ waiver }) => waiver ?? []))];
  const isOpen = vulnerabilities.some(({ waiver }) => !waiver);
  return [
    ...(isOpen ? [{ ...place, note: printable(requirement) }] : []),
    ...waivers.map((each, waiver) => ({ ...place, note: printable(`${each.name} of ${requirement}`), waiver })),
  ]
}

/** A match by conda's name may be another package, so it only warns. */
function statusOf({ vulnerabilities, byConda }                   )         {
  const fails = vulnerabilities.some(
    each => !isExcused(each) && (each.severity === 'critical' || each.severity === 'high'),
  );
  return fails && !byConda ? 'fail' : 'warn'
}

function hintFor({ vulnerabilities, update }                   , name        )         {
  if (vulnerabilities.some(isMalicious))
    return `Remove ${name} at once, and treat what installed it, and the secrets it could read, as disclosed`
  if (update !== undefined) return `Update ${name} to ${printable(update)} or later`
  return `Replace ${name}, or waive it with a reason until it is mended`
}

/** The check that stands for all packages of which no vulnerability is known. */
function noVulnerabilitiesCheck(packages        , source        )        {
  return {
    id: 'vulnerabilities',
    title: 'The dependencies have no known vulnerability',
    ...noneKnown(packages, source, 'Expected dependencies with an exact version to look up but found none'),
    ...(packages === 0
      ? { hint: "Add a lock file to the scanned paths, or set 'security.vulnerabilities' to off" }
      : {}),
  }
}

/** The check of another tool's report that tells of no vulnerability; one that names no package may have looked at none. */
function cleanReportCheck(path        , tool        , packages        )        {
  return {
    id: checkId('vulnerabilities', path),
    title: `${path} reports no known vulnerability`,
    ...noneKnown(packages, tool, `Expected ${path} to name the packages that ${tool} has looked at but it names none`),
    ...(packages === 0 ? { hint: 'Let it list every package (osv-scanner --all-packages), or remove the report' } : {}),
    locations: [{ file: path }],
  }
}

/** The check of packages that another tool names in its report and has not looked at. */
function skippedPackagesCheck(
  path        ,
  tool        ,
  skipped                                                                 ,
)        {
  const listed = skipped.slice(0, SHOWN$2).map(each => `${printable(each.name)} (${printable(each.skipped ?? '')})`);
  const more = skipped.length > SHOWN$2 ? ` and ${skipped.length - SHOWN$2} more` : '';
  return {
    id: checkId('vulnerabilities.skipped', path),
    title: `${tool} has looked at every package in ${path}`,
    status: 'inconclusive',
    measured: { value: skipped.length, unit: 'packages', method: tool },
    required: { comparator: '=', value: 0 },
    reason: `Expected ${tool} to look at every package but it skipped ${skipped.length}: ${listed.join('; ')}${more}`,
    hint: `Audit what is installed from an index, and leave your own packages out of the report`,
    locations: [{ file: path }],
  }
}

const noneKnown = (packages        , source        , otherwise        )                              => ({
  status: packages === 0 ? 'inconclusive' : 'pass',
  measured: { value: 0, unit: 'vulnerabilities', method: source, n: packages },
  required: { comparator: '=', value: 0 },
  reason:
    packages === 0
      ? otherwise
      : `No vulnerability known of ${packages} ${packages === 1 ? 'package' : 'packages'} (${source})`,
});

/** The check that stands for packages that nobody could be asked about. */
function unaskedCheck(id        , reason        , hint                    )        {
  return {
    id: checkId('vulnerabilities', id),
    title: 'The dependencies have no known vulnerability',
    status: 'inconclusive',
    reason,
    ...(hint === undefined ? {} : { hint }),
  }
}

/** The check that says that nobody could tell what the base branch has, so that everything counts as new. */
const unreadBaseCheck = (reason        , hint                    )        => ({
  id: 'vulnerabilities.base',
  title: 'What the base branch has is known',
  status: 'warn',
  reason: `${reason}; so every vulnerability counts as new`,
  ...(hint === undefined ? {} : { hint }),
});

/** Requirements with the versions that pip's constraint files settle: those without an exact version of their own. */
function constrain(requirements                        , constraints                        )                {
  const settled = new Map                ();
  for (const { ecosystem, name, version, pinned } of constraints)
    if (ecosystem === 'PyPI' && pinned && version !== undefined) settled.set(name, version);
  return requirements.map(requirement => {
    const { ecosystem, name, pinned, range, ...rest } = requirement;
    const version = pinned || ecosystem !== 'PyPI' || range === undefined ? undefined : settled.get(name);
    return version === undefined ? requirement : { ...rest, ecosystem: 'PyPI', name, version, pinned: true }
  })
}

/** Longest included file that is read, in bytes, and how many of them. */
const MAX_TEXT = 5 * 1024 * 1024;
const MAX_FILES = 200;

                           
                                                               
                                  
                                                    
                                
 

/** Reads what requirements files include (`-r`) and applies the versions that constraint files (`-c`) settle. */
async function followIncludes(
  scanned                           ,
  files                                    ,
  scans                                     ,
)                    {
  const found = new Map                        (scanned.map(file => [file.path, file]));
  const texts = new Map                        ();
  const inherited = new Map                                ();
  const materials             = [];
  for (const [path, file] of found) {
    if (!('declared' in file)) continue
    const { requirements, includes } = file.declared;
    const settled = [...(inherited.get(path) ?? []), ...(await constraintsOf(path, includes))];
    found.set(path, { path, declared: { requirements: constrain(requirements, settled), includes } });
    for (const include of includes.filter(({ constraint }) => !constraint)) {
      const included = await read(path, include);
      if (found.has(included.path)) continue
      found.set(included.path, included);
      inherited.set(included.path, settled);
    }
  }
  return { files: [...found.values()], materials }

  /** What a file's constraints settle, and theirs. One that cannot be read is told of, and settles nothing. */
  async function constraintsOf(path        , includes                    )                         {
    const settled                = [];
    const open = includes.filter(({ constraint }) => constraint).map(include => ({ from: path, include }));
    const seen = new Set        ();
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { from, include } = next;
      const file = await read(from, include);
      if (seen.has(file.path)) continue
      seen.add(file.path);
      if ('fault' in file) found.set(file.path, file);
      if (!('declared' in file)) continue
      settled.push(...file.declared.requirements);
      open.push(...file.declared.includes.map(each => ({ from: file.path, include: each })));
    }
    return settled
  }

  async function read(from        , include         )                          {
    const path = resolveInclude(from, include.path);
    if (path === undefined) return { path: include.path, fault: elsewhere(from, include) }
    const known = found.get(path) ?? texts.get(path);
    if (known) return known
    if (texts.size >= MAX_FILES) return { path, fault: tooMany(from, include) }
    const file = await readFile(path, from, include);
    texts.set(path, file);
    return file
  }

  async function readFile(path        , from        , { line }         )                          {
    try {
      const text = await files.readText(path, { maxBytes: MAX_TEXT });
      const { sha256, bytes } = await files.digest(path);
      materials.push({ name: path, role: 'artefact', digest: { sha256 }, bytes });
      return (
        (await scans.readDependencies(path, text, 'included')) ?? { path, declared: { requirements: [], includes: [] } }
      )
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      const { code, message, hint, kind } = error;
      const details = { file: from, line, kind, ...(hint === undefined ? {} : { hint }) };
      return { path, fault: new UserError(code, `${message} (included by ${from}:${line})`, details) }
    }
  }
}

const elsewhere = (from        , { path, line }         ) =>
  new UserError('dependencies.include', `Expected a file of the repository but ${from}:${line} includes ${path}`, {
    file: from,
    line,
    hint: 'Keep a copy of it in the repository, and include that',
  });

const tooMany = (from        , { path, line }         ) =>
  new UserError(
    'dependencies.include',
    `Expected at most ${MAX_FILES} included files but ${from}:${line} includes ${path} too`,
    {
      file: from,
      line,
      hint: 'Install from one lock file',
    },
  );

/** Largest archive that is read, in bytes: what fits in one piece of memory. */
const MAX_ARCHIVE = 2 ** 31 - 1;
/** Packages that are looked up: several times what the largest project installs. */
const MAX_PACKAGES = 50_000;

                           
                                             
                         
                                 
                                
                                                                                                           
                                                                
                                                            
                                                                                                                   
                                                                           
 

/** Asks once for every package that any of the requirements names, where the settings say. Throws a `UserError` where nobody answers. */
async function lookUpVulnerabilities(
  requirements                        ,
  { security }          ,
  { files, advisories: port }                                     ,
  scans                                    ,
)                    {
  const asked = new Map                        ();
  for (const each of requirements) {
    const of = lookedUp(each);
    if (of) asked.set(keyOf$1(of), of);
  }
  const packages = [...asked.values()];
  if (packages.length > MAX_PACKAGES)
    throw new UserError(
      'osv.too-many',
      `Expected at most ${MAX_PACKAGES} packages to look up but found ${packages.length}`,
      {
        hint: 'Scan the lock files of one project at a time',
      },
    )
  const materials             = [];
  const newest           = [];
  const api = security.vulnerabilities === 'api';
  const found = api ? await ask() : await match(security.vulnerabilities);
  const advisories = new Map                              ();
  const missing = new Set                             ();
  for (const [i, of] of packages.entries()) {
    const records = found[i];
    if (records) advisories.set(keyOf$1(of), records);
    else missing.add(of.ecosystem);
  }
  const source = api ? 'OSV' : 'OSV archive';
  const updatedAt = newest.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1);
  return {
    source,
    materials,
    advisories,
    missing,
    origin: { source, ...(updatedAt === undefined ? {} : { updatedAt }) },
  }

  async function ask()                                    {
    return packages.length === 0 ? [] : port.find(packages, { url: security['osv-url'] })
  }

  /** What all archives together say; undefined of a package of whose ecosystem none holds anything. */
  async function match(path        )                                                {
    const archives                   = [];
    for (const archive of await archivesAt(path)) {
      const { sha256, bytes } = await files.digest(archive);
      if (bytes > MAX_ARCHIVE) throw tooLarge(archive, bytes)
      materials.push({ name: archive, role: 'settings', digest: { sha256 }, bytes });
      if (packages.length === 0) continue
      const matched = await scans.matchAdvisories(archive, packages);
      if (matched.sha256 !== sha256) throw changed(archive)
      archives.push(matched);
      if (matched.newest !== undefined) newest.push(matched.newest);
    }
    return packages.map(({ ecosystem }, i) =>
      archives.some(({ ecosystems }) => ecosystems.includes(ecosystem))
        ? archives.flatMap(({ records }) => records[i] ?? [])
        : undefined,
    )
  }

  async function archivesAt(path        )                    {
    const paths = (await files.list([path])).filter(each => each === path || each.endsWith('.zip'));
    if (paths.length > 0) return paths
    throw new UserError('osv.archive', `Expected OSV's all.zip under ${path} but found none`, {
      hint: 'Download the all.zip of each ecosystem from OSV, PyPI and npm for instance, or look up with: api',
    })
  }
}

const tooLarge = (path        , bytes        ) =>
  new UserError('osv.archive', `Expected ${path} to have at most ${MAX_ARCHIVE} bytes but it has ${bytes}`, {
    file: path,
    hint: 'Download the all.zip of single ecosystems from OSV',
  });

const changed = (path        ) =>
  new UserError('osv.archive', `Expected ${path} to stay as it is while it is read but it changed`, {
    file: path,
    hint: 'Scan after the last step that writes it',
  });

/** Whether two files declare the same packages at the same versions, and any at all: one is the other under another name. */
function samePackages(a                , b                )          {
  const [ours, theirs] = [packagesOf(a), packagesOf(b)];
  return ours.size > 0 && ours.size === theirs.size && ours.isSubsetOf(theirs)
}

const packagesOf = (file                )                      =>
  new Set(
    'declared' in file
      ? file.declared.requirements.map(({ ecosystem, name, version, range }) =>
          JSON.stringify([ecosystem, name, version, range]),
        )
      : [],
  );

/** Files of the base branch that are compared with those of the pull request that it does not have. */
const MAX_RENAMED = 50;

/**
 * The same files as they stand on the base branch, and what they include; those that it does not have are left out, but for one that
 * has only been given another name: that one is there under its new name.
 */
async function readBaseDependencies(
  files                           ,
  base           ,
  scans                                     ,
  here                       ,
)                            {
  const found                   = [];
  const added                   = [];
  for (const file of files) {
    const text = await base.readText(file.path);
    if (text === undefined && 'declared' in file) added.push(file);
    const then = text === undefined ? undefined : await scans.readDependencies(file.path, text, 'named');
    if (then) found.push(then);
  }
  const removed = added.length > 0 ? await removedFiles() : [];
  for (const file of added) {
    const before = removed.find(each => samePackages(each, file));
    if (before) found.push({ ...before, path: file.path });
  }
  return (await followIncludes(found, { readText, digest }, scans)).files

  /** What declares dependencies on the base branch and is no longer there. */
  async function removedFiles()                            {
    const gone                   = [];
    for (const path of await namesOnBase()) {
      if (gone.length === MAX_RENAMED) break
      if (!declaresDependencies(path) || (await here.exists(path))) continue
      const text = await base.readText(path);
      const file = text === undefined ? undefined : await scans.readDependencies(path, text, 'named');
      if (file) gone.push(file);
    }
    return gone
  }

  /** Where the base cannot be listed, a file of another name is a new one. */
  async function namesOnBase()                    {
    try {
      return await base.list()
    } catch (error) {
      if (error instanceof UserError) return []
      throw error
    }
  }

  async function readText(path        )                  {
    const text = await base.readText(path);
    if (text !== undefined) return text
    throw new UserError('file.missing', `Expected ${path} on the base branch but found none`, { file: path })
  }
}

/** What is read of the base is no material: the evidence is about the files as they are. */
const digest = async () => ({ sha256: '', bytes: 0 });

/** Names of vulnerabilities that the result keeps of one range. */
const SHOWN$1 = 10;

/** Judges the files that say something about dependencies: exact versions, known vulnerabilities, loaders unfit for the scanned files. */
async function scanDependencies(
  scanned                           ,
  artefacts                     ,
  settings          ,
  ports                                                      ,
  waivers         ,
  scans                                                         ,
)                   {
  const { files, materials } = await followIncludes(scanned, ports.files, scans);
  const declared = files.filter(file => 'declared' in file);
  const scan          = {
    materials,
    checks: [],
    result: { dependencies: [], ...packagesIn(files), vulnerabilities: [] },
  };
  const requirements = requirementsOf(declared);
  const base = await baseOf(scanned, scan, settings, ports, scans);
  const known = await lookUp(requirements, requirementsOf(base), scan, settings, ports, scans);
  const stands = standing(base, each => vulnerabilitiesOf(each, known));

  for (const file of files) {
    if ('fault' in file) scan.checks.push(unreadDependenciesCheck(file.path, file.fault));
    if ('reported' in file) judgeReport(file, scan, waivers, stands);
    if (!('declared' in file)) continue
    const allowed = allowedIn(file.declared.requirements, known);
    const { sha256: of } = await ports.files.digest(file.path);
    const matchOf = (name        ) => matchWaiver(waivers, { rule: 'dependencies', names: [name], of });
    scan.checks.push(dependenciesCheck(file.path, file.declared, allowed, matchOf));
    for (const each of file.declared.requirements) {
      const { name, line, requirement, pinned } = each;
      const allows = allowed.get(name)?.slice(0, SHOWN$1);
      if (!pinned)
        scan.result.dependencies.push({ file: file.path, name, line, requirement, ...(allows ? { allows } : {}) });
      const loader = loaderCheck(file.path, each, artefacts, waivers);
      if (loader && isNew(loader, scan)) scan.checks.push(loader);
      const vulnerable = vulnerableAs(file.path, each, known, waivers, stands);
      if (vulnerable) tell(vulnerable, scan);
    }
  }
  return scan
}

/** Every version of a package that is named, once. */
function packagesIn(files                           )                                   {
  const packages = new Map                                                         ();
  for (const file of files)
    for (const { ecosystem, name, version, line } of 'declared' in file ? file.declared.requirements : []) {
      const key = `${ecosystem} ${name}@${version}`;
      if (ecosystem === undefined || version === undefined || packages.has(key)) continue
      packages.set(key, { file: file.path, line, ecosystem, name, version });
    }
  return packages.size === 0 ? {} : { packages: [...packages.values()].slice(0, MAX_PACKAGES$1) }
}

const requirementsOf = (files                           )                =>
  files.flatMap(file => ('declared' in file ? file.declared.requirements : []));

/** The dependency files of the base branch, in so far as it matters what is known of them there. */
async function baseOf(
  scanned                           ,
  scan         ,
  { policy, security }          ,
  { base, files }                               ,
  scans                                     ,
)                            {
  const isAsked = security.vulnerabilities !== 'off' || scanned.some(file => 'reported' in file);
  if (!base || !isAsked || policy['known-vulnerabilities'] === 'all') return []
  try {
    return await readBaseDependencies(scanned, base, scans, files)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    scan.checks.push(unreadBaseCheck(error.message, error.hint));
    return []
  }
}

async function lookUp(
  requirements                        ,
  ofBase                        ,
  scan         ,
  settings          ,
  ports                                             ,
  scans                                    ,
)                                {
  if (settings.security.vulnerabilities === 'off') return undefined
  ports.log.progress('Looking up known vulnerabilities');
  try {
    const known = await lookUpVulnerabilities([...requirements, ...ofBase], settings, ports, scans);
    scan.materials.push(...known.materials);
    const asked = new Set(requirements.flatMap(each => lookedUp(each)?.ecosystem ?? []));
    const missing = [...known.missing].filter(ecosystem => asked.has(ecosystem));
    for (const ecosystem of missing)
      scan.checks.push(
        unaskedCheck(
          ecosystem,
          `Expected advisories of ${ecosystem} in ${settings.security.vulnerabilities} but found none of that ecosystem`,
          `Add the all.zip of ${ecosystem} from OSV`,
        ),
      );
    const versions = requirements.filter(({ version }) => version !== undefined);
    const looked = new Set(versions.flatMap(each => lookedUp(each) ?? []).map(keyOf$1));
    const answered = [...looked].filter(key => known.advisories.has(key));
    if (looked.size > 0 && missing.length === 0) scan.result.advisories = { ...known.origin, packages: looked.size };
    if (looked.size === 0 || (missing.length === 0 && answered.every(key => known.advisories.get(key)?.length === 0)))
      scan.checks.push(noVulnerabilitiesCheck(looked.size, known.source));
    return known
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    scan.checks.push(unaskedCheck('lookup', error.message, error.hint));
    return undefined
  }
}

function vulnerableAs(
  file        ,
  requirement             ,
  known                      ,
  waivers         ,
  stands          ,
)                                {
  const of = lookedUp(requirement);
  const { ecosystem, version, name, line } = requirement;
  if (!known || !of || version === undefined || ecosystem === undefined) return undefined
  const vulnerabilities = vulnerabilitiesOf(requirement, known);
  if (vulnerabilities.length === 0) return undefined
  const update = updateOf(of.ecosystem, vulnerabilities);
  return {
    file,
    line,
    requirement: requirement.requirement,
    ecosystem,
    name,
    version,
    source: known.source,
    byConda: ecosystem === 'conda',
    vulnerabilities: judgeVulnerabilities(vulnerabilities, { name, version }, waivers, each =>
      stands.has(file, { ecosystem, name, version }, each, false),
    ),
    ...(update === undefined ? {} : { update }),
  }
}

function vulnerabilitiesOf(requirement             , known                      )                  {
  const of = lookedUp(requirement);
  return known && of ? mergeAliases(known.advisories.get(keyOf$1(of)) ?? [], of) : []
}

/** By name, the vulnerabilities of versions that a range allows. */
function allowedIn(requirements                        , known                      )                        {
  const allowed = new Map                  ();
  for (const each of requirements) {
    const of = lookedUp(each);
    if (!known || !of || of.version !== undefined || each.range === undefined) continue
    const { range } = each;
    const records = (known.advisories.get(keyOf$1(of)) ?? []).filter(record => allowsAffected(record, of, range));
    if (records.length > 0)
      allowed.set(
        each.name,
        mergeAliases(records, of).flatMap(({ ids }) => ids.slice(0, 1)),
      );
  }
  return allowed
}

function judgeReport(
  { path, tool, reported }                                           ,
  scan         ,
  waivers         ,
  stands          ,
)       {
  const vulnerable = reported.filter(({ vulnerabilities }) => vulnerabilities.length > 0);
  const skipped = reported.filter(each => each.skipped !== undefined);
  const looked = reported.length - skipped.length;
  if (skipped.length > 0) scan.checks.push(skippedPackagesCheck(path, tool, skipped));
  if (vulnerable.length === 0 && (looked > 0 || skipped.length === 0))
    scan.checks.push(cleanReportCheck(path, tool, looked));
  for (const { ecosystem, name, version, vulnerabilities } of vulnerable) {
    const update = updateOf(ecosystem, vulnerabilities);
    const requirement = `${name} ${version}`;
    const found = {
      file: path,
      requirement,
      ecosystem,
      name,
      version,
      source: tool,
      byConda: ecosystem === 'conda',
      vulnerabilities: judgeVulnerabilities(vulnerabilities, { name, version }, waivers, each =>
        stands.has(path, { ecosystem, name, version }, each, true),
      ),
    };
    tell(update === undefined ? found : { ...found, update }, scan);
  }
}

function tell(found                   , scan         )       {
  const check = vulnerablePackageCheck(found);
  if (!isNew(check, scan)) return
  const { byConda, requirement, vulnerabilities, ...place } = found;
  scan.checks.push(check);
  scan.result.vulnerabilities.push({
    ...place,
    vulnerabilities: vulnerabilities.map(({ ids, missed: _, ...rest }) => ({ ids: [...ids], ...rest })),
  });
}

/** One version may stand in a file twice, under different markers. */
const isNew = ({ id }       , { checks }         )          => checks.every(check => check.id !== id);

/** What one file may take, by the settings. */
const scanLimits = ({ security }          )             => ({
  seconds: security['max-seconds'],
  memory: security['max-memory'],
  depth: security['max-depth'],
  ratio: security['max-ratio'],
});

/** Rows of raw values that a check places. */
const SHOWN = 10;

                             
                                 
                                                                   
                                                    
 

/** Whether a column that the contract declares pseudonymised holds what its method makes, and no raw value. `index` is its place in a row, undefined where the table does not have it. */
function tallyTokens(file        , column        , method             , index                    )             {
  let cells = 0;
  let raw = 0;
  const lines           = [];
  return {
    add(rows) {
      if (index === undefined || !method.holds) return
      for (const { line, cells: row } of rows) {
        const cell = row[index] ?? '';
        if (cell === '') continue
        cells++;
        if (method.holds(cell)) continue
        raw++;
        if (lines.length < SHOWN) lines.push(line);
      }
    },
    finish(manifest) {
      const said = manifest?.columns.some(({ name, method: id }) => name === column && id === method.id);
      const verdict = judge(said ?? false);
      return {
        id: checkId('tokens', `${file}.${column}`),
        title: `${column} of ${file} is pseudonymised (${method.id})`,
        ...verdict,
        measured: { value: raw, unit: 'cells', method: method.id, n: cells },
        locations: lines.length > 0 ? lines.map(line => ({ file, line, column })) : [{ file, column }],
      }
    },
  }

  function judge(said         )                                            {
    const hint = 'Write the table with proofmark tokenize, by this contract';
    if (method.id === 'drop')
      return index === undefined
        ? { status: 'pass', reason: `${column} is left out, as the contract has it` }
        : { status: 'fail', reason: `Expected ${file} to leave out ${column} but found it`, hint }
    if (!method.holds)
      return said
        ? {
            status: 'warn',
            reason: `Nothing tells the values of ${column} from raw ones; the manifest beside this very table says that ${method.id} made them`,
          }
        : {
            status: 'inconclusive',
            reason: `Expected a manifest beside ${file} that says it was made by ${method.id}, as nothing in the values of ${column} does, but found none for this table`,
            hint,
          }
    if (raw > 0)
      return {
        status: 'fail',
        reason: `Expected ${column} to hold what ${method.id} makes but ${grouped(raw)} of ${counted(cells, 'cell')} hold something else (${file}:${lines[0]})`,
        hint,
      }
    if (cells === 0)
      return { status: 'inconclusive', reason: `Expected values in ${column} but all of its cells are empty`, hint }
    return { status: 'pass', reason: `All ${counted(cells, 'cell')} of ${column} hold what ${method.id} makes` }
  }
}

/** What is asked of a table that people could be told apart in. */
                                
                                              
                                               
                       
                                                                                                      
                                   
 

/** k-anonymity and distinct l-diversity of a table that was grouped by its quasi-identifiers. */
function anonymity(
  file        ,
  grouping          ,
  sensitive                   ,
  { quasiIdentifiers, minK, minL }               ,
)                                          {
  const groups = grouping.finish();
  const by = listed$1(quasiIdentifiers);
  const title = `At least ${minK} rows of ${file} share each combination of ${by}`;
  const id = checkId('k-anonymity', file);
  const required = { comparator: '>=', value: minK };         
  if (!groups || groups.length === 0) {
    const reason = groups
      ? `Expected rows in ${file} but found none`
      : `Expected at most 1 000 000 combinations of ${by} in ${file} but found more`;
    const hint = groups
      ? 'Check the step that writes it'
      : 'Generalise the quasi-identifiers, or leave identifiers out of them';
    return { checks: [{ id, title, status: 'inconclusive', required, reason, hint, locations: [{ file }] }] }
  }
  const below = groups.filter(({ size }) => size < minK);
  const rowsBelow = below.reduce((sum, { size }) => sum + size, 0);
  const rows = groups.reduce((sum, { size }) => sum + size, 0);
  const k = groups.reduce((least, { size }) => Math.min(least, size), rows);
  const diversity = sensitive.map((column, i) => ({
    column,
    l: groups.reduce((least, { values }) => Math.min(least, values[i]?.size ?? 0), rows),
  }));
  const met = below.length === 0;
  const check        = {
    id,
    title,
    status: met ? 'pass' : 'fail',
    measured: { value: k, unit: 'rows', method: 'k-anonymity', n: rows },
    required,
    reason: met
      ? `The smallest of ${counted(groups.length, 'group')} has ${counted(k, 'row')}`
      : `Expected at least ${minK} rows in every group but ${counted(below.length, 'group')} of ${grouped(groups.length)} have fewer, ${counted(rowsBelow, 'row')} in all; the smallest has ${k}`,
    ...(met ? {} : { hint: `Generalise ${by} (proofmark tokenize: generalise), or suppress the rare rows` }),
    locations: [{ file }],
  };
  const result = {
    quasiIdentifiers: [...quasiIdentifiers],
    k,
    groups: groups.length,
    groupsBelow: below.length,
    rowsBelow,
    diversity,
  };
  return { checks: [check, ...diversityChecks(file, rows, diversity, minL)], result }
}

/** One check per sensitive column; where diversity is required but no column is classified, that nothing was measured. */
function diversityChecks(
  file        ,
  rows        ,
  diversity                        ,
  minL                    ,
)          {
  if (minL === undefined) return []
  const required = { comparator: '>=', value: minL };         
  if (diversity.length === 0)
    return [
      {
        id: checkId('l-diversity', file),
        title: `Every group of ${file} has at least ${minL} values of each sensitive column`,
        status: 'inconclusive',
        required,
        reason: `Expected a column of ${file} besides the quasi-identifiers to be classified as sensitive but found none`,
        hint: 'Classify the columns whose values must not be inferred, in the contract',
        locations: [{ file }],
      },
    ]
  return diversity.map(({ column, l }) => ({
    id: checkId('l-diversity', `${file}.${column}`),
    title: `Every group of ${file} has at least ${minL} values of ${column}`,
    status: l >= minL ? ('pass'         ) : ('fail'         ),
    measured: { value: l, unit: 'values', method: 'distinct-l-diversity', n: rows },
    required,
    reason: `Expected at least ${minL} distinct values of ${column} in every group ${l >= minL ? 'and' : 'but'} found ${l >= minL ? '' : 'only '}${l} in the least diverse`,
    ...(l >= minL ? {} : { hint: 'Generalise the quasi-identifiers until groups are larger' }),
    locations: [{ file, column }],
  }))
}

/** After or before a name they say that the column counts, measures or codes the thing, and does not hold it. */
const HARMLESS_AFTER = new Set(
  `count counts flag year month day code len length size num number n cnt total sum avg mean ratio rate pct percent share
  score rank index idx valid verified validated confirmed missing present changed change opened clicks sent domain type
  status format hash hashed token tokenized masked anzahl nombre numero liczba aantal`.split(/\s+/),
);
const HARMLESS_BEFORE = new Set('is has had num number n cnt count no nb total valid missing'.split(' '));

/** Names come again with every column, and columns with every kind and table: each is taken apart once. */
const TAKEN_APART = new Map                  ();
const MOST$1 = 20_000;

function wordsOf(name        )                    {
  const known = TAKEN_APART.get(name);
  if (known) return known
  if (TAKEN_APART.size >= MOST$1) TAKEN_APART.clear();
  const words = nameWords(name);
  TAKEN_APART.set(name, words);
  return words
}

/**
 * How many characters of a column's name the best of the kind's names covers; 0 where none is there or another word makes
 * it harmless. A name is words in a row (`first name`, also met as `firstname`); `=name` is the whole of the column's
 * name, `*adresse` the end of a word, `religi*` its start.
 */
function nameMatch(kind      , column        )         {
  const words = wordsOf(column);
  if (words.some(word => kind.unless?.includes(word))) return 0
  const despite = new Set(kind.despite);
  let best = 0;
  for (const name of kind.names) {
    const found = find(name, words);
    if (!found) continue
    const before = words.slice(0, found.start).some(word => HARMLESS_BEFORE.has(word) && !despite.has(word));
    const after = words.slice(found.end).some(word => HARMLESS_AFTER.has(word) && !despite.has(word));
    if (!before && !after) best = Math.max(best, words.slice(found.start, found.end).join('').length);
  }
  return best
}

function find(name        , words                   )                                             {
  const parts = wordsOf(name);
  const joined = parts.join('');
  if (name.startsWith('=')) return words.join('') === joined ? { start: 0, end: words.length } : undefined
  for (const start of words.keys()) {
    const word = words[start] ?? '';
    const one = name.startsWith('*')
      ? word.endsWith(joined)
      : name.endsWith('*')
        ? word.startsWith(joined)
        : word === joined;
    if (one) return { start, end: start + 1 }
    if (parts.every((part, i) => words[start + i] === part)) return { start, end: start + parts.length }
  }
  return undefined
}

/** So improbable must the passing values be by chance. */
const ALPHA = 1e-9;
/** So large a share of the cells that say anything must pass. */
const MOST = 0.6;

/** What speaks for a kind. Shares are of distinct values looked at, `rate` of the cells that say anything. */
                          
                                            
                        
                                                                   
                                 
                                                                     
                                  
                                                                          
                              
                                   
                    
                                                                                 
                                
 

/** A kind that a column seems to hold. */
                            
                     
                           
                                                           
                             
                                                                     
                        
 

/** What a column holds by its name and values, the likeliest kind; undefined where nothing speaks for one. */
function judgeColumn(
  sample              ,
  kinds                 ,
  validators            ,
)                        {
  const [best] = kinds.flatMap(kind => suspect(kind, sample, validators) ?? []).toSorted(likelier);
  return best
}

/** Whether it is worth loading the kind's library: the column is named for it, or enough of its cells look like it. */
const worthAsking = (kind      , sample              )          =>
  nameMatch(kind, sample.name) > 0 || (kind.values?.chance !== undefined && mostPass(sample, looks(kind)));

function suspect(kind      , sample              , validators            )                        {
  const match = nameMatch(kind, sample.name);
  const { values } = kind;
  const name = match > 0;
  if (!name && values?.chance === undefined) return undefined
  // Neither named nor alike: its library may not even be loaded.
  if (!name && !mostPass(sample, looks(kind))) return undefined
  const looked = shares(sample, looks(kind));
  if (!values) {
    const believed = sample.cells === 0 || kind.plausible === undefined || shares(sample, kind.plausible).rate >= MOST;
    const grounds = { name, pattern: null, checksum: null, rate: null, n: looked.n, pValue: null };
    return believed ? { kind, grounds, confirmed: false, match } : undefined
  }
  const { pattern, checksum, chance } = values;
  const passed = checksum ? shares(sample, value => pattern.test(value) && checksum.passes(value, validators)) : looked;
  const pValue = chance && looked.n > 0 ? binomTest(passed.k, passed.n, chance.rate, 'greater').pValue : null;
  const beyondChance = pValue !== null && pValue < ALPHA;
  const confirmed = name ? passed.rate >= MOST || beyondChance : beyondChance && passed.rate >= MOST;
  const byName = name && (sample.cells === 0 || looked.rate >= MOST);
  if (!confirmed && !byName) return undefined
  const grounds          = {
    name,
    pattern: looked.share,
    checksum: checksum ? passed.share : null,
    rate: passed.rate,
    n: looked.n,
    pValue,
  };
  return { kind, grounds, confirmed, match }
}

const looks =
  ({ values }      ) =>
  (value        ) =>
    values?.pattern.test(value) ?? false;

/** Whether most cells pass: asked of every kind for every column, so it ends as soon as the answer is settled. */
function mostPass({ values }              , passes                            )          {
  let left = 0;
  for (const count of values.values()) left += count;
  let needed = MOST * left;
  if (left === 0) return false
  for (const [value, count] of values) {
    if (passes(value)) needed -= count;
    left -= count;
    if (needed <= 0) return true
    if (left < needed) return false
  }
  return false
}

function shares({ values }              , passes                            ) {
  let k = 0;
  let cells = 0;
  let passing = 0;
  for (const [value, count] of values) {
    cells += count;
    if (!passes(value)) continue
    k++;
    passing += count;
  }
  const n = values.size;
  return { k, n, share: n === 0 ? 0 : k / n, rate: cells === 0 ? 0 : passing / cells }
}

/** Confirmed before suspected, named before unnamed and by the longer name, then what passes oftener and is harder to pass. */
function likelier(a           , b           )         {
  const chance = ({ kind }           ) => kind.values?.chance?.rate ?? 1;
  return (
    Number(b.confirmed) - Number(a.confirmed) ||
    b.match - a.match ||
    (b.grounds.rate ?? 0) - (a.grounds.rate ?? 0) ||
    chance(a) - chance(b) ||
    (a.kind.id < b.kind.id ? -1 : 1)
  )
}

/** The check of one column that seems to hold sensitive data: does the contract classify it so? No value is in it. */
function columnCheck(
  file        ,
  column        ,
  { kind, grounds, confirmed }           ,
  property                      ,
)        {
  const classified = property !== undefined && isSensitive(property);
  const said = classification(property);
  const status = classified ? 'pass' : confirmed && kind.personal === 'always' ? 'fail' : 'warn';
  const found = `${kind.title}: ${groundsOf(grounds)}`;
  const { rate, n, pValue } = grounds;
  return {
    id: checkId('sensitive', `${file}.${column}`),
    title: `The contract classifies ${column} of ${file}, which seems to hold ${kind.title}`,
    status,
    measured: {
      value: kind.id,
      n,
      ...(rate === null ? {} : { share: rate }),
      ...(pValue === null ? {} : { pValue, method: 'binomial-beyond-chance' }),
    },
    required: { comparator: 'is', value: 'classified' },
    reason: classified
      ? `The contract classifies ${column} as ${said}; it seems to hold ${found}`
      : `Expected ${column} to be classified as sensitive but ${said === null ? (property ? 'it has no classification' : 'no contract describes it') : `it is ${said}`}; it seems to hold ${found}`,
    ...(classified
      ? {}
      : {
          hint: 'Set its classification in the contract, e.g. restricted; or drop or pseudonymise the column (proofmark tokenize)',
        }),
    locations: [{ file, column, note: kind.id }],
  }
}

/** The contract's own word for a column; null where it says none. */
const classification = (property                      )                =>
  property?.classification === undefined || property.classification === null ? null : String(property.classification);

function groundsOf({ name, pattern, checksum, rate, n, pValue }                      )         {
  const parts = [
    ...(name ? ['the name says so'] : []),
    ...(rate === null || n === 0
      ? []
      : [
          `${percent(rate)} of its cells pass (${grouped(n)} distinct looked at, ${percent(pattern ?? 0)} by look${checksum === null ? '' : `, ${percent(checksum)} by checksum`})`,
        ]),
    ...(pValue !== null && pValue < ALPHA ? ['far more than chance would (p < 1e-9)'] : []),
  ];
  return parts.join(', ')
}

const percent = (share        ) => `${formatNumber(Math.round(share * 1000) / 10)} %`;

/** Distinct values that are looked at per column. */
const KEPT = 1000;
/** Longer cells are no identifier of any kind; only their start is kept. */
const MAX_CELL = 512;
const NOTHING = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', 'nil', '-', '?']);

/** What is kept of a column: how many cells say something, and a sample of the distinct ones with how often each occurs. */
                               
                       
                        
                                              
 

/**
 * Takes a column's cells in one pass and keeps the distinct values whose hashes are smallest (Bar-Yossef et al. 2002,
 * bottom-k): a uniform sample of the distinct values, the same in any order of rows, with the exact count of each.
 */
function sampleColumn(name        )                                                      {
  let cells = 0;
  let kept = new Map                                         ();
  let limit = Number.POSITIVE_INFINITY;
  return {
    add(whole) {
      const cell = whole.length > MAX_CELL ? whole.slice(0, MAX_CELL) : whole;
      const known = kept.get(cell);
      if (known) {
        known.count++;
        cells++;
        return
      }
      const value = cell.trim();
      if (NOTHING.has(value.length > 4 ? 'x' : value.toLowerCase())) return
      cells++;
      const hash = hashOf(cell);
      if (hash > limit) return
      kept.set(cell, { count: 1, hash });
      if (kept.size >= 2 * KEPT) prune();
    },
    finish() {
      if (kept.size > KEPT) prune();
      return { name, cells, values: trimmed(kept) }
    },
  }

  function prune() {
    const ordered = [...kept].toSorted(([a, { hash: x }], [b, { hash: y }]) => x - y || (a < b ? -1 : 1)).slice(0, KEPT);
    limit = ordered.at(-1)?.[1].hash ?? limit;
    kept = new Map(ordered);
  }
}

function trimmed(kept                                        )                      {
  const values = new Map                ();
  for (const [cell, { count }] of kept) {
    // A column of whole numbers with gaps leaves pandas as floats: 79927398713.0.
    const value = cell.trim().replace(/^(\d{4,})\.0$/, '$1');
    values.set(value, (values.get(value) ?? 0) + count);
  }
  return values
}

/** FNV-1a over UTF-16 units, then a finaliser that spreads neighbours apart. */
function hashOf(text        )         {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Groups that are told apart; beyond them memory, and not the table, would decide. */
const MAX_GROUPS = 1_000_000;

/** One group of rows alike in every quasi-identifier: its size, and the distinct values of each sensitive column. */
                 
              
                                         
 

                           
                                 
                                                                            
                                        
 

/** Groups the rows of a table by some columns (their places in a row); an empty cell is a value like any other. */
function groupRows(by                   , sensitive                   )           {
  const groups = new Map               ();
  let overflowed = false;
  return {
    add(rows) {
      if (overflowed) return
      for (const { cells } of rows) {
        const key = JSON.stringify(by.map(at => cells[at] ?? ''));
        let group = groups.get(key);
        if (!group) {
          group = { size: 0, values: sensitive.map(() => new Set()) };
          groups.set(key, group);
          if (groups.size > MAX_GROUPS) {
            overflowed = true;
            groups.clear();
            return
          }
        }
        group.size++;
        for (const [i, at] of sensitive.entries()) group.values[i]?.add(cells[at] ?? '');
      }
    },
    finish: () => (overflowed ? undefined : [...groups.values()]),
  }
}

/** No library is asked for a header: its look has to do. */
const unasked             = { stdnum: () => true, vat: () => true, iban: () => true, phone: () => true };

/** The kind that a column's name is itself a value of, as in a table without a header; undefined where it is a name. */
const headerValue = (name        )                   =>
  /[\d@]/.test(name)
    ? Object.values      (kinds).find(
        ({ personal, values }) =>
          personal === 'always' &&
          values?.chance !== undefined &&
          values.pattern.test(name) &&
          (values.checksum?.passes(name, unasked) ?? true),
      )
    : undefined;

/** The check that stands for a table of which no column seems to hold sensitive data, or that has nothing to look at. */
function tableCheck(file        , rows        , columns        , empty        )        {
  const enough = rows > 0;
  return {
    id: checkId('sensitive', file),
    title: `${file} holds no sensitive data that the contract does not classify`,
    status: enough ? 'pass' : 'inconclusive',
    measured: { value: 0, unit: 'columns', method: 'names-patterns-checksums', n: columns },
    reason: enough
      ? `Nothing in ${counted(columns, 'column')} of ${counted(rows, 'row')} looks like sensitive data${empty > 0 ? `; ${counted(empty, 'column')} had no values` : ''}`
      : `Expected rows in ${file} but found none`,
    ...(enough ? {} : { hint: 'Check the step that writes it' }),
    locations: [{ file }],
  }
}

/** The check of a table, or of the contract of all, that cannot be read. */
function unreadTableCheck(file        , { message, hint, line }           )        {
  return {
    id: checkId('sensitive', file),
    title: `${file} can be read, to look for sensitive data`,
    status: 'inconclusive',
    reason: message,
    ...(hint === undefined ? {} : { hint }),
    locations: [{ file, ...(line === undefined ? {} : { line }) }],
  }
}

/** The check of a table whose first line holds values: its columns have no names, and what stands there is in no message. */
function headerCheck(file        , places                                          )        {
  const [first] = places;
  return {
    id: checkId('sensitive-header', file),
    title: `The first line of ${file} names its columns`,
    status: 'inconclusive',
    measured: { value: places.length, unit: 'columns' },
    reason: `Expected a name for column ${(first?.at ?? 0) + 1} but found what looks like ${first?.title} (${file}:1)`,
    hint: 'Put a line with the names of the columns before the first row',
    locations: [{ file, line: 1 }],
  }
}

/** What a table is held against. */
                                   
                                                          
                                                    
                                                                   
                                                    
                                                            
                                          
 

                                  
                                 
                                                                                                     
         
                                                                   
                                        
                                                        
 

/** Looks at a table once, front to back: what each column seems to hold, whether what should be tokens is, and how alike its rows are. */
function inspectTable(
  file        ,
  header                   ,
  { properties, methods, rule }                  ,
)                  {
  const values = header.flatMap((name, at) => {
    const kind = headerValue(name);
    return kind ? [{ at, title: kind.title }] : []
  });
  // Somebody's data, where a name should be, is shown by its place.
  const columns = header.map((name, at) =>
    sampleColumn(values.some(each => each.at === at) ? `column ${at + 1}` : name),
  );
  const tallies = [...methods].map(([name, method]) => {
    const index = header.indexOf(name);
    return { name, tally: tallyTokens(file, name, method, index < 0 ? undefined : index) }
  });
  const sensitive = header.filter(name => {
    const property = properties.get(name);
    return property && isSensitive(property) && !rule?.quasiIdentifiers.includes(name)
  });
  const places = (names                   ) => names.map(name => header.indexOf(name));
  const grouping = rule && groupRows(places(rule.quasiIdentifiers), places(sensitive));
  let rows = 0;

  return {
    add(batch) {
      rows += batch.length;
      for (const [i, column] of columns.entries()) for (const { cells } of batch) column.add(cells[i] ?? '');
      for (const { tally } of tallies) tally.add(batch);
      grouping?.add(batch);
    },
    async finish(load, manifest) {
      const samples = columns.map(column => column.finish());
      const all = Object.values(kinds);
      const libraries = samples.flatMap(sample =>
        all.flatMap(kind => {
          const library = kind.values?.checksum?.library;
          return library && worthAsking(kind, sample) ? library : []
        }),
      );
      const validators = await load(new Set(libraries));
      const tokens = tallies.map(({ name, tally }) => ({ name, check: tally.finish(manifest) }));
      const told = new Set(tokens.filter(({ check }) => check.status === 'pass').map(({ name }) => name));
      const found = samples.flatMap(sample => {
        const suspicion = judgeColumn(sample, all, validators);
        // What holds nothing but tokens is still named for what they stand for.
        return suspicion && (suspicion.confirmed || !told.has(sample.name)) ? { name: sample.name, suspicion } : []
      });
      const checks = found.map(({ name, suspicion }) => columnCheck(file, name, suspicion, properties.get(name)));
      const empty = samples.filter(({ cells }) => cells === 0).length;
      if (checks.length === 0 || rows === 0) checks.push(tableCheck(file, rows, header.length, empty));
      if (values.length > 0) checks.push(headerCheck(file, values));
      const alike = grouping && rule ? anonymity(file, grouping, sensitive, rule) : undefined;
      return {
        checks: [...checks, ...tokens.map(({ check }) => check), ...(alike?.checks ?? [])],
        table: {
          file,
          rows,
          columns: header.length,
          sensitive: found.map(({ name, suspicion: { kind, grounds, confirmed } }) => ({
            name,
            kind: kind.id,
            category: kind.category,
            classification: classification(properties.get(name)),
            confirmed,
            evidence: grounds,
          })),
          ...(alike?.result && { anonymity: alike.result }),
        },
      }
    },
  }
}

const unloaded = (library         ) => ()        => {
  throw new Error(`${library} was asked but not loaded`)
};

/** The validators of these libraries, of which no other is loaded. */
async function loadValidators(libraries                      )                      {
  const [numbers, ibans, phones] = await Promise.all([
    libraries.has('stdnum') ? import('./identifiers.js') : undefined,
    libraries.has('ibantools') ? import('./accounts.js') : undefined,
    libraries.has('libphonenumber') ? import('./phones.js') : undefined,
  ]);
  return {
    stdnum: numbers
      ? (country, number, value) => numbers.stdnum[country]?.[number]?.validate(value).isValid ?? false
      : unloaded('stdnum'),
    vat: numbers
      ? value => {
          const compact = value.replace(/[\s.-]/g, '').toUpperCase();
          const country = compact.slice(0, 2) === 'EL' ? 'GR' : compact.slice(0, 2);
          // An Italian or Dutch validator takes the number without its prefix only.
          return (numbers.euVat[country] ?? []).some(
            each => each.validate(compact).isValid || each.validate(compact.slice(2)).isValid,
          )
        }
      : unloaded('stdnum'),
    iban: ibans ? value => ibans.isValidIBAN(value.replace(/\s/g, '').toUpperCase()) : unloaded('ibantools'),
    phone: phones ? value => phones.isValidPhoneNumber(value) : unloaded('libphonenumber'),
  }
}

/** The check of a table of data that lacks quasi-identifiers: how alike its rows are cannot be told. */
function missingColumnsCheck(file        , missing                   , minK        )        {
  return {
    id: checkId('k-anonymity', file),
    title: `At least ${minK} rows of ${file} share each combination of the quasi-identifiers`,
    status: 'inconclusive',
    required: { comparator: '>=', value: minK },
    reason: `Expected the quasi-identifiers to be columns of ${file} but it has no ${listed$1(missing)}`,
    hint: "Correct 'security.quasi-identifiers', or keep the table out of 'data.files'",
    locations: [{ file }],
  }
}

/** The check that stands for quasi-identifiers that no table has. */
function noTableCheck(quasiIdentifiers                   )        {
  return {
    id: 'k-anonymity',
    title: 'Rows can be grouped by the quasi-identifiers',
    status: 'inconclusive',
    reason: `Expected a table with the columns ${listed$1(quasiIdentifiers)} but found none`,
    hint: "Name the table under 'data.files', or correct 'security.quasi-identifiers'",
  }
}

const MAX_MANIFEST = 1024 * 1024;

                                
                                
                          
                                   
 

                      
                       
                                 
 

/** Reads every table that the settings name for sensitive data, each once. A table that cannot be read is inconclusive; the others are looked at all the same. */
async function scanTables(settings          , ports       )                         {
  const scanned                = { materials: [], checks: [], tables: [] };
  const tables = await namedTables(settings, ports, scanned.checks);
  const rule = ruleOf(settings);
  if (tables.length === 0 && scanned.checks.length === 0 && !rule) return scanned
  const contract = await readContract(settings, ports, scanned);
  if (contract === 'unreadable') return scanned
  let grouped = false;
  for (const table of tables) {
    try {
      grouped = (await scanTable(table, contract, rule, scanned, ports)) || grouped;
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      scanned.checks.push(unreadTableCheck(table.path, error));
    }
  }
  if (rule && !grouped) scanned.checks.push(noTableCheck(rule.quasiIdentifiers));
  return scanned
}

async function namedTables(
  { data, certify, drift }          ,
  { files }       ,
  checks         ,
)                        {
  const named               = [
    ...(data.files ?? []).map(path => ({ path, role: 'data'          })),
    ...(certify.predictions === undefined ? [] : [{ path: certify.predictions, role: 'predictions'          }]),
    ...(certify.champion === undefined ? [] : [{ path: certify.champion, role: 'champion'          }]),
    ...(drift.reference === undefined ? [] : [{ path: drift.reference, role: 'reference'          }]),
    ...(drift.current === undefined ? [] : [{ path: drift.current, role: 'current'          }]),
    ...(drift.series ?? []).flatMap(({ log }) => (log === undefined ? [] : [{ path: log, role: 'series'          }])),
  ];
  const found = new Map                    ();
  for (const { path, role } of named) {
    try {
      for (const file of await files.list([path])) if (!found.has(file)) found.set(file, { path: file, role });
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      checks.push(unreadTableCheck(path, error));
    }
  }
  return [...found.values()]
}

/** A contract that cannot be read leaves every column unjudged, rather than unclassified. */
async function readContract(
  { data }          ,
  { files }       ,
  { materials, checks }               ,
)                                                   {
  if (data.contract === undefined) return undefined
  try {
    const { contract, material } = await openContract(data.contract, files);
    materials.push(material);
    return contract
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    checks.push(unreadTableCheck(data.contract, error));
    return 'unreadable'
  }
}

const ruleOf = ({ security }          )                            =>
  security['quasi-identifiers'] && {
    quasiIdentifiers: security['quasi-identifiers'],
    minK: security['min-k'],
    minL: security['min-l'],
  };

/** Returns whether the rows could be grouped by the quasi-identifiers. */
async function scanTable(
  { path, role }            ,
  contract                          ,
  rule                           ,
  { materials, checks, tables }               ,
  ports       ,
)                   {
  ports.log.progress(`${path}: looking for sensitive data`);
  const { header, batches, material } = await ports.tables.open(path);
  const properties = contractColumns(contract, path);
  const methods = methodsOf(properties, contract, header, role);
  const missing = rule?.quasiIdentifiers.filter(name => !header.includes(name)) ?? [];
  const complete = rule !== undefined && missing.length === 0;
  const inspection = inspectTable(path, header, { properties, methods, rule: complete ? rule : undefined });
  for await (const batch of batches) inspection.add(batch);
  const read = material(role);
  materials.push(read);
  const found = await inspection.finish(loadValidators, await manifestOf(path, read.digest.sha256, ports));
  checks.push(...found.checks);
  tables.push(found.table);
  if (rule && missing.length > 0 && role === 'data') checks.push(missingColumnsCheck(path, missing, rule.minK));
  return complete
}

/** How the contract wants the table's columns pseudonymised; of columns that the table does not have, only those of a table of data that must be left out. */
function methodsOf(
  properties                               ,
  contract                          ,
  header                   ,
  role                  ,
)                           {
  const methods = new Map                     ();
  for (const property of new Set(properties.values())) {
    const method = contract && declaredMethod(property, contract.name);
    if (!method) continue
    const present = [property.name, property.physicalName].find(name => name !== undefined && header.includes(name));
    if (present !== undefined) methods.set(present, method);
    else if (method.id === 'drop' && role === 'data') methods.set(property.name, method);
  }
  return methods
}

/** The manifest beside a table, where it is of these very bytes. */
async function manifestOf(path        , sha256        , { files }       ) {
  const beside = manifestPath(path);
  if (!(await files.exists(beside))) return undefined
  const manifest = parseManifest(await files.readText(beside, { maxBytes: MAX_MANIFEST }));
  return manifest?.table.sha256 === sha256 ? manifest : undefined
}

/** Tells the size of a scanned file by its path from the folder of the file at `path`, as a model names the files of its weights. */
function sizeBeside(
  path        ,
  scanned                   ,
  files                       ,
)                                               {
  const folder = path.split('/').slice(0, -1);
  return async location => {
    const named = [...folder, ...location.split('/').filter(part => part !== '' && part !== '.')].join('/');
    return scanned.includes(named) ? (await files.digest(named)).bytes : undefined
  }
}

/** Files that are under way at once: as many as the processes may want, and not so many that what they hold adds up. */
const AHEAD = 64;

                
                                
                          
                                 
                                            
                                       
                           
                              
 

const NO_TABLES                = { materials: [], checks: [], tables: [] };

/** Scans the model's files and further paths: what loading them would run, credentials, dependencies without a version or with known vulnerabilities. */
const securityScan                               = {
  gate: 'security-scan',
  async find(settings, ports, out)                                     {
    const { model, security, policy } = settings;
    const waivers          = { list: findingWaivers(policy), now: ports.now() };
    const paths = [...(model.files ?? []), ...(security.paths ?? [])];
    const asked = security['sensitive-data'] || security['quasi-identifiers'] !== undefined;
    const { materials, checks, tables } = asked ? await scanTables(settings, ports) : NO_TABLES;
    if (paths.length === 0 && checks.length === 0)
      throw new UserError(
        'settings.missing',
        "Expected 'model.files', 'security.paths' or 'security.sensitive-data' to be set (what to scan) but found nothing",
        { hint: 'Name the model files under model.files, or give the paths' },
      )
    const result                 = { files: [], secrets: [], dependencies: [], vulnerabilities: [] };
    const secrets = startSecretScan();
    const scan       = { materials: [], checks: [], result, dependencyFiles: [], workflows: [], waivers, secrets };
    const skipped            = [];
    const scans = ports.scanner.open(scanLimits(settings));
    const scanAll = async () => {
      if (paths.length > 0) await scanFiles(paths, out, settings, scan, skipped, scans, ports);
      if (paths.length > 0 && scan.result.files.length === 0) scan.checks.push(nothingScanned(paths));
      return scanDependencies(scan.dependencyFiles, result.files, settings, ports, waivers, scans)
    };
    const dependencies = await scanAll().finally(scans.close);
    const leaks = await judgeSecretScan(secrets, scan.materials, settings, ports, waivers);
    const digests = new Map(scan.materials.map(({ name, digest }) => [name, digest.sha256]));
    const scanned = scan.checks.map(check => waiveWorkflowCheck(check, waivers, path => digests.get(path)));
    const judged = [...scanned, ...leaks.checks, ...dependencies.checks, ...checks];
    return {
      materials: [
        ...scan.materials,
        ...[...leaks.materials, ...dependencies.materials, ...materials].filter(
          ({ name }) => !scan.materials.some(file => file.name === name),
        ),
      ],
      checks: [...judged, ...waiversCheck(waivers, judged)],
      result: {
        ...result,
        secrets: leaks.secrets,
        ...dependencies.result,
        ...(skipped.length > 0 && { skipped }),
        ...(tables.length > 0 && { tables }),
        ...(scan.workflows.length > 0 && { workflows: scan.workflows }),
      },
    }
  },
};

/** Scans every file that the paths name, in the order of their names, whatever the order in which the scans end. */
async function scanFiles(
  paths                   ,
  out        ,
  settings          ,
  scan      ,
  skipped           ,
  scans           ,
  ports       ,
)                {
  const found = await ports.files.list(paths, { leftOut: (path, reason) => skipped.push({ path, reason }) });
  const listed = found.filter(path => !path.startsWith(`${out}/`));
  for (const path of found) if (path.startsWith(`${out}/`)) skipped.push({ path, reason: 'written by Proofmark' });
  const files = inOrder(listed, AHEAD, path => scanFile(path, listed, scans, ports));
  for await (const { path, sha256, bytes, state, scanned } of files) {
    ports.log.progress(`${path}: scanned`);
    // A small file by its bytes; one that is too large to be read twice by what it was when it was opened.
    const isSame =
      scanned.sha256 === undefined ? scanned.state === undefined || scanned.state === state : scanned.sha256 === sha256;
    const kept = isSame ? scanned : { inspected: stoppedScan({ limit: 'change' }, scanLimits(settings)) };
    note(path, { sha256, bytes }, kept, scan);
  }
}

async function scanFile(path        , listed                   , scans           , { files }       ) {
  const [{ sha256, bytes, state }, scanned] = await Promise.all([
    files.digest(path),
    scans.scan(path, sizeBeside(path, listed, files)),
  ]);
  return { path, sha256, bytes, state, scanned }
}

/** Adds what the scan of a file gave to that of all. */
function note(path        , digest                                   , scanned             , scan      )       {
  const { sha256, bytes } = digest;
  const { inspected, checks = [], secrets = [], searched, workflow, dependencies } = scanned;
  const { format } = inspected;
  const { inspection, waivers } = waiveFindings(inspected, sha256, scan.waivers);
  const { status, globals, findings, limit, reason } = inspection;
  scan.materials.push({ name: path, role: 'artefact', digest: { sha256 }, bytes });
  scan.checks.push(artefactCheck(path, { ...inspected, inspection }, waivers), ...checks);
  scan.result.files.push({
    path,
    format,
    bytes,
    sha256,
    status,
    globals,
    findings: [...findings],
    ...(status === 'inconclusive' && { reason }),
    ...(limit && { limit }),
  });
  scan.secrets.found.push(...secrets);
  if (searched) scan.secrets.searched[searched]++;
  if (workflow) scan.workflows.push(workflow);
  if (dependencies) scan.dependencyFiles.push(dependencies);
}

const nothingScanned = (paths                   )        => ({
  id: 'artefact',
  title: 'There are files to scan',
  status: 'inconclusive',
  reason: `Expected files under ${paths.join(', ')} but found none`,
  hint: 'Check the paths, and that the model was built or downloaded before this step',
});

export { securityScan };
