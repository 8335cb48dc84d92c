import { closestMatch } from './index5.js';
import { U as UserError } from './user-error.js';
import { x as ZodObject, k as ZodType, y as ZodRecord, Z as ZodArray, z as ZodOptional, A as ZodDefault, B as ZodNullable, C as ZodPrefault, q as ZodUnion } from './schemas2.js';

/** The document as the schema's type, or one `UserError` that lists every fault with its place. */
function validate                          (
  schema        ,
  document          ,
  code           ,
)                   {
  const result = schema.safeParse(document.value, { reportInput: true });
  if (result.success) return result.data
  const faults = result.error.issues.flatMap(issue => describe(schema, issue, document));
  const [first, ...others] = faults;
  if (!first) throw new Error('zod reported a failure without an issue')
  const place = document.place(first.path);
  throw new UserError(code, [first.message, ...others.map(fault => fault.message)].join('\n'), {
    ...(place.file === undefined ? {} : { file: place.file }),
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(first.hint === undefined ? {} : { hint: first.hint }),
  })
}

                 
                                       
                          
                        
 

function describe(schema           , issue                  , document          )          {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => {
      const path = [...issue.path, key];
      const known = keysAt(schema, issue.path);
      const meant = closest(key, known);
      return {
        path,
        message: `Unknown key '${key}'${within(issue.path)} (${document.place(path).text})${meant ? `: did you mean '${meant}'?` : ''}`,
        ...(meant ? {} : { hint: `Known keys${within(issue.path)}: ${known.join(', ')}` }),
      }
    })
  }
  if (issue.code === 'invalid_union') {
    const nested = issue.errors.map(branch => branch.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] })));
    const deepest = nested.toSorted((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0))[0];
    if (deepest?.[0] && deepest[0].path.length > issue.path.length) return describe(schema, deepest[0], document)
  }
  const name = issue.path.length > 0 ? `'${nameOf(issue.path)}'` : document.name;
  const found = issue.input === undefined ? 'found nothing' : `found ${shown(issue.input)}`;
  return [
    {
      path: issue.path,
      message: `Expected ${name} to be ${expected(issue)} but ${found} (${document.place(issue.path).text})`,
    },
  ]
}

function expected(issue                  )         {
  switch (issue.code) {
    case 'invalid_type':
      return (
        { array: 'a list', object: 'a map', int: 'a whole number', string: 'a text', boolean: 'true or false' }[
          issue.expected          
        ] ?? `a ${issue.expected}`
      )
    case 'invalid_value':
      return issue.values.length === 1 ? String(issue.values[0]) : `one of ${issue.values.join(', ')}`
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `at least ${issue.minimum} long`
        : `${issue.inclusive ? 'at least' : 'greater than'} ${issue.minimum}`
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `at most ${issue.maximum} long`
        : `${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`
    case 'invalid_key':
      return issue.issues[0]?.message ?? issue.message
    default:
      return issue.message.replace(/^Expected (to be )?/, '')
  }
}

/** Longest value that a message shows, in characters. */
const SHOWN = 300;

function shown(value         )         {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}

const nameOf = (path                        ) =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i ? '.' : ''}${String(step)}`)).join('');

const within = (path                        ) => (path.length > 0 ? ` in '${nameOf(path)}'` : '');

function closest(key        , known                   )                     {
  return closestMatch(key.toLowerCase(), [...known], { maxDistance: Math.max(2, Math.floor(key.length / 3)) })
}

/** The keys a map at this path may have. */
function keysAt(schema           , path                        )           {
  const found = schemaAt(schema, path);
  return found ? [...new Set(keysOf(found))] : []
}

/** Of a choice between maps, the keys of any. */
function keysOf(schema           )           {
  if (schema instanceof ZodObject) return Object.keys(schema.shape)
  if (!(schema instanceof ZodUnion)) return []
  return schema.options.flatMap(option => (option instanceof ZodType ? keysOf(unwrap(option)) : []))
}

/** The schema of the value at this path, wrappers (optional, default) taken off; undefined where there is none. */
function schemaAt(schema           , path                        )                        {
  const bare = unwrap(schema);
  const [step, ...rest] = path;
  if (step === undefined) return bare
  if (bare instanceof ZodObject) {
    const child          = bare.shape[String(step)];
    return child instanceof ZodType ? schemaAt(child, rest) : undefined
  }
  if (bare instanceof ZodRecord && bare.valueType instanceof ZodType) return schemaAt(bare.valueType, rest)
  if (bare instanceof ZodArray && bare.element instanceof ZodType) return schemaAt(bare.element, rest)
  return undefined
}

function unwrap(schema           )            {
  let bare = schema;
  while (
    bare instanceof ZodOptional ||
    bare instanceof ZodDefault ||
    bare instanceof ZodNullable ||
    bare instanceof ZodPrefault
  ) {
    const inner          = bare.unwrap();
    if (!(inner instanceof ZodType)) break
    bare = inner;
  }
  return bare
}

export { schemaAt as s, validate as v };
