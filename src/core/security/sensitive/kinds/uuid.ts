import { defineKind } from '../define-kind.ts'

/** A universally unique identifier (RFC 9562): a person’s, a device’s, or only a row’s. */
export const uuid = defineKind({
  id: 'uuid',
  title: 'a UUID',
  category: 'device',
  personal: 'sometimes',
  names: [
    'uuid',
    'guid',
    'idfa',
    'gaid',
    'advertising id',
    'device id',
    'user id',
    'visitor id',
    'cookie id',
    'session id',
    'client id',
    'installation id',
  ],
  values: {
    pattern: /^\{?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\}?$/i,
    chance: { of: '********-****-****-****-************', rate: 1e-6 },
  },
})
