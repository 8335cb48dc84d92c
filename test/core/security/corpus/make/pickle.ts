import { little } from './bytes.ts'

/** Pickle instructions as text of one character per byte (CPython's Lib/pickletools.py). */
export const short = (text: string): string => `\x8c${little(text.length, 1)}${text}`
export const unicode = (text: string): string => `X${little(text.length, 4)}${text}`
export const shortBytes = (content: string): string => `C${little(content.length, 1)}${content}`
export const binBytes = (content: string): string => `B${little(content.length, 4)}${content}`
/** `size` is 8 bytes long. */
export const frame = (content: string, size = content.length): string => `\x95${little(size, 8)}${content}`
export const globalOf = (module: string, name: string): string => `c${module}\n${name}\n`
export const stackGlobal = (module: string, name: string): string => `${short(module)}${short(name)}\x93`

/** Looks harmless and is: what the corpus calls. */
export const HARMLESS = ['os', 'getpid'] as const

/** An import as this protocol writes it. */
export const imported = (protocol: number, module: string, name: string): string =>
  protocol < 4 ? globalOf(module, name) : stackGlobal(module, name)

const emptyTuple = (protocol: number) => (protocol === 0 ? '(t' : ')')

/** Calls a name without arguments and leaves the outcome on the stack. */
export const called = (protocol: number, module: string = HARMLESS[0], name: string = HARMLESS[1]): string =>
  `${imported(protocol, module, name)}${emptyTuple(protocol)}R`

/** A whole stream of these instructions. */
export function stream(protocol: number, body: string): string {
  const start = protocol < 2 ? '' : `\x80${little(protocol, 1)}`
  return `${start}${protocol < 4 ? `${body}.` : frame(`${body}.`)}`
}

/** A whole stream that calls a name without arguments. */
export const payload = (protocol = 4, module: string = HARMLESS[0], name: string = HARMLESS[1]): string =>
  stream(protocol, called(protocol, module, name))

/** The same without a frame, to be put where frames do not fit. */
export const bare = (protocol = 4): string => `\x80${little(protocol, 1)}${called(protocol)}.`

export const PROTOCOLS = [0, 1, 2, 3, 4, 5]
