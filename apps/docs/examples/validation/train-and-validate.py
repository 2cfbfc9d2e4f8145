import torch
from mnist_data import mnist
from torch import nn

torch.manual_seed(0)
trainset, validationset = torch.utils.data.random_split(mnist(True, 6000), [5000, 1000])
trainloader = torch.utils.data.DataLoader(trainset, batch_size=64, shuffle=True)
validationloader = torch.utils.data.DataLoader(validationset, batch_size=250)

model = nn.Sequential(nn.Linear(784, 64), nn.ReLU(), nn.Linear(64, 10))
criterion = nn.CrossEntropyLoss()
optimizer = torch.optim.SGD(model.parameters(), lr=0.02)


def train_epoch():
    total = 0
    model.train()
    for images, labels in trainloader:
        optimizer.zero_grad()
        loss = criterion(model(images.view(images.shape[0], -1)), labels)
        loss.backward()
        optimizer.step()
        total += loss.item()
    return total / len(trainloader)


def validate():
    total = correct = 0
    model.eval()
    with torch.no_grad():
        for images, labels in validationloader:
            logits = model(images.view(images.shape[0], -1))
            total += criterion(logits, labels).item()
            correct += (logits.argmax(1) == labels).sum().item()
    return total / len(validationloader), correct / len(validationset)


for epoch in range(1, 6):
    train_loss = train_epoch()
    loss, accuracy = validate()
    print(f"epoch {epoch}: train {train_loss:.2f}, validation {loss:.2f}, accuracy {accuracy:.2f}")
print("[plot: train, validation — 5 points]")
