import { UserError } from '../../user-error.ts'
import type { Series } from './settings.ts'

/** Where in a row the columns of a series stand. */
export interface LogColumns {
  readonly time: number
  readonly count?: number
  readonly events?: number
  readonly value?: number
}

/** Finds the columns that a series names in a log's header; one that is not there is an error. */
export function logColumns(settings: Series, header: readonly string[], file: string): LogColumns {
  const found = (key: 'time' | 'count' | 'events' | 'value', name: string): number => {
    const index = header.indexOf(name)
    if (index >= 0) return index
    throw new UserError('series.column', `Expected a column '${name}' in ${file} but found ${listed(header)}`, {
      file,
      hint: `Name the right column as '${key}' of the series '${settings.name}'`,
    })
  }
  return {
    time: found('time', settings.time),
    ...(settings.count === undefined ? {} : { count: found('count', settings.count) }),
    ...(settings.events === undefined ? {} : { events: found('events', settings.events) }),
    ...(settings.value === undefined ? {} : { value: found('value', settings.value) }),
  }
}

const SHOWN = 12
const listed = (names: readonly string[]) =>
  `${names.slice(0, SHOWN).join(', ')}${names.length > SHOWN ? ` and ${names.length - SHOWN} more` : ''}`
