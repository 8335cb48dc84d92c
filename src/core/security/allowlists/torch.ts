import { STORAGE_ITEM_BYTES, TYPE_ITEM_BYTES } from '../torch/item-bytes.ts'
import { defineAllowList, type Shape } from './allow-list.ts'
import { versionsOf } from './versions-of.ts'

const TENSOR = '@torch:Tensor|@torch.nn.parameter:Parameter'
const STORAGE = '@torch:storage'
const HOOKS = '@collections:OrderedDict'
const TYPE = Object.keys(TYPE_ITEM_BYTES)
  .map(key => `&${key}`)
  .join('|')
const PLACE: readonly Shape[] = [STORAGE, 'int', 'ints', 'ints']
const SCHEMES =
  'per_tensor_affine per_tensor_symmetric per_channel_affine per_channel_symmetric per_channel_affine_float_qparams'

/** Names of the module `torch` among the keys, only ever referred to. */
const values = (keys: Readonly<Record<string, number>>) =>
  Object.keys(keys).flatMap(key => (key.startsWith('torch:') ? `${key.slice(6)}[V]` : []))

/**
 * Tensors, as PyTorch's own `weights_only` loader has them (torch/_weights_only_unpickler.py), and the layers of torch.nn. Never
 * `torch.storage._load_from_bytes`, which unpickles what it is given, `torch.jit` or `torch._tensor._rebuild_from_type_v2`.
 */
export const torch = defineAllowList({
  library: 'torch',
  versions: versionsOf('torch'),
  made: 'by hand',
  names: {
    torch: [
      'Tensor[V] Size[R] device[R]',
      ...values(STORAGE_ITEM_BYTES),
      ...values(TYPE_ITEM_BYTES),
      ...SCHEMES.split(' ').map(name => `${name}[V]`),
    ].join(' '),
    'torch.storage': 'UntypedStorage[V]',
    'torch.serialization': '_get_layout[R]',
    'torch._utils':
      '_rebuild_tensor[R] _rebuild_tensor_v2[R] _rebuild_tensor_v3[R] _rebuild_parameter[R] _rebuild_parameter_with_state[R] _rebuild_qtensor[R] _rebuild_sparse_tensor[R] _rebuild_meta_tensor_no_storage[R]',
    'torch.nn.parameter': 'Parameter[V]',
    'torch._C._nn': 'gelu[V]',
    'torch.nn.functional': 'relu[V] gelu[V] silu[V]',
    'torch.nn.modules.activation':
      'CELU ELU GELU GLU Hardshrink Hardsigmoid Hardswish Hardtanh LeakyReLU LogSigmoid LogSoftmax Mish MultiheadAttention PReLU RReLU ReLU ReLU6 SELU SiLU Sigmoid Softmax Softmax2d Softmin Softplus Softshrink Softsign Tanh Tanhshrink Threshold',
    'torch.nn.modules.adaptive': 'AdaptiveLogSoftmaxWithLoss',
    'torch.nn.modules.batchnorm': 'BatchNorm1d BatchNorm2d BatchNorm3d SyncBatchNorm',
    'torch.nn.modules.channelshuffle': 'ChannelShuffle',
    'torch.nn.modules.container': 'Container ModuleDict ModuleList ParameterDict ParameterList Sequential',
    'torch.nn.modules.conv': 'Conv1d Conv2d Conv3d ConvTranspose1d ConvTranspose2d ConvTranspose3d',
    'torch.nn.modules.distance': 'CosineSimilarity PairwiseDistance',
    'torch.nn.modules.dropout': 'AlphaDropout Dropout Dropout1d Dropout2d Dropout3d FeatureAlphaDropout',
    'torch.nn.modules.flatten': 'Flatten Unflatten',
    'torch.nn.modules.fold': 'Fold Unfold',
    'torch.nn.modules.instancenorm': 'InstanceNorm1d InstanceNorm2d InstanceNorm3d',
    'torch.nn.modules.linear': 'Bilinear Identity Linear NonDynamicallyQuantizableLinear',
    'torch.nn.modules.loss':
      'BCELoss BCEWithLogitsLoss CTCLoss CosineEmbeddingLoss CrossEntropyLoss GaussianNLLLoss HingeEmbeddingLoss HuberLoss KLDivLoss L1Loss LinearCrossEntropyLoss MSELoss MarginRankingLoss MultiLabelMarginLoss MultiLabelSoftMarginLoss MultiMarginLoss NLLLoss NLLLoss2d PoissonNLLLoss SmoothL1Loss SoftMarginLoss TripletMarginLoss TripletMarginWithDistanceLoss',
    'torch.nn.modules.module': 'Module',
    'torch.nn.modules.normalization': 'CrossMapLRN2d GroupNorm LayerNorm LocalResponseNorm RMSNorm',
    'torch.nn.modules.padding':
      'CircularPad1d CircularPad2d CircularPad3d ConstantPad1d ConstantPad2d ConstantPad3d ReflectionPad1d ReflectionPad2d ReflectionPad3d ReplicationPad1d ReplicationPad2d ReplicationPad3d ZeroPad1d ZeroPad2d ZeroPad3d',
    'torch.nn.modules.pixelshuffle': 'PixelShuffle PixelUnshuffle',
    'torch.nn.modules.pooling':
      'AdaptiveAvgPool1d AdaptiveAvgPool2d AdaptiveAvgPool3d AdaptiveMaxPool1d AdaptiveMaxPool2d AdaptiveMaxPool3d AvgPool1d AvgPool2d AvgPool3d FractionalMaxPool2d FractionalMaxPool3d LPPool1d LPPool2d LPPool3d MaxPool1d MaxPool2d MaxPool3d MaxUnpool1d MaxUnpool2d MaxUnpool3d',
    'torch.nn.modules.rnn': 'GRU GRUCell LSTM LSTMCell RNN RNNBase RNNCell RNNCellBase',
    'torch.nn.modules.sparse': 'Embedding EmbeddingBag',
    'torch.nn.modules.transformer':
      'Transformer TransformerDecoder TransformerDecoderLayer TransformerEncoder TransformerEncoderLayer',
    'torch.nn.modules.upsampling': 'Upsample UpsamplingBilinear2d UpsamplingNearest2d',
  },
  calls: {
    'torch:Size': { args: [['ints']] },
    'torch:device': { args: [['str'], ['str', 'int']] },
    'torch.serialization:_get_layout': { args: [['str']] },
    'torch._utils:_rebuild_tensor': { args: [PLACE], makes: 'torch:Tensor' },
    'torch._utils:_rebuild_tensor_v2': {
      args: [
        [...PLACE, 'bool', HOOKS],
        [...PLACE, 'bool', HOOKS, 'none|dict'],
      ],
      makes: 'torch:Tensor',
    },
    'torch._utils:_rebuild_tensor_v3': {
      args: [
        [...PLACE, 'bool', HOOKS, TYPE],
        [...PLACE, 'bool', HOOKS, TYPE, 'none|dict'],
      ],
      makes: 'torch:Tensor',
    },
    'torch._utils:_rebuild_qtensor': { args: [[...PLACE, 'tuple', 'bool', HOOKS]], makes: 'torch:Tensor' },
    'torch._utils:_rebuild_sparse_tensor': {
      args: [['@torch.serialization:_get_layout', 'tuple']],
      makes: 'torch:Tensor',
    },
    'torch._utils:_rebuild_meta_tensor_no_storage': {
      args: [[TYPE, 'ints|@torch:Size', 'ints', 'bool']],
      makes: 'torch:Tensor',
    },
    'torch._utils:_rebuild_parameter': { args: [[TENSOR, 'bool', HOOKS]], makes: 'torch.nn.parameter:Parameter' },
    'torch._utils:_rebuild_parameter_with_state': {
      args: [[TENSOR, 'bool', HOOKS, 'dict']],
      makes: 'torch.nn.parameter:Parameter',
    },
  },
})
