import { c as canonicalJson } from './canonical-json.js';
import { d as describeWaiver } from './waivers-check.js';
import { m as modelId } from './model-id.js';
import { U as UserError } from './user-error.js';
import { s as serialNumber } from './serial-number.js';

const DATA_ROLES = ['data', 'predictions', 'champion', 'reference', 'current'];

const fileRef = (name        )         => `file:${name}`;

/** The model: its one file, or a component that holds all its files and is known by the model id. */
function modelComponent(
  files                    ,
  sha256                          ,
  card                       ,
)                        {
  const [first, ...others] = files;
  if (!first) return undefined
  const id = idOf(files, sha256);
  return {
    type: 'machine-learning-model',
    'bom-ref': 'model',
    name: others.length === 0 ? first.name : commonFolder(files),
    ...(id !== undefined && { version: id }),
    ...(others.length === 0
      ? { hashes: hashes(first.digest.sha256) }
      : { components: files.map(({ name, digest }) => component('file', name, digest.sha256)) }),
    ...(card && { modelCard: card }),
  }
}

/** Every file that a gate has read and that is no part of the model: tables as data, with the columns that the contract calls sensitive. */
function fileComponents(evidence                     , model                     )              {
  const sensitive = new Map                           ();
  for (const each of evidence)
    if (each.gate === 'data-validate')
      for (const { file, columns } of each.result?.files ?? [])
        sensitive.set(
          file,
          columns.filter(column => column.sensitive).map(({ column }) => column),
        );
  const found = new Map                   ();
  for (const { name, role, digest } of evidence.flatMap(({ materials }) => materials)) {
    if (model.has(name) || found.get(name)?.type === 'data') continue
    const isData = DATA_ROLES.includes(role);
    found.set(name, component(isData ? 'data' : 'file', name, digest.sha256, sensitive.get(name)));
  }
  return [...found.values()]
}

function component(type                 , name        , sha256        , sensitive                    = [])            {
  return {
    type,
    'bom-ref': fileRef(name),
    name,
    hashes: hashes(sha256),
    ...(type === 'data' && {
      data: [
        {
          type: 'dataset',
          name,
          ...(sensitive.length > 0 && { sensitiveData: sensitive.map(column => `column ${column}`) }),
        },
      ],
    }),
  }
}

/** The model id; none where a file has a name that no certificate could state. */
function idOf(files                    , sha256                          )                     {
  try {
    return modelId(files, sha256)
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

const hashes = (content        ) => [{ alg: 'SHA-256', content }];         

function commonFolder(files                    )         {
  const [first = [], ...others] = files.map(({ name }) => name.split('/').slice(0, -1));
  const shared = first.filter((part, i) =>
    others.every(other => first.slice(0, i).every((p, j) => other[j] === p) && other[i] === part),
  );
  return shared.join('/') || 'model'
}

/** What the policy's waiver says of a vulnerability, as a VEX statement; without one nobody has said anything yet. */
function analysisOf(waiver                    , found        )           {
  if (waiver?.rule !== 'vulnerabilities') return { state: 'in_triage', detail: found }
  const { state, justification, reason, owner, expires } = waiver;
  return {
    state,
    ...(state === 'not_affected' && justification !== undefined && { justification }),
    // Who says that it can be exploited and waives it has decided to live with it.
    ...(state === 'exploitable' && { response: ['will_not_fix']          }),
    detail: `${reason} (waived by ${owner} until ${expires}; ${found})`,
  }
}

/** purl types by OSV's name of the ecosystem (github.com/package-url/purl-spec, PURL-TYPES). */
const PURL_TYPES                                   = { PyPI: 'pypi', npm: 'npm', conda: 'conda', Conda: 'conda' };

/** The libraries that the evidence names: those with an exact version, those without, and those that another tool has reported on. */
function libraries({ packages = [], dependencies, vulnerabilities }                )              {
  const found = new Map                   ();
  for (const { ecosystem, name, version } of [...packages, ...vulnerabilities]) {
    const ref = libraryRef(ecosystem, name, version);
    const purl = purlOf(ecosystem, name, version);
    found.set(ref, { type: 'library', 'bom-ref': ref, name, version, ...(purl !== undefined && { purl }) });
  }
  for (const { name, requirement, file, line } of dependencies) {
    const ref = `requirement:${file}:${line}:${name}`;
    const properties = [
      { name: 'proofmark:requirement', value: requirement },
      { name: 'proofmark:declared-in', value: `${file}:${line}` },
    ];
    found.set(ref, { type: 'library', 'bom-ref': ref, name, properties });
  }
  return [...found.values()]
}

/** Known vulnerabilities of them: what a waiver says of each, else it stands as in triage. */
function vulnerabilitiesOf({ vulnerabilities }                )                  {
  const found = new Map                       ();
  for (const { ecosystem, name, version, source, file, line, vulnerabilities: known } of vulnerabilities)
    for (const { ids, severity, fixed, waiver } of known) {
      const [id = 'unknown', ...aliases] = ids;
      const affected = libraryRef(ecosystem, name, version);
      const analysis = analysisOf(waiver, `${file}${line === undefined ? '' : `:${line}`} has ${name} ${version}`);
      const ref = `vulnerability:${id}:${affected}`;
      found.set(ref, {
        'bom-ref': ref,
        id,
        source: { name: source },
        ...(aliases.length > 0 && {
          references: [...new Set(aliases)].map(alias => ({ id: alias, source: { name: source } })),
        }),
        ratings: [{ severity }],
        ...(fixed !== undefined && { recommendation: `Update ${name} to ${fixed} or later` }),
        analysis,
        affects: [{ ref: affected, versions: [{ version, status: isAffected(analysis) ? 'affected' : 'unaffected' }] }],
      });
    }
  return [...found.values()]
}

const isAffected = ({ state }          ) => state !== 'not_affected' && state !== 'false_positive';

const libraryRef = (ecosystem        , name        , version        ) => `library:${ecosystem}:${name}@${version}`;

function purlOf(ecosystem        , name        , version        )                     {
  const type = PURL_TYPES[ecosystem];
  if (type === undefined) return undefined
  const plain = type === 'pypi' ? name.toLowerCase().replaceAll('_', '-') : name;
  return `pkg:${type}/${plain.split('/').map(encodeURIComponent).join('/')}@${encodeURIComponent(version)}`
}

/** The model card: what model-certify's evidence bears out, and, as considerations, what its owner declares. */
function modelCard(evidence               , refOf                          )                        {
  const { result, materials } = evidence;
  if (!result) return undefined
  // A gain over the champion is no performance of the model.
  const slices = (result.slices ?? []).filter(({ gain }) => !gain);
  const performanceMetrics = [
    ...result.metrics.flatMap(metric => performance(metric.id, metric)),
    ...slices.flatMap(({ by, slice, metric, ...found }) =>
      performance(metric, found).map(one => ({ ...one, slice: by === undefined ? slice : `${by} = ${slice}` })),
    ),
  ];
  const datasets = materials.filter(({ role }) => role === 'predictions').map(({ name }) => ({ ref: refOf(name) }));
  return {
    modelParameters: {
      approach: { type: 'supervised' },
      task: `${result.task} classification`,
      ...(datasets.length > 0 && { datasets }),
    },
    ...(performanceMetrics.length > 0 && { quantitativeAnalysis: { performanceMetrics } }),
    ...considerationsOf(result.card),
  }
}

function performance(
  type        ,
  { value, interval }                                                                                              ,
)                      {
  if (value === null) return []
  const [lower, upper] = interval ?? [];
  return [
    {
      type,
      value: String(value),
      ...(interval && { confidenceInterval: { lowerBound: String(lower), upperBound: String(upper) } }),
    },
  ]
}

/** What is declared of the model, as far as CycloneDX has a place for it. */
function considerationsOf(card                                              )                                    {
  const considerations = {
    ...(card?.users && { users: card.users }),
    ...(card?.['intended-use'] && { useCases: card['intended-use'] }),
    ...(card?.limitations && { technicalLimitations: card.limitations }),
    ...(card?.['ethical-considerations'] && {
      ethicalConsiderations: card['ethical-considerations'].map(name => ({ name })),
    }),
  };
  return Object.keys(considerations).length > 0 ? { considerations } : {}
}

/**
 * The evidence of a run as a CycloneDX 1.6 bill of materials: the model with its card, the data, the other files that were read,
 * and the libraries that the scan names. Its serial number is a function of everything in it but the time.
 */
function cyclonedx(evidence                     , sha256                          )      {
  const subject = evidence.find(each => each.subject.length > 0)?.subject ?? [];
  const certified = evidence.find(each => each.gate === 'model-certify');
  const scanned = evidence.find(each => each.gate === 'security-scan')?.result;
  const card = certified?.gate === 'model-certify' ? modelCard(certified, fileRef) : undefined;
  const model = modelComponent(subject, sha256, card);
  const known = scanned ? vulnerabilitiesOf(scanned) : [];
  const components              = [
    ...fileComponents(evidence, new Set(subject.map(({ name }) => name))),
    ...(scanned ? libraries(scanned) : []),
  ];
  const content = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      tools: { components: [{ type: 'application', name: 'proofmark', version: evidence[0]?.tool.version ?? '' }] },
      ...(model && { component: model }),
      properties: [
        ...evidence.map(({ gate, verdict }) => ({ name: `proofmark:verdict:${gate}`, value: verdict })),
        ...waived(evidence),
      ],
    },
    components,
    // What no gate has read, the evidence cannot name.
    compositions: [{ aggregate: 'unknown', assemblies: (model ? [model] : components).map(each => each['bom-ref']) }],
    ...(known.length > 0 && { vulnerabilities: known }),
  };         
  const timestamp =
    evidence
      .map(({ run }) => run.finishedAt)
      .toSorted()
      .at(-1) ?? new Date(0).toISOString();
  const { $schema, bomFormat, specVersion, metadata, ...rest } = content;
  return {
    $schema,
    bomFormat,
    specVersion,
    serialNumber: serialNumber(sha256(canonicalJson(content))),
    metadata: { timestamp, ...metadata },
    ...rest,
  }
}

/** The waivers that were applied, each once: what is said of a file or a credential has no other place in a bill of materials. */
function waived(evidence                     )             {
  const applied = evidence.flatMap(({ checks }) => checks.flatMap(({ waivers }) => waivers ?? []));
  const told = applied.map(
    waiver => `${describeWaiver(waiver)} until ${waiver.expires}, by ${waiver.owner}: ${waiver.reason}`,
  );
  return [...new Set(told)].map(value => ({ name: 'proofmark:waiver', value }))
}

export { cyclonedx as c };
