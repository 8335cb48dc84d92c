import { defineKind } from '../define-kind.ts'

/** An address of the internet protocol, version 4 or 6 (RFC 4291). */
export const ipAddress = defineKind({
  id: 'ip-address',
  title: 'an IP address',
  category: 'device',
  personal: 'always',
  names: [
    'ip',
    'ip address',
    'ipaddress',
    'ipv4',
    'ipv6',
    'client ip',
    'remote addr',
    'adresse ip',
    'direccion ip',
    'indirizzo ip',
    'endereco ip',
    'ip adresse',
    'ip adres',
  ],
  values: {
    pattern: /^[\da-f:.]{3,45}$/i,
    checksum: { passes: isIpAddress },
    chance: { of: '###.###.###.###', rate: 0.01 },
  },
})

function isIpAddress(value: string): boolean {
  if (!value.includes(':')) return isVersion4(value)
  const halves = value.split('::')
  if (halves.length > 2) return false
  const groups = halves.flatMap(half => (half === '' ? [] : half.split(':')))
  const tail = groups.at(-1) ?? ''
  const embedded = tail.includes('.')
  const hex = embedded ? groups.slice(0, -1) : groups
  const width = hex.length + (embedded ? 2 : 0)
  const complete = halves.length === 2 ? width < 8 : width === 8
  return complete && (!embedded || isVersion4(tail)) && hex.every(group => /^[\da-f]{1,4}$/i.test(group))
}

const isVersion4 = (value: string): boolean => /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(value)
