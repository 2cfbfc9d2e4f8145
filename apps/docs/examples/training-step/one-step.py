import torch
from mnist_data import mnist
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(
    nn.Linear(784, 128),
    nn.ReLU(),
    nn.Linear(128, 64),
    nn.ReLU(),
    nn.Linear(64, 10),
    nn.LogSoftmax(dim=1),
)
criterion = nn.NLLLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)

for images, labels in torch.utils.data.DataLoader(mnist(True, 64), batch_size=64):
    x = images.view(images.shape[0], -1)
    print("images:", f"[ {', '.join(map(str, images.shape))} ]", "as rows:", f"[ {', '.join(map(str, x.shape))} ]")

    optimizer.zero_grad()
    loss = criterion(model(x), labels)
    loss.backward()
    optimizer.step()

    print("loss before the step:", f"{loss.item():.4f}")
    print("loss after the step: ", f"{criterion(model(x), labels).item():.4f}")
