import { relative } from 'node:path'

/**
 * Where to look for a function or class: a title for the source files that hold it, in the order of the menu. An entry is a file
 * without its ending, or a folder.
 */
const byPackage = {
  tensor: {
    Tensor: ['tensor', 'core/dtype', 'core/dtype-functions', 'core/errors', 'memory/storage'],
    Creating: ['ops/creation', 'ops/sequences', 'ops/transferable'],
    'Random numbers': ['ops/random', 'random'],
    Arithmetic: [
      'ops/arithmetic',
      'ops/addcmul',
      'ops/lerp',
      'ops/clamp',
      'ops/rounding',
      'ops/signs',
      'ops/nan-to-num',
    ],
    'Exponentials and logarithms': ['ops/exponentials', 'ops/special', 'ops/softmax', 'ops/logsumexp'],
    Trigonometry: ['ops/trigonometry'],
    Comparison: ['ops/comparison', 'ops/equal', 'ops/isclose', 'ops/all-any', 'ops/where'],
    Reductions: [
      'ops/sum',
      'ops/prod',
      'ops/variance',
      'ops/extremes',
      'ops/arg-extremes',
      'ops/median',
      'ops/kthvalue',
      'ops/nan-reductions',
      'ops/norm',
      'ops/count-nonzero',
      'ops/trapezoid',
    ],
    'Running results': ['ops/scan', 'ops/cumulative-extremes', 'ops/logcumsumexp', 'ops/diff'],
    Sorting: ['ops/sort', 'ops/topk', 'ops/unique', 'ops/searchsorted', 'ops/bincount'],
    'Shapes and views': [
      'ops/view',
      'ops/broadcast',
      'ops/part',
      'ops/splitting',
      'ops/atleast',
      'ops/flip',
      'ops/rot90',
      'ops/roll',
      'ops/unfold',
      'ops/diagonal',
    ],
    'Joining and repeating': [
      'ops/joining',
      'ops/stacking',
      'ops/repeat',
      'ops/repeat-interleave',
      'ops/meshgrid',
      'ops/block-diag',
    ],
    Indexing: [
      'ops/indexing',
      'ops/index-along',
      'ops/gather',
      'ops/scatter',
      'ops/scatter-reduce',
      'ops/masked',
      'ops/nonzero',
      'ops/take',
      'ops/triangular',
    ],
    'Matrices and vectors': [
      'ops/matmul',
      'ops/matrix-products',
      'ops/add-products',
      'ops/outer',
      'ops/kron',
      'ops/tensordot',
      'ops/einsum',
      'ops/cross',
      'ops/distance',
      'linalg',
    ],
    Printing: ['print'],
    'Backends and memory': ['memory', 'kernels'],
    Arguments: ['core/signature', 'core/kinds', 'core/show'],
    'Writing ops': ['core/op', 'core/graph', 'core/copies', 'core/mode', 'core/shape', 'core/promotion', 'math'],
    'Parts of layers and optimizers': [
      'ops/activation',
      'ops/adam-step',
      'ops/sgd-step',
      'ops/convolution',
      'ops/pooling',
      'ops/nll-loss',
      'ops/gather-bytes',
    ],
  },
  autograd: {
    Gradients: ['backward', 'grad', 'leaf-gradient'],
    'Switching recording on and off': ['grad-mode'],
    'Your own functions': ['define-function'],
    Checking: ['gradcheck', 'gradgradcheck', 'anomaly'],
  },
  drawing: { Drawing: [''] },
  nn: {
    Modules: ['module', 'containers'],
    'Linear layers': ['layers/linear', 'layers/bilinear', 'layers/identity', 'functional/bilinear'],
    Convolutions: ['layers/convolution', 'functional/convolution'],
    Pooling: ['layers/pooling', 'functional/pooling'],
    Activations: [
      'layers/activations',
      'functional/activations',
      'functional/relu',
      'functional/sigmoid',
      'functional/tanh',
      'functional/softmax',
      'functional/log-softmax',
      'functional/gumbel-softmax',
    ],
    Losses: ['losses', 'functional/losses'],
    Normalisation: ['layers/normalization', 'layers/local-response-norm', 'functional/normalization'],
    Dropout: [
      'layers/dropout',
      'functional/dropout',
      'functional/dropout1d',
      'functional/dropout2d',
      'functional/dropout3d',
      'functional/alpha-dropout',
      'functional/feature-alpha-dropout',
    ],
    Recurrent: ['layers/recurrent'],
    'Attention and transformers': ['layers/attention', 'functional/scaled-dot-product-attention'],
    Embeddings: [
      'layers/embedding',
      'layers/embedding-bag',
      'layers/embedding-table',
      'functional/embedding',
      'functional/embedding-bag',
      'functional/one-hot',
    ],
    Padding: ['layers/padding', 'functional/padding'],
    'Shapes and images': ['layers/flatten', 'layers/unflatten', 'layers/vision', 'functional/vision'],
    Distances: ['distances', 'functional/distances'],
    'Clipping gradients': ['clipping'],
    Initialisation: ['init'],
    Functions: ['functional/index'],
  },
  optim: {
    Optimizers: [
      'sgd',
      'adam',
      'adam-w',
      'adagrad',
      'adadelta',
      'adamax',
      'asgd',
      'lbfgs',
      'nadam',
      'optimizer',
      'radam',
      'rmsprop',
      'rprop',
    ],
    'Learning-rate schedulers': ['lr-schedulers'],
  },
  data: {
    Datasets: ['datasets', 'mnist'],
    Loading: ['data-loader', 'samplers', 'collate'],
    Transforms: ['transforms'],
    Files: ['files', 'idx'],
  },
  'backend-wasm': { Backend: [''] },
  safetensors: { Files: ['load', 'save', 'format'] },
  trainer: {
    Network: ['architecture', 'build-model', 'describe-architecture', 'checkpoint'],
    Training: ['build-optimizer', 'normalization', 'prepare-training', 'train-epoch', 'evaluate'],
  },
}

/** What options and results are made of stands at the end. */
export const TYPES = 'Types'

/** What the table has no title for. */
export const OTHER = 'Other'

/** All titles, in the order of the menus. */
export const categoryOrder = [...new Set(Object.values(byPackage).flatMap(Object.keys)), OTHER, TYPES]

/** The title for what a source file holds; undefined where the table has none. */
export function categoryOf({ slug, sources }, file) {
  const path = relative(sources, file).replace(/\.ts$/, '')
  return Object.entries(byPackage[slug]).find(([, holders]) => holders.some((holder) => isIn(path, holder)))?.[0]
}

function isIn(path, holder) {
  return holder === '' || path === holder || path.startsWith(`${holder}/`)
}
