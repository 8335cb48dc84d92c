import { type Field, number, numbers, type Shape, text } from '../flatbuffers/shape.ts'

/** A number of one, four or eight bytes, a vector of such, or a text. */
const FIELDS: Readonly<Record<string, Field>> = {
  b: number(1),
  i: number(4),
  l: number(8),
  B: numbers(1),
  I: numbers(4),
  L: numbers(8),
  s: text,
}

/** The options of the built-in operators in the order of the union in schema.fbs of TensorFlow 2.21: a letter for each field. */
const OPTIONS = `Conv2D:biibiib DepthwiseConv2D:biiibii ConcatEmbeddings:iII LSHProjection:b Pool2D:biiiib SVDF:ibb RNN:bb
FullyConnected:bbbbb Softmax:i Concatenation:ib Add:bb L2Norm:b LocalResponseNormalization:iiii LSTM:biibb ResizeBilinear:iibb
Call:i Reshape:I SkipGram:iib SpaceToDepth:i EmbeddingLookupSparse:b Mul:b Pad: Gather:ii BatchToSpaceND: SpaceToBatchND:
Transpose: Reducer:b Sub:bb Div:b Squeeze:I SequenceRNN:bbb StridedSlice:iiiiib Exp: TopKV2: Split:i LogSoftmax: Cast:bb
Dequantize: MaximumMinimum: ArgMax:b Less: Neg: PadV2: Greater: GreaterEqual: LessEqual: Select: Slice: TransposeConv:biibb
SparseToDense:b Tile: ExpandDims: Equal: NotEqual: Shape:b Pow: ArgMin:b FakeQuant:iiib Pack:ii LogicalOr: OneHot:i LogicalAnd:
LogicalNot: Unpack:ii FloorDiv: Square: ZerosLike: Fill: BidirectionalSequenceLSTM:biibbb BidirectionalSequenceRNN:bbbb
UnidirectionalSequenceLSTM:biibbb FloorMod: Range: ResizeNearestNeighbor:bb LeakyRelu:i SquaredDifference: MirrorPad:b Abs:
SplitV:i Unique:b ReverseV2: AddN: GatherNd: Cos: Where: Rank: ReverseSequence:ii MatrixDiag: Quantize: MatrixSetDiag: HardSwish:
If:ii While:ii DepthToSpace:i NonMaxSuppressionV4: NonMaxSuppressionV5: ScatterNd: SelectV2: Densify: SegmentSum: BatchMatMul:bbb
Cumsum:bb CallOnce:i BroadcastTo: Rfft2d: Conv3D:biiibiii Hashtable:ibb HashtableFind: HashtableImport: HashtableSize:
VarHandle:ss ReadVariable: AssignVariable: Random:ll Bucketize:I Gelu:b DynamicUpdateSlice: UnsortedSegmentProd:
UnsortedSegmentMax: UnsortedSegmentMin: UnsortedSegmentSum: ATan2: Sign: Bitcast: BitwiseXor: RightShift:`

/** Those of the second union. */
const OPTIONS_2 = `StablehloConcatenate:l StablehloBroadcastInDim:L StablehloSlice:LLL StablehloConvolution:LLLLBllLllLllLllI
StablehloCustomCall:sbsiIB StablehloReduce:Li StablehloScatter:bLLLlbi StablehloCompare:ii StablehloDynamicSlice:L
StablehloPad:LLL StablehloIota:l StablehloDotGeneral:LLLLI StablehloReduceWindow:LLLLLi StablehloSort:lbi StablehloWhile:ii
StablehloGather:LLLlLb StablehloTranspose:L Dilate: StablehloRngBitGenerator:b ReduceWindow:i StableHLOComposite:siBbi`

const shapesOf = (options: string): Shape[] =>
  options.split(/\s/).map(option => {
    const [name = '', fields = ''] = option.split(':')
    return { name: `${name}Options`, fields: [...fields].flatMap(letter => FIELDS[letter] ?? []) }
  })

export const options: readonly Shape[] = shapesOf(OPTIONS)
export const options2: readonly Shape[] = shapesOf(OPTIONS_2)
