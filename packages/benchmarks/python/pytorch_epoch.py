"""Trains the tutorials' network with PyTorch on one thread: the peer that every other one is compared with.

    python3 pytorch_epoch.py tensors|dataloader IMAGES LABELS

Answers lines of JSON on standard input with lines of JSON, as src/processes/serve.ts does. "tensors" draws its batches
from tensors in memory by shuffled indices, the fastest way in PyTorch; "dataloader" goes through a DataLoader.
"""

import json
import platform
import sys
import time


def send(message):
    print(json.dumps(message), flush=True)


try:
    import torch
except ImportError as error:
    send({"error": str(error)})
    sys.exit(1)

from torch import nn
from torch.utils.data import DataLoader, TensorDataset

BATCH_SIZE = 64


def read_idx(path, header):
    with open(path, "rb") as file:
        return torch.frombuffer(bytearray(file.read()), dtype=torch.uint8, offset=header)


def batches_of_tensors(images, labels):
    order = torch.randperm(len(images))
    for start in range(0, len(images), BATCH_SIZE):
        rows = order[start : start + BATCH_SIZE]
        yield images[rows], labels[rows]


def main():
    loader, images_path, labels_path = sys.argv[1:]
    torch.set_num_threads(1)
    torch.manual_seed(0)
    images = (read_idx(images_path, 16).reshape(-1, 784).float() / 255 - 0.5) / 0.5
    labels = read_idx(labels_path, 8).long()
    dataloader = DataLoader(TensorDataset(images, labels), batch_size=BATCH_SIZE, shuffle=True)

    model = nn.Sequential(
        nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 64), nn.ReLU(), nn.Linear(64, 10), nn.LogSoftmax(dim=1)
    )
    criterion = nn.NLLLoss()
    optimizer = torch.optim.SGD(model.parameters(), lr=0.003)

    def train(steps):
        running_loss = 0.0
        batches = dataloader if loader == "dataloader" else batches_of_tensors(images, labels)
        for step, (inputs, targets) in enumerate(batches):
            if step == steps:
                break
            optimizer.zero_grad()
            loss = criterion(model(inputs), targets)
            loss.backward()
            optimizer.step()
            running_loss += loss.item()
        return running_loss

    about = {"torch": torch.__version__, "python": platform.python_version(), "threads": str(torch.get_num_threads())}
    send({"answer": about})
    for line in sys.stdin:
        steps = json.loads(line)["steps"]
        began = time.perf_counter()
        total = train(steps)
        send({"answer": {"seconds": time.perf_counter() - began, "loss": total / steps}})


main()
