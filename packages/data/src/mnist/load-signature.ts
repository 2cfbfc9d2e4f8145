import { type Kind, kinds, type Signature, signature } from '@nn/tensor'
import type { SampleOptions } from './labelled-images'
import type { SourceOptions } from './source-options'

const url: Kind<string | readonly string[]> = kinds.either(kinds.text, kinds.listOf(kinds.text))

/** What `load` takes, in the order of torchvision's constructor. */
export const takesLoad: Signature<SourceOptions & SampleOptions<never, never>> = signature(
  'MNIST.load',
  {},
  {
    root: kinds.text,
    train: kinds.boolean,
    transform: kinds.callback as Kind<never>,
    targetTransform: kinds.callback as Kind<never>,
    download: kinds.boolean,
  },
  {
    url,
    verify: kinds.boolean,
    timeout: kinds.number,
    signal: kinds.instanceOf(AbortSignal),
    onProgress: kinds.callback as Kind<never>,
  },
)

/** Where the files are, and options, or options alone. */
export type LoadArgs<Image, Target> =
  | [options?: SourceOptions & SampleOptions<Image, Target>]
  | [root: string | undefined, options?: Omit<SourceOptions, 'root'> & SampleOptions<Image, Target>]
  | [
      root: string | undefined,
      train: boolean | undefined,
      options?: Omit<SourceOptions, 'root' | 'train'> & SampleOptions<Image, Target>,
    ]
