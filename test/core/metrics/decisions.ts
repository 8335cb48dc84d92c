import { POINTER_SCHEMA, type Pointer } from '../../../src/core/record/promotion/pointer.ts'
import type { ToldCertification } from '../../../src/ports.ts'
import { evidence } from '../record/memory.ts'

const digest = (letter: string) => letter.repeat(64)

/** A gate run that ended in a certificate, unless told otherwise. */
export const decided = (parts: Partial<ToldCertification> = {}): ToldCertification => ({
  kind: 'certification',
  command: 'gate',
  verdict: 'passed',
  evidence: [
    evidence('model-certify', {
      run: { ...evidence('model-certify').run, repository: 'acme/credit' },
      checks: [
        {
          id: 'auc.floor',
          title: 'AUC at least 0.8',
          status: 'pass',
          measured: { value: 0.83, n: 1000 },
          required: { comparator: '>=', value: 0.8 },
          reason: 'It is',
        },
        { id: 'label.one', title: 'One positive class', status: 'warn', measured: { value: 'bad' }, reason: 'It is' },
      ],
    }),
  ],
  model: { name: 'credit-default', version: '3', id: digest('a') },
  record: [],
  certificate: digest('b'),
  notAfter: '2027-02-21T06:00:00Z',
  policy: digest('c'),
  at: new Date('2026-11-23T06:00:00Z'),
  ...parts,
})

export const pointer = (parts: Partial<Pointer> = {}): Pointer => ({
  schema: POINTER_SCHEMA,
  kind: 'promotion',
  target: 'folder:production',
  to: { name: 'credit-default 3', id: digest('a'), certificate: digest('b') },
  from: null,
  by: 'ada',
  at: '2026-11-23T07:00:00Z',
  ...parts,
})
