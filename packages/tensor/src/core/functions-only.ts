/**
 * What PyTorch has as methods of a tensor and this library as functions only, so that a program carries no more of them than
 * it calls.
 */
export const functionsOnly: readonly string[] =
  'acos acosh allclose aminmax argwhere asStrided asin asinh atan atan2 atanh bernoulli bernoulli_ bincount copysign cos cosh countNonzero cross cummax cummin deg2rad diag diagEmbed diagflat diagonal diff digamma dist erf erfc erfinv exp2 expm1 fliplr flipud fmax fmin heaviside hypot indexAdd indexCopy indexFill inner isclose isneginf isposinf kron kthvalue lgamma log1p logaddexp logaddexp2 logcumsumexp logit maskedScatter msort multinomial nanToNum nanmean nansum normal_ outer polygamma positive rad2deg repeatInterleave roll rot90 scatterReduce sgn signbit sin sinc sinh take takeAlongDim tan tensorSplit trace unfold unique vdot where xlogy'.split(
    ' ',
  )

/** Has a call of such a method say what to write, where JavaScript would say that it is no function. */
export function answerForFunctions(prototype: object): void {
  for (const name of functionsOnly) {
    Object.defineProperty(prototype, name, {
      configurable: true,
      get(): never {
        const call = name === 'where' ? 'where(condition, x, other)' : `${name}(x)`
        throw new TypeError(`x.${name}: ${name} is a function here, write ${call}`)
      },
    })
  }
}
