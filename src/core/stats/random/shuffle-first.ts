import type { Random } from './random.ts'

/** Brings the first `taken` numbers of a list into random order, drawn from all of it (Fisher and Yates). */
export function shuffleFirst(
  list: Uint32Array | Float64Array | Uint8Array,
  { below }: Random,
  taken = list.length,
): void {
  for (let i = 0; i < taken; i++) {
    const j = i + below(list.length - i)
    const kept = list[i] ?? 0
    list[i] = list[j] ?? 0
    list[j] = kept
  }
}
