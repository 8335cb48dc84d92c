import definitions from './definitions.json' with { type: 'json' }

const DEFINITIONS: Readonly<Record<string, string>> = definitions

/** How a file of a registry defines what it exports: its own doc comment, taken over by `scripts/generate.ts`. `path` is inside `src/core`, without its ending. */
export const definition = (path: string): string => DEFINITIONS[path] ?? ''

/** Where something stands in the code. */
export const codeAt = (path: string): string => `src/core/${path}.ts`
