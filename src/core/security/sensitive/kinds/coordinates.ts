import { defineKind } from '../define-kind.ts'

/** Latitude or longitude in degrees, to four decimals (about ten metres) or more, or both with a comma. */
export const coordinates = defineKind({
  id: 'coordinates',
  title: 'a place in coordinates',
  category: 'location',
  personal: 'sometimes',
  names: [
    'lat',
    'latitude',
    'lon',
    'lng',
    'long',
    'longitude',
    'gps',
    'geo',
    'geolocation',
    'coordinates',
    'coords',
    'latitud',
    'longitud',
    'latitudine',
    'longitudine',
    'breitengrad',
    'langengrad',
    'breedtegraad',
    'lengtegraad',
    'szerokosc geograficzna',
    'dlugosc geograficzna',
    'coordenadas',
    'coordonnees',
    'coordinate',
  ],
  values: {
    pattern: /^-?\d{1,3}\.\d{4,}(?:[,; ]{1,2}-?\d{1,3}\.\d{4,})?$/,
    checksum: { passes: value => value.split(/[,; ]+/).every(part => Math.abs(Number(part)) <= 180) },
  },
})
