import { registerAutograd } from '@nn/tensor'
import { version } from '../package.json'
import { tensorAutograd } from './tensor-autograd'

// The one hidden link: importing this package gives tensors their gradients.
registerAutograd(tensorAutograd, { version, here: new Error() })

export { detectAnomaly, isAnomalyEnabled, setDetectAnomaly } from './anomaly'
export { backward } from './backward'
export { defineFunction, type FunctionDefinition } from './define-function'
export { type GradOptions, grad } from './grad'
export { enableGrad, isGradEnabled, noGrad, noGradNow, setGradEnabled } from './grad-mode'
export { type GradcheckOptions, gradcheck } from './gradcheck'
export { gradgradcheck } from './gradgradcheck'
export { clearGrad, peekGrad } from './leaf-gradient'
