import pathlib
import sys

import torch
from torch import nn, optim

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent))
from mnist_data import mnist

torch.manual_seed(0)
trainset = mnist(train=True, limit=60_000)
trainloader = torch.utils.data.DataLoader(trainset, batch_size=64, shuffle=True)

model = nn.Sequential(
    nn.Linear(784, 128),
    nn.ReLU(),
    nn.Linear(128, 64),
    nn.ReLU(),
    nn.Linear(64, 10),
    nn.LogSoftmax(dim=1),
)
criterion = nn.NLLLoss()
optimizer = optim.SGD(model.parameters(), lr=0.003)

for epoch in range(5):
    running_loss = 0
    for images, labels in trainloader:
        optimizer.zero_grad()
        output = model(images.view(images.shape[0], -1))
        loss = criterion(output, labels)
        loss.backward()
        optimizer.step()
        running_loss += loss.item()
    print(f"Training loss: {running_loss / len(trainloader):.3f}")
