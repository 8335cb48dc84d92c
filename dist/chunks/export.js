import { U as UserError } from './user-error.js';
import { s as serialNumber } from './serial-number.js';
import { r as readReport } from './read-report.js';
import { c as compose } from './compose.js';
import { v as visible } from './escape.js';
import { p as printLines } from './print-lines.js';
import { t as terminalLog } from './terminal-log.js';
import { p as parseFlags } from './parse-flags.js';

/** A metric and what it was found to be, as Evidently stores them. */
                  
                     
                         
                         
 

/**
 * What drift-compare found as a snapshot of Evidently 0.7, which its `Snapshot.load` and `evidently ui` read: by column the number that
 * decided with its limit, and the status as a test. Columns without a number are named in the metadata. Undefined without a comparison.
 */
function evidentlySnapshot(
  { result, run, tool, verdict, materials }               ,
  sha256        ,
)                     {
  if (!result || result.columns.length === 0) return undefined
  const { columns, profile } = result;
  const compared = columns.flatMap(row => columnMetric(row, profile?.id ?? 'proofmark', sha256) ?? []);
  const metrics = [datasetMetric(columns, sha256), ...compared];
  const missing = columns.filter(row => numberOf(row) === undefined).map(({ column }) => column);
  return {
    report: { items: [] },
    name: 'Proofmark drift-compare',
    // Evidently's own timestamps have no zone.
    timestamp: run.finishedAt.replace(/Z$/, ''),
    metadata: {
      'proofmark.version': tool.version,
      'proofmark.verdict': verdict,
      'proofmark.profile': profile?.id ?? 'proofmark',
      ...(missing.length > 0 && { 'proofmark.not-compared': missing.join(', ') }),
      ...Object.fromEntries(
        materials
          .filter(({ role }) => role === 'reference' || role === 'current')
          .map(({ role, digest }) => [`proofmark.${role}`, `sha256:${digest.sha256}`]),
      ),
    },
    tags: ['proofmark', verdict],
    metric_results: Object.fromEntries(metrics.map(({ id, result }) => [id, result])),
    top_level_metrics: metrics.map(({ id }) => id),
    widgets: metrics.map(({ widget }) => widget),
    tests_widgets: [],
  }
}

/** The number that decided on a column, and what it was held against. */
function numberOf({ tool, effect, limit }          )                                                          {
  const value = tool ? tool.score : effect;
  return value === undefined ? undefined : { value, threshold: (tool ? tool.threshold : limit) ?? null }
}

const TEST_STATUS                                   = {
  pass: 'SUCCESS',
  warn: 'WARNING',
  fail: 'FAIL',
  inconclusive: 'ERROR',
};

function columnMetric(row          , profile        , sha256        )                     {
  const number = numberOf(row);
  if (number === undefined) return undefined
  const { column } = row;
  const by = row.tool ? row.tool.method : `${profile} ${row.method ?? ''}`;
  const params = { type: 'evidently:metric_v2:ValueDrift', column, method: by, threshold: number.threshold };
  const status = row.tool?.drifted === undefined ? row.status : row.tool.drifted ? 'fail' : 'pass';
  const id = idOf(params, sha256);
  const said = `${by}: ${number.value.toPrecision(3)}${number.threshold === null ? '' : `, limit ${number.threshold}`}`;
  const test = {
    id: 'drift',
    name: `Value Drift for column ${column}`,
    description: `${said}: ${status}, decided by Proofmark`,
    metric_config: { metric_id: id, params },
    test_config: {},
    status: TEST_STATUS[status],
    bound_test: null,
  };
  const title = `Drift in column '${column}'`;
  return {
    id,
    result: singleValue(`Value drift for ${column}`, { metric_id: id, params }, {}, number.value, [test]),
    widget: counter(id, title, `${status}. ${said}`, sha256),
  }
}

/** Evidently's count of drifted columns; of ours, those that fail. */
function datasetMetric(columns                     , sha256        )         {
  const drifted = columns.filter(({ tool, status }) => (tool ? tool.drifted === true : status === 'fail')).length;
  const params = { type: 'evidently:metric_v2:DriftedColumnsCount', drift_share: 0.5 };
  const id = idOf(params, sha256);
  const metric = { metric_id: id, params };
  const share = drifted / columns.length;
  return {
    id,
    result: {
      type: 'evidently:metric_result_v2:CountValue',
      display_name: 'Count of Drifted Columns',
      metric_value_location: { metric, param: {} },
      widget: [],
      tests: [],
      count: singleValue('Count of Drifted Columns', metric, { value_type: 'count' }, drifted, []),
      share: singleValue('Share of Drifted Columns', metric, { value_type: 'share' }, share, []),
    },
    widget: counter(id, 'Drifted columns', `${drifted} of ${columns.length}`, sha256),
  }
}

const singleValue = (name        , metric        , param        , value        , tests                   ) => ({
  type: 'evidently:metric_result_v2:SingleValue',
  display_name: name,
  metric_value_location: { metric, param },
  widget: [],
  tests,
  value,
});

const counter = (id        , title        , label        , sha256        ) => ({
  type: 'counter',
  title: '',
  size: 2,
  id: sha256(`widget ${id}`).slice(0, 32),
  params: { counters: [{ value: title, label }] },
  linked_metrics: [id],
});

/** Of the length of Evidently's own fingerprints; it only tells metrics apart. */
const idOf = (params        , sha256        )         => sha256(JSON.stringify(params)).slice(0, 32);

/** Where a snapshot goes: a file, or a project of a workspace folder. */
                                                                                                                 

/** Writes what drift-compare found, from its evidence, as a snapshot of Evidently's. Gives the path of it. */
async function exportEvidently(evidence        , place                , ports       )                  {
  const { files, sha256 } = ports;
  const found = (await readReport(evidence, ports)).find(({ gate }) => gate === 'drift-compare');
  const snapshot = found?.gate === 'drift-compare' ? evidentlySnapshot(found, sha256) : undefined;
  if (!snapshot)
    throw new UserError('export.nothing', `Expected compared columns in the evidence of ${evidence} but found none`, {
      hint: 'Run proofmark drift-compare on a reference and a current table first',
    })
  const text = `${JSON.stringify(snapshot)}\n`;
  if ('file' in place) {
    await files.write(place.file, text);
    return place.file
  }
  const { workspace, project } = place;
  const folder = `${workspace}/${uuid(sha256(`proofmark project ${project}`))}`;
  if (!(await files.exists(`${folder}/metadata.json`))) {
    const metadata = {
      id: uuid(sha256(`proofmark project ${project}`)),
      name: project,
      description: null,
      org_id: null,
      version: '2',
    };
    await files.write(`${folder}/metadata.json`, `${JSON.stringify(metadata, null, 2)}\n`);
  }
  // The same result is the same snapshot, however often it is exported.
  const path = `${folder}/snapshots/${uuid(sha256(text))}.json`;
  await files.write(path, text);
  return path
}

const uuid = (digest        )         => serialNumber(digest).replace('urn:uuid:', '');

const flags                      = [
  { name: 'evidence', kind: 'value', description: 'Folder of the evidence of drift-compare. Default: .proofmark' },
  { name: 'out', kind: 'value', description: 'The snapshot to write' },
  { name: 'workspace', kind: 'value', description: 'Workspace folder of evidently ui to add it to, instead of --out' },
  { name: 'project', kind: 'value', description: 'Project of the workspace. Default: Proofmark' },
];

const exportResult             = {
  name: 'export',
  summary: 'Write what drift-compare found as a snapshot that Evidently loads',
  synopsis: 'evidently (--out FILE | --workspace DIR [--project NAME]) [--evidence DIR]',
  examples: ['proofmark export evidently --workspace workspace --project credit'],
  flags,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags);
    const value = (name        ) => values.get(name)?.at(-1);
    const [file, workspace] = [value('out'), value('workspace')];
    if (
      positionals.length !== 1 ||
      positionals[0] !== 'evidently' ||
      (file === undefined) === (workspace === undefined)
    )
      throw new UserError(
        'export.incomplete',
        'Expected the format evidently, and --out or --workspace, but found neither or both',
        {
          hint: 'proofmark export evidently --out snapshot.json',
        },
      )
    const place =
      file === undefined ? { workspace: workspace ?? '', project: value('project') ?? 'Proofmark' } : { file };
    const ports = compose(process.cwd(), terminalLog(process.stderr), {});
    const path = await exportEvidently(value('evidence') ?? '.proofmark', place, ports);
    printLines(process.stdout, [{ tone: 'pass', text: visible(`wrote ${path}`) }]);
    return 0
  },
};

export { exportResult };
