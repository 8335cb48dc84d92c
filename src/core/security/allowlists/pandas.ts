import { type Call, defineAllowList, type Shape } from './allow-list.ts'
import { versionsOf } from './versions-of.ts'

/** Extension arrays that are rebuilt by __pyx_unpickle_NDArrayBacked, under their names since pandas 3 and before. */
const BACKED = [
  'pandas:Categorical',
  'pandas.arrays:NumpyExtensionArray',
  'pandas.core.arrays.numpy_:NumpyExtensionArray',
  'pandas.core.arrays.numpy_:PandasArray',
  'pandas.arrays:DatetimeArray',
  'pandas.arrays:PeriodArray',
  'pandas.arrays:StringArray',
  'pandas.arrays:TimedeltaArray',
  'pandas.core.arrays.categorical:Categorical',
  'pandas.core.arrays.datetimes:DatetimeArray',
  'pandas.core.arrays.period:PeriodArray',
  'pandas.core.arrays.string_:StringArray',
  'pandas.core.arrays.timedeltas:TimedeltaArray',
]
const INTERVALS = ['pandas.arrays:IntervalArray', 'pandas.core.arrays.interval:IntervalArray']
const BACKED_STATES: readonly (readonly Shape[])[] = [
  ['dtype|instance', 'array'],
  ['dtype|instance', 'array', 'dict'],
]
const NUMBERS = 'Int8Dtype Int16Dtype Int32Dtype Int64Dtype UInt8Dtype UInt16Dtype UInt32Dtype UInt64Dtype'
const OFFSETS = 'Day Hour Minute Second Milli Micro Nano MonthBegin MonthEnd'.split(' ')
/** Those of a certain month, or weekday, or none. */
const ANCHORED_OFFSETS = 'YearBegin YearEnd QuarterBegin QuarterEnd Week'.split(' ')
const OFFSET_INSTANCES = [...OFFSETS, ...ANCHORED_OFFSETS, 'BusinessDay']
  .map(name => `@pandas._libs.tslibs.offsets:${name}`)
  .join('|')
const INDEXES = [
  ...[
    'Index',
    'CategoricalIndex',
    'DatetimeIndex',
    'IntervalIndex',
    'MultiIndex',
    'PeriodIndex',
    'RangeIndex',
    'TimedeltaIndex',
  ].map(name => `pandas:${name}`),
  'pandas.core.indexes.base:Index',
  'pandas.core.indexes.category:CategoricalIndex',
  'pandas.core.indexes.datetimes:DatetimeIndex',
  'pandas.core.indexes.interval:IntervalIndex',
  'pandas.core.indexes.multi:MultiIndex',
  'pandas.core.indexes.numeric:Float64Index',
  'pandas.core.indexes.numeric:Int64Index',
  'pandas.core.indexes.numeric:UInt64Index',
  'pandas.core.indexes.period:PeriodIndex',
  'pandas.core.indexes.range:RangeIndex',
  'pandas.core.indexes.timedeltas:TimedeltaIndex',
]
const anyOf = (classes: readonly string[]) => classes.map(name => `&${name}`).join('|')
const OFFSET: Call = { args: [['int', 'bool']] }
const ANCHORED_OFFSET: Call = {
  args: [
    ['int', 'bool'],
    ['int', 'bool', 'int|none'],
  ],
}
const PERIOD: Call = { args: [['none', OFFSET_INSTANCES, 'int']] }
const PERIOD_DTYPE: Call = { args: [['str'], [OFFSET_INSTANCES]] }
const BOUND =
  'number|@pandas._libs.tslibs.timestamps:_unpickle_timestamp|@pandas._libs.tslibs.timedeltas:_timedelta_unpickle'
const INTERVAL: Call = { args: [[BOUND, BOUND, 'str']] }
const NEW_INDEX = { args: [[anyOf(INDEXES), 'dict']], makes: 0 }

/** Frames, series, indexes and their arrays. No readers, no `eval`, no user-defined types; no frames of before 1.4, which need functools.partial. */
export const pandas = defineAllowList({
  library: 'pandas',
  versions: versionsOf('pandas', '1.4'),
  made: 'by hand',
  names: {
    pandas: [
      'DataFrame Series CategoricalIndex[V] Index[V] Interval[R] Period[R] Categorical[B] CategoricalDtype DatetimeTZDtype IntervalDtype PeriodDtype[R] StringDtype[R] NA[V]',
      'BooleanDtype Float32Dtype Float64Dtype DatetimeIndex[V] IntervalIndex[V] MultiIndex[V] PeriodIndex[V] RangeIndex[V] TimedeltaIndex[V]',
      NUMBERS,
    ].join(' '),
    'pandas.arrays':
      'BooleanArray DatetimeArray[B] FloatingArray IntegerArray IntervalArray[B] PeriodArray[B] StringArray[B] TimedeltaArray[B] NumpyExtensionArray[B]',
    'pandas._libs.arrays': '__pyx_unpickle_NDArrayBacked[R]',
    'pandas._libs.internals': '_unpickle_block[R]',
    'pandas._libs.interval': 'Interval[R] __pyx_unpickle_IntervalMixin[R]',
    'pandas._libs.missing': 'NA[V]',
    'pandas._libs.tslibs.nattype': '_nat_unpickle[R] __nat_unpickle[R]',
    'pandas._libs.tslibs.offsets': ['BusinessDay', ...OFFSETS, ...ANCHORED_OFFSETS].map(name => `${name}[R]`).join(' '),
    'pandas._libs.tslibs.timedeltas': '_timedelta_unpickle[R]',
    'pandas._libs.tslibs.timestamps': '_unpickle_timestamp[R]',
    'pandas._libs.tslibs.period': 'Period[R]',
    'pandas.core.arrays.boolean': 'BooleanArray BooleanDtype',
    'pandas.core.arrays.categorical': 'Categorical[B]',
    'pandas.core.arrays.datetimes': 'DatetimeArray[B]',
    'pandas.core.arrays.floating': 'Float32Dtype Float64Dtype FloatingArray',
    'pandas.core.arrays.integer': `IntegerArray ${NUMBERS}`,
    'pandas.core.arrays.interval': 'IntervalArray[B]',
    'pandas.core.arrays.numpy_': 'NumpyExtensionArray[B] PandasArray[B]',
    'pandas.core.arrays.period': 'PeriodArray[B]',
    'pandas.core.arrays.string_': 'StringArray[B] StringDtype',
    'pandas.core.arrays.timedeltas': 'TimedeltaArray[B]',
    'pandas.core.dtypes.dtypes':
      'CategoricalDtype DatetimeTZDtype IntervalDtype NumpyEADtype PandasDtype PeriodDtype[R]',
    'pandas.core.frame': 'DataFrame',
    'pandas.core.indexes.base': 'Index[V] _new_Index[R]',
    'pandas.core.indexes.category': 'CategoricalIndex[V]',
    'pandas.core.indexes.datetimes': 'DatetimeIndex[V] _new_DatetimeIndex[R]',
    'pandas.core.indexes.interval': 'IntervalIndex[V] _new_IntervalIndex[R]',
    'pandas.core.indexes.multi': 'MultiIndex[V]',
    'pandas.core.indexes.numeric': 'Float64Index[V] Int64Index[V] UInt64Index[V]',
    'pandas.core.indexes.period': 'PeriodIndex[V]',
    'pandas.core.indexes.range': 'RangeIndex[V]',
    'pandas.core.indexes.timedeltas': 'TimedeltaIndex[V] _new_TimedeltaIndex[R]',
    'pandas.core.internals.managers': 'BlockManager[R] SingleBlockManager',
    'pandas.core.series': 'Series',
    pytz: '_UTC[R]',
  },
  calls: {
    'pandas:Interval': INTERVAL,
    'pandas:Period': PERIOD,
    'pandas:PeriodDtype': PERIOD_DTYPE,
    'pandas:StringDtype': { args: [['str', 'float|&pandas:NA|&pandas._libs.missing:NA']] },
    'pandas._libs.arrays:__pyx_unpickle_NDArrayBacked': { args: [[anyOf(BACKED), 'int', 'none']], makes: 0 },
    'pandas._libs.internals:_unpickle_block': { args: [['instance', 'slice|array', 'int']] },
    'pandas._libs.interval:Interval': INTERVAL,
    'pandas._libs.interval:__pyx_unpickle_IntervalMixin': { args: [[anyOf(INTERVALS), 'int', 'none']], makes: 0 },
    'pandas._libs.tslibs.nattype:_nat_unpickle': { args: [['none']] },
    'pandas._libs.tslibs.nattype:__nat_unpickle': { args: [['none']] },
    'pandas._libs.tslibs.offsets:BusinessDay': { args: [['int', 'bool', '@datetime:timedelta']] },
    ...Object.fromEntries(OFFSETS.map(name => [`pandas._libs.tslibs.offsets:${name}`, OFFSET] as const)),
    ...Object.fromEntries(
      ANCHORED_OFFSETS.map(name => [`pandas._libs.tslibs.offsets:${name}`, ANCHORED_OFFSET] as const),
    ),
    'pandas._libs.tslibs.period:Period': PERIOD,
    'pandas._libs.tslibs.timedeltas:_timedelta_unpickle': { args: [['int', 'int']] },
    'pandas._libs.tslibs.timestamps:_unpickle_timestamp': { args: [['int', 'none', 'none|instance', 'int']] },
    'pandas.core.dtypes.dtypes:PeriodDtype': PERIOD_DTYPE,
    'pandas.core.indexes.base:_new_Index': NEW_INDEX,
    'pandas.core.indexes.datetimes:_new_DatetimeIndex': NEW_INDEX,
    'pandas.core.indexes.interval:_new_IntervalIndex': NEW_INDEX,
    'pandas.core.indexes.timedeltas:_new_TimedeltaIndex': NEW_INDEX,
    'pandas.core.internals.managers:BlockManager': { args: [['tuple', 'list']] },
    'pytz:_UTC': { args: [[]] },
  },
  states: {
    ...Object.fromEntries(BACKED.map(name => [name, BACKED_STATES] as const)),
    ...Object.fromEntries(INTERVALS.map(name => [name, ['dict', ['dict']]] as const)),
    'pandas.core.internals.managers:SingleBlockManager': ['dict', ['list', 'list', 'list', 'dict']],
  },
})
