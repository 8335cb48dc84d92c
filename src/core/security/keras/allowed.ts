import observed from './allowed.json' with { type: 'json' }

/** Written by scripts/make-containers.py from Keras' own public classes; nothing that calls code a file names, or opens files. */
const classes = pairs(observed.classes)
const functions = pairs(observed.functions)

function pairs(names: Readonly<Record<string, string>>): ReadonlySet<string> {
  return new Set(
    Object.entries(names).flatMap(([module, listed]) => listed.split(' ').map(name => `${module}:${name}`)),
  )
}

/** Whether this exact class is one of Keras' own that a configuration may make. */
export const isAllowedClass = (module: string, name: string): boolean => classes.has(`${module}:${name}`)

/** Whether this exact function is one of Keras' own; under `builtins` Keras looks for it among these before anywhere else. */
export const isAllowedFunction = (module: string, name: string): boolean =>
  functions.has(`${module}:${name}`) ||
  (module === 'builtins' && Object.keys(observed.functions).some(own => functions.has(`${own}:${name}`)))
