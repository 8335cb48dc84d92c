const WEIGHTS = {
  AV: { N: 0.85, A: 0.62, L: 0.55, P: 0.2 },
  AC: { L: 0.77, H: 0.44 },
  UI: { N: 0.85, R: 0.62 },
  C: { H: 0.56, L: 0.22, N: 0 },
  I: { H: 0.56, L: 0.22, N: 0 },
  A: { H: 0.56, L: 0.22, N: 0 },
} as const
/** Privileges weigh more where the scope changes. */
const PRIVILEGES = { U: { N: 0.85, L: 0.62, H: 0.27 }, C: { N: 0.85, L: 0.68, H: 0.5 } } as const

/** The base score of a CVSS 3.0 or 3.1 vector, 0 to 10 (FIRST, CVSS 3.1 specification, 7.1); undefined for what is no such vector. */
export function cvss3(vector: string): number | undefined {
  const [version, ...parts] = vector.trim().split('/')
  if (version !== 'CVSS:3.0' && version !== 'CVSS:3.1') return undefined
  const metrics = new Map(parts.map(part => [part.split(':')[0] ?? '', part.split(':')[1] ?? '']))
  const scope = metrics.get('S')
  if (scope !== 'U' && scope !== 'C') return undefined
  const weigh = (metric: keyof typeof WEIGHTS) => weightIn(WEIGHTS[metric], metrics.get(metric))
  const privileges = weightIn(PRIVILEGES[scope], metrics.get('PR'))
  const impactBase = 1 - (1 - weigh('C')) * (1 - weigh('I')) * (1 - weigh('A'))
  const impact = scope === 'U' ? 6.42 * impactBase : 7.52 * (impactBase - 0.029) - 3.25 * (impactBase - 0.02) ** 15
  const exploitability = 8.22 * weigh('AV') * weigh('AC') * privileges * weigh('UI')
  const score = impact <= 0 ? 0 : Math.min((scope === 'U' ? 1 : 1.08) * (impact + exploitability), 10)
  return Number.isNaN(impact + exploitability) ? undefined : roundUp(score)
}

const weightIn = (weights: Readonly<Record<string, number>>, value: string | undefined): number =>
  (value === undefined ? undefined : weights[value]) ?? Number.NaN

/** To one decimal, upwards, without being misled by binary fractions (CVSS 3.1, appendix A). */
function roundUp(score: number): number {
  const scaled = Math.round(score * 100_000)
  return scaled % 10_000 === 0 ? scaled / 100_000 : (Math.floor(scaled / 10_000) + 1) / 10
}
