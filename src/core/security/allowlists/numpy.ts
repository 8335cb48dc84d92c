import { defineAllowList, type Shape } from './allow-list.ts'
import { versionsOf } from './versions-of.ts'

const ARRAY_CLASSES = '&numpy:ndarray|&numpy:matrix|&numpy:recarray|&numpy.rec:recarray'
const ARRAY_STATE: readonly Shape[] = ['int', 'ints', 'dtype', 'bool', 'bytes|list']
const MASKED_STATE: readonly Shape[] = ['int', 'ints', 'dtype', 'bool', 'bytes|list', 'bytes', 'any']
const SCALARS =
  'bool bool_ int8 int16 int32 int64 uint8 uint16 uint32 uint64 float16 float32 float64 longdouble complex64 complex128 ' +
  'str_ bytes_ object_ datetime64 timedelta64 number integer signedinteger unsignedinteger floating inexact character'
const UFUNCS =
  'absolute add arccos arccosh arcsin arcsinh arctan arctanh cbrt ceil cos cosh deg2rad degrees divide exp exp2 expm1 fabs ' +
  'floor isfinite isnan log log10 log1p log2 logical_not maximum minimum multiply negative positive power rad2deg radians ' +
  'reciprocal rint sign sin sinh sqrt square subtract tan tanh trunc'
const FUNCTIONS =
  'array asarray clip max mean median min nan_to_num nanmax nanmean nanmedian nanmin nanstd nanvar ravel round std sum transpose var'
const values = (names: string) => names.split(' ').map(name => `${name}[V]`)
const BIT_GENERATORS = ['_mt19937:MT19937', '_pcg64:PCG64', '_pcg64:PCG64DXSM', '_philox:Philox', '_sfc64:SFC64']
const GENERATOR_REFERENCES = BIT_GENERATORS.map(name => `&numpy.random.${name}`).join('|')
const GENERATOR_INSTANCES = BIT_GENERATORS.map(name => `@numpy.random.${name}`).join('|')
/** By the names that numpy before 1.24 wrote in place of the classes. */
const GENERATORS_BY_NAME = Object.fromEntries(
  BIT_GENERATORS.map(name => [name.replace(/.*:/, ''), `numpy.random.${name}`] as const),
)
const GENERATOR_NAMES = Object.keys(GENERATORS_BY_NAME)
  .map(name => `=${name}`)
  .join('|')
const POLYNOMIALS = {
  chebyshev: 'Chebyshev',
  hermite: 'Hermite',
  hermite_e: 'HermiteE',
  laguerre: 'Laguerre',
  legendre: 'Legendre',
  polynomial: 'Polynomial',
}
const GENERATOR_CTOR = '&numpy.random._pickle:__bit_generator_ctor'
const GENERATOR_CALLS: readonly (readonly Shape[])[] = [
  [GENERATOR_INSTANCES],
  [GENERATOR_NAMES],
  [GENERATOR_NAMES, GENERATOR_CTOR],
  [GENERATOR_INSTANCES, GENERATOR_CTOR],
]
const DTYPE_STATE: readonly Shape[] = ['int', 'str', 'none|tuple', 'none|tuple', 'none|dict', 'int', 'int', 'int']

/** Arrays, types, scalars, random state and pure functions of arrays. `numpy.core` stands for `numpy._core`; nothing that opens files. */
export const numpy = defineAllowList({
  library: 'numpy',
  versions: versionsOf('numpy'),
  made: 'by hand',
  names: {
    numpy: [
      'dtype[RB] poly1d ndarray[B] matrix[B] recarray[B] record[V] generic[V]',
      ...values(SCALARS),
      ...values(UFUNCS),
      ...values(FUNCTIONS),
    ].join(' '),
    'numpy.rec': 'recarray[B]',
    'numpy.ma': 'MaskedArray[B]',
    'numpy.ma.core': 'MaskedArray[B] MaskedConstant[R] _mareconstruct[R]',
    ...Object.fromEntries(
      Object.entries(POLYNOMIALS).map(([module, name]) => [`numpy.polynomial.${module}`, name] as const),
    ),
    'numpy._core.multiarray': '_reconstruct[R] scalar[R]',
    'numpy._core.numeric': '_frombuffer[R]',
    // Where numpy 1 says its ufuncs are.
    'numpy._core._multiarray_umath': values(UFUNCS).join(' '),
    'numpy.random._pickle': '__bit_generator_ctor[R] __generator_ctor[R] __randomstate_ctor[R]',
    'numpy.random._mt19937': 'MT19937[B]',
    'numpy.random._pcg64': 'PCG64[B] PCG64DXSM[B]',
    'numpy.random._philox': 'Philox[B]',
    'numpy.random._sfc64': 'SFC64[B]',
    'numpy.random._generator': 'Generator[B]',
    'numpy.random.mtrand': 'RandomState[B]',
    'numpy.random.bit_generator': 'SeedSequence[B] __pyx_unpickle_SeedSequence[R]',
  },
  calls: {
    'numpy:dtype': { args: [['str|&numpy:record', 'bool', 'bool']] },
    'numpy._core.multiarray:_reconstruct': { args: [[ARRAY_CLASSES, 'ints', 'bytes']], makes: 0 },
    'numpy._core.multiarray:scalar': { args: [['dtype', 'bytes']], makes: 'numpy:generic' },
    'numpy._core.numeric:_frombuffer': {
      args: [
        ['bytearray|bytes', 'dtype', 'ints', '=C|=F'],
        ['bytearray|bytes', 'dtype', 'ints', '=C|=F', 'ints'],
      ],
      makes: 'numpy:ndarray',
    },
    'numpy.ma.core:MaskedConstant': { args: [[]] },
    'numpy.ma.core:_mareconstruct': {
      args: [['&numpy.ma:MaskedArray|&numpy.ma.core:MaskedArray', '&numpy:ndarray', 'ints', 'str|bytes']],
      makes: 0,
    },
    'numpy.random._pickle:__bit_generator_ctor': {
      args: [[GENERATOR_NAMES], [GENERATOR_REFERENCES]],
      makes: GENERATORS_BY_NAME,
    },
    // The second argument is called with the first: only ever numpy's own.
    'numpy.random._pickle:__generator_ctor': {
      args: GENERATOR_CALLS,
      makes: 'numpy.random._generator:Generator',
    },
    'numpy.random._pickle:__randomstate_ctor': {
      args: GENERATOR_CALLS,
      makes: 'numpy.random.mtrand:RandomState',
    },
    'numpy.random.bit_generator:__pyx_unpickle_SeedSequence': {
      args: [['&numpy.random.bit_generator:SeedSequence', 'int', 'none|tuple']],
      makes: 0,
    },
  },
  states: {
    'numpy:dtype': [DTYPE_STATE, [...DTYPE_STATE, 'any']],
    'numpy:ndarray': [ARRAY_STATE],
    'numpy:matrix': [ARRAY_STATE],
    'numpy:recarray': [ARRAY_STATE],
    'numpy.rec:recarray': [ARRAY_STATE],
    'numpy.ma:MaskedArray': [MASKED_STATE],
    'numpy.ma.core:MaskedArray': [MASKED_STATE],
    'numpy.random.bit_generator:SeedSequence': [['any', 'any', 'any', 'any', 'any']],
    ...Object.fromEntries(
      BIT_GENERATORS.map(name => [`numpy.random.${name}`, ['dict', ['dict', 'none|instance']]] as const),
    ),
  },
})
