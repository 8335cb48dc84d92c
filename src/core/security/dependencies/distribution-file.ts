import { packageName } from './package-name.ts'

export interface Distribution {
  readonly name: string
  readonly version: string
}

const WHEEL = /^([\w.]+)-([\w.!+]+)(?:-\d\w*)?-[\w.]+-[\w.]+-[\w.]+\.whl$/
const SOURCE = /^([A-Za-z0-9][\w.-]*?)-(\d[\w.!+]*)\.(?:tar\.gz|tar\.bz2|zip)$/

/** Longest name of a file, and of an address that ends in one. */
const MAX_NAME = 255
const MAX_ADDRESS = 4096

/** Name and version of the package that a path or address ends in, by the file's name: a wheel (PEP 427) or a source distribution (PEP 625). */
export function distributionFile(address: string): Distribution | undefined {
  const file = decoded(fileName(address))
  const [, name, version] = WHEEL.exec(file) ?? SOURCE.exec(file) ?? []
  return name === undefined || version === undefined ? undefined : { name: packageName(name), version }
}

/** The name of the file at the end of a path or address; empty where it is too long to be one. */
export function fileName(address: string): string {
  if (address.length > MAX_ADDRESS) return ''
  const name = address.split(/[?#]/)[0]?.split('/').at(-1) ?? ''
  return name.length > MAX_NAME ? '' : name
}

/** `torch-2.0.1%2Bcu118-….whl` as it is meant. */
function decoded(file: string): string {
  try {
    return decodeURIComponent(file)
  } catch {
    return file
  }
}
