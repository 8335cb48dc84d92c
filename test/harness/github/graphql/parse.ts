/** One field of a selection, `alias: name(arguments) { selection }`, with the type that a fragment around it narrows to. */
export interface Field {
  readonly alias: string
  readonly name: string
  readonly values: Readonly<Record<string, Value>>
  readonly selection: Selection | undefined
}

export type Value =
  | { readonly variable: string }
  | { readonly list: readonly Value[] }
  | { readonly object: Readonly<Record<string, Value>> }
  | { readonly constant: unknown }

export interface Selection {
  readonly fields: readonly Field[]
  /** `... on Type { }` */
  readonly on: readonly { readonly type: string; readonly selection: Selection }[]
  /** `...name` */
  readonly spreads: readonly string[]
}

export interface Document {
  readonly operation: 'query' | 'mutation'
  readonly variables: Readonly<Record<string, string>>
  readonly selection: Selection
  readonly fragments: Readonly<Record<string, { readonly type: string; readonly selection: Selection }>>
}

const TOKEN = /\s*(?:#[^\n]*\s*|,\s*)*([!$()[\]{}:=@|]|\.{3}|[_A-Za-z]\w*|-?\d+(?:\.\d+)?|"(?:[^"\\\n]|\\.)*"|$)/y

/** Reads a GraphQL document (spec of October 2021, section 2) with one operation: no directives, no default values. */
export function parseGraphql(text: string): Document {
  TOKEN.lastIndex = 0
  let token = ''
  const is = (expected: string) => token === expected
  const next = () => {
    const taken = token
    const at = TOKEN.lastIndex
    const found = TOKEN.exec(text)
    if (found === null) throw new SyntaxError(`Parse error on ${JSON.stringify(text.slice(at, at + 10))}`)
    token = found[1] ?? ''
    return taken
  }
  const take = (expected: string) => {
    if (token !== expected) throw new SyntaxError(`Expected ${expected}, actual: ${token || 'end of file'}`)
    return next()
  }
  const name = () => {
    if (!/^[_A-Za-z]/.test(token)) throw new SyntaxError(`Expected a name, actual: ${token || 'end of file'}`)
    return next()
  }

  function type(): string {
    let read: string
    if (is('[')) {
      next()
      read = `[${type()}]`
      take(']')
    } else read = name()
    if (!is('!')) return read
    next()
    return `${read}!`
  }

  function value(): Value {
    if (is('$')) {
      next()
      return { variable: name() }
    }
    if (is('[')) {
      next()
      const list: Value[] = []
      while (!is(']')) list.push(value())
      next()
      return { list }
    }
    if (is('{')) return { object: named('{', '}') }
    if (/^["\d-]/.test(token)) return { constant: JSON.parse(next()) }
    const word = name()
    return { constant: word === 'null' ? null : word === 'true' ? true : word === 'false' ? false : word }
  }

  function named(open: string, close: string): Record<string, Value> {
    const values: Record<string, Value> = {}
    take(open)
    while (token !== close) {
      const key = name()
      take(':')
      values[key] = value()
    }
    next()
    return values
  }

  function selection(): Selection {
    const fields: Field[] = []
    const on: { type: string; selection: Selection }[] = []
    const spreads: string[] = []
    take('{')
    while (!is('}')) {
      if (is('...')) {
        next()
        if (is('on')) {
          next()
          on.push({ type: name(), selection: selection() })
        } else spreads.push(name())
        continue
      }
      const first = name()
      const renamed = is(':') && next() === ':'
      const called = renamed ? name() : first
      const values = is('(') ? named('(', ')') : {}
      fields.push({ alias: first, name: called, values, selection: is('{') ? selection() : undefined })
    }
    next()
    return { fields, on, spreads }
  }

  next()
  let operation: Omit<Document, 'fragments'> | undefined
  const fragments: Record<string, { type: string; selection: Selection }> = {}
  while (!is('')) {
    if (is('fragment')) {
      next()
      const called = name()
      take('on')
      fragments[called] = { type: name(), selection: selection() }
      continue
    }
    if (operation !== undefined) throw new SyntaxError('Expected one operation')
    const kind = is('{') ? 'query' : name()
    if (kind !== 'query' && kind !== 'mutation') throw new SyntaxError(`Expected an operation, actual: ${kind}`)
    if (!is('{') && !is('(')) name()
    const variables: Record<string, string> = {}
    if (is('(')) {
      next()
      while (!is(')')) {
        take('$')
        const called = name()
        take(':')
        variables[called] = type()
      }
      next()
    }
    operation = { operation: kind, variables, selection: selection() }
  }
  if (operation === undefined) throw new SyntaxError('Unexpected end of document')
  return { ...operation, fragments }
}
