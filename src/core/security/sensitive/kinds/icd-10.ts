import { defineKind } from '../define-kind.ts'

/** A diagnosis by its ICD-10 code; article numbers look alike, so the name must say so. */
export const icd10 = defineKind({
  id: 'icd-10',
  title: 'a diagnosis (ICD-10)',
  category: 'special',
  personal: 'always',
  names: [
    'icd',
    'icd10',
    'icd 10',
    'icd code',
    'diagnosis code',
    'diagnosis',
    'diagnose',
    'diagnosecode',
    'diagnosi',
    'diagnostico',
    'diagnostic',
    'cie10',
    'cim10',
    'dx',
    'dx code',
    'rozpoznanie',
  ],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
  values: {
    pattern: /^[A-TV-Z]\d[\dAB](?:\.?[\dA-Z]{1,4})?$/i,
  },
})
