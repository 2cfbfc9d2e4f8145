import torch
from mnist_data import mnist

torch.manual_seed(0)
model = torch.nn.Linear(784, 10)
testset = mnist(False, 1000)

images, labels = next(iter(torch.utils.data.DataLoader(testset, batch_size=1000)))
with torch.no_grad():
    logits = model(images.view(1000, -1))
predictions = logits.argmax(1)
print(predictions[:8])
print(labels[:8])

correct = predictions == labels
print(correct[:8])
print("accuracy:", f"{correct.float().mean().item():.3f}")
