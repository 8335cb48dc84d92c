import { describe, expect, it } from 'vitest'
import { gtoTag, newestAssignment, readGtoTag } from '../../../../src/core/record/promotion/gto-tag.ts'

describe('a tag of GTO’s', () => {
  it.each([
    ['credit@v1.2.3', { artifact: 'credit', version: 'v1.2.3', cancel: false }],
    ['credit@v1.2.3-rc.1+build.5', { artifact: 'credit', version: 'v1.2.3-rc.1+build.5', cancel: false }],
    ['credit@v1.2.3!', { artifact: 'credit', version: 'v1.2.3', cancel: true }],
    ['credit@v1.2.3#2', { artifact: 'credit', version: 'v1.2.3', cancel: false, counter: 2 }],
    ['credit#prod', { artifact: 'credit', stage: 'prod', cancel: false }],
    ['credit#prod#3', { artifact: 'credit', stage: 'prod', cancel: false, counter: 3 }],
    ['credit#prod!#4', { artifact: 'credit', stage: 'prod', cancel: true, counter: 4 }],
    [
      'risk/models=credit-default#eu/prod#12',
      { artifact: 'risk/models:credit-default', stage: 'eu/prod', cancel: false, counter: 12 },
    ],
  ])('%s is read and written', (name, tag) => {
    expect(readGtoTag(name)).toEqual(tag)
    expect(gtoTag(tag)).toBe(name)
  })

  it.each([
    'credit',
    'credit@1.2.3',
    'credit@v1.2',
    'credit@v01.2.3',
    'Credit#prod',
    'credit#Prod',
    'credit#prod#0',
    'credit#prod#03',
    'credit#prod#',
    'credit#prod#x',
    'credit##prod',
    'credit#prod!!',
    '#prod#1',
    'credit#-prod',
    'credit#prod-',
    'credit#prod#1\n',
    'credit #prod',
    'a:b#prod',
    `${'a'.repeat(200)}#prod`,
    'credit#prod#9999999999',
  ])('%j is none', name => expect(readGtoTag(name)).toBeUndefined())

  it('of a name that GTO does not have is not written', () => {
    expect(gtoTag({ artifact: 'Credit', stage: 'prod', cancel: false })).toBeUndefined()
    expect(gtoTag({ artifact: 'credit', stage: 'prod', cancel: false, counter: 0 })).toBeUndefined()
    expect(gtoTag({ artifact: 'credit', stage: 'prod', cancel: false, counter: 1.5 })).toBeUndefined()
  })
})

describe('the newest assignment of a stage', () => {
  it('is the one with the highest number, not the last by name', () => {
    const names = [
      'credit#prod#9',
      'credit#prod#10',
      'credit#prod!#2',
      'credit#prod-eu#99',
      'credit#staging#50',
      'other#prod#77',
      'credit#prod',
    ]
    expect(newestAssignment(names, 'credit', 'prod')?.name).toBe('credit#prod#10')
    expect(newestAssignment(names, 'credit', 'none')).toBeUndefined()
  })

  it('of two with one number, which only a race leaves, is the one that takes it away', () => {
    expect(newestAssignment(['credit#prod#4', 'credit#prod!#4'], 'credit', 'prod')?.name).toBe('credit#prod!#4')
  })
})
