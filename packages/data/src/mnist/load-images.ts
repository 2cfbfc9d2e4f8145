import { contiguousStrides, Storage, showShape, Tensor } from '@nn/tensor'
import { DatasetError } from '../files/dataset-error'
import { nodeModules } from '../files/node-modules'
import { type IdxArray, parseIdx } from '../idx/parse-idx'
import type { Collection } from './collection'
import type { SourceOptions } from './source-options'
import { inBrowser } from './sources/in-browser'
import type { FileRequest, FoundFile } from './sources/request'

/** Images and their labels. */
export interface LoadedImages {
  /** uint8 [n, H, W] */
  readonly images: Tensor
  /** int64 [n] */
  readonly targets: Tensor
}

/**
 * A split of a collection, from the first place that has it.
 *
 * @throws DatasetError when no place has it, or what it has is damaged.
 */
export async function loadImages(collection: Collection, options: SourceOptions): Promise<LoadedImages> {
  const { images, labels } = options.train === false ? collection.test : collection.train
  const [imageFile, labelFile] = (await find({ collection, files: [images, labels], options })) as [
    FoundFile,
    FoundFile,
  ]
  const pixels = parseBytes(imageFile, 3, 'images')
  const classes = parseBytes(labelFile, 1, 'labels')
  if (pixels.shape[0] !== classes.shape[0]) {
    throw new DatasetError(
      `${imageFile.name} has ${pixels.shape[0]} images, but ${labelFile.name} has ${classes.shape[0]} labels`,
    )
  }
  return { images: tensorOver(pixels), targets: tensorOver(classes).long() }
}

async function find(request: FileRequest): Promise<FoundFile[]> {
  const node = nodeModules()
  if (node === null) return inBrowser(request)
  // Apart, so that browsers need not load it.
  const { inNode } = await import('./sources/in-node')
  return inNode(node, request)
}

function parseBytes({ name, bytes }: FoundFile, dims: number, what: string): IdxArray {
  const array = parseIdx(bytes, { name })
  if (array.dtype !== 'uint8' || array.shape.length !== dims) {
    throw new DatasetError(
      `${name}: expected ${what}, uint8 of ${dims} dimension${dims === 1 ? '' : 's'}, found ${array.dtype} ${showShape(array.shape)}`,
    )
  }
  return array
}

/** A tensor whose elements are the file's own bytes. */
function tensorOver({ dtype, shape, data }: IdxArray): Tensor {
  return new Tensor(Storage.inArray(dtype, data.length, data), shape, contiguousStrides(shape), 0)
}
