import { defineKind } from '../define-kind.ts'

/** Genetic data (Art. 9 GDPR), by the column’s name. */
export const geneticData = defineKind({
  id: 'genetic-data',
  title: 'genetic data',
  category: 'special',
  personal: 'always',
  names: [
    'genetic',
    'genetics',
    'genome',
    'genomic',
    'genotype',
    'dna',
    'snp',
    'allele',
    'brca',
    'genetisch',
    'genetik',
    'genetique',
    'genetica',
    'genetico',
    'genetyka',
    'dane genetyczne',
  ],
  unless: ['algorithm'],
  despite: ['flag', 'code', 'is', 'has', 'status', 'type'],
})
