import { c as compose } from './compose.js';
import { c as counted } from './format2.js';
import { closestMatch } from './index5.js';
import { d as distExports } from './index7.js';
import { r as readYaml } from './read-yaml.js';
import { U as UserError } from './user-error.js';
import { p as propertyOf, d as draftContract, t as tableOf, c as contractText } from './draft.js';
import { h as looseObject, a as string, r as record, f as unknown, e as array, b as boolean, u as union, i as int, n as number, l as literal$1, _ as _enum, s as strictObject } from './schemas2.js';
import { D as Dialect } from './dialect.js';
import { E as strptimeFormat, I as Implementation, p as parseCondition, m as isFault, k as argumentsOf, n as columnsOf } from './index8.js';
import { E as EXPECTATIONS } from './expectations.js';
import { v as visible } from './escape.js';
import { p as printLines } from './print-lines.js';
import { t as terminalLog } from './terminal-log.js';
import { p as parseFlags } from './parse-flags.js';

const Config = looseObject({
  severity: string().optional(),
  where: string().optional(),
  warn_if: string().optional(),
  error_if: string().optional(),
});
                                    

/** A generic test of dbt, as far as it is understood. */
                     
                               
     
                                            
                             
                                  
                         
                             
     
                                                    
                                                                                                           

                                             
                
             
                             
                                                                                               

/** Keys of a test that say how it runs or reports. */
const RUNNING$2 = [
  'name',
  'description',
  'config',
  'severity',
  'where',
  'warn_if',
  'error_if',
  'limit',
  'store_failures',
  'tags',
  'meta',
  'enabled',
  'arguments',
  'group_by_columns',
  'quote',
];

const plain =
  (expectation        , args       = {})          =>
  () => ({ expectation, args });

/** Tests of dbt and dbt_utils as expectations. */
const TESTS                                    = {
  not_null: plain('expect_column_values_to_not_be_null'),
  unique: plain('expect_column_values_to_be_unique'),
  accepted_values: ({ values }) => ({ expectation: 'expect_column_values_to_be_in_set', args: { value_set: values } }),
  'dbt_utils.not_accepted_values': ({ values }) => ({
    expectation: 'expect_column_values_to_not_be_in_set',
    args: { value_set: values },
  }),
  'dbt_utils.not_null_proportion': ({ at_least = 0, at_most = 1 }) =>
    at_most === 1 ? { expectation: 'expect_column_values_to_not_be_null', args: { mostly: at_least } } : undefined,
  'dbt_utils.accepted_range': ({ min_value, max_value, inclusive = true }) => ({
    expectation: 'expect_column_values_to_be_between',
    args: {
      min_value,
      max_value,
      ...(inclusive === false && min_value !== undefined ? { strict_min: true } : {}),
      ...(inclusive === false && max_value !== undefined ? { strict_max: true } : {}),
    },
  }),
  'dbt_utils.not_empty_string': plain('expect_column_values_to_not_match_regex', { regex: '^\\s*$' }),
  'dbt_utils.not_constant': plain('expect_column_unique_value_count_to_be_between', { min_value: 2 }),
  'dbt_utils.unique_combination_of_columns': ({ combination_of_columns }) => ({
    expectation: 'expect_compound_columns_to_be_unique',
    args: { column_list: combination_of_columns },
    ofTable: true,
  }),
  'dbt_utils.expression_is_true': ({ expression }, column) =>
    typeof expression === 'string'
      ? {
          expectation: 'expect_rows_to_satisfy',
          args: { condition: column === undefined ? expression : `"${column}" ${expression}` },
          ofTable: true,
        }
      : undefined,
  'dbt_utils.sequential_values': ({ interval = 1, datepart }) =>
    datepart === undefined
      ? { expectation: 'expect_column_values_to_be_sequential', args: { step: interval } }
      : undefined,
};

const REFERENCE = /^\s*\{?\{?\s*(?:ref|source)\(\s*(?:(['"])[^'"]*\1\s*,\s*)?(['"])(?<table>[^'"]+)\2\s*\)\s*\}?\}?\s*$/;

/** A generic test by its name and what is written under it. */
function dbtTest(name        , given         , column                    )          {
  const written = record(string(), unknown()).safeParse(given ?? {}).data;
  if (!written) return { reason: 'its arguments are no map' }
  const config = Config.safeParse({ ...written, ...looseObject({}).safeParse(written.config).data }).data;
  if (!config) return { reason: 'its config is not understood' }
  if (JSON.stringify(written).includes('{{') && name !== 'relationships')
    return { reason: 'it holds Jinja, known only to dbt' }
  if (written.group_by_columns !== undefined) return { reason: 'it is of groups of rows' }
  const severity = config.severity?.toLowerCase() === 'warn' ? { severity: 'warning' } : {};
  const settled = { where: config.where, warn_if: config.warn_if, error_if: config.error_if, ...severity };
  const inner = record(string(), unknown()).safeParse(written.arguments).data;
  const args = Object.fromEntries(Object.entries({ ...written, ...inner }).filter(([key]) => !RUNNING$2.includes(key)));
  const bare = config.where === undefined && config.warn_if === undefined && config.error_if === undefined;

  if (name === 'relationships') {
    const table = REFERENCE.exec(String(args.to))?.groups?.table;
    if (table === undefined || typeof args.field !== 'string') return { reason: 'what it refers to is not understood' }
    return bare ? { to: `${table}.${args.field}`, config: settled } : { reason: 'a relationship has no conditions' }
  }
  const read = Object.hasOwn(TESTS, name) ? TESTS[name]?.(args, column) : sameName(name, args);
  if (!read) return { reason: 'Proofmark has no such check' }
  const native = name === 'not_null' ? 'required' : name === 'unique' ? 'unique' : undefined;
  return native && bare ? { ...read, native, config: settled } : { ...read, config: settled }
}

/** dbt_expectations has the names and arguments of Great Expectations. */
function sameName(name        , args      )                      {
  if (!name.startsWith('dbt_expectations.expect_')) return undefined
  const { row_condition, ...rest } = args;
  return {
    expectation: name.slice('dbt_expectations.'.length),
    args: { ...rest, ...(typeof row_condition === 'string' ? { where: row_condition } : {}) },
  }
}

/** `warn_if` and `error_if` of dbt, conditions on the number of failing rows, as numbers of rows that are tolerated. */
function tolerance(
  warn                    ,
  error                    ,
)                                                                                               {
  const [warns, fails] = [tolerated(warn), tolerated(error)];
  if (warns === 'unknown' || fails === 'unknown') {
    return { reason: `its ${warns === 'unknown' ? 'warn_if' : 'error_if'} is more than a number of rows` }
  }
  return {
    ...(warns === undefined ? {} : { warn_above: warns }),
    ...(fails === undefined ? {} : { fail_above: fails }),
  }
}

function tolerated(condition                    )                                 {
  if (condition === undefined) return undefined
  const [, operator, digits] = /^\s*(>=|>|!=)\s*(\d+)\s*$/.exec(condition) ?? [];
  const rows = Number(digits);
  if (operator === '>') return rows
  if (operator === '>=' && rows > 0) return rows - 1
  return operator === '!=' && rows === 0 ? 0 : 'unknown'
}

/** An expectation to be taken over. */
                         
                              
                                                  
                                           
                                   
                                        
                                               
                       
                                       
 

/** Adds an expectation to the table or column, or to what is left out where Proofmark does not check it. */
function expect(
  draft               ,
  table            ,
  { expectation, args, property, severity, rule, path }        ,
  known                   ,
)       {
  const given = Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined && value !== null));
  const read = known(expectation, given, property ? 'column' : 'table');
  if (typeof read === 'string') {
    draft.left.push({ rule, reason: read, path });
    return
  }
  for (const column of read.columns) propertyOf(table, column);
  const quality               = {
    type: 'custom',
    engine: 'proofmark',
    implementation: { expectation, ...given },
    ...(severity === undefined ? {} : { severity }),
  }
  ;(property ?? table).quality.push(quality);
}

/** Reads the rules of another tool. Each rule ends in the draft's tables or among those left out, never nowhere. */
                           
                     
                                                              
                        
                                                     
                                    
                                                                 
                                                                                        
 

/** The columns that an expectation with these arguments speaks of beside its own; or the reason why Proofmark does not check it. */
                                 
                      
                                          
                            
                                                     

const defineImporter = (importer          )           => importer;

/** Names of types, in pandas, Spark, SQL and Arrow, for the logical type they come to; the first that fits counts. */
const TYPES$1                                                                            = [
  [
    /^(u?int(eger)?\d*(type)?|int_|(big|small|tiny|medium|byte)int|long(type)?|short(type)?|byte(type)?|serial|year)$/i,
    'integer',
  ],
  [/^(float\d*(type)?|float_|double(type|_precision)?|real|decimal(type)?|numeric|number)$/i, 'number'],
  [/^(bool(ean)?(type)?|bool_)$/i, 'boolean'],
  [/^(datetime\d*|timestamp(type)?(_?(tz|ntz|ltz))?|timestampntztype)$/i, 'timestamp'],
  [/^(date(type)?|date\d+)$/i, 'date'],
  [/^time$/i, 'time'],
  [
    /^(str(ing)?(type)?|object|object_|(n?var)?char(type)?|nchar|character|n?text|category|large_string|utf8|unicode)$/i,
    'string',
  ],
  [/^(list|array(type)?)$/i, 'array'],
  [/^(dict|struct(type)?|map(type)?|json|record)$/i, 'object'],
];

/** The logical type that a type of another tool comes to; its length, unit and zone are left aside. */
function logicalTypeFor(name        )                                           {
  const bare = name
    .replace(/^dtype\('O'\)$/, 'object')
    .replace(/[[(<].*$/, '')
    .replace(/^(numpy|np|pd|pandas|pyarrow|pa)\./, '')
    .trim()
    .replaceAll(' ', '_');
  return TYPES$1.find(([pattern]) => pattern.test(bare))?.[1]
}

/** Rules by their names: from a map, from a list of maps of one key each, or of bare names. */
function named$1(value         )                      {
  if (typeof value === 'string') return [[value, undefined]]
  if (Array.isArray(value)) return value.flatMap(named$1)
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

const Tests = { tests: unknown().optional(), data_tests: unknown().optional() };
const Column$3 = looseObject({
  name: string(),
  data_type: string().nullish(),
  description: string().nullish(),
  constraints: array(looseObject({ type: string() })).nullish(),
  ...Tests,
});
const Model = looseObject({
  name: string(),
  description: string().nullish(),
  columns: array(Column$3).nullish(),
  ...Tests,
});
const Models = array(Model).nullish();
const Properties = looseObject({
    models: Models,
    seeds: Models,
    snapshots: Models,
    sources: array(looseObject({ tables: Models })).nullish(),
  })
  .refine(({ models, seeds, snapshots, sources }) => models ?? seeds ?? snapshots ?? sources);

                                  

/** Property files of dbt (`schema.yml`): columns, constraints and generic tests, of dbt itself, dbt_utils and dbt_expectations. */
const dbt = defineImporter({
  id: 'dbt',
  title: 'a dbt properties file',
  recognise: value => Properties.safeParse(value).success,
  read(document, name, known) {
    const read = Properties.parse(document.value);
    const draft = draftContract(name);
    for (const kind of ['models', 'seeds', 'snapshots']         ) {
      for (const [i, model] of (read[kind] ?? []).entries()) takeModel(draft, model, [kind, i], known);
    }
    for (const [i, source] of (read.sources ?? []).entries()) {
      for (const [j, table] of (source.tables ?? []).entries()) {
        takeModel(draft, table, ['sources', i, 'tables', j], known);
      }
    }
    return draft
  },
});

function takeModel(draft               , model                       , path      , known                   )       {
  const table = tableOf(draft, model.name);
  if (model.description) table.description = model.description;
  for (const [i, column] of (model.columns ?? []).entries()) {
    const property = propertyOf(table, column.name);
    const at = [...path, 'columns', i];
    if (column.description) property.description = column.description;
    takeType$1(draft, property, column.data_type ?? undefined, at);
    for (const { type } of column.constraints ?? []) takeConstraint(draft, property, type, [...at, 'constraints']);
    takeTests(draft, table, property, column, at, known);
  }
  takeTests(draft, table, undefined, model, path, known);
}

function takeType$1(draft               , property               , type                    , path      )       {
  if (type === undefined) return
  const logicalType = logicalTypeFor(type);
  if (logicalType !== undefined) property.logicalType = logicalType;
  else
    draft.left.push({ rule: `data_type ${type} of '${property.name}'`, reason: 'the standard has no such type', path });
}

function takeConstraint(draft               , property               , type        , path      )       {
  if (type === 'not_null') property.required = true;
  else if (type === 'unique') property.unique = true;
  else if (type === 'primary_key') property.primaryKey = true;
  else {
    const reason = 'it is SQL of one database';
    draft.left.push({ rule: `constraint ${type} of '${property.name}'`, reason, path });
  }
}

function takeTests(
  draft               ,
  table            ,
  property                           ,
  { tests, data_tests }                                                             ,
  path      ,
  known                   ,
)       {
  const all = [
    ...named$1(tests).map(test => ({ test, key: 'tests' })),
    ...named$1(data_tests).map(test => ({ test, key: 'data_tests' })),
  ];
  for (const {
    test: [name, given],
    key,
  } of all) {
    const rule = property ? `${name} of '${property.name}'` : name;
    const at = [...path, key];
    const leave = (reason        ) => draft.left.push({ rule, reason, path: at });
    const read = dbtTest(name, given, property?.name);
    if ('reason' in read) leave(read.reason);
    else if ('native' in read && property && read.config.severity === undefined) property[read.native] = true;
    else if ('to' in read && property) {
      table.relationships.push({ from: [`${table.name}.${property.name}`], to: [read.to] });
    } else if ('expectation' in read) {
      const { where, severity, warn_if, error_if } = read.config;
      const limits = tolerance(warn_if, error_if);
      if ('reason' in limits) leave(limits.reason);
      else {
        const conditions = [read.args.where, where].filter(each => each !== undefined);
        const both = conditions.length > 1 ? conditions.map(each => `(${each})`).join(' and ') : conditions[0];
        const args = { ...read.args, where: both, ...limits };
        const wanted = { expectation: read.expectation, args, severity, rule, path: at };
        expect(draft, table, { ...wanted, ...(property && !read.ofTable ? { property } : {}) }, known);
      }
    } else leave('it cannot be said of a table');
  }
}

/** How a resource says that its file is written: at the dialect itself (v1, v2) or under `csv` (the framework). */
const Written = looseObject({
  delimiter: string().optional(),
  quoteChar: string().nullish(),
  doubleQuote: boolean().optional(),
  escapeChar: string().nullish(),
  skipInitialSpace: boolean().optional(),
  lineTerminator: string().optional(),
  nullSequence: string().nullish(),
  header: boolean().optional(),
  commentChar: string().nullish(),
});
const WithCsv = Written.extend({ csv: Written.optional() });

/** What is said of the file beside its dialect. */
                                
                           
                                       
                                                                                                               
                                            
 

                              
                                                       
                                
                                                                   
                                     
                                                                                 
                                                                             
 

/** Names of the framework's encodings that the dialect has under another. */
const ENCODINGS                                   = {
  utf8: 'utf-8',
  'utf-8-sig': 'utf-8',
  ascii: 'utf-8',
  'us-ascii': 'utf-8',
  cp1250: 'windows-1250',
  cp1251: 'windows-1251',
  cp1252: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  latin2: 'iso-8859-2',
  'iso8859-15': 'iso-8859-15',
};
/** Said by their defaults, or of no meaning to a reader that takes every line end and knows names by their letters. */
const SILENT                    = [
  'csv',
  'csvddfVersion',
  '$schema',
  'caseSensitiveHeader',
  'type',
  'title',
  'description',
];

/** A resource's dialect as one of `data.dialects`. */
function dialectOf({ dialect, encoding, fields, missingValues }               )              {
  const read = WithCsv.safeParse(dialect ?? {});
  const { csv, ...outer } = read.success ? read.data : {};
  const written                                    = { ...outer, ...csv };
  const draft                          = {};
  const left                                    = read.success
    ? []
    : [{ key: 'dialect', reason: 'it is not understood' }];
  const taken = new Set        ();
  const noWay = 'data.dialects in proofmark.yml has no word for it';
  for (const [key, value] of Object.entries(written)) {
    if (value === undefined || value === null || SILENT.includes(key)) continue
    if (key === 'delimiter' && value !== ',') draft.delimiter = value;
    else if (key === 'quoteChar' && value !== '"') draft.quote = value;
    else if (key === 'escapeChar') draft.escape = value;
    else if (key === 'commentChar') draft.comment = value;
    else if (key === 'nullSequence') draft.nulls = [value];
    else if (key === 'header' && value === false) {
      draft.header = false;
      if (fields.length > 0) draft.columns = fields.map(({ name }) => name);
    } else if (key === 'doubleQuote' && value === false && written.escapeChar == null) left.push({ key, reason: noWay });
    else if (key === 'skipInitialSpace' && value === true) left.push({ key, reason: noWay });
    else if (key === 'lineTerminator' && !/^(\r\n|\n)$/.test(String(value))) left.push({ key, reason: noWay });
    else if (!(key in Written.shape)) left.push({ key, reason: noWay });
  }
  const name = encoding?.toLowerCase();
  if (name !== undefined && (ENCODINGS[name] ?? name) !== 'utf-8') draft.encoding = ENCODINGS[name] ?? name;

  const numbers = fields.filter(({ type }) => type === 'number');
  for (const [key, mark] of [
    ['decimalChar', 'decimal'],
    ['groupChar', 'thousands'],
  ]         ) {
    const [first, ...others] = new Set(numbers.map(field => field[key]));
    // Of the whole file, so only where all its numbers are written alike.
    if (first === undefined || others.length > 0) continue
    if (!(mark === 'decimal' && first === '.')) draft[mark] = first;
    taken.add(key);
  }
  const nulls = missingValues.filter((token)                  => typeof token === 'string' && token !== '');
  if (nulls.length > 0) {
    draft.nulls = [...new Set([...[draft.nulls ?? []].flat(), ...nulls])];
    taken.add('missingValues');
  }
  return fitting(draft, taken, left)
}

/** Without what the settings would refuse, such as a delimiter of two characters. */
function fitting(
  draft                         ,
  taken             ,
  left                                   ,
)              {
  const faults = Dialect.safeParse(draft).error?.issues ?? [];
  for (const { path, message } of faults) {
    const key = String(path[0]);
    delete draft[key];
    left.push({ key, reason: `data.dialects in proofmark.yml does not take it: ${message}` });
  }
  return { dialect: draft, taken, left }
}

const Scalar$1 = union([string(), number(), boolean()]);
const Constraints = looseObject({
  required: boolean().optional(),
  unique: boolean().optional(),
  minLength: int().optional(),
  maxLength: int().optional(),
  minimum: Scalar$1.optional(),
  maximum: Scalar$1.optional(),
  exclusiveMinimum: Scalar$1.optional(),
  exclusiveMaximum: Scalar$1.optional(),
  pattern: string().optional(),
  enum: array(Scalar$1).optional(),
});
const Field = looseObject({
  name: string(),
  type: string().default('any'),
  format: string().default('default'),
  description: string().optional(),
  constraints: Constraints.default({}),
});
const names = union([string().transform(name => [name]), array(string())]);
const ForeignKey = looseObject({
  fields: names,
  reference: looseObject({ resource: string().default(''), fields: names }),
});
const TableSchema = looseObject({
  fields: array(Field),
  primaryKey: names.optional(),
  uniqueKeys: array(names).optional(),
  foreignKeys: array(ForeignKey).optional(),
  missingValues: array(unknown()).optional(),
});
const Resource = looseObject({
  name: string(),
  path: union([string(), array(string())]).optional(),
  description: string().optional(),
  encoding: string().optional(),
  dialect: unknown().optional(),
  schema: unknown(),
});
const Package = looseObject({ name: string().optional(), resources: array(Resource).min(1) });

                                  
                                              
                                  

/** Logical types of the standard for the types of Table Schema that have one. */
const TYPES                                                         = {
  string: 'string',
  number: 'number',
  integer: 'integer',
  boolean: 'boolean',
  object: 'object',
  array: 'array',
  list: 'array',
  date: 'date',
  time: 'time',
  datetime: 'timestamp',
  year: 'integer',
};
/** Nothing is said of how a file is written. */
const NONE                      = new Set();
/** Formats of texts that both know. */
const FORMATS                      = new Set(['email', 'uri', 'uuid']);
/** Properties of a field that say how its cells are written; each would have to be undone before the cell is read. */
const WRITTEN = ['decimalChar', 'groupChar', 'bareNumber', 'trueValues', 'falseValues', 'missingValues'];         

/** Frictionless Table Schemas, and Data Packages of several tables, v1 and v2. */
const frictionless = defineImporter({
  id: 'frictionless',
  title: 'a Frictionless Table Schema or Data Package',
  recognise: value => TableSchema.safeParse(value).success || Package.safeParse(value).success,
  read(document, fallback) {
    const several = Package.safeParse(document.value);
    if (!several.success) {
      const draft = draftContract(fallback);
      takeSchema(draft, tableOf(draft, fallback), TableSchema.parse(document.value), [], NONE);
      return draft
    }
    const draft = draftContract(several.data.name ?? fallback);
    const folder = document.name.split('/').slice(0, -1);
    for (const [i, { name, path, description, schema, dialect, encoding }] of several.data.resources.entries()) {
      const table = tableOf(draft, name);
      const [file, ...others] = [path ?? []].flat();
      if (file !== undefined && others.length === 0) table.physicalName = file.split('/').at(-1) ?? file;
      if (description !== undefined) table.description = description;
      const read = TableSchema.safeParse(schema);
      const { fields = [], missingValues = [] } = read.data ?? {};
      const written = dialectOf({ dialect, encoding, fields, missingValues });
      const isTaken = file !== undefined && Object.keys(written.dialect).length > 0;
      if (isTaken)
        for (const each of [path ?? []].flat()) draft.dialects.set([...folder, each].join('/'), written.dialect);
      for (const { key, reason } of written.left)
        draft.left.push({ rule: `${key} of the dialect of '${name}'`, reason, path: ['resources', i, 'dialect', key] });
      const taken = file === undefined ? NONE : written.taken;
      if (read.success) takeSchema(draft, table, read.data, ['resources', i, 'schema'], taken);
      else {
        const reason = typeof schema === 'string' ? `it is in another file, ${schema}` : 'it lists no fields';
        draft.left.push({ rule: `the schema of '${name}'`, reason, path: ['resources', i, 'schema'] });
      }
    }
    return draft
  },
});

function takeSchema(
  draft               ,
  table            ,
  schema             ,
  path      ,
  taken                     ,
)       {
  for (const [i, field] of schema.fields.entries()) takeField(draft, table, field, [...path, 'fields', i], taken);
  for (const [i, name] of (schema.primaryKey ?? []).entries()) {
    Object.assign(propertyOf(table, name), { primaryKey: true, primaryKeyPosition: i + 1 });
  }
  for (const key of schema.uniqueKeys ?? []) {
    const [only, ...others] = key;
    if (only !== undefined && others.length === 0) propertyOf(table, only).unique = true;
    else table.quality.push({ metric: 'duplicateValues', arguments: { properties: key }, mustBe: 0 });
  }
  for (const { fields, reference } of schema.foreignKeys ?? []) {
    const to = reference.fields.map(name => `${reference.resource || table.name}.${name}`);
    table.relationships.push({ from: fields.map(name => `${table.name}.${name}`), to });
  }
  const tokens = (schema.missingValues ?? ['']).filter(token => token !== '');
  if (tokens.length > 0 && !taken.has('missingValues')) {
    const reason = 'a contract has no words for null: declare them under data.dialects in proofmark.yml';
    draft.left.push({
      rule: `missingValues ${tokens.map(String).join(', ')}`,
      reason,
      path: [...path, 'missingValues'],
    });
  }
}

function takeField(
  draft               ,
  table            ,
  field       ,
  path      ,
  taken                     ,
)       {
  const { name, type, format, description, constraints } = field;
  const property = propertyOf(table, name);
  const leave = (rule        , reason        , at             ) =>
    draft.left.push({ rule: `${rule} of '${name}'`, reason, path: [...path, at] });
  const logicalType = TYPES[type];
  if (logicalType !== undefined) property.logicalType = logicalType;
  else if (type !== 'any') leave(`type ${type}`, 'the standard has no such type', 'type');
  if (description !== undefined) property.description = description;
  const options = property.logicalTypeOptions;

  if (format !== 'default' && format !== 'any') {
    const pattern = strptimeFormat(format);
    if (type === 'string' && FORMATS.has(format)) options.format = format;
    else if (/^(date|datetime|time)$/.test(type) && pattern !== undefined) options.format = pattern;
    else leave(`format ${format}`, 'the standard has no such format', 'format');
  }
  for (const key of WRITTEN) {
    const given = field[key];
    const reason = 'how cells are written is no matter of a contract: declare it under data.dialects in proofmark.yml';
    if (given !== undefined && !taken.has(key)) leave(key, reason, key);
  }
  if (constraints.required) property.required = true;
  if (constraints.unique) property.unique = true;
  const numeric = logicalType === 'integer' || logicalType === 'number';
  for (const key of ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum']         ) {
    const bound = constraints[key];
    if (bound === undefined) continue
    const value = numeric ? Number(bound) : String(bound);
    if (typeof bound === 'boolean' || Number.isNaN(value))
      leave(`${key} ${bound}`, 'it is no value of the type', 'constraints');
    else options[key] = value;
  }
  for (const key of ['minLength', 'maxLength']         ) {
    const bound = constraints[key];
    if (bound !== undefined && logicalType === 'string') options[key] = bound;
    else if (bound !== undefined) leave(`${key} ${bound}`, 'only a text has a length', 'constraints');
  }
  // A pattern of XML Schema is of the whole value.
  if (constraints.pattern !== undefined) {
    if (logicalType === 'string') options.pattern = `^(?:${constraints.pattern})$`;
    else {
      const pattern = `^(?:${constraints.pattern})$`;
      property.quality.push({ metric: 'invalidValues', arguments: { pattern }, mustBe: 0 });
    }
  }
  if (constraints.enum) {
    property.quality.push({ metric: 'invalidValues', arguments: { validValues: constraints.enum }, mustBe: 0 });
  }
  if (constraints.jsonSchema !== undefined) leave('jsonSchema', 'cells hold no structures', 'constraints');
}

/** One token of a condition: a text, a number, a column, a name, an operator. */
const TOKEN =
  /\s*(?:(?<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|col\(\s*(?<column>"[^"]*"|'[^']*')\s*\)|(?<call>\.(?:notNull|isNull|notnull|isnull)\(\))|(?<name>`[^`]+`|[A-Za-z_]\w*)|(?<mark>==|!=|<=|>=|[<>&|~()[\],]))/y;

const MARKS                                   = {
  '==': '=',
  '!=': '<>',
  '&': 'and',
  '|': 'or',
  '~': 'not',
  '[': '(',
  ']': ')',
};
const CALLS                                   = { notnull: 'is not null', isnull: 'is null' };
const WORDS                      = new Set(['and', 'or', 'not', 'in']);
const VALUES                                   = { True: 'true', False: 'false', None: 'null' };

/**
 * A row condition of Great Expectations as one of ours: its own `col("x") > 5`, or what is alike in pandas and SQL.
 * Undefined where it holds anything else, as a condition that is half understood selects other rows.
 */
function rowCondition(text        )                     {
  const words           = [];
  TOKEN.lastIndex = 0;
  while (text.slice(TOKEN.lastIndex).trim() !== '') {
    const token = TOKEN.exec(text)?.groups;
    if (!token) return undefined
    words.push(wordOf(token));
  }
  return words.length > 0
    ? words.join(' ').replaceAll('( ', '(').replaceAll(' )', ')').replaceAll(' ,', ',')
    : undefined
}

function wordOf({ text, number, column, call, name, mark }                                    )         {
  if (text !== undefined) return quoteText(unquoted(text))
  if (number !== undefined) return number
  if (column !== undefined) return quoteName(unquoted(column))
  if (call !== undefined) return CALLS[call.slice(1, -2).toLowerCase()] ?? ''
  if (name !== undefined) {
    const word = name.toLowerCase();
    return WORDS.has(word) ? word : (VALUES[name] ?? quoteName(name.replaceAll('`', '')))
  }
  return MARKS[mark ?? ''] ?? mark ?? ''
}

const unquoted = (text        )         => text.slice(1, -1).replace(/\\(.)/g, '$1');

/** A text as a condition writes it. */
const quoteText = (text        )         => `'${text.replaceAll("'", "''")}'`;

/** A column's name as a condition writes it. */
const quoteName = (name        )         =>
  /^[A-Za-z_]\w*$/.test(name) && !/^(and|or|not|in|is|null|like|between|true|false)$/i.test(name)
    ? name
    : `"${name.replaceAll('"', '""')}"`;

const Column$2 = union([string(), looseObject({ name: string() }).transform(({ name }) => name)]);
const Scalar = union([string(), number(), boolean()]);
const Comparison = looseObject({
  type: literal$1('comparison'),
  column: Column$2,
  operator: string(),
  parameter: union([Scalar, array(Scalar)]),
});
const Nullity = looseObject({ type: literal$1('nullity'), column: Column$2, is_null: boolean() });
const Joined = looseObject({ type: _enum(['and', 'or']), conditions: array(unknown()).min(1) });

const OPERATORS$1                                   = {
  '==': '=',
  '!=': '<>',
  '<': '<',
  '<=': '<=',
  '>': '>',
  '>=': '>=',
  IN: 'in',
  NOT_IN: 'not in',
  'NOT IN': 'not in',
};

/** A condition of Great Expectations 1.x, which is an object, as one of ours; undefined where it holds anything else. */
function conditionObject(value         )                     {
  const comparison = Comparison.safeParse(value).data;
  if (comparison) {
    const operator = OPERATORS$1[comparison.operator.toUpperCase()] ?? OPERATORS$1[comparison.operator];
    const parameter = literal(comparison.parameter);
    const list = Array.isArray(comparison.parameter);
    if (operator === undefined || list !== operator.endsWith('in')) return undefined
    return `${quoteName(comparison.column)} ${operator} ${parameter}`
  }
  const nullity = Nullity.safeParse(value).data;
  if (nullity) return `${quoteName(nullity.column)} is ${nullity.is_null ? '' : 'not '}null`
  const joined = Joined.safeParse(value).data;
  const parts = joined?.conditions.map(conditionObject);
  if (!joined || !parts || parts.includes(undefined)) return undefined
  return parts.map(part => `(${part})`).join(` ${joined.type} `)
}

const literal = (value                                                   )         => {
  if (Array.isArray(value)) return `(${value.map(literal).join(', ')})`
  return typeof value === 'string' ? quoteText(value) : String(value)
};

const Expectation = looseObject({
    /** Since 1.0. */
    type: string().optional(),
    /** Up to 0.18. */
    expectation_type: string().optional(),
    kwargs: record(string(), unknown()).optional(),
    severity: string().nullish(),
  })
  .transform(({ type, expectation_type, kwargs, severity }) => ({
    name: type ?? expectation_type ?? '',
    kwargs: kwargs ?? {},
    severity,
  }));

/** What is read of a suite, of 0.18 and of 1.x. */
const Suite = looseObject({
    name: string().nullish(),
    expectation_suite_name: string().nullish(),
    expectations: array(Expectation),
  })
  .transform(({ name, expectation_suite_name, expectations }) => ({
    name: name ?? expectation_suite_name ?? undefined,
    expectations,
  }));

/** Arguments that say how Great Expectations runs or reports, and nothing about the data. */
const RUNNING$1                      = new Set([
  'auto',
  'batch_id',
  'catch_exceptions',
  'column',
  'condition_parser',
  'include_config',
  'meta',
  'mostly',
  'notes',
  'profiler_config',
  'result_format',
  'row_condition',
  'severity',
]);

/** Demands that the standard has a key of its own for, where nothing but the column is said. */
const NATIVE                                                  = {
  expect_column_values_to_not_be_null: 'required',
  expect_column_values_to_be_unique: 'unique',
};

/** Suites of Great Expectations 0.18 (`expectation_type`) and 1.x (`type`), in JSON or YAML. */
const greatExpectations = defineImporter({
  id: 'great-expectations',
  title: 'a Great Expectations suite',
  recognise: value =>
    typeof value === 'object' && value !== null && 'expectations' in value && Suite.safeParse(value).success,
  read(document, fallback, known) {
    const suite = Suite.parse(document.value);
    const draft = draftContract(suite.name ?? fallback);
    const table = tableOf(draft, suite.name ?? fallback);
    for (const [i, expectation] of suite.expectations.entries()) {
      take$1(draft, table, expectation, ['expectations', i], known);
    }
    return draft
  },
});

                                                

function take$1(
  draft               ,
  table            ,
  { name, kwargs, severity }             ,
  path                        ,
  known                   ,
)       {
  const column = typeof kwargs.column === 'string' ? kwargs.column : undefined;
  const rule = column === undefined ? name : `${name} of '${column}'`;
  const leave = (reason        ) => draft.left.push({ rule, reason, path });
  const parameter = Object.entries(kwargs).find(([, value]) => isParameter(value));
  if (parameter) return void leave(`its '${parameter[0]}' is an evaluation parameter, known only when the suite is run`)
  const where = conditionOf(kwargs.row_condition);
  if (where === undefined) return void leave('its row_condition is more than columns, values and comparisons')

  const property = column === undefined ? undefined : propertyOf(table, column);
  const args = Object.fromEntries(Object.entries(kwargs).filter(([key]) => !RUNNING$1.has(key)));
  const mostly = kwargs.mostly === 1 || kwargs.mostly === null ? undefined : kwargs.mostly;
  const bare = where === '' && mostly === undefined && (severity ?? 'critical') === 'critical';
  const empty = Object.keys(args).length === 0;
  if (property && name === 'expect_column_to_exist' && bare) return
  const native = NATIVE[name];
  if (property && native && bare && empty) {
    property[native] = true;
    return
  }
  if (property && name === 'expect_column_values_to_be_of_type' && bare) {
    const type = logicalTypeFor(String(args.type_));
    if (type === undefined) return void leave(`no logical type of the standard is a ${String(args.type_)}`)
    property.logicalType ??= type;
    return
  }
  if (property && name === 'expect_column_values_to_be_in_type_list') {
    const names = array(string()).min(1).safeParse(args.type_list).data ?? [];
    const listed = names.map(logicalTypeFor);
    const unknown = names.find((_, i) => listed[i] === undefined);
    if (names.length === 0) return void leave('its type_list is no list of types')
    if (unknown !== undefined) return void leave(`no logical type of the standard is a ${unknown}`)
    const [type, ...others] = new Set(listed.flatMap(one => (one === undefined ? [] : [one])));
    if (bare && type !== undefined && others.length === 0) {
      property.logicalType ??= type;
      return
    }
    args.type_list = [...new Set(listed)];
  }
  expect(
    draft,
    table,
    {
      expectation: name,
      args: { ...args, mostly, where: where || undefined },
      ...(property ? { property } : {}),
      severity: severityOf(severity),
      rule,
      path,
    },
    known,
  );
}

const isParameter = (value         )          =>
  typeof value === 'object' && value !== null && Object.keys(value).some(key => key.startsWith('$PARAMETER'));

/** The condition; '' where there is none, undefined where it is not understood. */
function conditionOf(value         )                     {
  if (value === undefined || value === null || value === '') return ''
  return typeof value === 'string' ? rowCondition(value) : conditionObject(value)
}

/** Critical, the default of Great Expectations, is the standard's error. */
const severityOf = (severity                           )                     =>
  severity === undefined || severity === null || severity === 'critical' ? undefined : severity;

/** An expectation that says the same as a check of another tool. */
                                  
                              
                                                  
                            
 

const Bound = union([number(), string()]);
const Values = array(union([string(), number(), boolean()]));
const Range = looseObject({
  min_value: Bound.nullish(),
  max_value: Bound.nullish(),
  include_min: boolean().default(true),
  include_max: boolean().default(true),
});
const Length = looseObject({
  min_value: int().nullish(),
  max_value: int().nullish(),
  exact_value: int().nullish(),
});

const between = (args                         ) => ({ expectation: 'expect_column_values_to_be_between', args });
const regex = (pattern        ) => ({ expectation: 'expect_column_values_to_match_regex', args: { regex: pattern } });
const literally = (text        ) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

                                                                 

/** A reading of one argument, where it is what the check takes. */
const reading =
                            (schema        , same                                                 )          =>
  argument => {
    const read = schema.safeParse(argument);
    return read.success ? same(read.data) : undefined
  };

const CHECKS$1                                    = {
  equal_to: reading(Bound, value => ({
    expectation: 'expect_column_values_to_be_in_set',
    args: { value_set: [value] },
  })),
  not_equal_to: reading(Bound, value => ({
    expectation: 'expect_column_values_to_not_be_in_set',
    args: { value_set: [value] },
  })),
  greater_than: reading(Bound, min_value => between({ min_value, strict_min: true })),
  greater_than_or_equal_to: reading(Bound, min_value => between({ min_value })),
  less_than: reading(Bound, max_value => between({ max_value, strict_max: true })),
  less_than_or_equal_to: reading(Bound, max_value => between({ max_value })),
  in_range: reading(Range, ({ min_value, max_value, include_min, include_max }) =>
    between({
      min_value,
      max_value,
      ...(include_min ? {} : { strict_min: true }),
      ...(include_max ? {} : { strict_max: true }),
    }),
  ),
  isin: reading(Values, value_set => ({ expectation: 'expect_column_values_to_be_in_set', args: { value_set } })),
  notin: reading(Values, value_set => ({ expectation: 'expect_column_values_to_not_be_in_set', args: { value_set } })),
  // Python's re.match is anchored at the start alone.
  str_matches: reading(string(), pattern => regex(`^(?:${pattern})`)),
  str_contains: reading(string(), regex),
  str_startswith: reading(string(), text => regex(`^${literally(text)}`)),
  str_endswith: reading(string(), text => regex(`${literally(text)}$`)),
  str_length: reading(Length, ({ min_value, max_value, exact_value }) =>
    exact_value === null || exact_value === undefined
      ? { expectation: 'expect_column_value_lengths_to_be_between', args: { min_value, max_value } }
      : { expectation: 'expect_column_value_lengths_to_equal', args: { value: exact_value } },
  ),
  unique_values_eq: reading(Values, value_set => ({
    expectation: 'expect_column_distinct_values_to_equal_set',
    args: { value_set },
  })),
};

/** The only argument may stand bare, or as `value` or under its own name beside `options`. */
const Running = looseObject({ raise_warning: boolean().optional() });
const Wrapped = Running.extend({ options: Running.optional() });
/** Keys of a check that say how it runs or reports. */
const RUNNING                      = new Set([
  'options',
  'raise_warning',
  'ignore_na',
  'error',
  'name',
  'title',
  'description',
]);

/** A built-in check of Pandera as an expectation; undefined where it is none of them. */
function panderaCheck(check        , argument         )                              {
  const read = Object.hasOwn(CHECKS$1, check) ? CHECKS$1[check] : undefined;
  const wrapped = Wrapped.safeParse(argument).data ?? {};
  const rest = Object.fromEntries(Object.entries(wrapped).filter(([key]) => !RUNNING.has(key)));
  const [only, ...others] = Object.values(rest);
  const bare = read?.(argument) ?? read?.(rest) ?? (others.length === 0 ? read?.(only) : undefined);
  return bare && (wrapped.raise_warning || wrapped.options?.raise_warning) ? { ...bare, severity: 'warning' } : bare
}

/** Checks stand beside a column's other keys, or, in earlier files, under `checks`. */
const Column$1 = looseObject({
  dtype: string().nullish(),
  nullable: boolean().default(false),
  unique: boolean().default(false),
  required: boolean().default(true),
  regex: boolean().default(false),
  description: string().nullish(),
  checks: unknown().optional(),
});
const Schema = looseObject({
  schema_type: literal$1('dataframe'),
  columns: record(string(), Column$1),
  checks: unknown().optional(),
  index: array(Column$1.extend({ name: string().nullish() })).nullish(),
  strict: union([boolean(), string()]).nullish(),
  ordered: boolean().nullish(),
  unique: union([string().transform(name => [name]), array(string())]).nullish(),
});
                                    

/** Keys of a column that are no checks. */
const KEYS                      = new Set([
  ...Object.keys(Column$1.shape),
  'title',
  'coerce',
  'name',
  'metadata',
  'default',
  'parsers',
  'drop_invalid_rows',
  'report_duplicates',
]);
/** Keys of a schema that are no checks of the table. */
const SCHEMA_KEYS                      = new Set([
  ...Object.keys(Schema.shape),
  'version',
  'api',
  'dtype',
  'coerce',
  'name',
  'title',
  'description',
  'report_duplicates',
  'unique_column_names',
  'add_missing_columns',
  'metadata',
  'parsers',
  'drop_invalid_rows',
]);

/** Schemas that Pandera has written, as YAML or JSON. Checks in Python are lost when it writes them, so nothing can be said of those. */
const pandera = defineImporter({
  id: 'pandera',
  title: 'a Pandera schema',
  recognise: value => Schema.safeParse(value).success,
  read(document, name, known) {
    const schema = Schema.parse(document.value);
    const draft = draftContract(name);
    const table = tableOf(draft, name);
    for (const [column, definition] of Object.entries(schema.columns)) {
      takeColumn$1(draft, table, column, definition, ['columns', column], known);
    }
    for (const [i, definition] of (schema.index ?? []).entries()) {
      const reason = 'an index without a name is no column of a file';
      if (definition.name) takeColumn$1(draft, table, definition.name, definition, ['index', i], known);
      else draft.left.push({ rule: 'the index', reason, path: ['index', i] });
    }
    const add = (expectation        , args                         , key        ) =>
      expect(draft, table, { expectation, args, rule: key, path: [key] }, known);
    const columns = Object.keys(schema.columns);
    if (schema.strict === true)
      add('expect_table_columns_to_match_set', { column_set: columns, exact_match: true }, 'strict');
    if (schema.ordered) add('expect_table_columns_to_match_ordered_list', { column_list: columns }, 'ordered');
    if (schema.unique)
      table.quality.push({ metric: 'duplicateValues', arguments: { properties: schema.unique }, mustBe: 0 });
    const checks = [...named$1(schema.checks), ...Object.entries(schema).filter(([key]) => !SCHEMA_KEYS.has(key))];
    for (const [check] of checks) {
      draft.left.push({ rule: `check ${check}`, reason: 'checks of a whole table are Python', path: ['checks'] });
    }
    return draft
  },
});

function takeColumn$1(
  draft               ,
  table            ,
  name        ,
  column        ,
  path                        ,
  known                   ,
)       {
  if (column.regex) {
    const reason = 'it stands for all columns that match a pattern';
    draft.left.push({ rule: `column '${name}'`, reason, path });
    return
  }
  const property = propertyOf(table, name);
  takeType(draft, property, column, path);
  if (!column.nullable) property.required = true;
  if (column.unique) property.unique = true;
  if (column.description) property.description = column.description;
  if (!column.required) {
    draft.left.push({
      rule: `required: false of '${name}'`,
      reason: 'a column of a contract must be there',
      path: [...path, 'required'],
    });
  }
  const checks = [...named$1(column.checks), ...Object.entries(column).filter(([key]) => !KEYS.has(key))];
  for (const [check, argument] of checks) {
    const rule = `${check} of '${name}'`;
    const read = panderaCheck(check, argument);
    const at = [...path, check];
    if (read) expect(draft, table, { ...read, property, rule, path: at }, known);
    else draft.left.push({ rule, reason: 'it is no check of Pandera itself, or its arguments are not known', path: at });
  }
}

function takeType(
  draft               ,
  property               ,
  { dtype }        ,
  path                        ,
)       {
  if (!dtype) return
  const type = logicalTypeFor(dtype);
  if (type !== undefined) property.logicalType = type;
  else {
    const reason = 'the standard has no such type';
    draft.left.push({ rule: `dtype ${dtype} of '${property.name}'`, reason, path: [...path, 'dtype'] });
  }
}

const Ends = strictObject({
  greater_than: number().optional(),
  greater_than_or_equal: number().optional(),
  less_than: number().optional(),
  less_than_or_equal: number().optional(),
});

/** What a check of a Soda contract demands of its number. */
const Threshold = strictObject({
  metric: _enum(['count', 'percent']).default('count'),
  level: _enum(['fail', 'warn']).default('fail'),
  unit: _enum(['minute', 'hour', 'day']).optional(),
  must_be: number().optional(),
  must_not_be: number().optional(),
  must_be_greater_than: number().optional(),
  must_be_greater_than_or_equal: number().optional(),
  must_be_less_than: number().optional(),
  must_be_less_than_or_equal: number().optional(),
  must_be_between: Ends.optional(),
});
                                                 

const OPERATORS = {
  must_be: 'mustBe',
  must_not_be: 'mustNotBe',
  must_be_greater_than: 'mustBeGreaterThan',
  must_be_greater_than_or_equal: 'mustBeGreaterOrEqualTo',
  must_be_less_than: 'mustBeLessThan',
  must_be_less_than_or_equal: 'mustBeLessOrEqualTo',
};         
const ENDS = {
  greater_than: 'mustBeGreaterThan',
  greater_than_or_equal: 'mustBeGreaterOrEqualTo',
  less_than: 'mustBeLessThan',
  less_than_or_equal: 'mustBeLessOrEqualTo',
};         

/** The demands as operators of the standard's library, each for a rule of its own: all must hold. */
function operatorsOf(threshold           )                                {
  const single = keysOf(OPERATORS).map(key => [OPERATORS[key], threshold[key]]         );
  const ends = keysOf(ENDS).map(key => [ENDS[key], threshold.must_be_between?.[key]]         );
  return [...single, ...ends].flatMap(([operator, limit]) => (limit === undefined ? [] : [[operator, limit]         ]))
}

/** The demands as a number that is tolerated, for an expectation; undefined where they are more than that. */
function toleratedBy(threshold           )                              {
  const [only, ...others] = operatorsOf(threshold);
  if (!only || others.length > 0) return only ? undefined : 0
  const [operator, limit] = only;
  const percent = threshold.metric === 'percent';
  const most =
    operator === 'mustBeLessOrEqualTo' || (operator === 'mustBe' && limit === 0)
      ? limit
      : operator === 'mustBeLessThan' && !percent && Number.isInteger(limit)
        ? limit - 1
        : undefined;
  return most === undefined || !percent ? most : `${most} %`
}

/** The ends of the range that a number must be in, for an expectation; undefined where they are something else. */
function rangeBy(threshold           )                                                {
  const range                          = {};
  for (const [operator, limit] of operatorsOf(threshold)) {
    if (operator === 'mustBeGreaterThan') Object.assign(range, { min_value: limit, strict_min: true });
    else if (operator === 'mustBeGreaterOrEqualTo') range.min_value = limit;
    else if (operator === 'mustBeLessThan') Object.assign(range, { max_value: limit, strict_max: true });
    else if (operator === 'mustBeLessOrEqualTo') range.max_value = limit;
    else if (operator === 'mustBe') Object.assign(range, { min_value: limit, max_value: limit });
    else return undefined
  }
  return Object.keys(range).length > 0 ? range : undefined
}

const keysOf =                     (record                                )        =>
  Object.keys(record).filter((key)             => key in record);

const Scalars = array(union([string(), number(), boolean()]));
const Format = union([string(), looseObject({ regex: string() }).transform(({ regex }) => regex)]);
const Validity = looseObject({
  valid_values: Scalars.optional(),
  invalid_values: Scalars.optional(),
  valid_min: number().optional(),
  valid_max: number().optional(),
  valid_length: int().optional(),
  valid_min_length: int().optional(),
  valid_max_length: int().optional(),
  valid_format: Format.optional(),
  invalid_format: Format.optional(),
  missing_values: array(unknown()).optional(),
});

/** Keys that say what is valid, of a check or of all checks of a column. */
const VALIDITY                      = new Set(Object.keys(Validity.shape));

/** What a Soda check says is valid, as expectations that must all hold; undefined where it says more. */
function validity(given                                   ) {
  const said = Object.keys(given).filter(key => /^(in)?valid_/.test(key));
  const read = Validity.safeParse(given);
  if (said.length === 0 || !read.success || said.some(key => !VALIDITY.has(key))) return undefined
  const { data } = read;
  const expect = (expectation        , args                                   ) => ({ expectation, args });
  const has = (...keys                       ) => keys.some(key => data[key] !== undefined);
  return [
    ...(has('valid_values') ? [expect('expect_column_values_to_be_in_set', { value_set: data.valid_values })] : []),
    ...(has('invalid_values')
      ? [expect('expect_column_values_to_not_be_in_set', { value_set: data.invalid_values })]
      : []),
    ...(has('valid_min', 'valid_max')
      ? [expect('expect_column_values_to_be_between', { min_value: data.valid_min, max_value: data.valid_max })]
      : []),
    ...(has('valid_length') ? [expect('expect_column_value_lengths_to_equal', { value: data.valid_length })] : []),
    ...(has('valid_min_length', 'valid_max_length')
      ? [
          expect('expect_column_value_lengths_to_be_between', {
            min_value: data.valid_min_length,
            max_value: data.valid_max_length,
          }),
        ]
      : []),
    ...(has('valid_format') ? [expect('expect_column_values_to_match_regex', { regex: data.valid_format })] : []),
    ...(has('invalid_format')
      ? [expect('expect_column_values_to_not_match_regex', { regex: data.invalid_format })]
      : []),
  ]
}

const Column = looseObject({
  name: string(),
  data_type: string().nullish(),
  optional: boolean().default(false),
  checks: unknown().optional(),
});
const Contract = looseObject({
  dataset: string(),
  columns: array(Column).nullish(),
  checks: unknown().optional(),
  filter: unknown().optional(),
});

/** A check's own keys, whatever it asks. */
const Common = looseObject({
  threshold: looseObject({}).default({}).pipe(Threshold),
  filter: string().optional(),
  missing_values: array(unknown()).optional(),
  columns: array(string()).optional(),
  column: string().optional(),
  function: string().optional(),
  expression: string().optional(),
  allow_extra_columns: boolean().optional(),
  allow_other_column_order: boolean().optional(),
});
                                    

/** Aggregates that an expectation is about. */
const AGGREGATES                                   = {
  avg: 'expect_column_mean_to_be_between',
  sum: 'expect_column_sum_to_be_between',
  min: 'expect_column_min_to_be_between',
  max: 'expect_column_max_to_be_between',
  stddev: 'expect_column_stdev_to_be_between',
};

                 
                               
                            
                                              
                                   
                                   
                       
                                       
 

/** Takes a check over; gives the reason where it cannot. */
                                                                                                          

const CHECKS                                   = {
  missing,
  duplicate,
  invalid,
  row_count: rowCount,
  aggregate,
  schema,
  freshness,
  failed_rows: failedRows,
};

/** Data contracts of Soda v4. */
const soda = defineImporter({
  id: 'soda',
  title: 'a Soda contract',
  recognise: value => Contract.safeParse(value).success,
  read(document, _, known) {
    const contract = Contract.parse(document.value);
    const name = contract.dataset.split('/').at(-1) ?? contract.dataset;
    const draft = draftContract(name);
    const table = tableOf(draft, name);
    if (contract.filter !== undefined) {
      const reason = 'it selects rows for every rule: filter the data, or repeat it as where';
      draft.left.push({ rule: 'the filter of the dataset', reason, path: ['filter'] });
    }
    for (const [i, column] of (contract.columns ?? []).entries()) {
      const property = propertyOf(table, column.name);
      const path = ['columns', i];
      const reason = takeColumn(property, column);
      if (reason !== undefined) draft.left.push({ rule: `column '${column.name}'`, reason, path });
      for (const [check, given] of named$1(column.checks)) {
        const rule = `${check} of '${column.name}'`;
        take(check, { ...validityOf(column), ...objectOf(given) }, { draft, table, property, known, rule, path });
      }
    }
    for (const [check, given] of named$1(contract.checks)) {
      take(check, objectOf(given), { draft, table, known, rule: check, path: ['checks'] });
    }
    return draft
  },
});

function takeColumn(property               , { data_type, optional }                        )                     {
  const type = data_type ? logicalTypeFor(data_type) : undefined;
  if (type !== undefined) property.logicalType = type;
  if (data_type && type === undefined) return `the standard has no type ${data_type}`
  return optional ? 'it is optional, and a column of a contract must be there' : undefined
}

function take(check        , given                                   , place       )       {
  const taking = Object.hasOwn(CHECKS, check) ? CHECKS[check] : undefined;
  const read = Common.safeParse(given);
  const reason = !taking
    ? 'Proofmark has no such check'
    : read.success
      ? taking(read.data, place, given)
      : 'its arguments are not understood';
  if (reason !== undefined) place.draft.left.push({ rule: place.rule, reason, path: place.path });
}

function missing(args        , place       )                     {
  const { property } = place;
  if (!property) return 'it names no column'
  if (args.filter !== undefined) {
    if (args.missing_values) return 'it has tokens for null together with a filter'
    return cells({ expectation: 'expect_column_values_to_not_be_null', args: {} }, args, place)
  }
  const metric = args.missing_values
    ? { metric: 'missingValues', arguments: { missingValues: [null, ...args.missing_values] } }
    : { metric: 'nullValues' };
  property.quality.push(...demandsOf(args).map(demand => ({ ...metric, ...demand })));
  return undefined
}

function duplicate(args        , place       )                     {
  const { property, table } = place;
  const key = property ? [property.name] : (args.columns ?? []);
  if (key.length === 0) return 'it names no columns'
  if (args.filter !== undefined) {
    const expectation = property ? 'expect_column_values_to_be_unique' : 'expect_compound_columns_to_be_unique';
    return cells({ expectation, args: property ? {} : { column_list: key } }, args, place)
  }
  const metric = { metric: 'duplicateValues', ...(property ? {} : { arguments: { properties: key } }) };
  const rules = demandsOf(args).map(demand => ({ ...metric, ...demand }))
  ;(property ?? table).quality.push(...rules);
  return undefined
}

function invalid(args        , place       , given                                   )                     {
  const parts = validity(given);
  if (!parts) return 'what is valid is said in a way that Proofmark does not check'
  return parts.map(part => cells(part, args, place)).find(reason => reason !== undefined)
}

function rowCount(args        , { table }       )                     {
  if (args.filter !== undefined) return 'it counts some rows only'
  const demands = operatorsOf(args.threshold);
  const rules = demands.length > 0 ? demands : [['mustBeGreaterThan', 0]         ];
  table.quality.push(
    ...rules.map(([operator, limit]) => ({ metric: 'rowCount', [operator]: limit, ...severity(args) })),
  );
  return undefined
}

function aggregate(args        , place       )                     {
  const { function: name = '' } = args;
  const expectation = Object.hasOwn(AGGREGATES, name) ? AGGREGATES[name] : undefined;
  const range = rangeBy(args.threshold);
  if (!expectation || !range) return `Proofmark has no such check of ${name}`
  add({ expectation, args: { ...range, where: args.filter } }, args, place);
  return undefined
}

function schema(args        , place       )                     {
  const columns = [...place.table.properties.keys()];
  const { allow_extra_columns: extra = false, allow_other_column_order: anyOrder = false } = args;
  if (!extra) {
    const demand = { column_set: columns, exact_match: true };
    add({ expectation: 'expect_table_columns_to_match_set', args: demand }, args, place);
  }
  if (anyOrder) return undefined
  if (extra) return 'it demands an order among columns of which there may be others'
  add({ expectation: 'expect_table_columns_to_match_ordered_list', args: { column_list: columns } }, args, place);
  return undefined
}

function freshness(args        , place       )                     {
  const { unit = 'hour', must_be_less_than, must_be_less_than_or_equal } = args.threshold;
  const most = must_be_less_than_or_equal ?? must_be_less_than;
  if (args.column === undefined || most === undefined) return 'its threshold is no greatest age of a column'
  const property = propertyOf(place.table, args.column);
  const demand = { max_age: most, unit: `${unit}s` };
  add({ expectation: 'expect_column_max_age_to_be_at_most', args: demand }, args, { ...place, property });
  return undefined
}

/** The expression says what fails. */
function failedRows(args        , place       )                     {
  if (args.expression === undefined) return 'it is a query'
  const { property: _, ...ofTable } = place;
  const demand = { condition: `not (${args.expression})` };
  return cells({ expectation: 'expect_rows_to_satisfy', args: demand }, args, ofTable)
}

                
                              
                                                  
 

/** An expectation on rows, with what is tolerated. */
function cells({ expectation, args }      , common        , place       )                     {
  const tolerated = toleratedBy(common.threshold);
  if (tolerated === undefined) return 'its threshold is more than a greatest number of rows'
  const limit = tolerated === 0 ? {} : { fail_above: tolerated };
  add({ expectation, args: { ...args, where: common.filter, ...limit } }, common, place);
  return undefined
}

function add({ expectation, args }      , common        , { draft, table, property, known, rule, path }       )       {
  const wanted = { expectation, args, ...(property ? { property } : {}), ...severity(common), rule, path };
  expect(draft, table, wanted, known);
}

const demandsOf = (args        ) => {
  const demands = operatorsOf(args.threshold);
  const unit = args.threshold.metric === 'percent' ? { unit: 'percent' } : {};
  return (demands.length > 0 ? demands : [['mustBe', 0]         ]).map(([operator, limit]) => ({
    [operator]: limit,
    ...unit,
    ...severity(args),
  }))
};

const severity = ({ threshold }        ) => (threshold.level === 'warn' ? { severity: 'warning' } : {});

/** What a column says of all its checks. */
const validityOf = (column                                   ) =>
  Object.fromEntries(Object.entries(column).filter(([key]) => VALIDITY.has(key)));

const objectOf = (value         )                          =>
  record(string(), unknown()).safeParse(value).data ?? {};

var all = /*#__PURE__*/Object.freeze({
  __proto__: null,
  dbt: dbt,
  frictionless: frictionless,
  greatExpectations: greatExpectations,
  pandera: pandera,
  soda: soda
});

/** Expectations that measure a column's numbers. */
const MEASURE_NUMBERS =
  /^expect_column_(max|mean|median|min|range|sum|stdev|variance|skewness|kurtosis|iqr|zeros_proportion|quantile_values|value_z_scores|parameterized_distribution)_/;
/** Expectations that measure numbers of several columns, which they name. */
const OF_SEVERAL                      = new Set([
  'expect_column_pair_correlation_to_be_between',
  'expect_multicolumn_sum_to_equal',
]);

/**
 * Takes columns that say no type for numbers where a rule measures theirs, as the source could only be run on such: a column
 * without a type is text to us, of which no mean can be told.
 */
function takeNumbers({ properties, quality }            )       {
  const named = new Set(quality.flatMap(namedNumbers));
  for (const property of properties.values()) {
    if (property.logicalType === undefined && (named.has(property.name) || isMeasured(property)))
      property.logicalType = 'number';
  }
}

const isMeasured = ({ quality }               )          =>
  quality.some(rule => {
    const { expectation, min_value, max_value } = implementationOf(rule);
    if (MEASURE_NUMBERS.test(String(expectation))) return true
    return (
      expectation === 'expect_column_values_to_be_between' &&
      [min_value, max_value].some(bound => typeof bound === 'number')
    )
  });

function namedNumbers(rule              )            {
  const { expectation, column_A, column_B, column_list } = implementationOf(rule);
  if (!OF_SEVERAL.has(String(expectation))) return []
  return [column_A, column_B, ...(Array.isArray(column_list) ? column_list : [])]
}

const implementationOf = (rule              )                                    =>
  'engine' in rule && typeof rule.implementation === 'object' && rule.implementation !== null
    ? { ...rule.implementation }
    : {};

const IMPORTERS                      = Object.values(all);

/** A contract made of another tool's rules. */
                                   
                         
                           
                                       
                        
                         
                          
                                                               
                        
                                                                                                              
                            
                                                                 
                           
                         
                           
                          
                          
     
 

/** Reads rules of another tool, JSON or YAML, told by its shape unless `format` names the tool; throws a `UserError` where it is none that is known. */
function importContract(
  name        ,
  text        ,
  known                   ,
  format         ,
)                   {
  const document = readYaml(name, text);
  const importer = format === undefined ? recognise(document) : named(format, document);
  const table = (name.split('/').at(-1) ?? name).replace(/(?<=.)\..*$/, '');
  const draft = importer.read(document, table, known);
  for (const drafted of draft.tables) takeNumbers(drafted);
  const columns = draft.tables.flatMap(({ properties }) => [...properties.values()]);
  const ofColumn = columns.flatMap(({ required, unique, primaryKey, logicalTypeOptions, quality }) => [
    ...[required, unique, primaryKey].filter(Boolean),
    ...Object.keys(logicalTypeOptions),
    ...quality,
  ]);
  const ofTable = draft.tables.flatMap(({ quality, relationships }) => [...quality, ...relationships]);
  return {
    contract: contractText(draft, `Imported from ${name}`),
    title: importer.title,
    tables: draft.tables.length,
    columns: columns.length,
    rules: ofColumn.length + ofTable.length,
    ...(draft.dialects.size > 0 && {
      dialects: distExports.stringify(
        { data: { dialects: Object.fromEntries(draft.dialects) } },
        { lineWidth: 120, aliasDuplicateObjects: false },
      ),
    }),
    left: draft.left.map(({ rule, reason, path }) => {
      const { text: place, line } = document.place(path);
      return { rule, reason, place, ...(line === undefined ? {} : { line }) }
    }),
  }
}

function recognise(document          )           {
  const fits = IMPORTERS.filter(importer => importer.recognise(document.value));
  const [only, ...others] = fits;
  if (only && others.length === 0) return only
  const found = only ? `what several may have written: ${fits.map(({ title }) => title).join(', ')}` : 'none of them';
  throw new UserError(
    'import.unknown',
    `Expected ${document.name} to be ${IMPORTERS.map(({ title }) => title).join(', ')} but found ${found}`,
    { file: document.name, hint: `Name what it is: --format ${IMPORTERS.map(({ id }) => id).join(', ')}` },
  )
}

function named(format        , document          )           {
  const importer = IMPORTERS.find(({ id }) => id === format);
  if (!importer) {
    const ids = IMPORTERS.map(({ id }) => id);
    const meant = closestMatch(format, ids, { maxDistance: 4 });
    throw new UserError('import.format', `Expected --format to be one of ${ids.join(', ')} but found '${format}'`, {
      ...(meant === undefined ? {} : { hint: `Did you mean ${meant}?` }),
    })
  }
  if (importer.recognise(document.value)) return importer
  throw new UserError('import.shape', `Expected ${document.name} to be ${importer.title} but it has another shape`, {
    file: document.name,
    hint: 'Leave --format out to have it recognised',
  })
}

/** Held against every check there is. */
const knownExpectation                    = (name, args, level) => {
  const expectation = EXPECTATIONS.get(name);
  if (!expectation) return 'Proofmark has no such check'
  const read = Implementation.safeParse({ expectation: name, ...args });
  if (!read.success) return `its arguments are not understood: ${read.error.issues[0]?.path.join('.')}`
  const condition = read.data.where === undefined ? undefined : parseCondition(read.data.where);
  if (condition && isFault(condition)) return `its condition is not understood: ${condition.fault}`
  const { column, ...own } = argumentsOf(read.data);
  if (expectation.level === 'column' && level === 'table' && typeof column !== 'string') return 'it names no column'
  const options = expectation.options.safeParse(own);
  if (options.success) {
    const own = expectation.columns?.(options.data) ?? [];
    return { columns: [...own, ...(condition && !isFault(condition) ? columnsOf(condition) : [])] }
  }
  const [issue] = options.error.issues;
  const what = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue?.path.join('.');
  return `Proofmark's check of that name does not take ${what}`
};

const MAX_BYTES = 8 * 1024 * 1024;

const flags                      = [
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
  flags,
  async run(args) {
    const { values, positionals } = parseFlags(args, flags);
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
    printLines(out === undefined ? process.stderr : process.stdout, report(imported, file, out));
    return 0
  },
};

function report(
  { title, tables, columns, rules, left, dialects }                  ,
  file        ,
  out         ,
)         {
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
    ...(dialects === undefined
      ? []
      : [
          {
            tone: 'plain'         ,
            text: 'How the files are written is no matter of a contract. Add to proofmark.yml:',
          },
          ...dialects
            .trimEnd()
            .split('\n')
            .map((line)       => ({ tone: 'plain', text: visible(`  ${line}`) })),
        ]),
    ...(out === undefined ? [] : [{ tone: 'pass'         , text: visible(`  wrote         ${out}`) }]),
  ]
}

export { importRules };
