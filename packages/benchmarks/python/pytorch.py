"""PyTorch's side of the benchmarks: the same networks and the same work, eager, on a CPU.

    python3 pytorch.py '{"task": "epoch", "threads": 1, "optimizer": "sgd", "loader": "tensors", "images": …, "labels": …}'
    python3 pytorch.py '{"task": "step", "threads": 1, "model": "mlp", "optimizer": "adam"}'
    python3 pytorch.py '{"task": "latency", "threads": 1}'

Answers lines of JSON on standard input with lines of JSON, as src/processes/serve.ts does. The epoch's loader "tensors"
draws batches from tensors in memory by shuffled indices, the fastest way in PyTorch; "dataloader" uses a DataLoader.
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
    send({"error": f"PyTorch is not installed for python3 ({error})"})
    sys.exit(1)

from torch import nn
from torch.utils.data import DataLoader, TensorDataset

BATCH_SIZE = 64


def read_idx(path, header):
    with open(path, "rb") as file:
        return torch.frombuffer(bytearray(file.read()), dtype=torch.uint8, offset=header)


def mlp():
    return nn.Sequential(
        nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 64), nn.ReLU(), nn.Linear(64, 10), nn.LogSoftmax(dim=1)
    )


def cnn():
    return nn.Sequential(
        nn.Conv2d(1, 8, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Conv2d(8, 16, 3, padding=1),
        nn.ReLU(),
        nn.MaxPool2d(2),
        nn.Flatten(),
        nn.Linear(784, 10),
        nn.LogSoftmax(dim=1),
    )


def optimizer_of(model, name):
    if name == "adam":
        return torch.optim.Adam(model.parameters(), lr=0.001)
    return torch.optim.SGD(model.parameters(), lr=0.003)


def trainer(model, optimizer):
    criterion = nn.NLLLoss()

    def step(inputs, targets):
        optimizer.zero_grad()
        loss = criterion(model(inputs), targets)
        loss.backward()
        optimizer.step()
        return loss.item()

    return step


def epoch(settings):
    images = (read_idx(settings["images"], 16).reshape(-1, 784).float() / 255 - 0.5) / 0.5
    labels = read_idx(settings["labels"], 8).long()
    dataloader = DataLoader(TensorDataset(images, labels), batch_size=BATCH_SIZE, shuffle=True)
    model = mlp()
    step = trainer(model, optimizer_of(model, settings["optimizer"]))

    def batches_of_tensors():
        order = torch.randperm(len(images))
        for start in range(0, len(images), BATCH_SIZE):
            rows = order[start : start + BATCH_SIZE]
            yield images[rows], labels[rows]

    def work(steps):
        total = 0.0
        batches = dataloader if settings["loader"] == "dataloader" else batches_of_tensors()
        for done, (inputs, targets) in enumerate(batches):
            if done == steps:
                break
            total += step(inputs, targets)
        return total

    return work


def training_step(settings):
    model = cnn() if settings["model"] == "cnn" else mlp()
    step = trainer(model, optimizer_of(model, settings["optimizer"]))
    shape = (BATCH_SIZE, 1, 28, 28) if settings["model"] == "cnn" else (BATCH_SIZE, 784)
    inputs, targets = torch.randn(shape), torch.randint(0, 10, (BATCH_SIZE,))
    return lambda steps: sum(step(inputs, targets) for _ in range(steps))


def latency(_settings):
    model = mlp().eval()
    image = torch.randn(1, 784)

    def work(steps):
        total = 0.0
        with torch.no_grad():
            for _ in range(steps):
                total -= model(image)[0, 0].item()
        return total

    return work


def main():
    settings = json.loads(sys.argv[1])
    torch.set_num_threads(settings["threads"])
    torch.manual_seed(0)
    work = {"epoch": epoch, "step": training_step, "latency": latency}[settings["task"]](settings)

    about = {"torch": torch.__version__, "python": platform.python_version(), "threads": str(torch.get_num_threads())}
    send({"answer": about})
    for line in sys.stdin:
        steps = json.loads(line)["steps"]
        began = time.perf_counter()
        total = work(steps)
        send({"answer": {"seconds": time.perf_counter() - began, "loss": total / steps}})


main()
