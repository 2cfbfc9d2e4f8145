import torch
from mnist_data import mnist
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(
    nn.Conv2d(1, 8, 3, padding=1),
    nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Conv2d(8, 16, 3, padding=1),
    nn.ReLU(),
    nn.MaxPool2d(2),
    nn.Flatten(),
    nn.Linear(784, 10),
)
print("numbers to learn:", sum(p.numel() for p in model.parameters()))

trainloader = torch.utils.data.DataLoader(mnist(True, 4000), batch_size=32, shuffle=True)
test_images, test_labels = mnist(False, 1000).tensors
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.005)
for epoch in range(1, 3):
    for images, labels in trainloader:
        optimizer.zero_grad()
        criterion(model(images), labels).backward()
        optimizer.step()
    with torch.no_grad():
        accuracy = (model(test_images).argmax(1) == test_labels).float().mean().item()
    print(f"epoch {epoch}: accuracy {accuracy:.1f}")
