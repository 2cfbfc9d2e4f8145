import torch

x = torch.arange(16).float().view(1, 1, 4, 4)
print(x)
print(torch.nn.MaxPool2d(2)(x))
