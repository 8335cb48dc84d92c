import { closestMatch } from 'leven'
import { z } from 'zod'
import { type ErrorCode, UserError } from '../user-error.ts'
import type { Document } from './document.ts'

/** The document as the schema's type, or one `UserError` that lists every fault with its place. */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  document: Document,
  code: ErrorCode,
): z.output<Schema> {
  const result = schema.safeParse(document.value, { reportInput: true })
  if (result.success) return result.data
  const faults = result.error.issues.flatMap(issue => describe(schema, issue, document))
  const [first, ...others] = faults
  if (!first) throw new Error('zod reported a failure without an issue')
  const place = document.place(first.path)
  throw new UserError(code, [first.message, ...others.map(fault => fault.message)].join('\n'), {
    ...(place.file === undefined ? {} : { file: place.file }),
    ...(place.line === undefined ? {} : { line: place.line }),
    ...(first.hint === undefined ? {} : { hint: first.hint }),
  })
}

interface Fault {
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly hint?: string
}

function describe(schema: z.ZodType, issue: z.core.$ZodIssue, document: Document): Fault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => {
      const path = [...issue.path, key]
      const known = keysAt(schema, issue.path)
      const meant = closest(key, known)
      return {
        path,
        message: `Unknown key '${key}'${within(issue.path)} (${document.place(path).text})${meant ? `: did you mean '${meant}'?` : ''}`,
        ...(meant ? {} : { hint: `Known keys${within(issue.path)}: ${known.join(', ')}` }),
      }
    })
  }
  if (issue.code === 'invalid_union') {
    const nested = issue.errors.map(branch => branch.map(inner => ({ ...inner, path: [...issue.path, ...inner.path] })))
    const deepest = nested.toSorted((a, b) => (b[0]?.path.length ?? 0) - (a[0]?.path.length ?? 0))[0]
    if (deepest?.[0] && deepest[0].path.length > issue.path.length) return describe(schema, deepest[0], document)
  }
  const name = issue.path.length > 0 ? `'${nameOf(issue.path)}'` : document.name
  const found = issue.input === undefined ? 'found nothing' : `found ${shown(issue.input)}`
  return [
    {
      path: issue.path,
      message: `Expected ${name} to be ${expected(issue)} but ${found} (${document.place(issue.path).text})`,
    },
  ]
}

function expected(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return (
        { array: 'a list', object: 'a map', int: 'a whole number', string: 'a text', boolean: 'true or false' }[
          issue.expected as string
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
const SHOWN = 300

function shown(value: unknown): string {
  const text = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value))
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text
}

const nameOf = (path: readonly PropertyKey[]) =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : `${i ? '.' : ''}${String(step)}`)).join('')

const within = (path: readonly PropertyKey[]) => (path.length > 0 ? ` in '${nameOf(path)}'` : '')

function closest(key: string, known: readonly string[]): string | undefined {
  return closestMatch(key.toLowerCase(), [...known], { maxDistance: Math.max(2, Math.floor(key.length / 3)) })
}

/** The keys a map at this path may have. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const found = schemaAt(schema, path)
  return found ? [...new Set(keysOf(found))] : []
}

/** Of a choice between maps, the keys of any. */
function keysOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (!(schema instanceof z.ZodUnion)) return []
  return schema.options.flatMap(option => (option instanceof z.ZodType ? keysOf(unwrap(option)) : []))
}

/** The schema of the value at this path, wrappers (optional, default) taken off; undefined where there is none. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  const bare = unwrap(schema)
  const [step, ...rest] = path
  if (step === undefined) return bare
  if (bare instanceof z.ZodObject) {
    const child: unknown = bare.shape[String(step)]
    return child instanceof z.ZodType ? schemaAt(child, rest) : undefined
  }
  if (bare instanceof z.ZodRecord && bare.valueType instanceof z.ZodType) return schemaAt(bare.valueType, rest)
  if (bare instanceof z.ZodArray && bare.element instanceof z.ZodType) return schemaAt(bare.element, rest)
  return undefined
}

function unwrap(schema: z.ZodType): z.ZodType {
  let bare = schema
  while (
    bare instanceof z.ZodOptional ||
    bare instanceof z.ZodDefault ||
    bare instanceof z.ZodNullable ||
    bare instanceof z.ZodPrefault
  ) {
    const inner: unknown = bare.unwrap()
    if (!(inner instanceof z.ZodType)) break
    bare = inner
  }
  return bare
}
