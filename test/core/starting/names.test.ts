import { describe, expect, it } from 'vitest'
import { fileWords, nameWords, rankByName } from '../../../src/core/starting/name-words.ts'
import { isPersonal } from '../../../src/core/starting/personal-data.ts'

describe('the words of a name', () => {
  it.each([
    ['p_bad', ['p', 'bad']],
    ['pBad', ['p', 'bad']],
    ['P-Bad', ['p', 'bad']],
    ['CUSTOMERId', ['customer', 'id']],
    ['champion2', ['champion', '2']],
    ['Prénom', ['prenom']],
    ['Straße', ['strasse']],
    ['#!', []],
  ])('%s', (name, words) => expect(nameWords(name)).toEqual(words))

  it('of a file leave out folders and the extension', () => {
    expect(fileWords('data.v1/predictions-champion.csv')).toEqual(['predictions', 'champion'])
    expect(fileWords('.csv')).toEqual(['csv'])
  })

  it("rank a file by its own name before its folder's", () => {
    const words = ['train', 'test']
    const ranked = ['x.csv', 'train/x.csv', 'test.csv', 'train.csv'].toSorted(
      (a, b) => rankByName(a, words) - rankByName(b, words),
    )
    expect(ranked).toEqual(['train.csv', 'test.csv', 'train/x.csv', 'x.csv'])
    expect(rankByName('constrain.csv', words)).toBe(Number.POSITIVE_INFINITY)
  })
})

describe('personal data', () => {
  it.each([
    'name',
    'Customer Name',
    'e-mail',
    'emailAddress',
    'PHONE_NUMBER',
    'iban',
    'DATEOFBIRTH',
    'birth_date',
    'age',
    'gender',
    'annual_income',
    'salary',
    'Geburtsdatum',
    'Straße',
    'kundenadresse',
    'prénom',
    'fecha_nacimiento',
    'teléfono',
    'indirizzo',
    'geslacht',
    'marital',
  ])('%s', name => expect(isPersonal(name)).toBe(true))

  it.each([
    'amount',
    'price',
    'page',
    'stage',
    'usage',
    'average',
    'filename',
    'assets',
    'status',
    'time',
    'p_bad',
    'seniority',
  ])('not %s', name => expect(isPersonal(name)).toBe(false))
})
