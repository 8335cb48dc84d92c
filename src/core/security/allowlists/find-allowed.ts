import type { AllowedName, AllowList, Call, State } from './allow-list.ts'
import * as lists from './index.ts'
import { joblib } from './joblib.ts'
import { keysIn } from './keys-in.ts'

const DEFAULT_USES = 'NB'

/** The names that Python 2 had, which protocols below 3 still write (CPython's Lib/_compat_pickle.py). */
const PYTHON_2_MODULES = new Map([
  ['__builtin__', 'builtins'],
  ['copy_reg', 'copyreg'],
])
const PYTHON_2_NAMES = new Map([
  ['xrange', 'range'],
  ['long', 'int'],
  ['unicode', 'str'],
])

const names = new Map<string, AllowedName>()
const calls = new Map<string, Call>()
const states = new Map<string, readonly State[]>()
for (const list of Object.values(lists)) index(list)
/** What stands in joblib's files for arrays, and is of no use elsewhere. */
const standIns = new Set(keysIn(joblib))

function index(list: AllowList): void {
  for (const [module, listed] of Object.entries(list.names)) {
    for (const item of listed.split(' ')) {
      const [name = '', uses = DEFAULT_USES] = item.replace(/@.*/, '').split(/[[\]]/)
      const key = `${module}:${name}`
      names.set(key, { key, dotted: `${module}.${name}`, uses })
    }
  }
  for (const [key, call] of Object.entries(list.calls ?? {})) calls.set(key, call)
  for (const [key, state] of Object.entries(list.states ?? {})) states.set(key, state)
}

/** The entry of exactly this module and qualified name; undefined where nothing allows it. */
export function findAllowed(
  module: string,
  name: string,
  stream: { readonly protocol: number; readonly joblibArrays: 'replayed' | 'kept' | 'refused' },
): AllowedName | undefined {
  const [module3, name3] = stream.protocol < 3 ? python3(module, name) : [module, name]
  const found = names.get(`${module3.replace(/^numpy\.core(?=\.|$)/, 'numpy._core')}:${name3}`)
  return found && standIns.has(found.key) && stream.joblibArrays === 'refused' ? undefined : found
}

function python3(module: string, name: string): [string, string] {
  const renamed = PYTHON_2_MODULES.get(module)
  if (renamed === undefined) return [module, name]
  return [renamed, module === '__builtin__' ? (PYTHON_2_NAMES.get(name) ?? name) : name]
}

/** The entry of a class that an allow list names by key, whether or not a file may import it. */
export function allowedClass(key: string): AllowedName | undefined {
  return names.get(key)
}

export const callOf = (name: AllowedName): Call | undefined => calls.get(name.key)
export const statesOf = (name: AllowedName): readonly State[] => states.get(name.key) ?? ['dict']

/** How many names may be imported at all. */
export const allowedCount = (): number => names.size
