import type { Random } from './random.ts'

/** Puts the values in a random order, every order equally likely (Fisher and Yates; Durstenfeld 1964). */
export function shuffle(random: Random, values: Uint32Array): Uint32Array {
  for (let i = values.length - 1; i > 0; i--) {
    const j = random.below(i + 1)
    const value = values[i] ?? 0
    values[i] = values[j] ?? 0
    values[j] = value
  }
  return values
}
