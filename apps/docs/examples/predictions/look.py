import torch
from mnist_data import mnist
from torch import nn

torch.manual_seed(0)
trainloader = torch.utils.data.DataLoader(mnist(True, 10_000), batch_size=64, shuffle=True)
model = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10), nn.LogSoftmax(dim=1))
criterion = nn.NLLLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.02)
for epoch in range(3):
    for images, labels in trainloader:
        optimizer.zero_grad()
        criterion(model(images.view(images.shape[0], -1)), labels).backward()
        optimizer.step()

images, labels = next(iter(torch.utils.data.DataLoader(mnist(False, 8), batch_size=8)))
with torch.no_grad():
    probabilities = model(images.view(8, -1)).exp()

print("[images: 8 images of 28 × 28]")
print("[bars: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]")

values, indices = probabilities.topk(2, 1)
print(indices[:, 0])
print("of the first:", ", ".join(f"{p:.1f}" for p in values[0].tolist()))
