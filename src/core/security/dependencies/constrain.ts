import type { Requirement } from './manifest.ts'

/** Requirements with the versions that pip's constraint files settle: those without an exact version of their own. */
export function constrain(requirements: readonly Requirement[], constraints: readonly Requirement[]): Requirement[] {
  const settled = new Map<string, string>()
  for (const { ecosystem, name, version, pinned } of constraints)
    if (ecosystem === 'PyPI' && pinned && version !== undefined) settled.set(name, version)
  return requirements.map(requirement => {
    const { ecosystem, name, pinned, range, ...rest } = requirement
    const version = pinned || ecosystem !== 'PyPI' || range === undefined ? undefined : settled.get(name)
    return version === undefined ? requirement : { ...rest, ecosystem: 'PyPI', name, version, pinned: true }
  })
}
