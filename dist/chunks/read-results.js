import { U as UserError } from './user-error.js';
import { o as object, a as string, i as int, r as record, f as unknown, e as array, _ as _enum, n as number$1, u as union, d as custom, h as looseObject, b as boolean, T as ZodError } from './schemas2.js';
import { lenientJson } from './lenient-json.js';

/** What the manifest says of a test. */
const TestNode = object({
  column_name: string().nullish(),
  config: object({ severity: string(), warn_if: string(), error_if: string() }),
});

const CONDITION = /^\s*(!=|<>|>=|<=|>|<|==?)\s*(\d+(?:\.\d+)?)\s*$/;
const OPPOSITE$1 = { '!=': '=', '<>': '=', '>=': '<', '<=': '>', '>': '<=', '<': '>=', '=': '!=', '==': '!=' };         

/** What must hold of the failures: dbt says when it does not. Nothing where a condition is SQL of another kind. */
function testBounds$1({ severity, warn_if, error_if }                                    )          {
  const warns = boundOf(warn_if, 'warn');
  if (severity.toLowerCase() === 'warn') return warns
  const fails = boundOf(error_if, 'fail');
  return fails.length > 0 && warns.length > 0 ? [...fails, ...warns] : []
}

function boundOf(condition        , breach                 )          {
  const [, written = '', number = ''] = CONDITION.exec(condition) ?? [];
  const comparator = Object.entries(OPPOSITE$1).find(([each]) => each === written)?.[1];
  return comparator === undefined ? [] : [{ comparator, value: Number(number), breach }]
}

/** What a tool says of one of its own checks. `error`: it could not be run; `skipped`: it was not. Undefined where the file has no word on it. */
                                                                 

/** What must hold of the value, and what it means where it does not. */
                        
                                                                                                              
                                                                
                                               
                          
                                  
 

/** One question that another tool has asked and answered. */
                             
                                                                                       
                     
                        
                          
                                            
                          
                                                                                  
                                  
                        
                     
                                                                                                 
                            
                                                                                                  
                                   
                      
                                                                           
                        
 

/** What a file of results holds. */
                              
                                            
                           
                                       
                                                              
                              
 

/** Files of the same run that say what was required, by name, as JSON; undefined where there is none. */
                                              

/** Results of another tool, told by their content. */
                               
                     
                                                                                    
                       
                                                       
                        
                                                  
                                                                                                                                
                                   
                                                   
                        
                                                             
                                     
                                    
                                                                 
                                                   
 

const defineResultFormat = (format              )               => format;

const Metadata = object({
  dbt_schema_version: string().includes('/run-results/'),
  dbt_version: string().max(100),
});
const Result = object({
  unique_id: string(),
  status: string(),
  failures: int().nonnegative().nullish(),
});
const RunResults = object({ metadata: Metadata, results: array(Result) });
const Manifest = object({ nodes: record(string(), unknown()) });

const SAID$1                                 = {
  pass: 'pass',
  success: 'pass',
  warn: 'warn',
  fail: 'fail',
  error: 'error',
  'runtime error': 'error',
  'partial success': 'error',
  skipped: 'skipped',
  'no-op': 'skipped',
};

/** `run_results.json` of dbt, with the bounds of its tests from the `manifest.json` beside it. */
const dbt = defineResultFormat({
  id: 'dbt',
  tool: 'dbt',
  title: "dbt's run_results.json",
  gate: 'data-validate',
  hint: 'Run dbt test, or dbt build',
  beside: ['manifest.json'],
  recognise: value => object({ metadata: Metadata, results: array(unknown()) }).safeParse(value).success,
  read(value, beside) {
    const { metadata, results } = RunResults.parse(value);
    const nodes = Manifest.safeParse(beside('manifest.json')).data?.nodes;
    const items = results.flatMap(result => itemOf$2(result, nodes));
    return { version: metadata.dbt_version, items }
  },
});

const isTest = (id        ) => id.startsWith('test.') || id.startsWith('unit_test.');

/** Tests; and of what was built what could not be. */
function itemOf$2(
  { unique_id: id, status, failures }                        ,
  nodes                                    ,
)               {
  const said = SAID$1[status] ?? 'error';
  const what = { id: shortened(id), title: id, said };
  if (!isTest(id)) return said === 'pass' ? [] : [{ ...what, bounds: [] }]
  const node = nodes && Object.hasOwn(nodes, id) ? TestNode.safeParse(nodes[id]).data : undefined;
  const bounds = node ? testBounds$1(node.config) : usual(said);
  const column = node?.column_name ?? undefined;
  return [
    {
      ...what,
      ...(column === undefined ? {} : { column }),
      ...(typeof failures === 'number' ? { value: failures, unit: 'failures' } : {}),
      bounds: typeof failures === 'number' ? bounds : [],
      ...(node || bounds.length > 0 ? {} : { note: 'its manifest.json is not beside it' }),
    },
  ]
}

/** `error_if` and `warn_if` unless the project says otherwise: no failure at all. */
const usual = (said      )          => [{ comparator: '=', value: 0, breach: said === 'warn' ? 'warn' : 'fail' }];

/** Without the project and the hash that dbt gives a generic test. */
const shortened = (id        ) => id.replace(/^(?:unit_)?test\.[^.]+\./, '').replace(/\.[0-9a-f]{10}$/, '');

const Constraint = object({
  check: string(),
  check_level: _enum(['Error', 'Warning']),
  check_status: string(),
  constraint: string(),
  constraint_status: _enum(['Success', 'Failure']),
  constraint_message: string(),
});
const Recognised$3 = array(object({ constraint: string(), constraint_status: string() })).min(1);

const VALUE = /^Value: (\S+) does not meet the constraint requirement/;
const INSTANCE = /\((\w+)\((.*)\)\)$/s;

/** `VerificationResult.checkResultsAsJson` of Deequ. What was required is a function and not in the file, so that Deequ's word is taken. */
const deequChecks = defineResultFormat({
  id: 'deequ-checks',
  tool: 'Deequ',
  title: 'the check results of Deequ',
  gate: 'data-validate',
  recognise: value => Recognised$3.safeParse(value).success,
  read: value => ({ items: array(Constraint).parse(value).map(itemOf$1) }),
});

function itemOf$1({
  check,
  check_level,
  constraint,
  constraint_status,
  constraint_message: message,
}                            )             {
  const [, analyzer = constraint, args = ''] = INSTANCE.exec(constraint) ?? [];
  const told = VALUE.exec(message);
  const failed = constraint_status === 'Failure';
  // Any other message says why no value could be computed.
  const said = !failed ? 'pass' : told ? (check_level === 'Warning' ? 'warn' : 'fail') : 'error';
  const of = args.replace(/^List\(([^)]*)\).*$/, '$1').replace(/,(?:None|Some\(|`).*$/s, '');
  const value = told ? Number(told[1]) : undefined;
  return {
    id: `${check}.${analyzer}${of === '' || of === 'None' ? '' : `.${of}`}`,
    title: `${check}: ${constraint}`,
    ...(value !== undefined && Number.isFinite(value) ? { value } : {}),
    bounds: [],
    said,
    ...(said === 'error' ? { note: message } : {}),
  }
}

const Metric$1 = object({
  entity: string(),
  instance: string(),
  name: string(),
  value: unknown().optional(),
});
/** One run of a repository of metrics. */
const Run = object({
  resultKey: object({ dataSetDate: number$1() }),
  analyzerContext: object({ metricMap: array(object({ metric: unknown() })) }),
});
const Recognised$2 = array(union([object({ entity: string(), instance: string(), name: string() }), Run]))
  .min(1);

/** Metrics of Deequ: `successMetricsAsJson`, or the newest run of a repository file. Bounds come from the settings: the file has none. */
const deequMetrics = defineResultFormat({
  id: 'deequ-metrics',
  tool: 'Deequ',
  title: 'the metrics of Deequ',
  gate: 'data-validate',
  isOnlyMeasured: true,
  hint: "Say what is required under 'data.result-thresholds', such as Completeness.age: '>= 0.95'",
  recognise: value => Recognised$2.safeParse(value).success,
  read(value) {
    const runs = array(Run).safeParse(value);
    if (!runs.success) return { items: array(Metric$1).parse(value).map(itemOf) }
    const newest = runs.data.reduce((a, b) => (b.resultKey.dataSetDate >= a.resultKey.dataSetDate ? b : a));
    const metrics = newest.analyzerContext.metricMap.flatMap(({ metric }) => Metric$1.safeParse(metric).data ?? []);
    return { items: metrics.map(itemOf) }
  },
});

function itemOf({ entity, instance, name, value }                        )             {
  const number = typeof value === 'number' ? value : Number.NaN;
  const of = entity === 'Dataset' ? '' : `.${instance}`;
  return { id: `${name}${of}`, title: `${name}${of === '' ? '' : ` of ${instance}`}`, value: number, bounds: [] }
}

/** How a score is held against its threshold where a column has drifted. */
                                        

/** Statistical tests of Evidently by id: name that reports show, and how each decides (evidently/legacy/calculations/stattests, 0.7.21). */
const METHODS                                                                           = {
  TVD: ['Total-Variation-Distance', '<'],
  abs_text_content_drift: ['Absolute text content drift', '>'],
  anderson: ['Anderson-Darling', '<'],
  chisquare: ['chi-square p_value', '<'],
  cramer_von_mises: ['Cramer-von Mises', '<='],
  ed: ['Energy-distance', '>'],
  empirical_mmd: ['empirical_mmd', '<'],
  es: ['Epps-Singleton', '<'],
  fisher_exact: ["Fisher's Exact test", '<'],
  g_test: ['g_test', '<'],
  hellinger: ['Hellinger distance', '>='],
  jensenshannon: ['Jensen-Shannon distance', '>='],
  kl_div: ['Kullback-Leibler divergence', '>='],
  ks: ['K-S p_value', '<='],
  mannw: ['Mann-Whitney U-rank test', '<'],
  psi: ['PSI', '>='],
  t_test: ['t_test', '<'],
  wasserstein: ['Wasserstein distance (normed)', '>='],
  z: ['Z-test p_value', '<'],
};

const BY_NAME = new Map(
  Object.entries(METHODS).flatMap(([id, [display, drifted]]) => {
    const method = { id, drifted };
    return [
      [id, method],
      [display, method],
    ]
  }),
);

/** A method by its id or by the name that reports show: Evidently writes the one or the other. */
const evidentlyMethod = (name        )                                                                   =>
  BY_NAME.get(name);

/** What must hold where the column has not drifted. */
const OPPOSITE = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' };         

/** What Evidently says of the drift of one column. */
                              
                         
                                                                                                                   
                         
                               
                                   
                                  
                                  
                            
 

/** The question whether a column has drifted, decided as Evidently decides by the method. */
function driftItem({ column, method, score, threshold, said, breach, rounding }             )             {
  const known = evidentlyMethod(method);
  return {
    id: `value-drift.${column}`,
    title: `${column}: no drift by ${method}`,
    column,
    method: known?.id ?? method,
    value: score ?? Number.NaN,
    ...(rounding === undefined ? {} : { rounding }),
    bounds:
      known && threshold !== null && Number.isFinite(threshold)
        ? [{ comparator: OPPOSITE[known.drifted], value: threshold, breach }]
        : [],
    ...(said === undefined ? {} : { said }),
    ...(known ? {} : { note: `how ${method} decides is not known here` }),
  }
}

/** Status of a test of Evidently's. */
const EvidentlyStatus = _enum(['SUCCESS', 'FAIL', 'WARNING', 'ERROR', 'SKIPPED']);

const SAID                                                          = {
  SUCCESS: 'pass',
  FAIL: 'fail',
  WARNING: 'warn',
  ERROR: 'error',
  SKIPPED: 'skipped',
};

const saidBy = (status                                 )       => SAID[status];

/** The worst of several: a column that drifted in one test has drifted. */
const WORST                  = ['error', 'fail', 'skipped', 'warn', 'pass'];
const worstSaid = (all                 )                   => WORST.find(each => all.includes(each));

const COMPARATORS                                                    = {
  LessThanMetricTest: '<',
  LessOrEqualMetricTest: '<=',
  GreaterThanMetricTest: '>',
  GreaterOrEqualMetricTest: '>=',
};

const Compared = object({ threshold: number$1() });
const Equal = object({ expected: number$1() });
const Listed = object({ values: array(union([number$1(), string()])) });

/** What a test of Evidently 0.7 requires of a value; nothing where it is relative to the reference, which is not in the file. */
function testBounds(config                                   , breach                 )          {
  const type = String(config.type ?? '').replace('evidently:test_v2:', '');
  const comparator = COMPARATORS[type];
  if (comparator !== undefined) {
    const found = Compared.safeParse(config);
    return found.success ? [{ comparator, value: found.data.threshold, breach }] : []
  }
  if (type === 'EqualMetricTest' || type === 'NotEqualMetricTest') {
    const found = Equal.safeParse(config);
    return found.success
      ? [{ comparator: type === 'EqualMetricTest' ? '=' : '!=', value: found.data.expected, breach }]
      : []
  }
  if (type === 'IsInMetricTest' || type === 'NotInMetricTest') {
    const found = Listed.safeParse(config);
    return found.success
      ? [{ comparator: type === 'IsInMetricTest' ? 'in' : 'not in', value: found.data.values, breach }]
      : []
  }
  return []
}

/** A number as a tool has written it, perhaps infinite; null where it was NaN. */
const Measure = custom               (value => value === null || typeof value === 'number');

const TYPE = 'evidently:metric_v2:';
const CountValue = object({ count: Measure, share: Measure });

const Metric = object({
  id: string(),
  metric_name: string().optional(),
  config: looseObject({ type: string(), column: string().nullish() }),
  value: unknown(),
});
const Test$1 = object({
  id: string(),
  name: string(),
  metric_config: object({ metric_id: string() }),
  test_config: record(string(), unknown()).nullish(),
  status: EvidentlyStatus,
  bound_test: object({ is_count: boolean().nullish(), test: object({ is_critical: boolean().nullish() }).nullish() })
    .nullish(),
});
                                    
                                

const Report = object({ metrics: array(Metric), tests: array(Test$1).nullish() });
const Recognised$1 = object({
  metrics: array(object({ config: object({ type: string().startsWith(TYPE) }) })),
  tests: array(unknown()).nullish(),
});

const DriftConfig = object({ column: string(), method: string(), threshold: Measure });
const DatasetConfig = object({ drift_share: number$1() });

/** What `save_json` and `json` of Evidently 0.7 give. The file does not say which version wrote it. */
const evidently = defineResultFormat({
  id: 'evidently',
  tool: 'Evidently',
  title: 'an Evidently report',
  gate: 'drift-compare',
  hint: 'Run a report with tests (include_tests=True) or with drift metrics',
  recognise: value => Recognised$1.safeParse(value).success,
  read(value) {
    const { metrics, tests } = Report.parse(value);
    const byMetric = Map.groupBy(tests ?? [], test => test.metric_config.metric_id);
    const decided = metrics.some(metric => isOf(metric, 'DriftedColumnsCount')) && byMetric.size === 0;
    const items = metrics.flatMap(metric => itemsOf$1(metric, byMetric.get(metric.id) ?? [], decided));
    return { version: '0.7', items: items.map(item => (item.method === undefined ? item : named(item, items))) }
  },
});

/** A column that several methods were asked about is told apart by them. */
const named = (item            , all                       )             =>
  all.some(other => other !== item && other.id === item.id) ? { ...item, id: `${item.id}.${item.method}` } : item;

const isOf = ({ config }        , type        ) => config.type === `${TYPE}${type}`;

/** Where no test was run, Evidently leaves the decision to its flag for the dataset, and what drifted is told beside. */
function itemsOf$1(metric        , tests                 , byDataset         )               {
  if (isOf(metric, 'ValueDrift')) {
    const { column, method, threshold } = DriftConfig.parse(metric.config);
    const said = worstSaid(tests.map(({ status }) => saidBy(status)));
    const isMild = byDataset || (tests.length > 0 && tests.every(isWarning));
    const drift              = {
      column,
      method,
      threshold,
      score: Measure.parse(metric.value),
      said,
      breach: isMild ? 'warn' : 'fail',
    };
    return [driftItem(drift)]
  }
  if (isOf(metric, 'DriftedColumnsCount') && tests.length === 0) {
    const { drift_share: bar } = DatasetConfig.parse(metric.config);
    const { share } = CountValue.parse(metric.value);
    return [
      {
        id: 'drifted-columns',
        title: 'Share of drifted columns',
        value: share ?? Number.NaN,
        unit: 'share of columns',
        bounds: [{ comparator: '<', value: bar, breach: 'fail' }],
      },
    ]
  }
  return tests.map(test => testItem(metric, test))
}

const isWarning = ({ bound_test }      ) => bound_test?.test?.is_critical === false;

function testItem(metric        , test      )             {
  const { column } = metric.config;
  const kind = metric.config.type
    .replace(TYPE, '')
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '-')
    .toLowerCase();
  const value = testedValue(metric, test);
  const bounds = testBounds(test.test_config ?? {}, isWarning(test) ? 'warn' : 'fail');
  return {
    id: `${kind}.${column ? `${column}.` : ''}${test.id}`,
    title: test.name,
    ...(column ? { column } : {}),
    ...(value === undefined ? {} : { value }),
    bounds: value === undefined ? [] : bounds,
    said: saidBy(test.status),
    ...(bounds.length === 0
      ? { note: 'the bound is relative to a reference that is not in the file, or of a kind not known here' }
      : {}),
  }
}

/** The number a test is of; undefined where the metric has several and the file does not say which. */
function testedValue({ value }        , { bound_test }      )                     {
  if (value === null) return Number.NaN
  if (typeof value === 'number') return value
  const counted = CountValue.safeParse(value);
  const isCount = bound_test?.is_count;
  if (!counted.success || typeof isCount !== 'boolean') return undefined
  return (isCount ? counted.data.count : counted.data.share) ?? Number.NaN
}

/** Scores of tests on drift are rounded to three digits after the point. */
const ROUNDING = 0.0005;

const Test = object({
  name: string(),
  status: EvidentlyStatus,
  parameters: record(string(), unknown()).nullish(),
});
const Drift = object({ column_name: string(), stattest: string(), score: Measure, threshold: Measure });

const Approximate = object({ value: number$1(), relative: number$1().nullish(), absolute: number$1().nullish() });
const Bar = union([number$1(), Approximate]);
const Condition = object({
  eq: Bar.optional(),
  not_eq: number$1().optional(),
  gt: Bar.optional(),
  gte: Bar.optional(),
  lt: Bar.optional(),
  lte: Bar.optional(),
  is_in: array(union([number$1(), string()])).optional(),
  not_in: array(union([number$1(), string()])).optional(),
});
const Conditioned = object({ condition: Condition, value: Measure, column_name: string().optional() });
const Shared = object({ condition: Condition, features: record(string(), object({ detected: boolean() })) });

/** One test of a suite of Evidently before 0.7. */
function legacyTest(test         )             {
  const { name, status, parameters } = Test.parse(test);
  const said = saidBy(status);
  const breach = status === 'WARNING' ? 'warn' : 'fail';
  const drift = Drift.safeParse(parameters);
  if (drift.success) {
    const { column_name: column, stattest, ...numbers } = drift.data;
    return driftItem({ column, method: stattest, ...numbers, said, breach, rounding: ROUNDING })
  }
  const id = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
  const shared = Shared.safeParse(parameters);
  if (shared.success) {
    const features = Object.values(shared.data.features);
    const drifted = features.filter(({ detected }) => detected).length;
    const ofAll = name.startsWith('Share') ? features.length : 1;
    return {
      id,
      title: name,
      value: features.length === 0 ? Number.NaN : drifted / ofAll,
      unit: name.startsWith('Share') ? 'share of columns' : 'columns',
      n: features.length,
      bounds: boundsOf(shared.data.condition, breach),
      said,
    }
  }
  const found = Conditioned.safeParse(parameters);
  if (!found.success) return { id, title: name, bounds: [], said }
  const { condition, value, column_name: column } = found.data;
  const bounds = boundsOf(condition, breach);
  return {
    id: column === undefined ? id : `${id}.${column}`,
    title: column === undefined ? name : `${column}: ${name}`,
    ...(column === undefined ? {} : { column }),
    value: value ?? Number.NaN,
    bounds,
    said,
  }
}

const SIMPLE = { gt: '>', gte: '>=', lt: '<', lte: '<=' };         

function boundsOf(condition                           , breach                 )          {
  const bounds          = [];
  for (const key of ['gt', 'gte', 'lt', 'lte']         ) {
    const bar = condition[key];
    if (typeof bar === 'number') bounds.push({ comparator: SIMPLE[key], value: bar, breach });
    else if (bar) {
      const room = key === 'gt' || key === 'lte' ? toleranceOf(bar) : -toleranceOf(bar);
      bounds.push({ comparator: SIMPLE[key], value: bar.value + room, breach });
    }
  }
  const { eq, not_eq, is_in, not_in } = condition;
  if (typeof eq === 'number') bounds.push({ comparator: '=', value: eq, breach });
  else if (eq) {
    bounds.push({ comparator: '=', value: eq.value, within: toleranceOf(eq), breach });
  }
  if (not_eq !== undefined) bounds.push({ comparator: '!=', value: not_eq, breach });
  if (is_in) bounds.push({ comparator: 'in', value: is_in, breach });
  if (not_in) bounds.push({ comparator: 'not in', value: not_in, breach });
  return bounds
}

/** Of `ApproxValue`; one that is compared by order is moved by it as there. */
const toleranceOf = ({ value, relative, absolute }                             )         =>
  Math.max(Math.abs(value) * (relative ?? 0), absolute ?? 0);

const Column = object({
  stattest_name: string(),
  stattest_threshold: Measure,
  drift_score: Measure,
  drift_detected: boolean(),
});
const Dataset = object({
  drift_share: number$1().optional(),
  number_of_columns: int(),
  number_of_drifted_columns: int(),
  dataset_drift: boolean(),
});
const Table = object({ drift_by_columns: record(string(), Column) });
const OneColumn = Column.extend({ column_name: string() });

const Metrics = object({
  version: string().max(100),
  timestamp: string(),
  metrics: array(object({ metric: string(), result: unknown() })),
});
const Tests = object({
  version: string().max(100),
  timestamp: string(),
  tests: array(looseObject({ name: string(), status: string() })),
  summary: object({ total_tests: int() }),
});

/** Reports and test suites of Evidently 0.4 to 0.6, and of `evidently.legacy` since. */
const evidentlyLegacy = defineResultFormat({
  id: 'evidently-legacy',
  tool: 'Evidently',
  title: 'a report or test suite of Evidently before 0.7',
  gate: 'drift-compare',
  hint: 'Run a test suite, or a report with drift metrics',
  recognise: value => Metrics.safeParse(value).success || Tests.safeParse(value).success,
  read(value) {
    const suite = Tests.safeParse(value);
    if (suite.success) {
      const { version, tests, summary } = suite.data;
      const short = summary.total_tests !== tests.length;
      return {
        version,
        items: tests.map(legacyTest),
        ...(short ? { incomplete: `it lists ${tests.length} of ${summary.total_tests} tests` } : {}),
      }
    }
    const { version, metrics } = Metrics.parse(value);
    const byDataset = metrics.some(({ metric }) => metric === 'DatasetDriftMetric');
    return { version, items: metrics.flatMap(each => itemsOf(each, byDataset)) }
  },
});

/** A column alone fails only where no metric decides on the dataset. */
function itemsOf({ metric, result }                                      , byDataset         )               {
  if (metric === 'DatasetDriftMetric') return [datasetItem(Dataset.parse(result))]
  if (metric === 'ColumnDriftMetric') {
    const { column_name: column, ...found } = OneColumn.parse(result);
    return [columnItem(column, found, 'fail')]
  }
  if (metric !== 'DataDriftTable') return []
  return Object.entries(Table.parse(result).drift_by_columns).map(([column, found]) =>
    columnItem(column, found, byDataset ? 'warn' : 'fail'),
  )
}

const columnItem = (column        , found                        , breach                 )             =>
  driftItem({
    column,
    method: found.stattest_name,
    score: found.drift_score,
    threshold: found.stattest_threshold,
    said: found.drift_detected ? breach : 'pass',
    breach,
  });

/** The share is computed again from the counts. */
function datasetItem({
  drift_share,
  number_of_columns: n,
  number_of_drifted_columns: drifted,
  dataset_drift,
}                         )             {
  return {
    id: 'drifted-columns',
    title: 'Share of drifted columns',
    value: n === 0 ? Number.NaN : drifted / n,
    unit: 'share of columns',
    n,
    bounds: drift_share === undefined ? [] : [{ comparator: '<', value: drift_share, breach: 'fail' }],
    said: dataset_drift ? 'fail' : 'pass',
  }
}

const Raised = object({ raised_exception: boolean() });
const number = custom                           (value => value == null || typeof value === 'number').optional();

/** One result of a validation: 0.18 says `expectation_type`, 1.x `type`. */
const ExpectationResult = object({
  success: boolean().nullable(),
  expectation_config: object({
    type: string().optional(),
    expectation_type: string().optional(),
    kwargs: record(string(), unknown()),
    severity: string().nullish(),
  }),
  result: looseObject({
      element_count: number,
      missing_count: number,
      unexpected_count: number,
      observed_value: unknown().optional(),
    })
    .nullish(),
  exception_info: union([Raised, record(string(), unknown())]).nullish(),
});
                                                                 

/** The question of one expectation: counts are held against `mostly`, a number against its limits; values are not taken over. */
function expectationItem(found                   )             {
  const { expectation_config: config, result } = found;
  const { kwargs } = config;
  const type = config.type ?? config.expectation_type ?? 'expectation';
  const column = textOf(kwargs.column);
  const of =
    column ??
    [kwargs.column_A, kwargs.column_B, ...listOf(kwargs.column_list), ...listOf(kwargs.column_set)]
      .flatMap(each => textOf(each) ?? [])
      .join('+');
  const name = type.replace(/^expect_/, '').replaceAll('_', '-');
  const breach = config.severity === 'warning' || config.severity === 'info' ? 'warn' : 'fail';
  const said       = raised(found) || found.success === null ? 'error' : found.success ? 'pass' : breach;
  const what = {
    id: of === '' ? name : `${name}.${of}`,
    title: of === '' ? type : `${of}: ${type}`,
    ...(column === undefined ? {} : { column }),
    said,
  };
  const { element_count: rows, unexpected_count: unexpected } = result ?? {};
  if (typeof rows === 'number' && typeof unexpected === 'number') {
    const n = rows - (result?.missing_count ?? 0);
    const mostly = kwargs.mostly ?? 1;
    return {
      ...what,
      // With nothing to look at Great Expectations calls every expectation met.
      value: n > 0 ? (n - unexpected) / n : Number.NaN,
      unit: 'share of values',
      ...(Number.isInteger(n) && n >= 0 ? { n } : {}),
      bounds: typeof mostly === 'number' ? [{ comparator: '>=', value: mostly, breach }] : [],
      ...(n > 0 ? {} : { note: 'there was no value to look at' }),
    }
  }
  const bounds = limitsOf(type, kwargs, breach);
  const observed = result?.observed_value;
  if (bounds.length === 0 || (observed !== null && typeof observed !== 'number')) return { ...what, bounds: [] }
  return { ...what, value: observed ?? Number.NaN, bounds }
}

const textOf = (value         ) => (typeof value === 'string' ? value : undefined);
const listOf = (value         )            => (Array.isArray(value) ? value : []);

/** One exception, or in 1.x one per metric. */
function raised({ exception_info: info }                   )          {
  return [info, ...Object.values(info ?? {})].some(each => Raised.safeParse(each).data?.raised_exception === true)
}

function limitsOf(type        , kwargs                                   , breach                 )          {
  const { min_value: min, max_value: max, strict_min, strict_max, value } = kwargs;
  if (type.endsWith('_to_equal')) return typeof value === 'number' ? [{ comparator: '=', value, breach }] : []
  if (!type.endsWith('_to_be_between')) return []
  return [
    ...(typeof min === 'number'
      ? [{ comparator: strict_min === true ? ('>'         ) : ('>='         ), value: min, breach }]
      : []),
    ...(typeof max === 'number'
      ? [{ comparator: strict_max === true ? ('<'         ) : ('<='         ), value: max, breach }]
      : []),
  ]
}

const Validation = object({
  results: array(ExpectationResult),
  statistics: object({ evaluated_expectations: int() }),
  meta: object({ great_expectations_version: string().max(100) }),
});
/** What a checkpoint of 0.18 gives: a validation by run. */
const Checkpoint = object({ run_results: record(string(), object({ validation_result: unknown() })) });

const Known = object({
  results: array(object({ expectation_config: object({ kwargs: unknown() }) })),
  meta: object({ great_expectations_version: string() }),
});
const Recognised = union([
  Known,
  object({
    run_results: record(string(), object({ validation_result: Known }))
      .refine(runs => Object.keys(runs).length > 0),
  }),
]);

/** Validation results of Great Expectations 0.18 and 1.x, and of a checkpoint of 0.18. */
const greatExpectations = defineResultFormat({
  id: 'great-expectations',
  tool: 'Great Expectations',
  title: 'a validation result of Great Expectations',
  gate: 'data-validate',
  recognise: value => Recognised.safeParse(value).success,
  read(value) {
    const checkpoint = Checkpoint.safeParse(value);
    const validations = array(Validation)
      .parse(
        checkpoint.success ? Object.values(checkpoint.data.run_results).map(run => run.validation_result) : [value],
      );
    const version = validations[0]?.meta.great_expectations_version;
    const results = validations.flatMap(validation => validation.results);
    const evaluated = validations.reduce((sum, { statistics }) => sum + statistics.evaluated_expectations, 0);
    return {
      ...(version === undefined ? {} : { version }),
      items: results.map(expectationItem),
      ...(evaluated === results.length
        ? {}
        : { incomplete: `it lists ${results.length} of ${evaluated} expectations` }),
    }
  },
});

var formats = /*#__PURE__*/Object.freeze({
  __proto__: null,
  dbt: dbt,
  deequChecks: deequChecks,
  deequMetrics: deequMetrics,
  evidently: evidently,
  evidentlyLegacy: evidentlyLegacy,
  greatExpectations: greatExpectations
});

const FORMATS                          = Object.values(formats);

/** Questions of one file; a report on every column of a wide table has some thousands. */
const MAX_ITEMS = 20_000;

/** A file of results that was recognised. */
                                
                               
                                                                                     
                                   
 

/** Results of another tool, told by their content; throws a `UserError` for what none of those known has written for this gate. */
function openResults(file        , text        , gate                      )                {
  const value = lenientJson(file, text);
  const format = FORMATS.find(each => each.recognise(value));
  if (!format) {
    const known = FORMATS.filter(each => each.gate === gate).map(({ title }) => title);
    throw new UserError('results.unknown', `Expected ${file} to be ${known.join(', or ')} but found none of them`, {
      file,
      hint: 'Name the JSON file that the tool writes, not a page of it',
    })
  }
  if (format.gate !== gate) {
    const section = format.gate === 'drift-compare' ? 'drift' : 'data';
    const found = `${file} is ${format.title}, which is for ${format.gate}`;
    throw new UserError('results.gate', `Expected results for ${gate} but ${found}`, {
      file,
      hint: `Name it under '${section}.results'`,
    })
  }
  return { format, read: beside => limited(file, readAs(file, format, value, beside)) }
}

function readAs(file        , format              , value         , beside        )              {
  try {
    return format.read(value, beside)
  } catch (error) {
    if (!(error instanceof ZodError)) throw error
    const place = error.issues[0]?.path.join('.') ?? '';
    const message = `Expected ${file} to be ${format.title} but '${place}' in it has another shape`;
    throw new UserError('results.shape', message, {
      file,
      hint: 'Let the tool write its results again, unchanged',
      cause: error,
    })
  }
}

function limited(file        , results             )              {
  const { length } = results.items;
  if (length <= MAX_ITEMS) return results
  throw new UserError('results.size', `Expected at most ${MAX_ITEMS} checks in ${file} but found ${length}`, {
    file,
    hint: 'Split the report into several files',
  })
}

export { openResults };
