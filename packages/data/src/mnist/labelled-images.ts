import { showShape, type Tensor, tensor } from '@nn/tensor'
import type { Collated } from '../collate/collated'
import { type Collate, collator } from '../collate/collator'
import type { Dataset } from '../datasets/dataset'
import { sampleIndex } from '../datasets/sample-index'
import { counted, showInNode } from '../show-in-node'
import { batchTransform } from '../transforms/batch-transform'
import type { Transform } from '../transforms/transform'
import type { LoadedImages } from './load-images'

/** What is done to each sample. */
export interface SampleOptions<Image, Target> {
  /** Applied to each image, uint8 [H, W]. Default: left as it is. */
  transform?: Transform<Tensor, Image>
  /** Applied to each label. Default: left as it is. */
  targetTransform?: (label: number) => Target
}

/**
 * Byte images in memory with their labels. Batches are made by whole-batch operations as far as the transforms allow:
 * images through a table of the 256 bytes where their transform is elementwise, else one by one.
 */
export class LabelledImages<Image = Tensor, Target = number> implements Dataset<[Image, Target]> {
  static {
    showInNode(LabelledImages.prototype)
  }

  /** The untransformed images, uint8 [n, H, W]. */
  readonly images: Tensor
  /** The untransformed labels, int64 [n]. */
  readonly targets: Tensor
  private readonly transform: Transform<Tensor, Image> | null
  private readonly targetTransform: ((label: number) => Target) | null
  private readonly transformBatch: ((rows: Tensor) => Tensor) | null

  constructor({ images, targets }: LoadedImages, options: SampleOptions<Image, Target>) {
    this.images = images
    this.targets = targets
    this.transform = options.transform ?? null
    this.targetTransform = options.targetTransform ?? null
    this.transformBatch = this.transform === null ? (rows) => images.at(rows) : batchTransform(images, this.transform)
  }

  get length(): number {
    return this.images.shape[0] as number
  }

  /** The image, transformed, and its label. */
  get(index: number): [Image, Target] {
    const i = sampleIndex('get', index, this.length)
    return [this.imageAt(i), this.targetAt(i)]
  }

  getBatch(indices: readonly number[], collate: Collate = collator('getBatch')): Collated<[Image, Target]> {
    const { length } = this
    const places = Float64Array.from(indices, (index) => sampleIndex('getBatch', index, length))
    const rows = tensor(places, { dtype: 'int64' })
    const images =
      this.transformBatch?.(rows) ??
      collate(
        Array.from(places, (i) => this.imageAt(i)),
        '[0]',
      )
    const targets =
      this.targetTransform === null
        ? this.targets.at(rows)
        : collate(
            Array.from(places, (i) => this.targetAt(i)),
            '[1]',
          )
    return [images, targets] as Collated<[Image, Target]>
  }

  toString(): string {
    return `${this.constructor.name}(${counted(this.length, 'sample')} of ${showShape(this.images.shape.slice(1))})`
  }

  private imageAt(i: number): Image {
    const image = this.images.at(i)
    return this.transform === null ? (image as Image) : this.transform(image)
  }

  private targetAt(i: number): Target {
    const label = this.targets.at(i).item()
    return this.targetTransform === null ? (label as Target) : this.targetTransform(label)
  }
}
