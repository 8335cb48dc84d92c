/** A Python version without its local label (PEP 440): `2.0.1` of `2.0.1+cu118`. */
export const publicVersion = (version: string): string => version.trim().replace(/\+.*$/, '')
