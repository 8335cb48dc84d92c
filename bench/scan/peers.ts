/** What an exit code of a scanner says of the file. */
export type Told = 'flagged' | 'undecided' | 'passed'

/** A scanner from PyPI, at the version that it is measured at, and how its command line is asked about one file. */
export interface Peer {
  readonly name: string
  readonly distribution: string
  readonly version: string
  /** Module and function of its program. */
  readonly program: readonly [module: string, name: string]
  readonly args: (file: string) => readonly string[]
  /** By exit code; any other is undecided, as an error is. */
  readonly codes: Readonly<Record<number, Told>>
}

const usual = { 0: 'passed', 1: 'flagged' } as const

/** Each as its documentation has it called, in its usual mode and in its strict one where it has one. */
export const PEERS: readonly Peer[] = [
  peer('picklescan', '1.0.5', 'picklescan.cli', 'main', file => ['--path', file]),
  peer('picklescan --strict', '1.0.5', 'picklescan.cli', 'main', file => ['--strict', '--path', file]),
  peer('modelscan', '0.8.8', 'modelscan.cli', 'main', file => ['scan', '-p', file]),
  peer('fickling --check-safety', '0.1.12', 'fickling.__main__', 'main', file => ['--check-safety', file]),
  peer('modelaudit', '0.2.54', 'modelaudit.__main__', '_run', file => ['scan', '--no-cache', file]),
]

function peer(
  name: string,
  version: string,
  module: string,
  main: string,
  args: (file: string) => readonly string[],
): Peer {
  return { name, distribution: name.split(' ')[0] ?? name, version, program: [module, main], args, codes: usual }
}
