/** Kinds of findings of security-scan that its own waivers except, one by one. */
export const FINDING_KINDS = ['artefact', 'dependencies', 'secrets', 'vulnerabilities', 'workflow'] as const
