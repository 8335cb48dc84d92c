import type { Subject } from '../../evidence.ts'

/** A file by name and SHA-256. */
export type FileDigest = Pick<Subject, 'name' | 'digest'>
