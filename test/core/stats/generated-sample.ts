import { z } from 'zod'

/** How a sample of the reference values was made. */
export const sampleSpec = z.object({
  kind: z.enum(['uniform', 'normal12', 'inverse', 'cauchyish', 'grid', 'zeros', 'constant']),
  seed: z.number(),
  n: z.number(),
  a: z.number(),
  b: z.number(),
  k: z.number().default(1),
})

/** The sample that scripts/make-scipy-vectors.py made of a specification, bit for bit. */
export function generatedSample({ kind, seed, n, a, b, k }: z.infer<typeof sampleSpec>): number[] {
  const u = uniforms(seed)
  const one = {
    uniform: () => a + b * u(),
    normal12: () => {
      let sum = 0
      for (let i = 0; i < 12; i++) sum += u()
      return a + b * (sum - 6)
    },
    inverse: () => a + b / u(),
    cauchyish: () => {
      const v = u()
      return a + b * ((v - 0.5) / (v * (1 - v)))
    },
    grid: () => a + b * Math.floor(u() * k),
    zeros: () => {
      const [v, w] = [u(), u()]
      return v < 0.7 ? a : a + b * w
    },
    constant: () => a,
  }[kind]
  return Array.from({ length: n }, one)
}

/** Numbers in (0, 1) from a linear congruential generator. */
export function uniforms(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0
    return (state + 0.5) / 4294967296
  }
}
