/** The parts of a model's page, by the name that links lead to, and what they are called. */
export const SECTIONS = [
  ['life', 'Life'],
  ['claims', 'Claims'],
  ['drift', 'Drift'],
  ['certificates', 'Certificates'],
  ['refusals', 'Refusals'],
  ['data', 'Data'],
  ['evidence', 'Evidence'],
  ['controls', 'Controls'],
  ['story', 'What happened'],
] as const

export type Section = (typeof SECTIONS)[number][0]
