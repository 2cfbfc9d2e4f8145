import torch
from torch import nn

torch.manual_seed(0)
model = nn.Sequential(
    nn.Linear(784, 128),
    nn.ReLU(),
    nn.Linear(128, 64),
    nn.ReLU(),
    nn.Linear(64, 10),
    nn.Softmax(dim=1),
)
print(model)

images = torch.rand(64, 784)
with torch.no_grad():
    probabilities = model(images)
print(f"[ {', '.join(map(str, probabilities.shape))} ]")
print(probabilities[0])
print("their sum:", f"{probabilities[0].sum().item():.4f}")

print("numbers to learn:", sum(p.numel() for p in model.parameters()))
