import torch
from mnist_data import fashion_mnist
from torch import nn

torch.manual_seed(0)
trainloader = torch.utils.data.DataLoader(fashion_mnist(True, 10_000), batch_size=64, shuffle=True)
test_images, test_labels = fashion_mnist(False, 1000).tensors

print("[images: 8 images of 28 × 28]")

model = nn.Sequential(nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 64), nn.ReLU(), nn.Linear(64, 10))
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
for epoch in range(1, 3):
    running_loss = 0
    for images, labels in trainloader:
        optimizer.zero_grad()
        loss = criterion(model(images.view(images.shape[0], -1)), labels)
        loss.backward()
        optimizer.step()
        running_loss += loss.item()
    print(f"epoch {epoch}: training loss {running_loss / len(trainloader):.1f}")
with torch.no_grad():
    logits = model(test_images.view(1000, -1))
print("accuracy:", f"{(logits.argmax(1) == test_labels).float().mean().item():.1f}")
