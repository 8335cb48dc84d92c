import { r as readYaml } from './read-yaml.js';
import { v as validate } from './validate.js';
import { U as UserError } from './user-error.js';
import { E as EXPECTATIONS } from './expectations.js';
import { i as readBound, j as isPattern, a as logicalTypeOf, Q as QualityRule, R as Relationship, S as ServiceLevel, I as Implementation, k as argumentsOf, p as parseCondition, m as isFault, n as columnsOf, o as partsOf } from './index8.js';
import { u as union, i as int, s as strictObject, e as array, b as boolean, a as string, n as number, f as unknown, _ as _enum, E as _null } from './schemas2.js';
import { closestMatch } from './index5.js';

/** A column of the file that the contract describes. */
                         
                                     
                       
                                    
                        
                             
                                      
                            
                                                                                                         
                                     
                                                          
                                          
                                     
                             
                                                         
                                                              
 

/** Classifications whose values a report may show. Any other word, of whatever scheme, keeps them out. */
const OPEN                      = new Set(['', 'public', 'internal', 'none']);

/** Whether the contract keeps the column's values out of every report. */
const isSensitive = ({ classification }          )          =>
  !OPEN.has(
    String(classification ?? '')
      .trim()
      .toLowerCase(),
  );

const BOUNDS = ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'];         
const NUMERIC                      = new Set(['integer', 'number']);

/** What is wrong with a column's options under its type: an option of another type, a limit that is no value, no pattern. */
function optionFaults(type             , options                    )          {
  const faults          = [];
  const refuse = (key                          , message        ) =>
    faults.push({ key, message, input: options[key] ?? undefined });
  const takes = new Set        ([...type.options, 'enum']);
  for (const key of keysOf(options)) {
    if (!takes.has(key)) refuse(key, `left out, as it is no option of the type ${type.id},`);
  }
  for (const key of BOUNDS) {
    const bound = options[key];
    if (bound === undefined || !takes.has(key)) continue
    if (NUMERIC.has(type.id) && typeof bound !== 'number') refuse(key, 'a number');
    else if (!NUMERIC.has(type.id) && typeof bound !== 'string') refuse(key, `${type.noun} as text`);
    else if (typeof bound === 'string' && Number.isNaN(readBound(type, options, bound))) refuse(key, type.noun);
  }
  if (options.pattern !== undefined && !isPattern(options.pattern))
    refuse('pattern', 'a regular expression of ECMA-262');
  const { minLength, maxLength } = options;
  if (minLength !== undefined && maxLength !== undefined && minLength > maxLength) {
    refuse('minLength', `at most maxLength, ${maxLength},`);
  }
  return faults
}

const keysOf = (options                    )                               =>
  Object.keys(options).filter((key)                                  => key in options);

const Bound = union([number(), string()], { error: 'a number or a text' });
const Scalar = union([string(), number(), boolean(), _null()], {
  error: 'a text, a number, true, false or null',
});
const length = int().nonnegative();

/** `logicalTypeOptions` of every logical type together; which belong to which, the types say. `enum` is no key of v3.1 but in use. */
const LogicalTypeOptions = strictObject({
  minimum: Bound.optional(),
  maximum: Bound.optional(),
  exclusiveMinimum: Bound.optional(),
  exclusiveMaximum: Bound.optional(),
  multipleOf: number().positive().optional(),
  format: string().optional(),
  minLength: length.optional(),
  maxLength: length.optional(),
  pattern: string().optional(),
  enum: array(Scalar).min(1).optional(),
  timezone: boolean().optional(),
  defaultTimezone: string().optional(),
  minItems: length.optional(),
  maxItems: length.optional(),
  uniqueItems: boolean().optional(),
  minProperties: length.optional(),
  maxProperties: length.optional(),
  required: array(string()).optional(),
});
                                                                   

/** A column, ODCS v3.1. */
const Property = strictObject({
    name: string().min(1),
    physicalName: string().min(1).optional(),
    logicalType: _enum(['string', 'date', 'timestamp', 'time', 'number', 'integer', 'object', 'array', 'boolean'])
      .optional(),
    logicalTypeOptions: LogicalTypeOptions.nullish(),
    required: boolean().optional(),
    unique: boolean().optional(),
    primaryKey: boolean().optional(),
    primaryKeyPosition: int().optional(),
    classification: union([string(), number()], { error: 'a text' }).nullish(),
    relationships: array(Relationship).nullish(),
    quality: array(QualityRule).nullish(),
    id: unknown().optional(),
    physicalType: unknown().optional(),
    description: unknown().optional(),
    businessName: unknown().optional(),
    authoritativeDefinitions: unknown().optional(),
    tags: unknown().optional(),
    customProperties: unknown().optional(),
    partitioned: unknown().optional(),
    partitionKeyPosition: unknown().optional(),
    encryptedName: unknown().optional(),
    transformSourceObjects: unknown().optional(),
    transformLogic: unknown().optional(),
    transformDescription: unknown().optional(),
    examples: unknown().optional(),
    criticalDataElement: unknown().optional(),
    properties: unknown().optional(),
    items: unknown().optional(),
  })
  .check(({ value, issues }) => {
    for (const { key, message, input } of optionFaults(
      logicalTypeOf(value.logicalType),
      value.logicalTypeOptions ?? {},
    )) {
      issues.push({ code: 'custom', path: ['logicalTypeOptions', key], message, input });
    }
  });

/** A table, ODCS v3.1. */
const SchemaObject = strictObject({
    name: string().min(1),
    physicalName: string().min(1).optional(),
    properties: array(Property).nullish(),
    quality: array(QualityRule).nullish(),
    relationships: array(Relationship).nullish(),
    id: unknown().optional(),
    logicalType: _enum(['object']).optional(),
    physicalType: unknown().optional(),
    description: unknown().optional(),
    businessName: unknown().optional(),
    authoritativeDefinitions: unknown().optional(),
    tags: unknown().optional(),
    customProperties: unknown().optional(),
    dataGranularityDescription: unknown().optional(),
  })
  .check(({ value, issues }) => {
    const names = (value.properties ?? []).map(property => property.name);
    const refuse = (path               , message        , input         ) =>
      issues.push({ code: 'custom', path, message, input });
    for (const [i, name] of names.entries()) {
      if (names.indexOf(name) < i) refuse(['properties', i, 'name'], 'a name that no other property has', name);
    }
    for (const [i, rule] of (value.quality ?? []).entries()) {
      const columns = rule.arguments?.properties;
      if (rule.metric === 'nullValues' || rule.metric === 'missingValues' || rule.metric === 'invalidValues') {
        refuse(['quality', i, 'metric'], 'rowCount or duplicateValues on a table, others on a property,', rule.metric);
      }
      if (rule.metric === 'duplicateValues' && !columns) {
        refuse(['quality', i, 'arguments'], 'a map with the properties that must differ together', rule.arguments);
      }
      for (const [j, column] of (columns ?? []).entries()) {
        if (names.includes(column)) continue
        refuse(['quality', i, 'arguments', 'properties', j], `a property of '${value.name}'`, column);
      }
    }
  });
                                                       

/** A data contract, ODCS v3.1 (and v3.0 where it says the same). */
const Contract = strictObject({
  apiVersion: _enum(['v3.1.0', 'v3.0.2', 'v3.0.1', 'v3.0.0']),
  kind: _enum(['DataContract']),
  id: string().min(1),
  version: string().min(1),
  status: string().optional(),
  schema: array(SchemaObject).min(1),
  name: unknown().optional(),
  tenant: unknown().optional(),
  tags: unknown().optional(),
  servers: unknown().optional(),
  dataProduct: unknown().optional(),
  description: unknown().optional(),
  domain: unknown().optional(),
  support: unknown().optional(),
  price: unknown().optional(),
  team: unknown().optional(),
  roles: unknown().optional(),
  slaDefaultElement: string().optional(),
  slaProperties: array(ServiceLevel).nullish(),
  authoritativeDefinitions: unknown().optional(),
  customProperties: unknown().optional(),
  contractCreatedTs: unknown().optional(),
});

/** Something wrong with a rule under `engine: proofmark`, and where in the table's part of the contract. */
                                   
                                       
                                             
                          
 

/** What is wrong with the expectations of a table: names that are none, arguments, conditions, columns that it does not have. */
function expectationFaults(object              , known                                  )                     {
  const columns = (object.properties ?? []).map(property => property.name);
  const ofTable = (object.quality ?? []).flatMap((rule, i) => faultsOf(rule, ['quality', i], undefined));
  const ofColumns = (object.properties ?? []).flatMap((property, i) =>
    (property.quality ?? []).flatMap((rule, j) => faultsOf(rule, ['properties', i, 'quality', j], property.name)),
  );
  return [...ofTable, ...ofColumns]

  function faultsOf(rule             , at                        , under                    )                     {
    if (rule.engine !== 'proofmark') return []
    const path = [...at, 'implementation'];
    const fault = (message        , ...keys                        ) => ({ path: [...path, ...keys], message });
    const read = Implementation.safeParse(rule.implementation);
    if (!read.success) return read.error.issues.map(issue => fault(expectedMessage(issue), ...issue.path))
    const { expectation: name, where, mostly, fail_above } = read.data;
    const expectation = known.get(name);
    if (!expectation)
      return [fault(`There is no expectation '${name}'${meant(name, [...known.keys()])}`, 'expectation')]

    const { column = under, ...args } = argumentsOf(read.data);
    const faults                     = [];
    if (mostly !== undefined && fail_above !== undefined) {
      faults.push(fault("Expected one of 'mostly' and 'fail_above' but found both", 'mostly'));
    }
    const options = expectation.options.safeParse(args);
    if (!options.success) {
      for (const issue of options.error.issues) faults.push(fault(expectedMessage(issue), ...issue.path));
    }
    const spoken = options.success ? (expectation.columns?.(options.data) ?? []) : [];
    if (expectation.level === 'column' && typeof column !== 'string') {
      faults.push(fault(`Expected 'column' to name the column of ${name} but found nothing`));
    }
    const own = typeof column === 'string' && expectation.level === 'column' ? [column] : [];
    const condition = where === undefined ? undefined : parseCondition(where);
    if (condition && isFault(condition)) {
      faults.push(fault(`The condition cannot be read: ${condition.fault}, at character ${condition.at}`, 'where'));
    }
    const asked = condition && !isFault(condition) ? columnsOf(condition) : [];
    for (const each of [...own, ...spoken, ...asked]) {
      if (!columns.includes(each))
        faults.push(fault(`There is no property '${each}' in '${object.name}'${meant(each, columns)}`));
    }
    return faults
  }
}

const expectedMessage = (issue                  )         => {
  const key = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') return `Unknown arguments: ${issue.keys.join(', ')}`
  return `Expected ${key === '' ? 'the implementation' : `'${key}'`} to be right: ${issue.message}`
};

function meant(name        , names                   )         {
  const close = closestMatch(name, [...names], { maxDistance: Math.max(2, Math.floor(name.length / 4)) });
  return close === undefined ? '' : `: did you mean '${close}'?`
}

/** A table of a contract, and where each part of it stands in the contract's file. */
                                
                               
                                                              
                                              
                                                       
 

/** An agreement about a column of a table, and where it stands. */
                                     
                           
                         
                        
                       
                       
 

/** A contract as read: its tables, with lines. */
                               
                                                               
                       
                                           
 

/** Reads an ODCS v3.1 contract (YAML); one `UserError` lists all that is wrong with it, with lines. */
function readContract(name        , text        )               {
  const document = readYaml(name, text);
  refuseOtherFormats(document);
  const contract = validate(Contract, document, 'contract.invalid');
  const tables = contract.schema.map((object, i) => ({
    object,
    lineOf: (...path                        ) => document.place(['schema', i, ...path]).line ?? 1,
    serviceLevels: serviceLevelsOf(contract, object.name, document),
  }));
  refuseExpectations(name, tables);
  return { name, tables }
}

/** The agreements whose element is a column of the table, in numbers of a unit. */
function serviceLevelsOf(
  { slaProperties, slaDefaultElement }          ,
  table        ,
  document          ,
)                       {
  return (slaProperties ?? []).flatMap(({ property, value, unit, element = slaDefaultElement }, i) => {
    const parts = element === undefined ? undefined : partsOf(element.trim());
    if (!property || parts?.table !== table || !Number.isFinite(Number(value)) || value === null) return []
    const line = document.place(['slaProperties', i]).line ?? 1;
    return [{ property, column: parts.column, value: Number(value), unit: unit ?? 'd', line }]
  })
}

/** One `UserError` for all that is wrong with rules under `engine: proofmark`. */
function refuseExpectations(name        , tables                          )       {
  const faults = tables.flatMap(({ object, lineOf }) =>
    expectationFaults(object, EXPECTATIONS).map(({ path, message }) => ({ message, line: lineOf(...path) })),
  );
  const [first] = faults;
  if (!first) return
  const messages = faults.map(({ message, line }) => `${message} (${name}:${line})`);
  throw new UserError('contract.invalid', messages.join('\n'), { file: name, line: first.line })
}

/** Says what the file is, where that is something else, before its every key is found wanting. */
function refuseOtherFormats({ name, value }          )       {
  const refuse = (found        , hint        ) => {
    throw new UserError('contract.format', `Expected ${name} to be an ODCS v3.1 contract but found ${found}`, {
      file: name,
      hint,
    })
  };
  if (value === null || value === undefined)
    refuse('nothing', 'Start it with apiVersion: v3.1.0 and kind: DataContract');
  if (typeof value !== 'object' || value === null) return
  if ('dataContractSpecification' in value) {
    refuse('a Data Contract Specification', 'Convert it, e.g. with datacontract export --format odcs');
  }
  if ('apiVersion' in value && String(value.apiVersion).startsWith('v2')) {
    refuse(`ODCS ${value.apiVersion}`, 'Convert it to v3.1: its tables are under schema');
  }
}

export { isSensitive as i, readContract as r };
