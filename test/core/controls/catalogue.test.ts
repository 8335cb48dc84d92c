import { describe, expect, it } from 'vitest'
import { CATALOGUE } from '../../../src/core/controls/catalogue/index.ts'
import { Control, frameworkOf } from '../../../src/core/controls/control.ts'
import { controlsOf } from '../../../src/core/controls/controls-of.ts'
import { CatalogueFile, extendCatalogue } from '../../../src/core/controls/extend-catalogue.ts'
import { FRAMEWORKS } from '../../../src/core/controls/frameworks.ts'

describe('the catalogue', () => {
  it('is as a catalogue of a user’s own has to be', () => {
    expect(CatalogueFile.parse({ controls: CATALOGUE }).controls).toEqual(CATALOGUE)
  })

  it('has each control once, of a framework with a name', () => {
    expect(new Set(CATALOGUE.map(({ id }) => id)).size).toBe(CATALOGUE.length)
    expect(new Set(CATALOGUE.map(frameworkOf))).toEqual(new Set(Object.keys(FRAMEWORKS)))
  })

  it('has the controls that the duties name', () => {
    const counts = Object.keys(FRAMEWORKS).map(each => CATALOGUE.filter(one => frameworkOf(one) === each).length)
    expect(counts.map((count, i) => count >= ([25, 17, 10, 18][i] ?? 99))).toEqual([true, true, true, true])
  })
})

it('knows which controls a check bears on', () => {
  const bearing = controlsOf()
  expect(bearing('security-scan', 'artefact.models/credit.joblib')).toContain('iso27001:A.8.8')
  expect(bearing('security-scan', 'secrets')).not.toContain('iso27001:A.8.8')
  expect(bearing('model-certify', 'auc.floor')).toContain('ai-act:Art.9(8)')
  expect(bearing('model-certify', 'fair.sex')).toContain('ai-act:Art.10(2)(f)')
  expect(bearing('data-validate', 'orders.amount.enum')).toContain('iso42001:A.7.4')
  expect(bearing('drift-compare', 'income.distribution')).toContain('ai-act:Art.72')
})

it('takes a control of a user’s own beside the others, or in the place of one', () => {
  const own = Control.parse({
    id: 'own:3.1',
    title: 'Amounts are right',
    duty: 'Mend them',
    support: [{ gate: 'data-validate', checks: ['enum'], shows: 'amounts were checked' }],
  })
  const extended = extendCatalogue([own, { ...own, id: 'iso27001:A.8.8' }])
  expect(extended).toHaveLength(CATALOGUE.length + 1)
  expect(extended.find(({ id }) => id === 'iso27001:A.8.8')?.title).toBe('Amounts are right')
  expect(controlsOf(extended)('data-validate', 'orders.amount.enum')).toContain('own:3.1')
})

it.each([
  ['a framework', { id: 'A.8.8' }],
  ['support', { support: [] }],
  ['a gate that there is', { support: [{ gate: 'scan', shows: 'x' }] }],
  ['known keys', { state: 'supported' }],
])('refuses a control without %s', (_, fault) => {
  const own = { id: 'own:1', title: 'x', duty: 'x', support: [{ entry: 'log', shows: 'x' }] }
  expect(Control.safeParse(own).success).toBe(true)
  expect(Control.safeParse({ ...own, ...fault }).success).toBe(false)
})
