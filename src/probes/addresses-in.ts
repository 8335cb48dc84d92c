import { isAddress } from '../core/address.ts'

/** Every address of a file that stands anywhere in the settings, each once, in their order. */
export function addressesIn(value: unknown): readonly string[] {
  const found = new Set<string>()
  const look = (part: unknown): void => {
    if (typeof part === 'string') {
      if (isAddress(part)) found.add(part)
    } else if (typeof part === 'object' && part !== null) for (const inner of Object.values(part)) look(inner)
  }
  look(value)
  return [...found]
}
