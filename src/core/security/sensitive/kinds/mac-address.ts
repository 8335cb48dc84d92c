import { defineKind } from '../define-kind.ts'

/** A hardware address of a network card (IEEE 802), in pairs or in Cisco’s threes. */
export const macAddress = defineKind({
  id: 'mac-address',
  title: 'a MAC address',
  category: 'device',
  personal: 'always',
  names: ['mac', 'mac address', 'macaddress', 'hardware address', 'bssid', 'wifi mac', 'bluetooth address'],
  values: {
    pattern: /^[\da-f]{2}(?:([:-])[\da-f]{2})(?:\1[\da-f]{2}){4}$|^[\da-f]{4}\.[\da-f]{4}\.[\da-f]{4}$/i,
    chance: { of: '**:**:**:**:**:**', rate: 0.01 },
  },
})
