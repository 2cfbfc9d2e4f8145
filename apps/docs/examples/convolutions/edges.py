import torch
from mnist_data import mnist
from torch.nn import functional

image, _ = next(iter(torch.utils.data.DataLoader(mnist(False, 1), batch_size=1)))

kernels = torch.tensor([[1.0, 0, -1], [1, 0, -1], [1, 0, -1]]).view(1, 1, 3, 3)
across = functional.conv2d(image, kernels, None, padding=1)
down = functional.conv2d(image, kernels.transpose(2, 3), None, padding=1)
print(f"[ {', '.join(map(str, across.shape))} ]")
print("[images: 3 images of 28 × 28]")
