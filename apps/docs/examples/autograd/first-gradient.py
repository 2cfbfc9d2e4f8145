import torch

x = torch.tensor([1.0, 2, 3], requires_grad=True)
y = x.square().sum()
print(y)

y.backward()
print(x.grad)
