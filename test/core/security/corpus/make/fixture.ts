import { readdirSync, readFileSync } from 'node:fs'

const CASES = new URL('../../../../cases/security/', import.meta.url)

/** The input of a case of test/cases/security: files that the libraries themselves have written. */
export function fixture(folder: string): Uint8Array {
  const here = new URL(`${folder}/`, CASES)
  const file = readdirSync(here).find(name => name !== 'expected.json') ?? ''
  return new Uint8Array(readFileSync(new URL(file, here)))
}
