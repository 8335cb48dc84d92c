import type { Vulnerability } from './vulnerability.ts'

/** Whether it is no fault of a package but the package itself: OSV's ids of malicious packages begin with MAL-. */
export const isMalicious = ({ ids }: Pick<Vulnerability, 'ids'>): boolean => ids.some(id => id.startsWith('MAL-'))
